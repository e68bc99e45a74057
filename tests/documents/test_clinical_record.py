"""The clinical record keeps everything: every finding, every verdict with every rule, and what was said."""

from datetime import UTC, date, datetime

import pytest

from kneedesk.assessment.readiness import Document
from kneedesk.domain.consent import Consent, ShownNotice, Sure, digest_of
from kneedesk.domain.consultation import Knee
from kneedesk.domain.decision import Counselling, Decision, Outcome, Override, StopRule, Unsure
from kneedesk.domain.digest import content_digest
from kneedesk.domain.finding import value_of
from kneedesk.domain.product import Product
from kneedesk.domain.signature import Method, Role
from kneedesk.domain.signature import Signature as Signed
from kneedesk.domain.treatment import Treatment
from kneedesk.domain.versions import amend, finalise
from kneedesk.presentation.content import Bullets, Heading, Notice, Signature, Table, Together
from kneedesk.presentation.findings import name_of
from kneedesk.presentation.verdicts import changes_in_words, relevant, statement, verdict_words
from kneedesk.presentation.versions import grouped
from tests.amending import amended, recorded
from tests.documents.issuing import (
    MADE_AT,
    blocks_of,
    columns_of,
    fields_of,
    issued,
    material_of,
    of_kind,
    section,
    words_in,
)
from tests.documents.reading import pages_of, words_of

BEGUN_LATER = {"product", "counselling", "stop_rule", "sure", "decision", "notice", "consent", "signatures"}


def record_of(consultation, library):
    return blocks_of(Document.RECORD, consultation, library)


@pytest.fixture(scope="module")
def record(cases, library):
    return record_of(cases["reference"], library)


def test_E2_the_title_names_the_side_of_the_knee(cases, library):
    for side in Knee:
        (title,) = [
            block
            for block in of_kind(record_of(recorded(cases["reference"], knee=side), library), Heading)
            if block.level == 1
        ]
        assert title.text == f"Clinical record: {side} knee"


def test_whom_it_is_about_who_held_the_consultation_and_when_is_named(record):
    opening = fields_of(record[:3])
    assert opening == {
        "Patient": "Ana Ruiz Peña",
        "Number": "MRN-10293",
        "Consultation": "18 November 2026",
        "Physician": "Dr Helen Marsh",
        "Registration": "MD-44810",
        "Jurisdiction": "US",
    }


def test_every_course_has_its_verdict_and_what_decides_it(cases, library, english):
    for consultation in cases.values():
        assessment = material_of(consultation, library).assessment
        (table,) = of_kind(section(record_of(consultation, library), "Candidacy"), Table)
        for (course, verdict, decides), (treatment, candidacy) in zip(
            columns_of(table), assessment.candidacies.items(), strict=True
        ):
            assert course == library.options[treatment].name.en
            assert verdict == verdict_words(candidacy.verdict, english)
            against = [each for each in candidacy.reasons if each.speaks_against]
            assert all(statement(each, english) in decides or "As above." in decides for each in against)
            assert all(statement(each, english) in words_in(table) for each in against)
            for path in candidacy.missing:
                assert name_of(path, library, english) in decides


def test_every_rule_of_every_course_is_named_and_what_would_change_the_verdict(cases, library, english):
    for consultation in cases.values():
        blocks = record_of(consultation, library)
        assessment = material_of(consultation, library).assessment
        for treatment, candidacy in assessment.candidacies.items():
            name, verdict = library.options[treatment].name.en, verdict_words(candidacy.verdict, english)
            said = words_in(section(blocks, f"{name}: {verdict}"))
            shown = relevant(candidacy)
            assert all(statement(reason, english) in said for reason in shown)
            for path in (path for reason in candidacy.reasons for path in reason.rule.findings):
                named = name_of(path, library, english) in said
                assert named or any(path in reason.rule.findings for reason in shown)
            *_, checked = said.partition("Checked, nothing against it: ")
            checked = checked.partition("Not recorded, changes")[0].partition("Would change it")[0]
            unrecorded = {
                name_of(path, library, english) for path in library.findings if value_of(consultation, path) is None
            }
            assert unrecorded.isdisjoint(each.strip() for each in checked.split(";"))
            changes = changes_in_words(candidacy, assessment.findings, library, english)
            assert all(words in said for words in changes)


def test_every_finding_stands_under_its_name_recorded_or_not(cases, library, english):
    for case in ("reference", "barely-recorded"):
        printed = fields_of(record_of(cases[case], library))
        for path, finding in library.findings.items():
            if finding.section in BEGUN_LATER:
                assert finding.name.en not in printed, path
            else:
                assert finding.name.en in printed, path
                if value_of(cases[case], path) is None:
                    assert printed[finding.name.en] == "Not recorded"


