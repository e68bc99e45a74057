"""The examination: degrees within what a knee can have, and judgements that are never derived from them."""

import pytest

from kneedesk.domain.examination import Deformity, Effusion, Examination, Stability
from tests.domain.faults import faults

RANGES = [("flexion_degrees", 0, 170), ("extension_deficit_degrees", 0, 60), ("alignment_degrees", -40, 40)]


@pytest.mark.parametrize(("finding", "low", "high"), RANGES)
def test_degrees_at_their_bounds_are_taken(finding, low, high):
    for value in (low, high, low + 0.5, float(high)):
        assert getattr(Examination(**{finding: value}), finding) == value


@pytest.mark.parametrize(("finding", "low", "high"), RANGES)
def test_degrees_beyond_are_refused(finding, low, high):
    assert faults(Examination, **{finding: low - 0.01}) == [(finding, "greater_than_equal")]
    assert faults(Examination, **{finding: high + 0.01}) == [(finding, "less_than_equal")]
    assert faults(Examination, **{finding: True}) == [(finding, "float_type")]


def test_deformity_is_not_derived_from_degrees():
    assert Examination(alignment_degrees=-40).deformity is None
    assert Examination(alignment_degrees=0, deformity=Deformity.SEVERE).deformity is Deformity.SEVERE


def test_no_effusion_is_not_the_same_as_not_recorded():
    assert set(dict(Examination()).values()) == {None}
    assert Examination(effusion=Effusion.NONE) != Examination()
    assert Examination(skin_intact=False) != Examination()
    assert list(Stability) == ["stable", "unstable"]
