"""Keys of the file: none is unknown on any level, and none that is required is absent."""

import pytest

from tests.exchange.fields import at, said
from tests.exchange.refusals import refusal
from tests.files import ABSENT

REQUIRED = "a value, which is required"
MISSING = {
    "version": "1",
    "date": REQUIRED,
    "knee": "left, right",
    "jurisdiction": "us, us-fl, us-ut, us-wa, us-tx, us-nv, us-mt, eu, uk, mx, other",
    "patient": REQUIRED,
    "patient.family_name": REQUIRED,
    "history.previous_treatments[0].treatment": REQUIRED,
    "measures[0].instrument": REQUIRED,
    "measures[0].score": REQUIRED,
    "preferences.expected_pain[0].months": REQUIRED,
    "preferences.expected_pain[0].score": REQUIRED,
    "overrides[0].treatment": REQUIRED,
    "overrides[0].reason": REQUIRED,
    "preferences.expected_pain_asked.at": REQUIRED,
    "preferences.expected_pain_asked.answer": REQUIRED,
    "signatures[0].role": REQUIRED,
    "signatures[0].name": REQUIRED,
    "signatures[0].at": REQUIRED,
    "signatures[0].method": REQUIRED,
    "signatures[0].meaning": REQUIRED,
}


@pytest.mark.parametrize(("path", "allowed"), MISSING.items(), ids=MISSING)
def test_a_required_value_is_missed(path, allowed):
    sentence = f"{path}: nothing is recorded; allowed is {allowed}"
    assert refusal(at(path, ABSENT)) == (sentence,)
    if "." not in path:
        assert refusal(at(path, None)) == (sentence,)


def test_a_file_without_its_format_is_refused_before_anything_else():
    assert refusal(b"{}") == (said("format", "nothing", "'kneedesk-consultation'"),)


KEYS = {
    "": "format, version, date, knee, jurisdiction, clinician, practice, patient, history, examination, imaging, "
    "measures, preferences, proposal, product, counselling, stop_rule, sure, decision, notice, consent, signatures, "
    "overrides, not_assessed, "
    "knowledge, amends, finalised",
    "clinician.": "name, registration, role, language",
    "practice.": "name, address, phone, emergency_phone, financial_interest",
    "patient.": "given_name, family_name, identifier, birth_date, sex, language, height_cm, weight_kg",
    "history.": "condition, condition_detail, onset, symptom_duration_months, conservative_care, "
    "previous_treatments, active_infection, cancer_affected_knee, active_cancer, pregnancy, anticoagulant, "
    "hypersensitivity, bleeding_disorder, autoimmune_disease, immunosuppression, comorbidity, diabetes, "
    "knee_replacement_planned, medications, allergies, red_flags",
    "history.previous_treatments[0].": "treatment, response, date",
    "examination.": "flexion_degrees, extension_deficit_degrees, effusion, stability, deformity, "
    "alignment_degrees, skin_intact",
    "imaging.": "modality, date, kellgren_lawrence",
    "measures[0].": "instrument, scale, label, score, date",
    "preferences.": "goals, priorities, willing_to_rehabilitate, wishes_to_postpone_surgery, accepts_uncertainty, "
    "expected_pain, expected_pain_asked",
    "preferences.expected_pain_asked.": "at, answer",
    "preferences.expected_pain[0].": "months, score",
    "proposal.": "treatment, cell_source, product_status, sessions, date, total_cost",
    "product.": "donor, processing, laboratory, registration, lot, viability, minimally_manipulated",
    "counselling.": "discussed, teach_back, questions, interest_disclosed, complication_costs, checked",
    "stop_rule.": "amount, date",
    "sure.": "certain, informed, values_clear, supported, acknowledged",
    "decision.": "outcome, treatment, reason, review_date, leaning, decide_by",
    "notice.": "digest, shown_at",
    "consent.": "capacity, proxy_name, proxy_relationship, interpreter, witnesses, copy_given, discussed_by, "
    "time_to_think",
    "signatures[0].": "role, name, at, method, strokes, meaning",
    "overrides[0].": "treatment, rule, reason, clinician, at",
}


@pytest.mark.parametrize(("parent", "known"), KEYS.items(), ids=KEYS)
def test_an_unknown_key_is_refused_on_every_level(parent, known):
    for key, quoted in [("bone_density", "bone_density"), ("literal", "literal"), ("ta\nb \x1b", r"'ta\nb \x1b'")]:
        for value, found in [(None, "nothing"), (3, "3"), ({"a": 1}, "an object")]:
            sentence = f"{parent}{quoted}: {found} stands under a key that is not known; allowed are {known}"
            assert refusal(at(f"{parent}{key}", value)) == (sentence,)


def test_a_long_key_is_cut_like_a_value():
    (sentence,) = refusal(at(f"patient.{'k' * 9000}", 1))
    assert sentence.startswith(f"patient.'{'k' * 59}…': 1 stands under a key")
