"""Who the patient is: a family name is required, the rest may stay unrecorded."""

import pytest

from kneedesk.domain.patient import LanguageTag, Patient, Sex
from tests.domain.faults import faults


def test_a_family_name_is_enough():
    assert Patient(family_name="Suharto").model_dump(exclude_none=True) == {"family_name": "Suharto"}


def test_a_family_name_is_required():
    assert faults(Patient, given_name="Ana") == [("family_name", "missing")]
    assert faults(Patient, family_name=None) == [("family_name", "string_type")]
    assert faults(Patient, family_name=" \u200b") == [("family_name", "blank")]


def test_a_blank_given_name_is_kept_as_it_was_typed():
    assert Patient(family_name="Ruiz", given_name=" ").given_name == " "


@pytest.mark.parametrize(("finding", "low", "high"), [("height_cm", 50, 250), ("weight_kg", 20, 350)])
def test_height_and_weight_lie_within_their_ranges(finding, low, high):
    for value in (low, high, low + 0.5):
        assert getattr(Patient(family_name="Ruiz", **{finding: value}), finding) == value
    assert faults(Patient, family_name="Ruiz", **{finding: low - 0.01}) == [(finding, "greater_than_equal")]
    assert faults(Patient, family_name="Ruiz", **{finding: high + 0.01}) == [(finding, "less_than_equal")]


def test_sex_may_be_recorded_as_unknown_and_languages_have_their_tags():
    assert list(Sex) == ["female", "male", "other", "unknown"]
    assert list(LanguageTag) == ["en", "es"]
