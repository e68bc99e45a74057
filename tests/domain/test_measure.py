"""A score lies on the scale of its instrument; WOMAC has several and names its own."""

import datetime

import pytest

from kneedesk.domain.measure import RANGES, Instrument, Measure
from tests.domain.faults import faults

SCALES = {
    "pain_nrs": 10,
    "pain_vas_mm": 100,
    "koos_pain": 100,
    "koos_symptoms": 100,
    "koos_adl": 100,
    "koos_sport": 100,
    "koos_qol": 100,
    "oxford_knee_score": 48,
    "activity": 10,
}


def test_every_instrument_but_womac_has_one_scale():
    assert {instrument.value: highest for instrument, (_, highest) in RANGES.items()} == SCALES
    assert set(Instrument) - set(RANGES) == {Instrument.WOMAC}


@pytest.mark.parametrize(("instrument", "highest"), SCALES.items())
def test_a_score_at_the_bounds_is_taken_and_beyond_refused(instrument, highest):
    kind = Instrument(instrument)
    for score in (0, highest, 0.5):
        assert Measure(instrument=kind, score=score).score == score
    for score in (-0.5, highest + 0.5):
        assert faults(Measure, instrument=kind, score=score) == [("", "misplaced")]


@pytest.mark.parametrize(
    ("scale", "low", "high"), [("0-96", 0, 96), ("0-100", 0, 100), ("4-20", 4, 20), ("0-2400", 0, 2400)]
)
def test_womac_has_the_scale_that_is_named(scale, low, high):
    for score in (low, high):
        measure = Measure(instrument=Instrument.WOMAC, scale=scale, score=score)
        assert measure.range == (low, high)
    for score in (low - 1, high + 1):
        assert faults(Measure, instrument=Instrument.WOMAC, scale=scale, score=score) == [("", "misplaced")]


@pytest.mark.parametrize("scale", [None, "", "96", "0-0", "96-0", "0 - 96", "0-96\n", "0\u201396", "a-b"], ids=ascii)
def test_womac_without_a_scale_is_refused(scale):
    assert faults(Measure, instrument=Instrument.WOMAC, scale=scale, score=0) == [("", "misplaced")]


def test_an_activity_has_the_words_of_the_patient():
    measure = Measure(instrument=Instrument.ACTIVITY, label="walk my dog", score=3, date=datetime.date(2026, 11, 18))
    assert (measure.label, measure.range) == ("walk my dog", (0, 10))


def test_a_score_and_its_instrument_are_required():
    assert faults(Measure) == [("instrument", "missing"), ("score", "missing")]
    assert faults(Measure, instrument=Instrument.PAIN_NRS, score=float("nan")) == [("score", "finite_number")]
