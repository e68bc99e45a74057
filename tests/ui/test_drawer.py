"""The drawer explains one thing with its inputs, sources, limits and review, and leads to what is missing."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from kneedesk.assessment.assessment import assess
from kneedesk.domain.history import Diabetes
from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.content import say
from kneedesk.ui.drawer import Drawer


@pytest.fixture
def drawer(qtbot, library, english, theme):
    made = Drawer(library, english, theme)
    qtbot.addWidget(made)
    made.resize(328, 700)
    made.show()
    return made


def show(drawer, consultation, library):
    drawer.show_consultation(consultation, assess(consultation, library))


def said(drawer):
    """Return what is seen, from top to bottom."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    seen = [label for label in drawer.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in sorted(seen, key=lambda each: each.mapTo(drawer, QPoint(0, 0)).y()))


def held(drawer):
    """Return every word that is there, seen or not."""
    return "\n".join(label.text() for label in drawer.findChildren(QLabel))


def with_history(consultation, **changes):
    history = type(consultation.history).model_validate({**dict(consultation.history), **changes})
    return type(consultation).model_validate({**dict(consultation), "history": history})


def test_nothing_is_explained_before_something_is_chosen(drawer, cases, library):
    show(drawer, cases["reference"], library)
    assert "Choose a finding" in said(drawer)


def test_a_finding(drawer, cases, library):
    show(drawer, cases["reference"], library)
    drawer.explain("history.diabetes")
    words = said(drawer)
    parts = ("Diabetes", "What is meant", "Why it is asked", "Controlled", "Sources", "Limits", "Review")
    assert all(part in words for part in parts)
    assert "Certainty not rated" in words


def test_what_is_missing_leads_to_its_field(drawer, cases, library, qtbot):
    show(drawer, cases["barely-recorded"], library)
    drawer.explain("history.diabetes")
    go = drawer.findChild(QPushButton, "drawer.go.history.diabetes")
    assert go.accessibleName() == "Go to Diabetes"
    with qtbot.waitSignal(drawer.sought, check_params_cb=lambda path: path == "history.diabetes"):
        qtbot.mouseClick(go, Qt.MouseButton.LeftButton)


def test_a_reason_is_explained_as_the_newest_assessment_sees_it(drawer, cases, library):
    consultation = cases["reference"]
    reasons = assess(consultation, library).candidacies[Treatment.CORTICOSTEROID].reasons
    reason = next(each for each in reasons if each.rule.id == "diabetes")
    show(drawer, consultation, library)
    drawer.explain(reason)
    assert "The rule in words" in said(drawer)
    assert "Controlled" in said(drawer)
    show(drawer, with_history(consultation, diabetes=Diabetes.NONE), library)
    assert "Caution does not apply" in said(drawer)


def test_a_statement_is_quoted_before_its_sources(drawer, cases, library):
    show(drawer, cases["reference"], library)
    drawer.explain(say("Pain was less for some weeks.", "CS-07", "convention"))
    words = said(drawer)
    assert words.index("Pain was less for some weeks.") < words.index("Sources")
    assert "no publication read" in words


def test_what_is_not_known_is_not_explained(drawer, cases, library):
    show(drawer, cases["reference"], library)
    drawer.explain(object())
    assert "Choose a finding" in said(drawer)


def test_an_emptied_drawer_holds_nothing_of_what_was_explained(drawer, cases, library):
    show(drawer, cases["barely-recorded"], library)
    drawer.explain("history.diabetes")
    drawer.explain(None)
    assert "Choose a finding" in said(drawer)
    assert "Diabetes" not in held(drawer)
    assert drawer.findChild(QPushButton, "drawer.go.history.diabetes") is None
    show(drawer, cases["reference"], library)
    assert "Diabetes" not in held(drawer)


def test_a_closed_drawer_does_no_work_and_catches_up(drawer, cases, library):
    drawer.hide()
    show(drawer, cases["reference"], library)
    drawer.explain("history.diabetes")
    assert "Diabetes" not in said(drawer)
    drawer.show()
    assert "Diabetes" in said(drawer)


def test_escape_and_the_cross_ask_to_close(drawer, qtbot):
    with qtbot.waitSignal(drawer.closed):
        qtbot.keyClick(drawer, Qt.Key.Key_Escape)
    with qtbot.waitSignal(drawer.closed):
        qtbot.mouseClick(drawer.findChild(QPushButton, "drawer.close"), Qt.MouseButton.LeftButton)


def test_every_rule_and_finding_fits_the_width(drawer, cases, library):
    show(drawer, cases["barely-recorded"], library)
    reasons = {
        each.rule.id: each
        for candidacy in assess(cases["barely-recorded"], library).candidacies.values()
        for each in candidacy.reasons
    }
    too_wide = []
    for subject in (*library.findings, *reasons.values()):
        drawer.explain(subject)
        if drawer._area.widget().minimumSizeHint().width() > drawer.width() - 10:
            too_wide.append(getattr(subject, "rule", subject))
    assert too_wide == []


def test_another_answer_leaves_the_reader_where_he_was_and_another_finding_begins_at_the_top(
    drawer, cases, library, qtbot
):
    drawer.resize(328, 240)
    show(drawer, cases["reference"], library)
    drawer.explain("history.diabetes")
    bar = drawer._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 60)
    bar.setValue(60)
    show(drawer, with_history(cases["reference"], diabetes=Diabetes.UNCONTROLLED), library)
    assert "Uncontrolled" in said(drawer)
    assert bar.value() == 60
    drawer.explain("history.onset")
    assert bar.value() == 0
