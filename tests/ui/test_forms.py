"""A form is a table of findings: each is shown as it is recorded, and comes back as the same value."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kneedesk.domain.finding import finding_types, value_of
from kneedesk.domain.history import Diabetes, RedFlag
from kneedesk.domain.measure import RANGES, Instrument, Measure
from kneedesk.domain.preferences import Answer
from kneedesk.ui.forms import Form, build_field
from kneedesk.ui.session import _amended
from tests.ui.hosting import host, nodes, tab_order, unnamed
from tests.ui.widgets.hands import click, enter

NOT_ENTERED = {
    *("format", "version", "overrides", "not_assessed", "clinician.language", "counselling.discussed"),
    # Each has a control of its own.
    *("preferences.expected_pain_asked", "counselling.checked", "notice.digest", "notice.shown_at"),
    *("consent.interpreter", "signatures"),
    # Said by finalising and amending.
    *("knowledge", "amends", "finalised"),
}
PATHS = [path for path in finding_types() if path not in NOT_ENTERED]
LISTS = ("history.previous_treatments", "history.medications", "history.allergies", "measures", "preferences.goals")


def values_of(path: str) -> st.SearchStrategy[Any]:
    """Return values that a finding may have, as the domain describes them."""
    kinds = finding_types()[path]
    if path == "measures":
        one = st.builds(
            lambda instrument, share, day: Measure(
                instrument=instrument,
                scale=None if instrument in RANGES else "0-96",
                score=round(share * RANGES.get(instrument, (0, 96))[1], 1),
                date=day,
            ),
            st.sampled_from(Instrument),
            st.floats(0, 1),
            st.none() | st.dates(),
        )
        return st.lists(one, max_size=3).map(tuple)
    if path == "patient.family_name":
        return st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=30)
    return st.one_of(*(st.from_type(kind) for kind in kinds))


@pytest.fixture
def form(qtbot, library, english, theme, cases):
    made = Form(PATHS, library, english, theme)
    made.show_consultation(cases["reference"])
    made.window_ = host(qtbot, made, 900, 4000)
    return made


def listening(form):
    heard = []
    form.amended.connect(heard.append)
    return heard


@pytest.mark.parametrize("path", PATHS)
def test_a_value_that_is_shown_is_not_announced_and_not_changed(qtbot, library, english, theme, path):
    field = build_field(path, library, english, theme)
    qtbot.addWidget(field)
    heard = []
    field.recorded.connect(heard.append)
    field.not_assessed.connect(lambda: heard.append("left out"))

    @settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(value=st.none() | values_of(path))
    def shows(value):
        field.show_value(value)
        field.commit()
        field.show_value(None, assessed=False)
        field.show_value(value)
        field.commit()

    shows()
    assert heard == []


@pytest.mark.parametrize("case", ["reference", "hostile-text", "barely-recorded", "steroid-before-replacement"])
def test_every_case_is_shown_without_a_word(form, cases, case):
    heard = listening(form)
    form.show_consultation(cases[case])
    form.commit()
    form.show_consultation(cases["reference"])
    form.commit()
    assert heard == []


def test_every_finding_that_is_entered_by_hand_has_a_field_by_its_path(form):
    for path in PATHS:
        assert form.field(path).objectName() == path
        assert form.field(path).accessibleName()
        assert form.findChild(QWidget, path) is form.field(path)


def test_what_nobody_enters_by_hand_has_no_field(library, english, theme):
    for path in ("format", "overrides", "not_assessed"):
        with pytest.raises(KeyError):
            build_field(path, library, english, theme)


def test_a_change_is_taken_by_the_domain_as_it_is(qtbot, form, cases):
    heard = listening(form)
    before = cases["reference"]
    click(qtbot, form.findChild(QAbstractButton, "history.diabetes=uncontrolled"))
    enter(qtbot, form.field("patient.weight_kg").edit, "80,5")
    enter(qtbot, form.field("imaging.date").edit.line, "3 nov 2026")
    click(qtbot, form.findChild(QAbstractButton, "history.red_flags=fracture"))
    after = before
    for changes in heard:
        after = _amended(after, changes)
    assert after.history.diabetes is Diabetes.UNCONTROLLED
    assert after.patient.weight_kg == 80.5
    assert after.imaging.date == date(2026, 11, 3)
    assert after.history.red_flags == ("fracture",)
    assert [list(changes) for changes in heard] == [
        ["history.diabetes"],
        ["patient.weight_kg"],
        ["imaging.date"],
        ["history.red_flags"],
    ]


def test_not_assessed_is_one_change_with_the_value_taken_away(qtbot, form, cases):
    heard = listening(form)
    mark = form.findChild(QAbstractButton, "history.diabetes=not_assessed")
    click(qtbot, mark)
    assert heard == [{"history.diabetes": None, "not_assessed": ("history.diabetes",)}]
    after = _amended(cases["reference"], heard[0])
    assert after.not_assessed == ("history.diabetes",)
    form.show_consultation(after)
    assert mark.isChecked()
    click(qtbot, mark)
    assert heard[1] == {"history.diabetes": None, "not_assessed": None}
    assert _amended(after, heard[1]).not_assessed is None


def test_an_answer_after_not_assessed_is_a_plain_change(qtbot, form, cases):
    form.show_consultation(
        _amended(cases["reference"], {"history.diabetes": None, "not_assessed": ("history.diabetes",)})
    )
    heard = listening(form)
    click(qtbot, form.findChild(QAbstractButton, "history.diabetes=none"))
    assert heard == [{"history.diabetes": Diabetes.NONE}]


def test_a_refusal_is_said_at_its_field(form):
    assert form.show_fault("imaging.date", "Too late.")
    assert form.field("imaging.date").fault() == "Too late."
    assert not form.show_fault("nowhere", "x")
    form.show_fault("imaging.date", None)
    assert form.field("imaging.date").fault() == ""


def test_two_columns_are_filled_line_by_line(qtbot, library, english, theme):
    form = Form(["patient.given_name", "patient.family_name", "patient.identifier"], library, english, theme, columns=2)
    host(qtbot, form, 800, 300)
    first, second, third = (field.geometry() for field in form.fields().values())
    assert first.y() == second.y() < third.y()
    assert first.x() == third.x() < second.x()


def test_every_control_that_takes_the_focus_has_a_name_a_role_and_where_there_is_one_a_value(form):
    assert unnamed(form) == []
    roles = {node.role() for node in nodes(form) if node.state().focusable and not node.state().invisible}
    assert roles <= {
        QAccessible.Role.RadioButton,
        QAccessible.Role.CheckBox,
        QAccessible.Role.EditableText,
        QAccessible.Role.ComboBox,
        QAccessible.Role.Button,
        QAccessible.Role.ListItem,  # what a list to pick from opens
        QAccessible.Role.PushButton,
    }
    edit = QAccessible.queryAccessibleInterface(form.field("patient.height_cm").edit)
    assert (edit.text(QAccessible.Text.Name), edit.text(QAccessible.Text.Value)) == ("Height", "164")
    chosen = form.findChild(QAbstractButton, "history.diabetes=controlled")
    node = QAccessible.queryAccessibleInterface(chosen)
    assert node.role() == QAccessible.Role.RadioButton
    assert node.state().checked
    assert node.text(QAccessible.Text.Name) == "Diabetes: Controlled"


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("history.diabetes=none", {"history.diabetes": Diabetes.NONE}),
        ("history.diabetes=controlled", {"history.diabetes": None}),
        ("history.red_flags=fracture", {"history.red_flags": (RedFlag.FRACTURE,)}),
        ("history.red_flags=none", {"history.red_flags": None}),
        ("history.onset=not_assessed", {"history.onset": None, "not_assessed": ("history.onset",)}),
        ("preferences.expected_pain=rather_not_say", {"preferences.expected_pain": Answer.RATHER_NOT_SAY}),
        ("counselling.questions=none", {"counselling.questions": ()}),
    ],
)
def test_what_a_screen_reader_toggles_is_recorded(form, cases, name, changes):
    """It toggles the button without a click: what is shown and what is recorded must not part."""
    form.show_consultation(_amended(cases["reference"], {"counselling.questions": None}))
    heard = listening(form)
    actions = QAccessible.queryAccessibleInterface(form.findChild(QAbstractButton, name)).actionInterface()
    actions.doAction(actions.toggleAction())
    assert heard == [changes]


def test_tab_goes_from_field_to_field_in_the_order_of_the_form(form):
    order = tab_order(form.window_)
    stops = [next(path for path in PATHS if form.field(path).isAncestorOf(widget)) for widget in order]
    assert list(dict.fromkeys(stops)) == PATHS
    assert sorted(stops, key=PATHS.index) == stops


def test_every_field_can_be_reached_and_shows_where_the_focus_is(form):
    for path in PATHS:
        form.field(path).setFocus()
        assert form.field(path).isAncestorOf(form.window_.focusWidget()), path


def test_recorded_text_is_never_markup(form, cases):
    form.show_consultation(cases["hostile-text"])
    assert {label.textFormat() for label in form.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_an_edit_shows_what_is_recorded_for_every_line(form, cases):
    case = cases["reference"]
    assert form.field("patient.family_name").edit.text() == case.patient.family_name
    for path in LISTS:
        assert form.field(path).value() == value_of(case, path)
