"""Evaluation: the table of findings, each with its purpose, and the key that answers the rest with no."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from kneedesk.assessment.answers import ASKED_ONE_BY_ONE, answers_of_no
from kneedesk.assessment.assessment import assess
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.history import Diabetes
from kneedesk.domain.patient import Sex
from kneedesk.ui.dialogs.all_asked import AllAskedDialog
from kneedesk.ui.page import Progress
from kneedesk.ui.pages.evaluation import Anchor, EvaluationPage
from kneedesk.ui.settling import settle
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.finding_row import FindingRow
from tests.ui.hosting import nodes, tab_order, unnamed
from tests.ui.pages.desk import at_work, beyond, words


@pytest.fixture
def open_case(qtbot, library, english, theme, cases):
    def begin(case: str | Consultation, width: int = 830):
        page = EvaluationPage(library, english, theme)
        return at_work(qtbot, page, library, cases[case] if isinstance(case, str) else case, width)

    return begin


def row(desk, path: str) -> FindingRow:
    return next(each for each in desk.page.findChildren(FindingRow) if each.field.path == path)


def button(desk, name: str) -> QAbstractButton:
    return desk.page.findChild(QAbstractButton, name)


def pages_of(desk) -> list[str]:
    return [each.field.path for each in desk.page.findChildren(FindingRow) if each.isVisible()]


def field_of(widget) -> Field | None:
    return widget if widget is None or isinstance(widget, Field) else field_of(widget.parentWidget())


def test_every_finding_of_the_evaluation_has_a_row_with_its_words(open_case, library):
    desk = open_case("reference")
    asked = [each for each in library.findings.values() if each.section in ("history", "examination", "imaging")]
    assert len(pages_of(desk)) == len(asked) + 1
    for finding in asked:
        shown = words(row(desk, finding.id))
        assert finding.name.en in shown
        assert finding.description.en in shown
        assert finding.purpose.text.en.split(",")[0].split(".")[0][:40] in shown


def test_a_purpose_says_what_it_rests_on(open_case):
    assert (
        row(open_case("reference"), "history.conservative_care").purpose.text().endswith("[Guideline, Trial registry]")
    )


def test_red_flags_stand_first(open_case):
    assert pages_of(open_case("reference"))[0] == "history.red_flags"


def test_showing_announces_nothing(open_case, cases):
    desk = open_case("reference")
    for consultation in cases.values():
        desk.session.open("key", consultation)
    assert desk.changes == []
    assert desk.sought == []


def test_a_choice_by_mouse_is_one_change(qtbot, open_case):
    desk = open_case("barely-recorded")
    qtbot.mouseClick(button(desk, "history.diabetes=controlled"), Qt.MouseButton.LeftButton)
    assert desk.changes == [{"history.diabetes": Diabetes.CONTROLLED}]
    assert desk.consultation.history.diabetes is Diabetes.CONTROLLED


def test_n_leaves_a_finding_and_an_answer_takes_it_back(qtbot, open_case):
    desk = open_case("barely-recorded")
    assert desk.page.go_to("history.diabetes")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_N)
    assert desk.consultation.not_assessed == ("history.diabetes",)
    assert row(desk, "history.diabetes").needed == ""
    qtbot.mouseClick(button(desk, "history.diabetes=none"), Qt.MouseButton.LeftButton)
    assert desk.consultation.not_assessed is None
    assert desk.consultation.history.diabetes is Diabetes.NONE


def test_a_grade_is_set_by_its_digit(qtbot, open_case):
    desk = open_case("barely-recorded")
    desk.page.go_to("imaging.kellgren_lawrence")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    assert desk.consultation.imaging.kellgren_lawrence == 3


def test_what_the_verdicts_still_need_is_marked_in_words(qtbot, open_case):
    desk = open_case("barely-recorded")
    assert row(desk, "history.red_flags").needed == "Needed for 7 verdicts"
    assert row(desk, "history.diabetes").needed == "Needed for 3 verdicts"
    assert row(desk, "history.medications").needed == ""
    settle()
    assert "Needed for 7 verdicts" in words(row(desk, "history.red_flags"))
    before = row(desk, "history.diabetes").height()
    qtbot.mouseClick(button(desk, "history.diabetes=none"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert row(desk, "history.diabetes").needed == ""
    assert row(desk, "history.diabetes").height() == before, "nothing moves under the hand"


def test_a_settled_consultation_needs_nothing(open_case):
    assert "Needed for" not in words(open_case("reference").page)


def test_a_focused_row_is_explained_once(open_case):
    desk = open_case("reference")
    desk.page.go_to("history.diabetes")
    desk.page.go_to("history.onset")
    assert desk.explained[-2:] == ["history.diabetes", "history.onset"]


def test_tab_goes_row_by_row(qtbot, open_case):
    desk = open_case("barely-recorded")
    order = []
    for widget in tab_order(desk.page.window()):
        field = field_of(widget)
        if field is not None and field.path not in order[-1:]:
            order.append(field.path)
    assert order == pages_of(desk)


def test_the_ways_to_the_sections_come_before_the_rows(open_case):
    desk = open_case("barely-recorded")
    order = tab_order(desk.page.window())
    anchors = [widget for widget in order if isinstance(widget, Anchor)]
    assert order[: len(anchors) + 1] == [button(desk, "evaluation.all_asked"), *anchors]
    assert [anchor.accessibleName().partition(":")[0] for anchor in anchors][:2] == ["Red flags", "Medical history"]


def test_who_comes_to_the_page_begins_with_the_red_flags(open_case):
    desk = open_case("barely-recorded")
    desk.page.setFocus()
    assert field_of(QApplication.focusWidget()).path == "history.red_flags"


def test_the_row_with_the_focus_is_in_sight(open_case):
    desk = open_case("reference")
    for path in ("imaging.kellgren_lawrence", "history.red_flags", "measures", "history.diabetes"):
        desk.page.go_to(path)
        QApplication.processEvents()
        shown = row(desk, path)
        assert not shown.visibleRegion().isEmpty()
        assert shown.mapTo(desk.page, shown.rect().topLeft()).y() > 0


def test_a_section_leads_to_its_first_open_question(qtbot, open_case):
    desk = open_case("barely-recorded")
    qtbot.mouseClick(button(desk, "evaluation.examination"), Qt.MouseButton.LeftButton)
    assert desk.explained[-1] == "examination.flexion_degrees"
    assert not row(desk, "examination.flexion_degrees").visibleRegion().isEmpty()
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_a_section_counts_what_is_open(open_case):
    desk = open_case("barely-recorded")
    assert button(desk, "evaluation.imaging").accessibleName() == "Imaging: 3 open"
    desk = open_case("reference")
    names = [each.accessibleName() for each in desk.page.findChildren(Anchor)]
    assert all(name.endswith(": complete") for name in names)


def test_a_count_that_changes_moves_nothing(open_case, cases):
    """The button that is pressed would move away under the pointer."""
    desk = open_case("barely-recorded")
    anchors = desk.page.findChildren(Anchor)
    counted, before = [each.text() for each in anchors], [each.geometry() for each in anchors]
    desk.session.open("key", cases["reference"])
    QApplication.processEvents()
    assert [each.text() for each in anchors] == [text.partition(" (")[0] for text in counted] != counted
    assert [each.geometry() for each in anchors] == before


def test_another_page_s_finding_is_not_here(open_case):
    assert not open_case("reference").page.go_to("proposal.product_status")


def test_pregnancy_is_not_asked_of_a_man_unless_it_is_recorded(open_case, cases):
    desk = open_case("red-flag")
    assert not row(desk, "history.pregnancy").isVisible()
    assert not desk.page.go_to("history.pregnancy")
    desk.session.amend("patient.sex", Sex.FEMALE)
    assert row(desk, "history.pregnancy").isVisible()


def ask(qtbot, desk) -> AllAskedDialog:
    qtbot.mouseClick(button(desk, "evaluation.all_asked"), Qt.MouseButton.LeftButton)
    dialog = desk.page.findChild(AllAskedDialog)
    qtbot.waitExposed(dialog)
    return dialog


def test_the_key_lists_what_it_will_answer_and_answers_nothing_by_itself(qtbot, open_case, library):
    desk = open_case("barely-recorded")
    dialog = ask(qtbot, desk)
    said = words(dialog)
    for path in answers_of_no(desk.consultation, library):
        assert library.findings[path].name.en in said
    assert "Not answered by this" in said
    for path in ASKED_ONE_BY_ONE - {"history.pregnancy"}:
        assert library.findings[path].name.en in said.rpartition("Not answered by this")[2]
    assert "Pregnancy" not in said, "not asked of a man"
    qtbot.mouseClick(dialog.findChild(QAbstractButton, "all_asked.cancel"), Qt.MouseButton.LeftButton)
    assert desk.changes == []


def test_what_is_confirmed_is_one_step_of_undo(qtbot, open_case, cases, library):
    desk = open_case("barely-recorded")
    expected = dict(answers_of_no(desk.consultation, library))
    dialog = ask(qtbot, desk)
    qtbot.mouseClick(dialog.findChild(QAbstractButton, "all_asked.confirm"), Qt.MouseButton.LeftButton)
    assert desk.changes == [expected]
    assert answers_of_no(desk.consultation, library) == {}
    assert desk.consultation.history.red_flags is None
    assert desk.consultation.history.allergies == ()
    assert not button(desk, "evaluation.all_asked").isEnabled()
    desk.session.undo()
    assert desk.consultation == cases["barely-recorded"]
    assert button(desk, "evaluation.all_asked").isEnabled()


def test_the_key_is_used_by_keys_and_enter_alone_answers_nothing(qtbot, open_case):
    desk = open_case("barely-recorded")
    qtbot.keyClick(desk.page.window(), Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    dialog = desk.page.findChild(AllAskedDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert desk.changes == []
    assert not dialog.isVisible()


def test_progress(cases, library):
    for case, expected in (("reference", Progress.DONE), ("barely-recorded", Progress.MISSING)):
        assert EvaluationPage.progress(cases[case], assess(cases[case], library)) is expected


@pytest.mark.parametrize("case", ["reference", "barely-recorded"])
def test_every_control_has_a_name_and_a_role(case, open_case):
    desk = open_case(case)
    assert unnamed(desk.page) == []
    focusable = [node for node in nodes(desk.page) if node.state().focusable and not node.state().invisible]
    assert focusable
    assert not [node for node in focusable if node.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client)]


@pytest.mark.parametrize("case", ["reference", "barely-recorded", "hostile-text"])
@pytest.mark.parametrize("width", [700, 826, 1150])
def test_nothing_reaches_over_the_edge(case, width, open_case):
    desk = open_case(case, width)
    desk.session.amend("history.condition_detail", "W" * 5000)
    desk.session.amend("history.allergies", ("x" * 200, "An allergy with a long name " * 7))
    QApplication.processEvents()
    assert beyond(desk.page) == []


def test_what_was_taken_over_says_from_when_and_is_confirmed_by_one_key(open_case, qtbot):
    desk = open_case("reference")
    desk.page.show_carried({"history.diabetes": date(2026, 1, 5)})
    desk.page.show_consultation(desk.consultation, desk.session.assessment)
    confirm = button(desk, "history.diabetes=confirmed")
    assert confirm.text() == "From 5 January 2026: confirm"
    assert confirm.accessibleName() == "Diabetes: From 5 January 2026: confirm"
    assert button(desk, "evaluation.history").text() == "Medical history (1)"
    assert confirm in tab_order(desk.page.host)
    confirm.setFocus()
    with qtbot.waitSignal(desk.page.confirmed, check_params_cb=lambda path: path == "history.diabetes"):
        qtbot.keyClick(confirm, Qt.Key.Key_Space)
    assert field_of(QApplication.focusWidget()).path == "history.diabetes"
    desk.page.show_carried({})
    assert not confirm.isVisible()
