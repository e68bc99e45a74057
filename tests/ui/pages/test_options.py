"""Options: what is proposed is recorded, two to five courses are compared, every answer says what it rests on."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.candidacy import Verdict
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.preferences import Preferences, Priority
from kneedesk.domain.treatment import Proposal, Treatment
from kneedesk.presentation.verdicts import verdict_words
from kneedesk.ui.page import Progress
from kneedesk.ui.pages.options import OptionsPage
from kneedesk.ui.widgets.comparison_question import ComparisonQuestion
from kneedesk.ui.widgets.passage_list import Statement
from tests.ui.hosting import host, nodes, unnamed


def amended(consultation: Consultation, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(consultation), **blocks})


@pytest.fixture
def page(qtbot, library, english, theme):
    page = OptionsPage(library, english, theme)
    page.changes, page.explanations = [], []
    page.amended.connect(page.changes.append)
    page.explained.connect(page.explanations.append)
    host(qtbot, page, height=3000)
    return page


@pytest.fixture
def show(page, library, qtbot):
    def show(consultation: Consultation) -> None:
        page.show_consultation(consultation, assess(consultation, library))
        qtbot.waitUntil(lambda: page.grid.is_filled)

    return show


def statements(page) -> list[Statement]:
    return [each for each in page.findChildren(Statement) if each.isVisible()]


def tick(page, course: Treatment) -> QAbstractButton:
    return page.findChild(QAbstractButton, f"options.compare={course}")


def test_showing_announces_and_explains_nothing(page, show, cases):
    for consultation in cases.values():
        show(consultation)
    assert page.changes == []
    assert page.explanations == []


def test_the_proposal_is_recorded_value_by_value(page, show, cases, qtbot):
    show(amended(cases["reference"], proposal=Proposal()))
    assert page.findChild(QWidget, "proposal.cell_source").isVisible() is False
    choice = page.findChild(QAbstractButton, "proposal.treatment=stem_cell")
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert page.changes == [{"proposal.treatment": Treatment.STEM_CELL}]
    show(amended(cases["reference"], proposal=Proposal(treatment=Treatment.STEM_CELL)))
    source = page.findChild(QAbstractButton, "proposal.cell_source=bone_marrow")
    assert source.isVisible()
    cost = next(each for each in page.findChildren(QLineEdit) if each.objectName() == "proposal.total_cost")
    qtbot.keyClicks(cost, "5200 USD")
    qtbot.keyClick(cost, Qt.Key.Key_Return)
    day = next(each for each in page.findChildren(QLineEdit) if each.objectName() == "proposal.date")
    qtbot.keyClicks(day, "10 dec 2026")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert page.changes[1:] == [{"proposal.total_cost": "5200 USD"}, {"proposal.date": date(2026, 12, 10)}]


def test_cell_products_are_asked_for_only_where_cells_are_proposed_or_recorded(page, show, cases):
    asked = page.findChild(QWidget, "proposal.product_status")
    show(amended(cases["reference"], proposal=Proposal(treatment=Treatment.PRP)))
    assert not asked.isVisible()
    show(cases["reference"])
    assert asked.isVisible()


def test_at_first_the_proposed_course_is_compared_with_care_without_a_procedure(page, show, cases):
    show(cases["reference"])
    assert page.grid.courses[0] is Treatment.STEM_CELL
    assert Treatment.CONSERVATIVE in page.grid.courses
    assert len(page.grid.courses) == 3
    assert {course for course in Treatment if tick(page, course).isChecked()} == set(page.grid.courses)


def test_two_to_five_courses_are_compared(page, show, cases, qtbot):
    show(cases["reference"])
    before = page.grid.courses
    for course in (Treatment.PRP, Treatment.KNEE_REPLACEMENT, Treatment.ARTHROSCOPY):
        qtbot.mouseClick(tick(page, course), Qt.MouseButton.LeftButton)
    assert page.grid.courses == (*before[:-1], Treatment.PRP, Treatment.KNEE_REPLACEMENT, before[-1])
    assert not tick(page, Treatment.ARTHROSCOPY).isChecked()
    assert any("At most five" in label.text() for label in page.findChildren(QLabel))
    for course in (Treatment.PRP, Treatment.KNEE_REPLACEMENT, before[1], Treatment.CONSERVATIVE):
        qtbot.mouseClick(tick(page, course), Qt.MouseButton.LeftButton)
    assert page.grid.courses == (Treatment.STEM_CELL, Treatment.CONSERVATIVE)
    assert tick(page, Treatment.CONSERVATIVE).isChecked()
    assert page.changes == [], "what is compared is not recorded"


def test_the_courses_are_one_stop_of_tab(page, show, cases, qtbot):
    show(cases["reference"])
    stops = [each for each in Treatment if tick(page, each).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1
    tick(page, stops[0]).setFocus()
    qtbot.keyClick(tick(page, stops[0]), Qt.Key.Key_Right)
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Space)
    assert Treatment.HYALURONIC_ACID in page.grid.courses


def test_what_the_patient_picks_is_recorded_and_orders_the_questions(page, show, cases, qtbot):
    unpicked = amended(cases["reference"], preferences=Preferences())
    show(unpicked)
    assert page.grid.rows[:3] == ("stance", "what_it_is", "what_it_is_like")
    first = page.findChild(QAbstractButton, "preferences.priorities=pain_relief")
    first.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        qtbot.keyClick(page.window().focusWidget(), key)
    assert page.changes == [{"preferences.priorities": (Priority.LOW_RISK,)}]
    show(amended(unpicked, preferences=Preferences(priorities=(Priority.LOW_RISK,))))
    assert page.grid.rows[:3] == ("stance", "harms", "unknown")


def test_only_what_was_picked_is_shown_on_demand_with_cost_and_interest(page, show, cases, qtbot):
    only = page.findChild(QAbstractButton, "options.only_picked")
    show(amended(cases["reference"], preferences=Preferences()))
    assert not only.isEnabled()
    show(amended(cases["reference"], preferences=Preferences(priorities=(Priority.FEWER_VISITS,))))
    qtbot.mouseClick(only, Qt.MouseButton.LeftButton)
    assert page.grid.rows == ("stance", "what_it_is_like", "cost", "interest")
    questions = [each for each in page.findChildren(ComparisonQuestion) if each.isVisible()]
    assert len(questions) == 4
    qtbot.mouseClick(only, Qt.MouseButton.LeftButton)
    assert len(page.grid.rows) > 10
    assert page.changes == []


def test_another_finding_changes_who_is_like_this_patient(page, show, cases):
    def said() -> str:
        return " ".join(each.text() for each in statements(page) if "50 years or older" in each.text())

    show(cases["reference"])
    assert "= Like this patient" in said()
    patient = cases["reference"].patient.model_copy(update={"birth_date": date(1990, 1, 1)})
    show(amended(cases["reference"], patient=patient))
    assert "\N{NOT EQUAL TO} Unlike this patient" in said()


def test_the_way_to_the_proposed_course_is_one_press(page, show, cases, qtbot):
    show(cases["reference"])
    qtbot.mouseClick(page.findChild(QAbstractButton, "options.proposal"), Qt.MouseButton.LeftButton)
    assert page.window().focusWidget().objectName().startswith("proposal.treatment=")


def test_the_row_in_focus_is_announced(page, show, cases, qtbot):
    entered = []
    page.row_entered.connect(entered.append)
    show(cases["reference"])
    page.findChild(ComparisonQuestion, "options.row=harms").setFocus()
    assert entered == ["harms"]


def test_the_choice_stays_until_another_course_is_proposed(page, show, cases, qtbot):
    show(cases["reference"])
    qtbot.mouseClick(tick(page, Treatment.PRP), Qt.MouseButton.LeftButton)
    chosen = page.grid.courses
    show(amended(cases["reference"], proposal=Proposal(treatment=Treatment.STEM_CELL, sessions=3)))
    assert page.grid.courses == chosen
    show(amended(cases["reference"], proposal=Proposal(treatment=Treatment.KNEE_REPLACEMENT)))
    assert page.grid.courses[0] is Treatment.KNEE_REPLACEMENT


def test_every_answer_is_explained_when_it_is_pressed(page, show, cases, qtbot):
    show(cases["reference"])
    for statement in statements(page):
        if statement.basis:
            qtbot.mouseClick(statement, Qt.MouseButton.LeftButton, pos=statement.rect().center())
            assert page.explanations[-1] == statement.line
    assert len(page.explanations) > 40


def test_the_keyboard_reads_the_whole_grid_from_one_stop_of_tab(page, show, cases, qtbot):
    show(cases["reference"])
    parts = [*statements(page), *(each for each in page.findChildren(ComparisonQuestion) if each.isVisible())]
    stops = [each for each in parts if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    seen = set()
    for _ in range(1 + len(page.grid.courses)):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Home)
        for _ in range(100):
            seen.add(page.window().focusWidget())
            qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Down)
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Home)
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Right)
    assert seen == set(parts)


def test_no_verdict_stands_in_the_comparison(page, show, cases, english):
    words = [verdict_words(verdict, english) for verdict in Verdict if verdict is not Verdict.DEFERRED]
    for consultation in cases.values():
        show(consultation)
        said = [label.text() for label in page.findChildren(QLabel)]
        assert not any(word in text for text in said for word in words)


def test_every_answer_can_be_seen(page, show, cases, qtbot):
    page.host.resize(830, 9000)
    page.resize(830, 9000)
    show(cases["reference"])
    qtbot.waitUntil(lambda: page.grid.height() >= page.grid.heightForWidth(page.grid.width()))
    assert all(not statement.visibleRegion().isEmpty() for statement in statements(page))


def test_what_was_read_second_hand_says_so(page, show, cases):
    show(cases["reference"])
    assert any("second-hand" in statement.text() for statement in statements(page))


def test_nothing_scrolls_sideways_with_five_courses(page, show, cases, qtbot):
    show(cases["reference"])
    for course in (Treatment.PRP, Treatment.KNEE_REPLACEMENT):
        qtbot.mouseClick(tick(page, course), Qt.MouseButton.LeftButton)
    assert len(page.grid.courses) == 5
    assert page.minimumSizeHint().width() <= 830


def test_the_page_has_a_name_for_all_that_takes_the_focus(page, show, cases):
    show(cases["reference"])
    assert unnamed(page) == []
    boxes = {
        node.text(QAccessible.Text.Name): node.state().checked
        for node in nodes(page)
        if node.role() is QAccessible.Role.CheckBox and node.text(QAccessible.Text.Name).startswith("Compare:")
    }
    assert len(boxes) == 7
    assert boxes["Compare: Stem-cell injection"]


def test_progress(cases, library):
    reference, barely = cases["reference"], cases["barely-recorded"]
    assert OptionsPage.progress(reference, assess(reference, library)) is Progress.DONE
    assert OptionsPage.progress(barely, assess(barely, library)) is Progress.MISSING


def test_what_a_verdict_asks_of_the_cells_is_shown_whatever_is_proposed(page, show, cases):
    steroid = amended(cases["reference"], proposal=Proposal(treatment=Treatment.CORTICOSTEROID))
    show(steroid)
    field = page.findChild(QWidget, "proposal.product_status")
    assert not field.isVisible()
    assert page.go_to("proposal.product_status")
    assert field.isVisible()
    show(amended(steroid, proposal=Proposal(treatment=Treatment.CORTICOSTEROID, sessions=1)))
    assert field.isVisible()
    show(amended(steroid, proposal=Proposal(treatment=Treatment.PRP)))
    assert not field.isVisible()
