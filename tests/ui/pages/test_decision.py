"""Decision and consent: the patient's words, four equal endings, and a way to everything that is lacking."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit

from kneedesk.assessment.assessment import assess
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Counselling, Decision, Outcome
from kneedesk.domain.treatment import Proposal, Treatment
from kneedesk.presentation.conversation import lacks_of_consent
from kneedesk.ui.page import Progress
from kneedesk.ui.pages.decision import DecisionPage
from kneedesk.ui.widgets.lack_row import LackRow
from tests.ui.hosting import host, nodes, unnamed


def amended(consultation: Consultation, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(consultation), **blocks})


@pytest.fixture
def page(qtbot, library, english, theme):
    page = DecisionPage(library, english, theme)
    page.changes, page.wishes = [], []
    page.amended.connect(page.changes.append)
    page.sought.connect(page.wishes.append)
    host(qtbot, page, height=2500)
    return page


@pytest.fixture
def show(page, library):
    def show(consultation: Consultation) -> None:
        page.show_consultation(consultation, assess(consultation, library))

    return show


def rows(page) -> list[LackRow]:
    return [row for row in page.findChildren(LackRow) if not row.isHidden()]


def endings(page) -> dict[str, QAbstractButton]:
    return {outcome: page.findChild(QAbstractButton, f"decision.outcome={outcome}") for outcome in Outcome}


def test_showing_announces_nothing(page, show, cases):
    for consultation in cases.values():
        show(consultation)
    assert page.changes == []


def test_what_the_patient_said_is_recorded(page, show, cases, qtbot):
    show(cases["reference"])
    words = page.findChild(QPlainTextEdit, "counselling.teach_back")
    words.setFocus()
    qtbot.keyClicks(words, "It may help a little, or not.")
    words.clearFocus()
    assert page.changes == [{"counselling.teach_back": "It may help a little, or not."}]
    question = next(each for each in page.findChildren(QLineEdit) if each.objectName() == "counselling.questions")
    qtbot.keyClicks(question, "When can I drive?")
    qtbot.keyClick(question, Qt.Key.Key_Return)
    asked = ("How long will I be off work?", "When can I drive?")
    assert page.changes[1:] == [{"counselling.questions": asked}]


def test_the_four_endings_are_equal(page, show, cases):
    show(cases["reference"])
    buttons = list(endings(page).values())
    assert len({button.y() for button in buttons}) == 1
    assert max(button.width() for button in buttons) - min(button.width() for button in buttons) <= 1
    assert len({button.height() for button in buttons}) == 1
    assert not any(button.isChecked() for button in buttons)


@pytest.mark.parametrize("outcome", Outcome)
def test_an_ending_is_recorded_and_shown(page, show, cases, qtbot, outcome):
    show(cases["reference"])
    qtbot.mouseClick(endings(page)[outcome], Qt.MouseButton.LeftButton)
    assert page.changes == [{"decision.outcome": outcome}]
    show(amended(cases["reference"], decision=Decision(outcome=outcome)))
    assert [each for each, button in endings(page).items() if button.isChecked()] == [outcome]


def test_course_reason_and_review_are_recorded(page, show, cases, qtbot):
    show(cases["reference"])
    qtbot.mouseClick(page.findChild(QAbstractButton, "decision.treatment=conservative"), Qt.MouseButton.LeftButton)
    reason = page.findChild(QPlainTextEdit, "decision.reason")
    reason.setFocus()
    qtbot.keyClicks(reason, "Wants to wait")
    qtbot.keyClick(reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    day = page.findChild(QLineEdit, "decision.review_date")
    qtbot.keyClicks(day, "2027-02-18")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert page.changes == [
        {"decision.treatment": Treatment.CONSERVATIVE},
        {"decision.reason": "Wants to wait"},
        {"decision.review_date": date(2027, 2, 18)},
    ]


def test_nothing_of_a_decision_can_be_left_as_not_assessed(page, show, cases, qtbot):
    show(cases["reference"])
    endings(page)[Outcome.PROCEED].setFocus()
    qtbot.keyClick(endings(page)[Outcome.PROCEED], Qt.Key.Key_N)
    assert page.changes == []


def test_each_thing_that_the_form_lacks_is_a_way_to_it(page, show, cases, library, english, qtbot):
    for case in cases.values():
        consultation = amended(case, decision=Decision())
        show(consultation)
        lacks = lacks_of_consent(assess(consultation, library), library, english)
        assert [row.accessibleName() for row in rows(page)] == [lack.words for lack in lacks]
        page.wishes.clear()
        for row in rows(page):
            qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
        assert page.wishes == [lack.finding for lack in lacks]


@pytest.mark.parametrize("outcome", [Outcome.NOT_TODAY, Outcome.REFER, Outcome.DECLINE])
def test_who_does_not_go_ahead_has_nothing_to_sign(page, show, cases, outcome):
    show(amended(cases["reference"], decision=Decision(outcome=outcome)))
    assert rows(page) == []
    assert any(label.text().startswith("There is nothing to sign") for label in page.findChildren(QLabel))


def test_a_form_that_lacks_nothing_says_so(page, show, cases, library):
    reference = cases["reference"]
    proposal = reference.proposal
    risks = tuple(risk.id for risk in library.risks_of(proposal.treatment, proposal.cell_source))
    complete = amended(
        reference,
        counselling=Counselling(discussed=risks, teach_back="It may help a little."),
        decision=Decision(outcome=Outcome.PROCEED),
    )
    show(complete)
    assert rows(page) == []
    assert any("Nothing is missing" in label.text() for label in page.findChildren(QLabel))
    show(amended(reference, proposal=Proposal(treatment=Treatment.CONSERVATIVE)))
    assert any("No consent form" in label.text() for label in page.findChildren(QLabel))


def test_the_page_has_a_name_for_all_that_takes_the_focus(page, show, cases):
    show(cases["reference"])
    assert unnamed(page) == []
    radios = [node for node in nodes(page) if node.role() is QAccessible.Role.RadioButton]
    assert len(radios) == 4 + 7


def test_nothing_scrolls_sideways(page, show, cases):
    show(cases["hostile-text"])
    assert page.minimumSizeHint().width() <= 830


def test_progress(cases, library):
    reference = cases["reference"]
    assessment = assess(reference, library)
    assert DecisionPage.progress(reference, assessment) is Progress.MISSING
    declined = amended(reference, decision=Decision(outcome=Outcome.DECLINE))
    assert DecisionPage.progress(declined, assessment) is Progress.DONE


def test_a_course_is_chosen_only_where_one_is_proposed_or_recorded(page, show, cases):
    chosen = page.findChildren(QAbstractButton, "decision.treatment=conservative")
    for proposal, decision, offered in (
        (Proposal(), Decision(), False),
        (Proposal(treatment=Treatment.PRP), Decision(), True),
        (Proposal(), Decision(treatment=Treatment.CONSERVATIVE), True),
    ):
        show(amended(cases["reference"], proposal=proposal, decision=decision))
        assert [each.isVisible() for each in chosen] == [offered]
