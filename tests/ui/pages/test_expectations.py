"""Expectations: what was expected beside what was found, in words with their basis, and the day of review."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from kneedesk.assessment.assessment import assess
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Decision
from kneedesk.domain.preferences import Preferences
from kneedesk.domain.treatment import Proposal, Treatment
from kneedesk.ui.page import Progress
from kneedesk.ui.pages.expectations import ExpectationsPage
from kneedesk.ui.widgets.passage_list import Statement
from tests.ui.hosting import host, unnamed


def amended(consultation: Consultation, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(consultation), **blocks})


@pytest.fixture
def page(qtbot, library, english, theme):
    before = len(QApplication.topLevelWidgets())
    page = ExpectationsPage(library, english, theme)
    page.changes, page.explanations, page.wishes = [], [], []
    page.amended.connect(page.changes.append)
    page.explained.connect(page.explanations.append)
    page.sought.connect(page.wishes.append)
    assert len(QApplication.topLevelWidgets()) == before + 1
    host(qtbot, page, height=2500)
    return page


@pytest.fixture
def show(page, library):
    def show(consultation: Consultation) -> None:
        page.show_consultation(consultation, assess(consultation, library))

    return show


def texts(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_showing_announces_and_explains_nothing(page, show, cases):
    for consultation in cases.values():
        show(consultation)
    assert page.changes == []
    assert page.explanations == []


def test_what_was_expected_stands_beside_what_was_found(page, show, cases, library):
    show(cases["reference"])
    assert "3 of 10 after 3 months\n2 of 10 after 6 months\n1 of 10 after 12 months" in texts(page)
    assert "Stem-cell injection: what it may do" in texts(page)
    assert "What a salt-water injection does" in texts(page)
    show(amended(cases["reference"], preferences=Preferences()))
    assert "Not recorded" in texts(page)
    left = amended(cases["reference"], preferences=Preferences(), not_assessed=("preferences.expected_pain",))
    show(left)
    assert "Not assessed" in texts(page)


@pytest.mark.parametrize("treatment", Treatment)
def test_what_is_said_belongs_to_the_course(page, show, cases, library, treatment):
    show(amended(cases["reference"], proposal=Proposal(treatment=treatment)))
    has_salt_water = library.options[treatment].rows.salt_water is not None
    assert ("What a salt-water injection does" in texts(page)) is has_salt_water
    assert ("Afterwards" in texts(page)) is (treatment is not Treatment.CONSERVATIVE)
    assert "What may happen without a procedure" in texts(page)


def test_every_statement_is_explained_when_it_is_pressed(page, show, cases, qtbot):
    show(cases["reference"])
    statements = [each for each in page.findChildren(Statement) if each.isVisible()]
    assert len(statements) > 8
    for statement in statements:
        qtbot.mouseClick(statement, Qt.MouseButton.LeftButton)
        assert page.explanations[-1] == statement.line
        assert statement.basis


def test_the_day_of_review_is_recorded(page, show, cases, qtbot):
    show(cases["reference"])
    line = page.findChild(QLineEdit, "decision.review_date")
    qtbot.keyClicks(line, "18 feb 2027")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.changes == [{"decision.review_date": date(2027, 2, 18)}]
    show(amended(cases["reference"], decision=Decision(review_date=date(2027, 2, 18))))
    assert line.text() == "18 February 2027"


def test_without_a_proposal_the_page_leads_to_it(page, show, cases, qtbot):
    show(cases["barely-recorded"])
    assert "What may happen without a procedure" in texts(page)
    qtbot.mouseClick(page.findChild(QAbstractButton, "proposal.treatment.sought"), Qt.MouseButton.LeftButton)
    assert page.wishes == ["proposal.treatment"]


def test_the_page_has_a_name_for_all_that_takes_the_focus(page, show, cases):
    show(cases["reference"])
    assert unnamed(page) == []


def test_nothing_scrolls_sideways(page, show, cases):
    show(cases["hostile-text"])
    assert page.minimumSizeHint().width() <= 830


def test_progress(cases, library):
    reference = cases["reference"]
    assessment = assess(reference, library)
    assert ExpectationsPage.progress(reference, assessment) is Progress.MISSING
    reviewed = amended(reference, decision=Decision(review_date=date(2027, 2, 18)))
    assert ExpectationsPage.progress(reviewed, assessment) is Progress.DONE
