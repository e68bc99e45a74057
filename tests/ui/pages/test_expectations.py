"""Expectations: asked before it is shown, drawn over what studies saw, and agreed until when it is tried."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit

from kneedesk.assessment.assessment import assess
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Decision, StopRule
from kneedesk.domain.preferences import Answer, Asked, ExpectedPain, Preferences
from kneedesk.domain.treatment import Proposal, Treatment
from kneedesk.ui.page import Progress
from kneedesk.ui.pages.expectations import ExpectationsPage
from kneedesk.ui.widgets.expected_pain import ASKED, PATH
from kneedesk.ui.widgets.passage_list import Statement
from tests.ui.hosting import unnamed
from tests.ui.pages.desk import at_work, beyond, words
from tests.ui.widgets.hands import click, enter

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
STUDIES = "Expected, and found in studies"


def amended(consultation: Consultation, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(consultation), **blocks})


@pytest.fixture
def open_case(qtbot, library, english, theme, cases):
    def begin(case: str | Consultation = "reference", width: int = 830):
        before = len(QApplication.topLevelWidgets())
        page = ExpectationsPage(library, english, theme, clock=lambda: NOW)
        assert len(QApplication.topLevelWidgets()) == before + 1
        page.saved = []
        page.exported.connect(page.saved.append)
        return at_work(qtbot, page, library, cases[case] if isinstance(case, str) else case, width, 3600)

    return begin


@pytest.fixture
def unasked(cases) -> Consultation:
    return amended(cases["reference"], preferences=Preferences())


def button(desk, name: str) -> QAbstractButton:
    return desk.page.findChild(QAbstractButton, name)


def test_showing_announces_and_explains_nothing(open_case, cases):
    desk = open_case()
    for consultation in cases.values():
        desk.session.open("key", consultation)
    assert desk.changes == []
    assert desk.explained == []


# The question comes first


def test_the_evidence_is_covered_until_the_patient_was_asked(open_case, unasked):
    desk = open_case(unasked)
    assert STUDIES not in words(desk.page)
    assert "What a salt-water injection does" not in words(desk.page)
    assert "From day 0 to 12 months" not in words(desk.page)
    assert "What the patient expects" in words(desk.page)
    assert "When to stop" in words(desk.page)
    assert not button(desk, "expectations.uncover").isVisible()


def test_who_was_asked_before_is_not_asked_again(open_case):
    desk = open_case()
    assert STUDIES in words(desk.page)
    assert "asked before any evidence is shown" not in words(desk.page)


def test_the_last_answer_uncovers_it_and_the_question_stays_in_sight(qtbot, open_case, unasked):
    desk = open_case(unasked)
    for months, score in ((3, 4), (6, 3)):
        click(qtbot, button(desk, f"{PATH}.{months}={score}"))
        assert STUDIES not in words(desk.page)
    click(qtbot, button(desk, f"{PATH}.12=2"))
    assert STUDIES in words(desk.page)
    assert words(desk.page).count("before any evidence is shown") == 1
    assert "Expected pain: 4 of 10 after 3 months; 3 of 10 after 6 months; 2 of 10 after 12 months." in words(desk.page)
    asked = desk.consultation.preferences.expected_pain_asked
    assert asked == Asked(at=NOW, answer=Answer.ANSWERED)


@pytest.mark.parametrize(("key", "answer"), [("n", Answer.NOT_ASKED), ("", Answer.RATHER_NOT_SAY)])
def test_that_there_is_no_answer_uncovers_it_too(qtbot, open_case, unasked, key, answer):
    desk = open_case(unasked)
    if key:
        assert desk.page.go_to(PATH)
        QTest.keyClick(QApplication.focusWidget(), key)
    else:
        click(qtbot, button(desk, f"{PATH}={answer}"))
    assert desk.changes == [{PATH: None, ASKED: Asked(at=NOW, answer=answer)}]
    assert STUDIES in words(desk.page)


def test_who_cannot_say_it_of_every_month_goes_on_by_hand(qtbot, open_case, unasked):
    desk = open_case(unasked)
    click(qtbot, button(desk, f"{PATH}.3=4"))
    assert STUDIES not in words(desk.page)
    click(qtbot, button(desk, "expectations.uncover"))
    assert STUDIES in words(desk.page)
    assert not button(desk, "expectations.uncover").isVisible()
    assert QApplication.focusWidget().objectName().startswith(f"{PATH}.3")


def test_an_answer_that_is_taken_back_covers_it_again(qtbot, open_case, unasked):
    desk = open_case(unasked)
    click(qtbot, button(desk, f"{PATH}={Answer.NOT_ASKED}"))
    desk.session.undo()
    assert STUDIES not in words(desk.page)


def test_coming_back_the_question_is_gone(qtbot, open_case, unasked, cases):
    desk = open_case(unasked)
    click(qtbot, button(desk, f"{PATH}={Answer.NOT_ASKED}"))
    desk.page.hide()
    desk.page.show_consultation(desk.consultation, desk.session.assessment)
    desk.page.show()
    assert "asked before any evidence is shown" not in words(desk.page)
    assert STUDIES in words(desk.page)


# What is expected and what was found


def test_the_goal_stands_in_the_patients_words(open_case):
    assert "The goal, in the patient’s own words: “walk my dog round the lake”" in words(open_case().page)


@pytest.mark.parametrize("treatment", Treatment)
def test_what_is_said_belongs_to_the_course(open_case, cases, library, treatment):
    desk = open_case(amended(cases["reference"], proposal=Proposal(treatment=treatment)))
    has_salt_water = library.options[treatment].rows.salt_water is not None
    assert ("What a salt-water injection does" in words(desk.page)) is has_salt_water
    assert "What may happen without a procedure" in words(desk.page)
    assert "From day 0 to 12 months" in words(desk.page)


def test_every_statement_on_a_study_is_explained_when_it_is_pressed(open_case, qtbot):
    desk = open_case()
    statements = [each for each in desk.page.findChildren(Statement) if each.isVisible() and each.basis]
    assert len(statements) > 12
    for statement in statements:
        qtbot.mouseClick(statement, Qt.MouseButton.LeftButton)
        assert desk.explained[-1] == statement.line


def test_without_a_proposal_the_page_leads_to_it(open_case, cases, qtbot):
    desk = open_case(amended(cases["reference"], proposal=Proposal()))
    assert "What may happen without a procedure" in words(desk.page)
    assert "From day 0 to 12 months" not in words(desk.page)
    click(qtbot, button(desk, "proposal.treatment.sought"))
    assert desk.sought == ["proposal.treatment"]


# What is agreed


def test_the_stop_rule_is_written_as_it_will_be_printed(open_case, qtbot):
    desk = open_case()
    assert "If your pain has not fallen by ____ points (of 10) by ______________, we stop and talk again." in words(
        desk.page
    )
    enter(qtbot, desk.page.findChild(QLineEdit, "stop_rule.amount"), "2,5")
    enter(qtbot, desk.page.findChild(QLineEdit, "stop_rule.date"), "10 mar 2027")
    assert desk.consultation.stop_rule == StopRule(amount=2.5, date=date(2027, 3, 10))
    assert "If your pain has not fallen by 2.5 points (of 10) by 10 March 2027, we stop and talk again." in words(
        desk.page
    )


def test_the_field_that_the_focus_comes_to_is_explained(open_case):
    desk = open_case()
    assert desk.page.go_to("stop_rule.amount")
    assert desk.explained == ["stop_rule.amount"]


def test_the_day_of_review_is_recorded_and_stands_among_the_days(open_case, qtbot):
    desk = open_case()
    assert desk.page.go_to("decision.review_date")
    enter(qtbot, desk.page.findChild(QLineEdit, "decision.review_date"), "18 feb 2027")
    assert desk.changes == [{"decision.review_date": date(2027, 2, 18)}]
    assert "18 February 2027\nDay of review" in words(desk.page)


def test_the_days_are_saved_as_a_calendar_file(open_case, qtbot, tmp_path):
    desk = open_case()
    click(qtbot, button(desk, "calendar.save"))
    (dialog,) = desk.page.findChildren(QFileDialog)
    assert [name.rpartition("/")[2] for name in dialog.selectedFiles()] == ["follow-up.ics"]
    dialog.fileSelected.emit(str(tmp_path / "follow-up.ics"))
    dialog.reject()
    qtbot.waitUntil(lambda: "Saved follow-up.ics in" in words(desk.page))
    written = (tmp_path / "follow-up.ics").read_text("utf-8")
    assert written.count("BEGIN:VEVENT") == 4
    assert "DTSTAMP:20261118T140200Z" in written
    assert desk.page.saved == ["expectations"]


# The whole of it


def test_the_page_has_a_name_for_all_that_takes_the_focus(open_case, unasked):
    assert unnamed(open_case().page) == []
    assert unnamed(open_case(unasked).page) == []


@pytest.mark.parametrize("case", ["reference", "hostile-text", "barely-recorded"])
def test_nothing_scrolls_sideways(open_case, case):
    assert beyond(open_case(case).page) == []


def test_progress(cases, library):
    reference = cases["reference"]
    assessment = assess(reference, library)
    assert ExpectationsPage.progress(reference, assessment) is Progress.MISSING
    reviewed = amended(reference, decision=Decision(review_date=date(2027, 2, 18)))
    assert ExpectationsPage.progress(reviewed, assessment) is Progress.DONE


def test_scores_of_other_months_are_no_answer_to_all_of_the_question(open_case, cases):
    later = Preferences(expected_pain=(ExpectedPain(months=24, score=2),))
    desk = open_case(amended(cases["reference"], preferences=later))
    assert STUDIES in words(desk.page)  # it was asked before: nothing is covered