def test_what_the_talk_came_to_stands_there_whole_and_what_it_did_not_come_to_is_not_named(cases, library):
    at = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
    begun = recorded(
        cases["reference"],
        product=Product(lot="L-77 <b>"),
        counselling=Counselling(interest_disclosed=False),
        stop_rule=StopRule(amount=2),
        sure=Sure(certain=False),
        decision=Decision(leaning=Unsure.NOT_SURE),
        notice=ShownNotice(digest=digest_of("x"), shown_at=at),
        consent=Consent(interpreter=False),
        signatures=(Signed(role=Role.WITNESS, name="Sam Reed", at=at, method=Method.PAPER, meaning="I saw it."),),
    )
    printed = fields_of(record_of(begun, library))
    for path, finding in library.findings.items():
        if finding.section in BEGUN_LATER:
            assert (printed[finding.name.en] == "Not recorded") is (value_of(begun, path) is None), path
    assert (printed["Lot number"], printed["Leaning"]) == ("L-77 <b>", "Not sure")
    assert printed["Signatures"] == "Witness: Sam Reed, 18 November 2026, 14:02 UTC, On paper"
    alone = fields_of(record_of(recorded(cases["reference"], stop_rule=StopRule(amount=2)), library))
    assert alone["Less pain by at least"] == "2 points"
    assert "Interpreter" not in alone


def test_what_was_deliberately_left_is_listed_as_not_assessed(cases, library):
    silent = amended(cases["reference"], "examination", effusion=None)
    left = recorded(silent, not_assessed=("examination.effusion",))
    name = library.findings["examination.effusion"].name.en
    assert fields_of(record_of(left, library))[name] == "Not assessed"


def test_what_was_talked_through_is_named_a_topic_by_its_title_and_any_other_word_as_typed(cases, library):
    discussed = ("stem_cell-knee_pain", "voluntary", "Swimming <b>")
    blocks = section(
        record_of(amended(cases["reference"], "counselling", discussed=discussed), library), "What was talked through"
    )
    (listed,) = of_kind(blocks, Bullets)
    texts = [words_in(item) for item in listed.items]
    assert texts == [library.risks["stem_cell-knee_pain"].name.en, "Your choice", "Swimming <b>"]
    assert [item[0].recorded for item in listed.items] == [False, False, True]


def test_nothing_talked_through_is_said(record):
    assert "No risk or topic is recorded as talked through." in words_in(section(record, "What was talked through"))


def test_E13_E14_questions_and_teach_back_are_kept_in_the_patient_s_words(ready, library):
    kept = fields_of(record_of(ready, library))
    assert kept["Teach-back, in the patient’s words"] == ready.counselling.teach_back
    assert kept["Questions"] == "How long will I be off work?"


def test_T1_what_the_consent_form_lacks_is_listed_until_nothing_is(record, ready, library):
    assert "The consent form still lacks" in [notice.title for notice in of_kind(record, Notice)]
    assert "The consent form still lacks" not in [notice.title for notice in of_kind(record_of(ready, library), Notice)]


OUTCOMES = {
    Outcome.PROCEED: "Goes ahead",
    Outcome.NOT_TODAY: "Not today",
    Outcome.REFER: "Referred",
    Outcome.DECLINE: "Declined",
}


@pytest.mark.parametrize("outcome", Outcome)
def test_T5_each_of_the_four_endings_is_kept_with_its_course_and_reason(outcome, cases, library):
    decided = amended(
        cases["reference"],
        "decision",
        outcome=outcome,
        treatment=Treatment.STEM_CELL,
        reason="In her own words",
        review_date=date(2027, 2, 18),
    )
    assert fields_of(section(record_of(decided, library), "Decision")) == {
        "Outcome": OUTCOMES[outcome],
        "Course": library.options[Treatment.STEM_CELL].name.en,
        "Reason": "In her own words",
        "Review": "18 February 2027",
    }


def test_T5_a_refusal_is_a_record_of_what_was_discussed_and_declined(cases, library):
    risks = library.risks_of(Treatment.STEM_CELL, cases["declined"].proposal.cell_source)
    declined = amended(cases["declined"], "counselling", discussed=tuple(risk.id for risk in risks))
    blocks = record_of(declined, library)
    kept = fields_of(section(blocks, "Decision"))
    assert kept["Outcome"] == "Declined"
    assert kept["Reason"] == declined.decision.reason
    discussed = words_in(section(blocks, "What was talked through"))
    assert risks
    assert all(risk.name.en in discussed for risk in risks)
    assert declined.counselling.teach_back in discussed


