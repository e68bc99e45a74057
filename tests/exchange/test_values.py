"""Every list of values, every range and every kind of value of the file, at its bounds and beyond."""

import pytest

from kneedesk.exchange.consultation_file import loads
from kneedesk.exchange.faults import shorten
from tests.exchange.fields import BASE, at, recorded, said
from tests.exchange.refusals import refusal
from tests.files import changed

ANSWERS = "answered, not_asked, rather_not_say"
TREATMENTS = "stem_cell, corticosteroid, hyaluronic_acid, prp, arthroscopy, knee_replacement, conservative"
CHOICES = {
    "knee": "left, right",
    "jurisdiction": "us, us-fl, us-ut, us-wa, us-tx, us-nv, us-mt, eu, uk, mx, other",
    "patient.sex": "female, male, other, unknown",
    "patient.language": "en, es",
    "history.condition": "osteoarthritis, meniscal_tear, ligament_injury, cartilage_defect, "
    "inflammatory_arthritis, crystal_arthritis, other",
    "history.onset": "injury, gradual",
    "history.conservative_care": "not_tried, in_progress, adequate_relief, inadequate_relief",
    "history.previous_treatments[0].treatment": "exercise_therapy, weight_loss, analgesics, corticosteroid, "
    "hyaluronic_acid, prp, stem_cell, arthroscopy, osteotomy, knee_replacement",
    "history.previous_treatments[0].response": "none, partial, good",
    "history.hypersensitivity[0]": "cell_product, hyaluronic_acid, corticosteroid, local_anaesthetic, "
    "latex_or_antiseptic",
    "history.bleeding_disorder": "none, controlled, uncontrolled",
    "history.autoimmune_disease": "none, managed, unmanaged",
    "history.immunosuppression": "none, low_dose, high_dose",
    "history.comorbidity": "none, stable, decompensated",
    "history.diabetes": "none, controlled, uncontrolled",
    "history.red_flags[0]": "fracture, tumour, hot_swollen_joint, locked_joint, neurovascular_deficit, "
    "referred_hip_or_back_pain",
    "examination.effusion": "none, small, large",
    "examination.stability": "stable, unstable",
    "examination.deformity": "none, mild, severe",
    "imaging.modality": "radiograph, mri, both",
    "measures[0].instrument": "pain_nrs, pain_vas_mm, womac, koos_pain, koos_symptoms, koos_adl, koos_sport, "
    "koos_qol, oxford_knee_score, activity",
    "preferences.priorities[0]": "pain_relief, lasting_effect, low_risk, recovery_time, cost, avoid_surgery, "
    "certainty_of_evidence, fewer_visits",
    "proposal.treatment": TREATMENTS,
    "proposal.cell_source": "bone_marrow, adipose, umbilical_cord",
    "proposal.product_status": "approved, trial, unapproved",
    "decision.outcome": "proceed, not_today, refer, decline",
    "decision.treatment": TREATMENTS,
    "decision.leaning": f"{TREATMENTS}, not_sure",
    "overrides[0].treatment": TREATMENTS,
    "clinician.language": "en, es",
    "product.donor": "own, donor",
    "signatures[0].role": "patient, proxy, clinician, interpreter, witness",
}
RANGES = [
    ("patient.height_cm", 50, 250),
    ("patient.weight_kg", 20, 350),
    ("history.symptom_duration_months", 0, 1200),
    ("examination.flexion_degrees", 0, 170),
    ("examination.extension_deficit_degrees", 0, 60),
    ("examination.alignment_degrees", -40, 40),
    ("imaging.kellgren_lawrence", 0, 4),
    ("proposal.sessions", 1, 50),
    ("preferences.expected_pain[0].months", 1, 120),
    ("preferences.expected_pain[0].score", 0, 10),
    ("stop_rule.amount", 0.5, 10),
    ("signatures[0].strokes[0][0][1]", 0, 1000),
]
WHOLE_NUMBERS = (
    "imaging.kellgren_lawrence",
    "proposal.sessions",
    "preferences.expected_pain[0].months",
    "signatures[0].strokes[0][0][1]",
)
SCALES = [
    ("pain_nrs", 0, 10),
    ("pain_vas_mm", 0, 100),
    ("koos_pain", 0, 100),
    ("koos_symptoms", 0, 100),
    ("koos_adl", 0, 100),
    ("koos_sport", 0, 100),
    ("koos_qol", 0, 100),
    ("oxford_knee_score", 0, 48),
    ("activity", 0, 10),
    ("womac", 0, 96),
]
YES_OR_NO = (
    "history.active_infection",
    "history.cancer_affected_knee",
    "history.active_cancer",
    "history.pregnancy",
    "history.anticoagulant",
    "examination.skin_intact",
    "preferences.willing_to_rehabilitate",
    "preferences.wishes_to_postpone_surgery",
    "preferences.accepts_uncertainty",
    "counselling.interest_disclosed",
    "product.minimally_manipulated",
    "sure.certain",
    "sure.informed",
    "sure.values_clear",
    "sure.supported",
    "consent.capacity",
    "consent.copy_given",
)


