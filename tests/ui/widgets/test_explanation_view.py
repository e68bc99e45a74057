"""What the drawer shows of one thing: rows are kept, and hold no word of what was explained before."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton

from kneedesk.presentation.basis import Evidence, Explanation, Input, Publication
from kneedesk.ui.settling import settle
from kneedesk.ui.widgets.explanation_view import ExplanationView, Section
from tests.ui.hearing import hearing
from tests.ui.hosting import host, unnamed

FULL = Explanation(
    title="Diabetes",
    kind="Finding",
    passages=(("What is meant", "Sugar."), ("Why it is asked", "Healing.")),
    inputs=(Input("history.diabetes", "Diabetes", "Not recorded", missing=True),),
    evidence=(
        Evidence("A-1", "It was so.", "Certainty: low", (Publication("Review", "One 2020"),), "Reviewed"),
        Evidence("S-2", "", "", (Publication("Trial", "Two 2021"), Publication("Trial", "Three 2022")), "Reviewed"),
    ),
    limits=("Few people.",),
    reviewed="Last reviewed in May.",
)
LESS = Explanation(title="Onset", kind="Finding", inputs=(Input("history.onset", "Onset", "Sudden", missing=False),))
TITLES = ("Inputs used", "Sources", "Limits", "Review")


@pytest.fixture
def view(qtbot, english):
    view = ExplanationView(english)
    host(qtbot, view, width=328, height=900)
    return view


def seen(view) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def held(view) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel))


def test_everything_is_said_under_its_title(view):
    view.show_explanation(FULL)
    words = seen(view)
    assert {*TITLES, "What is meant", "Sugar.", "Certainty: low", "Review", "Trial", "Three 2022"} <= set(words)
    assert not any(text.startswith("Choose a finding") for text in words)
    assert unnamed(view) == []


def test_titles_without_rows_are_not_shown(view):
    view.show_explanation(LESS)
    assert set(TITLES) & set(seen(view)) == {"Inputs used"}


def test_rows_are_kept_and_what_they_no_longer_show_is_forgotten(view):
    view.show_explanation(FULL)
    labels = view.findChildren(QLabel)
    view.show_explanation(LESS)
    assert view.findChildren(QLabel) == labels
    assert {"Onset", "Sudden"} <= set(seen(view))
    for gone in ("Diabetes", "Sugar.", "It was so.", "Two 2021", "Few people.", "May"):
        assert gone not in held(view)
    names = [button.objectName() + button.accessibleName() for button in view.findChildren(QPushButton)]
    assert not any("A-1" in name or "S-2" in name or "diabetes" in name.lower() for name in names)
    view.show_explanation(None)
    assert [text for text in seen(view) if text] == [
        "Choose a finding, a reason or a source: what it rests on is said here."
    ]
    assert "Onset" not in held(view)


def test_only_what_is_missing_leads_to_its_field_and_looks_so(view, qtbot):
    view.show_explanation(FULL)
    go = view.findChild(QPushButton, "drawer.go.history.diabetes")
    (box,) = [each for each in view.findChildren(QFrame) if each.isAncestorOf(go)]
    assert box.property("tone") == "caution"
    with qtbot.waitSignal(view.sought, check_params_cb=lambda path: path == "history.diabetes"):
        qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
    view.show_explanation(LESS)
    assert not go.isVisible()
    assert box.property("tone") == "calm"


def test_each_source_leads_into_the_evidence(view, qtbot):
    view.show_explanation(FULL)
    link = view.findChild(QPushButton, "drawer.evidence.S-2")
    with qtbot.waitSignal(view.evidence_asked, check_params_cb=lambda name: name == "S-2"):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)


def test_a_section_shows_again_only_the_values_that_are_others(qtbot):
    shown = []
    section = Section(QLabel, lambda row, value: shown.append((row, value)), "Title")
    section.show_values(("one", "two"))
    (first, _), (second, _) = shown
    section.show_values(("one", "three", "four"))
    assert shown[2:] == [(second, "three"), (shown[-1][0], "four")]
    section.show_values(("one",))
    section.show_values(("one", "three"))
    assert shown[4:] == [(second, "three")]
    assert not first.isHidden()


def test_another_value_of_an_input_paints_its_row_and_nothing_else(view, qtbot):
    view.show_explanation(LESS)
    settle()
    (row,) = [label.parentWidget() for label in view.findChildren(QLabel) if label.text() == "Sudden"]
    QCoreApplication.processEvents()
    with hearing(QEvent.Type.Paint) as told:
        view.show_explanation(replace(LESS, inputs=(replace(LESS.inputs[0], value="Gradual"),)))
        qtbot.waitUntil(lambda: bool(told.heard))
    painted = {each.text() for each in told.of(QEvent.Type.Paint, view) if isinstance(each, QLabel)}
    assert painted == {"Gradual"}
    assert row in told.of(QEvent.Type.Paint, view)


def test_the_way_to_a_field_comes_and_goes_without_moving_anything(view, qtbot):
    view.show_explanation(FULL)
    settle()
    QCoreApplication.processEvents()
    with hearing(QEvent.Type.Paint, QEvent.Type.Resize, QEvent.Type.Move) as told:
        view.show_explanation(replace(FULL, inputs=(replace(FULL.inputs[0], missing=False),)))
        settle()
        qtbot.waitUntil(lambda: bool(told.of(QEvent.Type.Paint)))
    painted = {each.text() for each in told.of(QEvent.Type.Paint, view) if isinstance(each, QLabel)}
    assert painted == {"Diabetes", "Not recorded"}
    changed = {*told.of(QEvent.Type.Resize, view), *told.of(QEvent.Type.Move, view)}
    assert not [each for each in changed if each.parentWidget() is view]


def test_what_stands_above_a_row_that_becomes_higher_is_not_painted_again(view, qtbot):
    view.show_explanation(FULL)
    settle()
    QCoreApplication.processEvents()
    with hearing(QEvent.Type.Paint) as told:
        view.show_explanation(replace(FULL, inputs=(replace(FULL.inputs[0], value="Not recorded " * 20),)))
        settle()
        qtbot.waitUntil(lambda: bool(told.heard))
    painted = {each.text() for each in told.of(QEvent.Type.Paint, view) if isinstance(each, QLabel)}
    assert "Sources" in painted
    assert not painted & {"Finding", "What is meant", "Sugar.", "Healing."}
