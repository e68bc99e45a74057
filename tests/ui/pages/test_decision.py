"""Decision and consent: the patient's words, the notice, four equal endings, who is there, and who signs."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from kneedesk.assessment.assessment import assess
from kneedesk.domain.consent import Consent, Sure
from kneedesk.domain.consultation import Consultation, Jurisdiction
from kneedesk.domain.decision import Counselling, Decision, Outcome, Unsure
from kneedesk.domain.patient import LanguageTag
from kneedesk.domain.practice import Clinician
from kneedesk.domain.treatment import ProductStatus, Proposal, Treatment
from kneedesk.presentation.content import text_of
from kneedesk.presentation.conversation import lacks_of_consent
from kneedesk.presentation.wording import speak_text
from kneedesk.ui.page import Progress
from kneedesk.ui.pages.decision import DecisionPage
from kneedesk.ui.widgets.lack_row import LackRow
from tests.ui.hosting import nodes, unnamed
from tests.ui.pages.desk import Desk, at_work, beyond, words

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


def amended(consultation: Consultation, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(consultation), **blocks})


@pytest.fixture
def desk(qtbot, library, english, theme, cases) -> Desk:
    page = DecisionPage(library, english, theme, clock=lambda: NOW, languages={"en": english})
    return at_work(qtbot, page, library, cases["reference"], height=3600)


@pytest.fixture
def show(desk):
    return lambda consultation: desk.session.open("key", consultation)


@pytest.fixture
def complete(cases, library) -> Consultation:
    """Return the reference with nothing missing: it can be signed."""
    reference = cases["reference"]
    proposal = reference.proposal
    risks = tuple(risk.id for risk in library.risks_of(proposal.treatment, proposal.cell_source))
    counselling = Counselling(
        discussed=risks,
        teach_back="It may help a little.",
        interest_disclosed=True,
        complication_costs="The clinic pays for them.",
    )
    return amended(reference, counselling=counselling, decision=Decision(outcome=Outcome.PROCEED))


def rows(desk) -> list[LackRow]:
    return [row for row in desk.page.findChildren(LackRow) if row.isVisible()]


def seen(desk, name: str, kind=QAbstractButton):
    return next((each for each in desk.page.findChildren(kind, name) if each.isVisible()), None)


def press(desk, qtbot, name: str) -> None:
    qtbot.mouseClick(seen(desk, name), Qt.MouseButton.LeftButton)


def endings(desk) -> dict[str, QAbstractButton]:
    return {outcome: seen(desk, f"decision.outcome={outcome}") for outcome in Outcome}


def test_showing_announces_nothing(desk, show, cases):
    for consultation in cases.values():
        show(consultation)
    assert desk.changes == []


def test_what_the_patient_said_is_recorded_beneath_what_to_ask(desk, qtbot, library, english):
    for line in speak_text("teach_back", library, english):
        assert text_of(line) in words(desk.page)
    answer = seen(desk, "counselling.teach_back", QPlainTextEdit)
    answer.setFocus()
    qtbot.keyClicks(answer, "It may help a little, or not.")
    answer.clearFocus()
    question = seen(desk, "counselling.questions", QLineEdit)
    qtbot.keyClicks(question, "When can I drive?")
    qtbot.keyClick(question, Qt.Key.Key_Return)
    asked = ("How long will I be off work?", "When can I drive?")
    assert desk.changes == [
        {"counselling.teach_back": "It may help a little, or not."},
        {"counselling.questions": asked},
    ]


def test_the_four_endings_are_equal(desk):
    buttons = list(endings(desk).values())
    assert len({button.y() for button in buttons}) == 1
    assert max(button.width() for button in buttons) - min(button.width() for button in buttons) <= 1
    assert len({button.height() for button in buttons}) == 1
    assert not any(button.isChecked() for button in buttons)


@pytest.mark.parametrize("outcome", Outcome)
def test_an_ending_is_recorded_and_shown(desk, qtbot, outcome):
    press(desk, qtbot, f"decision.outcome={outcome}")
    assert desk.changes == [{"decision.outcome": outcome}]
    assert [each for each, button in endings(desk).items() if button.isChecked()] == [outcome]


def test_who_is_not_sure_stands_in_the_middle_before_the_endings(desk, qtbot):
    unsure = seen(desk, "decision.leaning=not_sure")
    leanings = [seen(desk, f"decision.leaning={treatment}") for treatment in Treatment]
    assert min(each.x() for each in leanings) < unsure.x() < max(each.x() for each in leanings)
    assert min(each.y() for each in leanings) < unsure.y() < max(each.y() for each in leanings)
    assert not any(each.isChecked() for each in (*leanings, unsure))
    page, ending = desk.page, endings(desk)[Outcome.PROCEED]
    assert unsure.mapTo(page, unsure.rect().bottomLeft()).y() < ending.mapTo(page, ending.rect().topLeft()).y()
    press(desk, qtbot, "decision.leaning=not_sure")
    assert desk.consultation.decision.leaning is Unsure.NOT_SURE


@pytest.mark.parametrize(
    ("outcome", "asked"),
    [
        (None, []),
        (Outcome.PROCEED, []),
        (Outcome.NOT_TODAY, ["decision.reason", "decision.decide_by"]),
        (Outcome.REFER, ["decision.treatment=conservative", "decision.reason"]),
        (Outcome.DECLINE, ["decision.treatment=conservative", "decision.reason"]),
    ],
)
def test_an_ending_asks_for_what_belongs_to_it(desk, show, cases, outcome, asked):
    show(amended(cases["reference"], decision=Decision(outcome=outcome)))
    kinds = {
        "decision.treatment=conservative": QAbstractButton,
        "decision.reason": QPlainTextEdit,
        "decision.decide_by": QLineEdit,
    }
    assert [name for name, kind in kinds.items() if seen(desk, name, kind)] == asked


def test_what_is_recorded_is_shown_whatever_the_ending(desk, show, cases):
    decision = Decision(treatment=Treatment.CONSERVATIVE, reason="Wants to wait", decide_by=date(2026, 12, 1))
    show(amended(cases["reference"], decision=decision))
    assert seen(desk, "decision.treatment=conservative").isChecked()
    assert seen(desk, "decision.reason", QPlainTextEdit).toPlainText() == "Wants to wait"
    assert seen(desk, "decision.decide_by", QLineEdit).text() == "1 December 2026"


def test_course_reason_and_days_are_recorded(desk, qtbot):
    press(desk, qtbot, "decision.outcome=decline")
    press(desk, qtbot, "decision.treatment=conservative")
    press(desk, qtbot, "decision.outcome=not_today")
    reason = seen(desk, "decision.reason", QPlainTextEdit)
    reason.setFocus()
    qtbot.keyClicks(reason, "Wants to wait")
    qtbot.keyClick(reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    for name, day in (("decision.decide_by", "2026-12-01"), ("decision.review_date", "2027-02-18")):
        line = seen(desk, name, QLineEdit)
        qtbot.keyClicks(line, day)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.consultation.decision == Decision(
        outcome=Outcome.NOT_TODAY,
        treatment=Treatment.CONSERVATIVE,
        reason="Wants to wait",
        decide_by=date(2026, 12, 1),
        review_date=date(2027, 2, 18),
    )


def test_nothing_of_a_decision_can_be_left_as_not_assessed(desk, qtbot):
    for name in ("decision.outcome=proceed", "sure.certain=true", "consent.capacity=true"):
        seen(desk, name).setFocus()
        qtbot.keyClick(seen(desk, name), Qt.Key.Key_N)
    assert desk.changes == []


def test_each_thing_that_the_form_lacks_is_a_way_to_it(desk, show, cases, library, english, qtbot):
    for case in cases.values():
        consultation = amended(case, decision=Decision())
        show(consultation)
        lacks = lacks_of_consent(assess(consultation, library), library, english)
        assert [row.accessibleName() for row in rows(desk)] == [lack.words for lack in lacks]
        desk.sought.clear()
        for row in rows(desk):
            qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
        assert desk.sought == [lack.finding for lack in lacks]


@pytest.mark.parametrize("outcome", [Outcome.NOT_TODAY, Outcome.REFER, Outcome.DECLINE])
def test_who_does_not_go_ahead_has_nothing_to_sign(desk, show, complete, outcome):
    show(amended(complete, decision=Decision(outcome=outcome)))
    assert rows(desk) == []
    assert "There is nothing to sign" in words(desk.page)
    assert seen(desk, "signatures[0]=paper") is None
    assert seen(desk, "consent.capacity=true") is None


def test_a_form_that_lacks_nothing_says_so_and_opens_the_places_to_sign(desk, show, cases, complete):
    assert seen(desk, "signatures[0]=paper") is None
    show(complete)
    assert rows(desk) == []
    assert "Nothing is missing" in words(desk.page)
    assert seen(desk, "signatures[0]=paper") is not None
    show(amended(cases["reference"], proposal=Proposal(treatment=Treatment.CONSERVATIVE)))
    assert "No consent form" in words(desk.page)
    assert seen(desk, "signatures[0]=paper") is None


def test_patient_and_physician_sign_and_a_signature_is_taken_back(desk, show, complete, qtbot):
    show(complete)
    press(desk, qtbot, "signatures[0]=paper")
    press(desk, qtbot, "signatures[1]=paper")
    assert [(each.role, each.name, each.at) for each in desk.consultation.signatures] == [
        ("patient", "Ana Ruiz Peña", NOW),
        ("clinician", "Dr Helen Marsh", NOW),
    ]
    assert "Everybody has signed" in words(desk.page)
    press(desk, qtbot, "signatures[0].back")
    assert [each.role for each in desk.consultation.signatures] == ["clinician"]
    press(desk, qtbot, "signatures[1].back")
    assert desk.consultation.signatures is None


def test_the_notice_is_shown_word_for_word_and_recorded_by_a_press(desk, show, complete, library, qtbot):
    show(amended(complete, jurisdiction=Jurisdiction.UTAH))
    notice = library.notices[Jurisdiction.UTAH]
    assert notice.sample.spoken("es") in words(desk.page)  # the patient reads Spanish
    assert "a sample, not the words of the law" in words(desk.page)
    assert desk.consultation.notice.shown_at is None
    press(desk, qtbot, "notice.shown_at")
    assert desk.consultation.notice.shown_at == NOW
    assert "Shown on 18 November 2026, 14:02 UTC." in words(desk.page)
    press(desk, qtbot, "notice.shown_at")
    assert desk.consultation.notice.shown_at is None


def test_no_notice_where_the_law_asks_for_none(desk, show, complete):
    approved = Proposal(treatment=Treatment.STEM_CELL, product_status=ProductStatus.APPROVED)
    for consultation in (
        complete,
        amended(complete, jurisdiction=Jurisdiction.UTAH, proposal=approved),
        amended(complete, jurisdiction=Jurisdiction.UTAH, proposal=Proposal(treatment=Treatment.PRP)),
    ):
        show(consultation)
        assert seen(desk, "notice.shown_at") is None


def test_a_doubt_asks_why_it_goes_ahead_all_the_same(desk, show, cases, qtbot):
    assert seen(desk, "sure.acknowledged", QPlainTextEdit) is None
    press(desk, qtbot, "sure.certain=true")
    assert seen(desk, "sure.acknowledged", QPlainTextEdit) is None
    press(desk, qtbot, "sure.supported=false")
    why = seen(desk, "sure.acknowledged", QPlainTextEdit)
    why.setFocus()
    qtbot.keyClicks(why, "Her daughter helps")
    why.clearFocus()
    assert desk.consultation.sure == Sure(certain=True, supported=False, acknowledged="Her daughter helps")


def test_an_interpreter_is_asked_for_where_the_languages_differ(desk, show, cases, qtbot):
    reference = cases["reference"]
    assert reference.patient.language is LanguageTag.SPANISH
    press(desk, qtbot, "consent.interpreter=false")
    assert desk.consultation.consent.interpreter is False
    name = seen(desk, "consent.interpreter", QLineEdit)
    qtbot.keyClicks(name, "Luz Vega")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert desk.consultation.consent.interpreter == "Luz Vega"
    assert not seen(desk, "consent.interpreter=false").isChecked()
    show(amended(reference, clinician=Clinician(language=LanguageTag.SPANISH)))
    assert seen(desk, "consent.interpreter", QLineEdit) is None


def test_who_cannot_decide_has_somebody_who_signs(desk, show, complete, qtbot):
    show(amended(complete, consent=Consent(time_to_think="One week")))
    assert seen(desk, "consent.proxy_name", QLineEdit) is None
    press(desk, qtbot, "consent.capacity=false")
    for name, text in (("consent.proxy_name", "Eva Ruiz"), ("consent.proxy_relationship", "daughter")):
        line = seen(desk, name, QLineEdit)
        qtbot.keyClicks(line, text)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "For the patient: Eva Ruiz" in words(desk.page)


def test_what_does_not_apply_is_one_press_away_and_found_by_its_path(desk, show, complete, qtbot):
    show(complete)
    assert seen(desk, "consent.witnesses", QLineEdit) is None
    press(desk, qtbot, "consent.more")
    assert seen(desk, "consent.witnesses", QLineEdit) is not None
    assert seen(desk, "consent.more") is None


def test_a_lack_leads_to_a_field_that_is_folded_away(desk):
    assert seen(desk, "consent.witnesses", QLineEdit) is None
    assert desk.page.go_to("consent.witnesses")
    assert seen(desk, "consent.witnesses", QLineEdit) is not None


def test_in_mexico_two_witnesses_sign(desk, show, complete):
    show(amended(complete, jurisdiction=Jurisdiction.MEXICO))
    assert seen(desk, "consent.witnesses", QLineEdit) is not None
    assert seen(desk, "signatures[2]=paper") is not None
    assert seen(desk, "signatures[3]=paper") is not None
    assert seen(desk, "signatures[4]=paper") is None


def test_money_is_told_before_it_is_decided(desk, qtbot):
    assert "5200 USD" in words(desk.page)
    assert "The clinic is paid for this procedure." in words(desk.page)
    press(desk, qtbot, "counselling.interest_disclosed=true")
    assert desk.consultation.counselling.interest_disclosed is True


def test_the_drawer_says_why_a_field_is_asked(desk):
    seen(desk, "sure.informed=true").setFocus()
    seen(desk, "consent.capacity=false").setFocus()
    assert desk.explained == ["sure.informed", "consent.capacity"]


def test_the_page_has_a_name_for_all_that_takes_the_focus(desk, show, complete):
    show(complete)
    assert unnamed(desk.page) == []
    radios = [node for node in nodes(desk.page) if node.role() is QAccessible.Role.RadioButton]
    assert all(radio.text(QAccessible.Text.Name) for radio in radios)


def test_nothing_scrolls_sideways(desk, show, cases, complete):
    for consultation in (cases["hostile-text"], amended(complete, jurisdiction=Jurisdiction.MEXICO)):
        show(consultation)
        assert beyond(desk.page) == []


def test_progress(cases, library):
    reference = cases["reference"]
    assessment = assess(reference, library)
    assert DecisionPage.progress(reference, assessment) is Progress.MISSING
    declined = amended(reference, decision=Decision(outcome=Outcome.DECLINE))
    assert DecisionPage.progress(declined, assessment) is Progress.DONE
