"""What the talk still lacks, step by step."""

from datetime import UTC, date, datetime

import pytest

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.readiness import Document
from kneedesk.domain.consent import Consent, Sure
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Counselling, Decision, Outcome
from kneedesk.domain.signature import Method, Role, Signature
from kneedesk.domain.treatment import ProductStatus, Proposal, Treatment
from kneedesk.domain.versions import finalise
from kneedesk.presentation.conversation import (
    document_state,
    lacks_of_consent,
    lacks_of_decision,
    lacks_of_documents,
    lacks_of_expectations,
    lacks_of_options,
    lacks_of_risks,
    risks_do_not_apply,
)
from kneedesk.presentation.readiness import missing_lines

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


@pytest.fixture
def reference(cases) -> Consultation:
    return cases["reference"]


def amended(consultation: Consultation, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(consultation), **blocks})


def talked_through(consultation: Consultation, library) -> Consultation:
    proposal = consultation.proposal
    risks = tuple(risk.id for risk in library.risks_of(proposal.treatment, proposal.cell_source))
    return amended(consultation, counselling=Counselling(discussed=risks, teach_back="It may help a little."))


def signature(role: Role) -> Signature:
    name = "Ana Ruiz Peña" if role is Role.PATIENT else "Dr Helen Marsh"
    return Signature(role=role, name=name, at=NOW, method=Method.TYPED, meaning="I agree.")


def test_a_course_is_chosen_before_its_particulars(reference, library):
    nothing = amended(reference, proposal=Proposal())
    assert lacks_of_options(nothing, assess(nothing, library)) == ("proposal.treatment",)
    bare = amended(reference, proposal=Proposal(treatment=Treatment.STEM_CELL))
    assert lacks_of_options(bare, assess(bare, library)) == (
        "proposal.product_status",
        "proposal.cell_source",
        "proposal.total_cost",
    )
    assert lacks_of_options(reference, assess(reference, library)) == ()


def test_risks_are_lacking_until_all_of_them_were_talked_through(reference, library):
    assert lacks_of_risks(reference, assess(reference, library)) == ("counselling.discussed",)
    done = talked_through(reference, library)
    assert lacks_of_risks(done, assess(done, library)) == ()
    nothing = amended(reference, proposal=Proposal())
    assert lacks_of_risks(nothing, assess(nothing, library)) == ("proposal.treatment",)


def test_risks_do_not_apply_where_no_procedure_is_proposed(reference):
    assert risks_do_not_apply(amended(reference, proposal=Proposal(treatment=Treatment.CONSERVATIVE)))
    assert not risks_do_not_apply(reference)
    assert not risks_do_not_apply(amended(reference, proposal=Proposal()))


def test_a_day_of_review_is_lacking_until_it_is_set(reference):
    assert lacks_of_expectations(reference) == ("decision.review_date",)
    assert lacks_of_expectations(amended(reference, decision=Decision(review_date=date(2027, 2, 18)))) == ()


@pytest.mark.parametrize("outcome", [Outcome.NOT_TODAY, Outcome.REFER, Outcome.DECLINE])
def test_only_who_goes_ahead_is_asked_for_words_of_their_own(reference, library, outcome):
    undecided = lacks_of_decision(reference, assess(reference, library))
    assert undecided == ("decision.outcome", "counselling.teach_back")
    proceeds = amended(reference, decision=Decision(outcome=Outcome.PROCEED))
    assert lacks_of_decision(proceeds, assess(proceeds, library)) == ("counselling.teach_back",)
    ends = amended(reference, decision=Decision(outcome=outcome))
    assert lacks_of_decision(ends, assess(ends, library)) == ()
    assert lacks_of_documents(ends, assess(ends, library)) == ()


def test_who_goes_ahead_with_a_doubt_has_not_decided_yet(reference, library):
    doubting = amended(
        talked_through(reference, library), decision=Decision(outcome=Outcome.PROCEED), sure=Sure(certain=False)
    )
    assert lacks_of_decision(doubting, assess(doubting, library)) == ("sure.acknowledged",)
    explained = amended(doubting, sure=Sure(certain=False, acknowledged="She wants to try it all the same."))
    assert lacks_of_decision(explained, assess(explained, library)) == ()
    begun = amended(explained, consent=Consent(capacity=True, time_to_think="One week"))
    findings = ("counselling.complication_costs", "counselling.interest_disclosed")
    assert lacks_of_decision(begun, assess(begun, library)) == findings


def test_documents_are_complete_when_the_form_lacks_nothing(reference, library):
    assert lacks_of_documents(reference, assess(reference, library)) == ("decision.outcome",)
    proceeds = amended(talked_through(reference, library), decision=Decision(outcome=Outcome.PROCEED))
    assert lacks_of_documents(proceeds, assess(proceeds, library)) == ()
    again = amended(reference, decision=Decision(outcome=Outcome.PROCEED))
    assert "counselling.discussed" in lacks_of_documents(again, assess(again, library))


def test_what_the_form_lacks_names_the_finding_and_the_words_of_the_form(reference, library, english):
    assessment = assess(reference, library)
    lacks = lacks_of_consent(assessment, library, english)
    missing = next(iter(assessment.missing.values()))
    said = tuple("".join(span.text for span in line) for line in missing_lines(missing, library, english, most=3))
    assert tuple(lack.words for lack in lacks) == said
    assert [lack.finding for lack in lacks] == ["counselling.teach_back", "decision.outcome", "counselling.discussed"]


def test_a_trial_has_a_form_of_its_own(reference, library, english):
    proposal = Proposal(treatment=Treatment.STEM_CELL, product_status=ProductStatus.TRIAL)
    trial = amended(reference, proposal=proposal)
    assert lacks_of_consent(assess(trial, library), library, english) == ()


def test_the_state_of_every_document_is_said(reference, library, english):
    def said(document: Document, consultation: Consultation) -> str:
        return document_state(document, consultation, assess(consultation, library), library, english)

    assert said(Document.CONSENT, reference).startswith("Draft: not for signature.")
    proceeds = amended(talked_through(reference, library), decision=Decision(outcome=Outcome.PROCEED))
    assert said(Document.CONSENT, proceeds) == "Complete: ready for signature."
    assert said(Document.CONSENT, finalise(proceeds, "2026.1", NOW)).startswith("Final. Whoever has not signed")
    assert said(Document.CONSENT, finalise(reference, "2026.1", NOW)) == "Final."
    signed = amended(proceeds, signatures=tuple(signature(role) for role in (Role.PATIENT, Role.CLINICIAN)))
    assert said(Document.CONSENT, signed) == "Complete, and signed."
    assert said(Document.CONSENT, finalise(signed, "2026.1", NOW)) == "Final, and signed."
    declines = amended(reference, decision=Decision(outcome=Outcome.DECLINE))
    assert said(Document.CONSENT, declines) == "There is nothing to sign: the talk did not end in going ahead."
    without = amended(reference, proposal=Proposal(treatment=Treatment.CONSERVATIVE))
    assert said(Document.CONSENT, without) == "There is nothing to sign; the page says why."
    assert "no verdict" in said(Document.SHEET, reference)
    assert "verdicts" in said(Document.RECORD, reference)
    assert "Nothing of the patient" in said(Document.BLANK, reference)
    assert "what was decided instead" in said(Document.DISCUSSED, declines)
    assert said(Document.DISCUSSED, proceeds).endswith("the page says so.")