def test_an_override_stands_beside_the_verdict_with_reason_person_and_time(cases, library):
    given = Override(
        treatment=Treatment.PRP,
        reason="She asks for it.",
        clinician="Dr Lee",
        at=datetime.fromisoformat("2026-11-18T15:00:00+01:00"),
    )
    silent = Override(treatment=Treatment.ARTHROSCOPY, reason="Locked twice.")
    blocks = record_of(recorded(cases["reference"], overrides=(given, silent)), library)
    (table,) = of_kind(section(blocks, "Where the physician decided otherwise"), Table)
    assert [row[1:] for row in columns_of(table)] == [
        ["She asks for it.", "Dr Lee 18 November 2026, 15:00 UTC+01:00"],
        ["Locked twice.", "not recorded time not recorded"],
    ]


def test_a_draft_says_so_and_has_no_place_to_sign(record, cases, library):
    draft = "Draft: not for signature"
    assert not of_kind(record, Signature)
    assert of_kind(record, Notice)[0].title == draft
    assert all(draft in page for page in pages_of(issued(Document.RECORD, cases["reference"], library)))
    final = finalise(cases["reference"], "2026.11", MADE_AT)
    assert draft not in words_of(issued(Document.RECORD, final, library))
    assert draft in words_of(issued(Document.RECORD, amend(final, "The dose was wrong.", MADE_AT), library))


def test_the_limits_of_the_application_and_its_content_are_printed_and_the_physician_signs(cases, library, english):
    record = record_of(finalise(cases["reference"], "2026.11", MADE_AT), library)
    assert words_in(section(record, library.texts["intended_use"].title.en))
    due = english.day(library.pack.review_due)
    assert f"Content version {library.pack.version}, next review due {due}." in words_in(record)
    (signature,) = of_kind(record, Signature)
    assert "Signature: clinical record, right knee" in [each.text for each in of_kind(record, Heading)]
    assert signature.printed_name == "Dr Helen Marsh"
    (signed,) = [block for block in record if isinstance(block, Together) and signature in block.blocks]
    assert len(of_kind(signed.blocks, Bullets)) == 1, "nobody signs a page on which nothing else stands"


def test_it_says_which_version_it_is_of_and_that_a_first_draft_is_one(cases, library):
    draft = cases["reference"]
    fields = fields_of(record_of(draft, library))
    assert fields["Version"] == "Draft of version 1"
    assert fields["Digest"] == grouped(content_digest(draft))
    assert "Amended on" not in fields
    final = finalise(draft, "2026.11", MADE_AT)
    fields = fields_of(record_of(final, library))
    assert fields["Version"] == "Version 1, final since 18 November 2026, 14:02 UTC+01:00"
    assert fields["Digest"] == grouped(final.finalised.digest)


def test_an_amendment_says_why_when_and_what_it_replaces(cases, library):
    first = finalise(cases["reference"], "2026.11", MADE_AT)
    draft = amend(first, "The dose was wrong.", MADE_AT)
    fields = fields_of(record_of(draft, library))
    assert fields["Version"] == "Draft of version 2; version 1 stands"
    assert (fields["Is to replace"], fields["Why it was amended"]) == ("Version 1", "The dose was wrong.")
    assert fields["Digest of that version"] == grouped(first.finalised.digest)
    assert fields["Amended on"] == "18 November 2026, 14:02 UTC+01:00"
    fields = fields_of(record_of(finalise(draft, "2026.11", MADE_AT), library))
    assert fields["Version"].startswith("Version 2, final since")
    assert fields["Replaces"] == "Version 1"


def test_what_was_changed_outside_is_said_before_anything_else(cases, library):
    final = finalise(cases["reference"], "2026.11", MADE_AT)
    changed = amended(final, "proposal", sessions=9)
    first, *_ = of_kind(record_of(changed, library), Notice)
    assert (first.tone, "changed outside of KneeDesk" in words_in(first)) == ("stop", True)
    assert not [each for each in of_kind(record_of(final, library), Notice) if "outside" in words_in(each)]


def test_where_no_consent_is_to_be_signed_none_is_said_to_lack_anything(cases, library):
    lacks = "The consent form still lacks"
    assert lacks in [notice.title for notice in of_kind(record_of(cases["reference"], library), Notice)]
    referred = cases["bone-on-bone"]
    assert referred.decision.outcome is Outcome.REFER
    assert lacks not in [notice.title for notice in of_kind(record_of(referred, library), Notice)]
