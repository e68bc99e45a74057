"""The record of a talk that no procedure follows: what was decided and why, what was said, and who signs it."""

from datetime import date

import pytest

from kneedesk.assessment.readiness import Document
from kneedesk.documents import discussed
from kneedesk.domain.decision import Outcome
from kneedesk.presentation.content import Heading, Notice, Signature
from tests.amending import amended, proposing
from tests.documents.issuing import blocks_of, fields_of, headings_of, issued, material_of, of_kind, section, words_in
from tests.documents.reading import words_of

ENDINGS = {
    Outcome.NOT_TODAY: "Not today",
    Outcome.REFER: "To see another specialist",
    Outcome.DECLINE: "Not to have it",
}


def ended(consultation, outcome, **more):
    """Return the consultation as it ended."""
    return amended(consultation, "decision", outcome=outcome, **more)


@pytest.mark.parametrize(("outcome", "words"), list(ENDINGS.items()))
def test_T5_every_ending_but_going_ahead_prints_a_record_of_what_was_decided(outcome, words, cases, library):
    said = {"reason": "I want to try exercise first.", "review_date": date(2027, 2, 18)}
    consultation = ended(cases["reference"], outcome, **said)
    blocks = blocks_of(Document.DISCUSSED, consultation, library)
    assert headings_of(blocks)[0] == f"{words}: stem-cell injection, right knee"
    fields = fields_of(blocks)
    assert fields["Your decision"] == words
    assert fields["Your reason"] == "I want to try exercise first."
    assert fields["We look at it again on"] == "18 February 2027"
    assert headings_of(blocks)[-1] == f"Signatures: stem-cell injection, right knee \N{EN DASH} {words}"
    assert ("Referred to, and with which question" in fields) is (outcome is Outcome.REFER)
    assert words in words_of(issued(Document.DISCUSSED, consultation, library))


def test_T5_who_declines_and_why_is_printed(cases, library):
    declined = cases["declined"]
    assert declined.decision.outcome is Outcome.DECLINE
    words = words_in(blocks_of(Document.DISCUSSED, declined, library))
    assert "Not to have it" in words
    assert declined.decision.reason in words


def test_what_nobody_recorded_is_room_to_write(cases, library):
    fields = fields_of(blocks_of(Document.DISCUSSED, ended(cases["reference"], Outcome.REFER), library))
    empty = {label for label, words in fields.items() if not words}
    assert {"Your reason", "We look at it again on", "Referred to, and with which question"} <= empty


def test_the_risks_that_were_talked_through_are_named(ready, library):
    blocks = blocks_of(Document.DISCUSSED, ended(ready, Outcome.NOT_TODAY), library)
    named = words_in(section(blocks, "Risks that were talked through"))
    risks = library.risks_of(ready.proposal.treatment, ready.proposal.cell_source)
    assert all(risk.name.en in named for risk in risks)
    assert "Risks not recorded as talked through" not in headings_of(blocks)
    assert "It may not work, and I may feel worse." in words_in(blocks)


def test_a_risk_stands_where_it_belongs_talked_through_or_not_recorded_as_that(ready, library):
    risks = [risk.id for risk in library.risks_of(ready.proposal.treatment, ready.proposal.cell_source)]
    told, untold = risks[:2], risks[2:]
    some = amended(ended(ready, Outcome.DECLINE), "counselling", discussed=tuple(told))
    blocks = blocks_of(Document.DISCUSSED, some, library)
    for heading, names in (
        ("Risks that were talked through", told),
        ("Risks not recorded as talked through", untold),
    ):
        (said,) = section(blocks, heading)
        assert words_in(said) == "; ".join(library.risks[name].name.en for name in names) + "."


@pytest.mark.parametrize("discussed", [None, ()])
def test_where_nothing_was_talked_through_no_heading_claims_it(discussed, ready, library):
    silent = amended(ended(ready, Outcome.DECLINE), "counselling", discussed=discussed)
    headings = headings_of(blocks_of(Document.DISCUSSED, silent, library))
    assert "Risks that were talked through" not in headings
    assert "Risks not recorded as talked through" in headings
    without = headings_of(blocks_of(Document.DISCUSSED, proposing(silent, None), library))
    assert not [heading for heading in without if "talked through" in heading]


def test_what_is_known_of_the_course_is_no_record_of_the_talk(ready, library):
    blocks = blocks_of(Document.DISCUSSED, ended(ready, Outcome.DECLINE), library)
    known = fields_of(section(blocks, "Stem-cell injection, in short"))
    assert list(known) == ["What it may do", "What can go wrong", "Everyday life", "Cost"]
    assert not set(known) & set(fields_of(section(blocks, "What we talked about")))


def test_without_a_procedure_what_may_happen_and_when_to_call_are_said(cases, library):
    blocks = blocks_of(Document.DISCUSSED, ended(cases["reference"], Outcome.DECLINE), library)
    assert "What may happen without a procedure" in headings_of(blocks)
    assert [box.tone for box in of_kind(blocks, Notice)] == ["caution"]
    assert "goes on caring for you" in words_in(blocks)


def test_patient_and_physician_sign_it(cases, library):
    blocks = blocks_of(Document.DISCUSSED, ended(cases["reference"], Outcome.DECLINE), library)
    assert [(place.role, place.printed_name) for place in of_kind(blocks, Signature)] == [
        ("Patient", "Ana Ruiz Peña"),
        ("Physician", "Dr Helen Marsh"),
    ]
    for_the_patient = amended(ended(cases["reference"], Outcome.DECLINE), "consent", proxy_name="Eva Ruiz")
    blocks = blocks_of(Document.DISCUSSED, for_the_patient, library)
    assert of_kind(blocks, Signature)[0].printed_name == "Eva Ruiz"


def test_no_course_need_be_proposed(cases, library):
    consultation = ended(proposing(cases["reference"], None), Outcome.NOT_TODAY)
    assert headings_of(blocks_of(Document.DISCUSSED, consultation, library))[0] == "Not today: right knee"


@pytest.mark.parametrize(
    ("outcome", "words"), [(None, "not decided yet"), (Outcome.PROCEED, "This talk ended otherwise: to go ahead.")]
)
def test_who_goes_ahead_gets_one_page_that_says_that_there_is_none(outcome, words, cases, library):
    blocks = discussed.blocks(material_of(ended(cases["reference"], outcome), library))
    assert [type(block) for block in blocks] == [Heading, Notice]
    assert words in words_in(blocks)
