"""Which mandatory elements the consent form lacks, each with the field that supplies it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.readiness import Document, Element, needs_consent
from kneedesk.domain.consent import Consent, ShownNotice, Sure, digest_of
from kneedesk.domain.consultation import Consultation, Jurisdiction
from kneedesk.domain.decision import Outcome, Override
from kneedesk.domain.finding import finding_types
from kneedesk.domain.history import ConservativeCare
from kneedesk.domain.patient import LanguageTag
from kneedesk.domain.practice import Clinician
from kneedesk.domain.signature import Method, Role, Signature
from kneedesk.domain.treatment import ProductStatus, Treatment


def amended(consultation: Consultation, block: str, **changes: object) -> Consultation:
    current = getattr(consultation, block)
    changed = type(current).model_validate({**dict(current), **changes})
    return Consultation.model_validate({**dict(consultation), block: changed})


@pytest.fixture
def ready(cases, library) -> Consultation:
    """The reference consultation with everything a consent form needs."""
    consultation = cases["reference"]
    risks = library.risks_of(Treatment.STEM_CELL, consultation.proposal.cell_source)
    discussed = tuple(risk.id for risk in risks)
    consultation = amended(consultation, "counselling", discussed=discussed, teach_back="It may not work.")
    return amended(consultation, "decision", outcome=Outcome.PROCEED, treatment=Treatment.STEM_CELL)


def elements(consultation: Consultation, library) -> list[Element]:
    return [missing.element for missing in assess(consultation, library).missing[Document.CONSENT]]


def test_nothing_is_missing_once_all_is_recorded(ready, library):
    assert elements(ready, library) == []


@pytest.mark.parametrize(
    ("block", "name", "element"),
    [
        ("practice", "name", Element.FACILITY),
        ("clinician", "name", Element.PRACTITIONER),
        ("patient", "birth_date", Element.BIRTH_DATE),
        ("proposal", "cell_source", Element.CELL_SOURCE),
        ("proposal", "product_status", Element.PRODUCT_STATUS),
        ("proposal", "total_cost", Element.COST),
        ("practice", "financial_interest", Element.INTEREST),
        ("counselling", "teach_back", Element.TEACH_BACK),
        ("decision", "outcome", Element.DECISION),
    ],
)
def test_each_element_that_is_not_recorded_is_named(ready, library, block, name, element):
    assert element in elements(amended(ready, block, **{name: None}), library)


@pytest.mark.parametrize("blank", ["", "   ", "\u200b\u200b", "\u0007"])
def test_a_text_without_a_visible_character_counts_as_missing(ready, library, blank):
    assert Element.TEACH_BACK in elements(amended(ready, "counselling", teach_back=blank), library)


def test_either_telephone_number_is_a_contact(ready, library):
    one = amended(ready, "practice", emergency_phone=None)
    none = amended(one, "practice", phone=None)
    assert Element.CONTACT not in elements(one, library)
    assert Element.CONTACT in elements(none, library)


def test_each_risk_that_was_not_talked_through_is_named(ready, library):
    missing = assess(amended(ready, "counselling", discussed=()), library).missing[Document.CONSENT]
    risks = library.risks_of(Treatment.STEM_CELL, ready.proposal.cell_source)
    assert [each.of for each in missing if each.element is Element.RISKS] == [risk.id for risk in risks]


def test_no_proposal_leaves_only_the_procedure_to_name(ready, library):
    without = amended(ready, "proposal", treatment=None)
    assert Element.PROCEDURE in elements(without, library)


def test_a_course_outside_the_described_profile_needs_an_override(ready, library):
    outside = amended(ready, "history", conservative_care=ConservativeCare.ADEQUATE_RELIEF)
    override = Override(treatment=Treatment.STEM_CELL, reason="The patient asks for it.")
    overridden = Consultation.model_validate({**dict(outside), "overrides": (override,)})
    assert Element.OVERRIDE in elements(outside, library)
    assert Element.OVERRIDE not in elements(overridden, library)


@pytest.mark.parametrize("jurisdiction", [Jurisdiction.WASHINGTON, Jurisdiction.FLORIDA, Jurisdiction.UTAH])
def test_a_notice_without_the_practice_s_text_is_missing_where_the_law_asks_for_one(ready, library, jurisdiction):
    there = Consultation.model_validate({**dict(ready), "jurisdiction": jurisdiction})
    assert Element.NOTICE in elements(there, library)


AT = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
WORDS = "The words of the law, as counsel gave them."


@pytest.fixture
def in_washington(ready) -> Consultation:
    return Consultation.model_validate({**dict(ready), "jurisdiction": Jurisdiction.WASHINGTON})


@pytest.fixture
def with_words(library):
    """The library of a practice that has filled in the words of the notice."""
    notice = library.notices["us-wa"].model_copy(update={"text": WORDS})
    return replace(library, notices={**library.notices, "us-wa": notice})


def shown(consultation: Consultation, words: str) -> Consultation:
    return amended(consultation, "notice", digest=digest_of(words), shown_at=AT)


def test_E31_where_the_law_asks_for_a_notice_its_very_words_were_shown(in_washington, with_words):
    assert elements(in_washington, with_words) == [Element.NOTICE_SHOWN]
    assert elements(shown(in_washington, WORDS), with_words) == []
    assert elements(shown(in_washington, WORDS + " And more."), with_words) == [Element.NOTICE_SHOWN]
    approved = amended(in_washington, "proposal", product_status=ProductStatus.APPROVED)
    assert elements(approved, with_words) == []


def test_E31_words_that_nobody_has_cannot_have_been_shown(in_washington, library):
    assert elements(shown(in_washington, WORDS), library) == [Element.NOTICE]


@pytest.mark.parametrize("question", ["certain", "informed", "values_clear", "supported"])
def test_a_no_to_a_question_of_readiness_wants_its_reason(ready, library, question):
    doubting = amended(ready, "sure", **{question: False})
    assert elements(doubting, library) == [Element.SURE]
    assert elements(amended(doubting, "sure", acknowledged=" "), library) == [Element.SURE]
    assert elements(amended(doubting, "sure", acknowledged="We talked it over twice."), library) == []
    assert elements(amended(ready, "sure", **{question: True}), library) == []


@pytest.fixture
def agreed(ready) -> Consultation:
    """The ready consultation with all that an agreement on the screen asks for."""
    told = amended(ready, "counselling", interest_disclosed=True, complication_costs="The clinic.")
    return amended(told, "consent", capacity=True, time_to_think="Three weeks.")


def test_what_belongs_to_an_agreement_is_asked_once_it_was_begun(ready, agreed, library):
    assert elements(agreed, library) == []
    assert elements(amended(ready, "consent", discussed_by="Dr Lee"), library) == [
        Element.CAPACITY,
        Element.TIME,
        Element.COMPLICATION_COSTS,
        Element.INTEREST_TOLD,
    ]


@pytest.mark.parametrize(
    ("block", "name", "value", "element"),
    [
        ("consent", "capacity", None, Element.CAPACITY),
        ("consent", "time_to_think", None, Element.TIME),
        ("consent", "time_to_think", "\u200b", Element.TIME),
        ("counselling", "complication_costs", "", Element.COMPLICATION_COSTS),
        ("counselling", "interest_disclosed", None, Element.INTEREST_TOLD),
        ("counselling", "interest_disclosed", False, Element.INTEREST_TOLD),
    ],
)
def test_each_element_of_an_agreement_that_is_lacking_is_named(agreed, library, block, name, value, element):
    assert elements(amended(agreed, block, **{name: value}), library) == [element]


def test_only_for_a_cell_product_are_money_and_interest_asked(agreed, library, cases):
    consultation = amended(cases["steroid-before-replacement"], "consent", **dict(agreed.consent))
    assert not {Element.COMPLICATION_COSTS, Element.INTEREST_TOLD} & set(elements(consultation, library))


def test_the_copy_follows_the_signatures_and_begins_nothing(ready, library):
    assert elements(amended(ready, "consent", copy_given=True), library) == []


def findings(consultation: Consultation, library) -> list[str]:
    return [missing.finding for missing in assess(consultation, library).missing[Document.CONSENT]]


def test_E16_who_cannot_decide_is_represented_by_somebody_with_a_name_and_a_right_to_it(agreed, library):
    unable = amended(agreed, "consent", capacity=False)
    named = amended(unable, "consent", proxy_name="Eva Ruiz")
    assert findings(unable, library) == ["consent.proxy_name"]
    assert findings(named, library) == ["consent.proxy_relationship"]
    assert findings(amended(named, "consent", proxy_relationship="daughter"), library) == []


def test_E16_who_is_represented_all_the_same_is_so_by_somebody_with_a_right_to_it(agreed, library):
    named = amended(agreed, "consent", proxy_name="Eva Ruiz")
    assert findings(named, library) == ["consent.proxy_relationship"]


@pytest.mark.parametrize("tag", [None, *LanguageTag])
def test_E15_an_interpreter_helps_or_was_declined_where_no_language_is_shared(agreed, library, tag):
    held = amended(agreed, "clinician", language=tag)
    apart = tag is not None and tag is not agreed.patient.language
    assert elements(held, library) == [Element.INTERPRETER] * apart
    assert elements(amended(held, "consent", interpreter=" "), library) == [Element.INTERPRETER] * apart
    assert elements(amended(held, "consent", interpreter="Luz Ortiz"), library) == []
    assert elements(amended(held, "consent", interpreter=False), library) == []


def test_E20_in_mexico_two_witnesses_are_named_once_the_agreement_was_begun(ready, agreed, library):
    for consultation, lacking in ((ready, []), (agreed, [Element.WITNESSES])):
        there = Consultation.model_validate({**dict(consultation), "jurisdiction": Jurisdiction.MEXICO})
        assert elements(there, library) == lacking
    one = amended(there, "consent", witnesses=("Luz Ortiz",))
    assert elements(one, library) == [Element.WITNESSES]
    assert elements(amended(there, "consent", witnesses=("Luz Ortiz", "Sam Reed")), library) == []


def test_signatures_and_what_was_asked_when_make_no_form_less_complete(ready, library):
    signed = Signature(role=Role.PATIENT, name="Ana Ruiz", at=AT, method=Method.PAPER, meaning="I agree.")
    changes = {"signatures": (signed,), "clinician": Clinician(name="Dr Marsh", language=LanguageTag.ENGLISH)}
    consultation = Consultation.model_validate({**dict(ready), **changes, "sure": Sure(), "consent": Consent()})
    assert elements(consultation, library) == []
    assert consultation.notice == ShownNotice()


def test_a_trial_and_conservative_care_need_no_consent_of_ours(ready, library, cases):
    conservative = amended(ready, "proposal", treatment=Treatment.CONSERVATIVE)
    assert not needs_consent(cases["trial"])
    assert not needs_consent(conservative)
    assert elements(cases["trial"], library) == elements(conservative, library) == []


def test_every_missing_element_names_a_field(cases, library):
    for consultation in cases.values():
        for missing in assess(consultation, library).missing[Document.CONSENT]:
            assert missing.finding in finding_types()
