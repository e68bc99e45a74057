"""Which mandatory elements the consent form lacks, each with the field that supplies it."""

import pytest

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.readiness import Document, Element, needs_consent
from kneedesk.domain.consultation import Consultation, Jurisdiction
from kneedesk.domain.decision import Outcome, Override
from kneedesk.domain.finding import finding_types
from kneedesk.domain.history import ConservativeCare
from kneedesk.domain.treatment import Treatment


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


def test_a_trial_and_conservative_care_need_no_consent_of_ours(ready, library, cases):
    conservative = amended(ready, "proposal", treatment=Treatment.CONSERVATIVE)
    assert not needs_consent(cases["trial"])
    assert not needs_consent(conservative)
    assert elements(cases["trial"], library) == elements(conservative, library) == []


def test_every_missing_element_names_a_field(cases, library):
    for consultation in cases.values():
        for missing in assess(consultation, library).missing[Document.CONSENT]:
            assert missing.finding in finding_types()