@pytest.mark.parametrize(("path", "allowed"), CHOICES.items(), ids=CHOICES)
def test_a_choice_takes_the_values_of_its_list_and_no_other(path, allowed):
    for value in allowed.split(", "):
        assert loads(at(path, value))
    for value in ("sideways", "", "Left", allowed.upper()):
        assert refusal(at(path, value)) == (said(path, shorten(value), allowed),)
    for number in (1, -(10**299)):
        assert refusal(at(path, number)) == (said(path, shorten(number), allowed),)


@pytest.mark.parametrize(("path", "low", "high"), RANGES, ids=[path for path, *_ in RANGES])
def test_a_range_includes_its_bounds_and_nothing_beyond(path, low, high):
    assert recorded(at(path, low), path) == low
    assert recorded(at(path, high), path) == high
    nested = "[0]" in path
    below, above = (f"{low} or more", f"{high} or less") if nested else [f"{low} to {high}"] * 2
    beyond = 1 if path in WHOLE_NUMBERS else 0.1
    for value, allowed in [(low - beyond, below), (high + beyond, above), (-(10**299), below), (10**299, above)]:
        assert refusal(at(path, value)) == (said(path, shorten(value), allowed),)


@pytest.mark.parametrize(("instrument", "low", "high"), SCALES, ids=[name for name, *_ in SCALES])
def test_a_score_lies_on_the_scale_of_its_instrument(instrument, low, high):
    measure = {"instrument": instrument, "scale": "0-96"}
    for score in (low, high, high - 0.5):
        assert recorded(at("measures", [{**measure, "score": score}]), "measures[0].score") == score
    for score in (low - 1, high + 1, high + 0.5):
        sentence = said("measures[0].score", score, f"a number from {low} to {high}")
        assert refusal(at("measures", [{**measure, "score": score}])) == (sentence,)


@pytest.mark.parametrize("scale", [None, "", "96", "96-0", "0-0", "0–96", "0-96 ", "-1-96", "0-99999", "\u0660-96"])
def test_a_womac_score_without_its_scale_is_refused(scale):
    assert refusal(at("measures[0].scale", scale)) == (
        said("measures[0].scale", shorten(scale), "the range of the version used, for example 0-96"),
    )


@pytest.mark.parametrize("path", YES_OR_NO)
def test_yes_or_no_is_neither_a_number_nor_a_text(path):
    for value in (0, 1, 1.0, 10**299, "true", "", "no", [], {}):
        assert refusal(at(path, value)) == (said(path, shorten(value), "true or false"),)


@pytest.mark.parametrize("path", [*(path for path, *_ in RANGES), "measures[0].score"])
def test_a_number_is_neither_yes_nor_a_text(path):
    allowed = "a whole number" if path in WHOLE_NUMBERS else "a number"
    for value in (True, False, "7", "", "NaN", [7], {}):
        assert refusal(at(path, value)) == (said(path, shorten(value), allowed),)


@pytest.mark.parametrize("path", WHOLE_NUMBERS)
def test_a_whole_number_has_no_decimals(path):
    for value in (2.0, 2.5):
        assert refusal(at(path, value)) == (said(path, shorten(value), "a whole number"),)


def test_what_came_of_asking_fits_what_is_recorded():
    asked, allowed = "preferences.expected_pain_asked", "answered where the expected pain is recorded, and only there"
    assert recorded(at(f"{asked}.answer", "answered"), asked)["answer"] == "answered"
    for answer in ("not_asked", "rather_not_say"):
        assert refusal(at(f"{asked}.answer", answer)) == (said(f"{asked}.answer", f"'{answer}'", allowed),)
        absent = changed(BASE, {"preferences.expected_pain": None, f"{asked}.answer": answer})
        assert recorded(absent, asked)["answer"] == answer
    for value, found in (("Answered", "'Answered'"), (True, "true"), (None, "nothing")):
        assert refusal(at(f"{asked}.answer", value)) == (said(f"{asked}.answer", found, ANSWERS),)


def test_an_interpreter_has_a_name_or_was_declined():
    path, allowed = "consent.interpreter", "the name of the interpreter, or false for offered and declined"
    assert recorded(at(path, "Luz Ortiz"), path) == "Luz Ortiz"
    assert recorded(at(path, False), path) is False
    for value in (True, 0, 0.0, 1, [], {}):
        assert refusal(at(path, value)) == (said(path, shorten(value), allowed),)
    assert refusal(at(path, "x" * 201)) == (said(path, shorten("x" * 201), "at most 200 characters"),)
