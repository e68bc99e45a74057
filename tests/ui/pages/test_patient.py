"""Patient & goal: who, which knee, what for, and what is expected."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from kneedesk.assessment.assessment import assess
from kneedesk.domain.consultation import Consultation, Jurisdiction, Knee
from kneedesk.domain.patient import Sex
from kneedesk.domain.preferences import Answer, Asked, ExpectedPain, Priority
from kneedesk.ui.dialogs.change_side import ChangeSideDialog
from kneedesk.ui.page import Progress
from kneedesk.ui.pages.patient import ENCOUNTER, GOAL, IDENTITY, READINESS, PatientPage
from kneedesk.ui.widgets.scrolling import bring
from tests.ui.hosting import nodes, unnamed
from tests.ui.pages.desk import at_work, beyond, words
from tests.ui.widgets.hands import enter

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


@pytest.fixture
def open_case(qtbot, library, english, theme, cases):
    def begin(case: str | Consultation, width: int = 830):
        page = PatientPage(library, english, theme, clock=lambda: NOW)
        return at_work(qtbot, page, library, cases[case] if isinstance(case, str) else case, width)

    return begin


def line(desk, path: str) -> QLineEdit:
    return next(each for each in desk.page.findChildren(QLineEdit) if each.objectName() == path)


def button(desk, name: str) -> QAbstractButton:
    return desk.page.findChild(QAbstractButton, name)


def click(qtbot, desk, name: str) -> None:
    qtbot.mouseClick(button(desk, name), Qt.MouseButton.LeftButton)


def test_showing_announces_nothing(open_case, cases):
    desk = open_case("reference")
    for consultation in cases.values():
        desk.session.open("key", consultation)
    assert desk.changes == []


def test_every_finding_has_a_control_of_its_name(open_case):
    desk = open_case("barely-recorded")
    for path in (*IDENTITY, *ENCOUNTER, *GOAL, *READINESS, "preferences.expected_pain"):
        assert desk.page.findChild(QWidget, path) is not None, path
        assert desk.page.go_to(path), path


def test_who_the_patient_is(qtbot, open_case):
    desk = open_case("barely-recorded")
    enter(qtbot, line(desk, "patient.family_name"), "Ruiz Peña")
    enter(qtbot, line(desk, "patient.birth_date"), "2 may 1964")
    enter(qtbot, line(desk, "patient.height_cm"), "164")
    enter(qtbot, line(desk, "patient.weight_kg"), "172 lb")
    click(qtbot, desk, "patient.sex=female")
    patient = desk.consultation.patient
    assert (patient.family_name, patient.birth_date, patient.sex) == ("Ruiz Peña", date(1964, 5, 2), Sex.FEMALE)
    assert patient.height_cm == 164
    assert patient.weight_kg == pytest.approx(78.0, abs=0.1)


def test_the_focus_arrives_where_something_is_still_unknown(qtbot, open_case):
    desk = open_case("reference")
    assert desk.page.focusProxy().path == "patient.family_name"
    enter(qtbot, line(desk, "patient.identifier"), "")
    assert desk.page.focusProxy().path == "patient.identifier"


def test_figures_after_the_language_go_into_the_height(qtbot, open_case):
    desk = open_case("barely-recorded")
    click(qtbot, desk, "patient.language=es")
    qtbot.keyClick(button(desk, "patient.language=es"), Qt.Key.Key_9)
    assert line(desk, "patient.height_cm").text() == "9"


def test_a_goal_that_is_being_typed_leaves_the_click_on_a_matter_where_it_is(qtbot, open_case):
    desk = open_case("barely-recorded")
    edit = desk.page.findChild(QLineEdit, "preferences.goals")
    edit.setFocus()
    qtbot.keyClicks(edit, "walk my dog")
    matter, window = button(desk, "preferences.priorities=cost"), desk.page.window()
    bring(matter)
    place = matter.mapTo(window, matter.rect().center())
    qtbot.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.consultation.preferences.goals == ("walk my dog",)
    assert desk.consultation.preferences.priorities == (Priority.COST,)
    qtbot.mouseMove(window.windowHandle(), place * 0)


def test_a_name_is_never_emptied(qtbot, open_case):
    desk = open_case("reference")
    enter(qtbot, line(desk, "patient.family_name"), "")
    assert desk.consultation.patient.family_name == "Ruiz Peña"


def test_where_and_when(qtbot, open_case):
    desk = open_case("reference")
    desk.page.amended.emit({"jurisdiction": Jurisdiction.FLORIDA})
    enter(qtbot, line(desk, "date"), "19 nov 2026")
    assert desk.consultation.date == date(2026, 11, 19)
    assert desk.consultation.jurisdiction is Jurisdiction.FLORIDA


def test_the_goal_in_the_patient_s_own_words(qtbot, open_case):
    desk = open_case("barely-recorded")
    assert "What would you most like to be able to do?" in words(desk.page)
    desk.page.go_to("preferences.goals")
    adder = QApplication.focusWidget()
    qtbot.keyClicks(adder, "walk my dog round the lake")
    qtbot.keyClick(adder, Qt.Key.Key_Return)
    assert desk.consultation.preferences.goals == ("walk my dog round the lake",)


def test_up_to_three_priorities_in_their_order(qtbot, open_case):
    desk = open_case("barely-recorded")
    for priority in (Priority.COST, Priority.PAIN_RELIEF, Priority.LOW_RISK, Priority.FEWER_VISITS):
        click(qtbot, desk, f"preferences.priorities={priority}")
    assert desk.consultation.preferences.priorities == (Priority.COST, Priority.PAIN_RELIEF, Priority.LOW_RISK)


def test_readiness_and_expectation(qtbot, open_case):
    desk = open_case("barely-recorded")
    for name in READINESS:
        click(qtbot, desk, f"{name}=true")
    for months, score in ((3, 3), (6, 2), (12, 1)):
        click(qtbot, desk, f"preferences.expected_pain.{months}={score}")
    preferences = desk.consultation.preferences
    assert preferences.willing_to_rehabilitate
    assert preferences.accepts_uncertainty
    assert preferences.wishes_to_postpone_surgery
    assert preferences.expected_pain == (
        ExpectedPain(months=3, score=3.0),
        ExpectedPain(months=6, score=2.0),
        ExpectedPain(months=12, score=1.0),
    )
    assert preferences.expected_pain_asked == Asked(at=NOW, answer=Answer.ANSWERED)


def test_one_key_says_that_the_expected_pain_was_not_asked(qtbot, open_case, library):
    desk = open_case("barely-recorded")
    assert desk.page.go_to("preferences.expected_pain")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_N)
    assert desk.consultation.preferences.expected_pain_asked == Asked(at=NOW, answer=Answer.NOT_ASKED)
    assert desk.consultation.not_assessed is None


def test_n_leaves_a_question_of_readiness(qtbot, open_case):
    desk = open_case("barely-recorded")
    desk.page.go_to("preferences.accepts_uncertainty")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_N)
    assert desk.consultation.not_assessed == ("preferences.accepts_uncertainty",)


def change_side(qtbot, desk) -> ChangeSideDialog:
    click(qtbot, desk, "knee=left")
    dialog = desk.page.findChild(ChangeSideDialog)
    qtbot.waitExposed(dialog)
    return dialog


def test_another_side_is_asked_about_first(qtbot, open_case):
    desk = open_case("reference")
    dialog = change_side(qtbot, desk)
    assert "Change to the left knee?" in words(dialog)
    assert desk.consultation.knee is Knee.RIGHT
    assert button(desk, "knee=right").isChecked(), "as recorded, until it is confirmed"
    qtbot.mouseClick(dialog.findChild(QAbstractButton, "change_side.confirm"), Qt.MouseButton.LeftButton)
    assert desk.changes == [{"knee": Knee.LEFT}]
    assert button(desk, "knee=left").isChecked()


def test_a_side_that_is_not_confirmed_stays(qtbot, open_case):
    desk = open_case("reference")
    dialog = change_side(qtbot, desk)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert desk.changes == []
    assert button(desk, "knee=right").isChecked()


def test_a_side_can_be_asked_about_again(qtbot, open_case):
    desk = open_case("reference")
    qtbot.keyClick(change_side(qtbot, desk), Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, 52)  # the first dialog is deleted
    dialog = change_side(qtbot, desk)
    qtbot.mouseClick(dialog.findChild(QAbstractButton, "change_side.confirm"), Qt.MouseButton.LeftButton)
    assert desk.consultation.knee is Knee.LEFT


def test_a_focused_finding_is_explained_where_the_pack_explains_it(open_case):
    desk = open_case("reference")
    desk.page.go_to("patient.birth_date")
    desk.page.go_to("patient.identifier")
    desk.page.go_to("preferences.goals")
    assert desk.explained[-2:] == ["patient.birth_date", "preferences.goals"]


def test_a_focused_field_is_in_sight(open_case):
    desk = open_case("reference")
    for path in ("preferences.expected_pain", "patient.family_name", "preferences.accepts_uncertainty"):
        desk.page.go_to(path)
        QApplication.processEvents()
        assert not QApplication.focusWidget().visibleRegion().isEmpty()


def test_progress(cases, library):
    for case, expected in (("reference", Progress.DONE), ("barely-recorded", Progress.MISSING)):
        assert PatientPage.progress(cases[case], assess(cases[case], library)) is expected


def test_what_somebody_typed_is_shown_as_it_stands(open_case):
    desk = open_case("hostile-text")
    assert line(desk, "patient.given_name").text() == '<b>Zoë</b> & "Co"'


@pytest.mark.parametrize("case", ["reference", "barely-recorded", "hostile-text"])
def test_every_control_has_a_name_and_a_role(case, open_case):
    desk = open_case(case)
    assert unnamed(desk.page) == []
    focusable = [node for node in nodes(desk.page) if node.state().focusable and not node.state().invisible]
    assert not [node for node in focusable if node.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client)]


@pytest.mark.parametrize("case", ["reference", "barely-recorded", "hostile-text"])
@pytest.mark.parametrize("width", [700, 826, 1150])
def test_nothing_reaches_over_the_edge(case, width, open_case):
    desk = open_case(case, width)
    QApplication.processEvents()
    assert beyond(desk.page) == []
