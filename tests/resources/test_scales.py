"""What a score means: every threshold of a scale is a figure in the unit of that scale."""

import pytest

from kneedesk.domain.measure import RANGES, Instrument
from kneedesk.knowledge.gate.references import figure_of

# A figure of a hundred is no threshold for a scale of ten, nor a millimetre for a point.
UNITS = {
    Instrument.PAIN_NRS: "points-of-10",
    Instrument.PAIN_VAS_MM: "mm-of-100",
    **{instrument: "points-of-100" for instrument in Instrument if instrument.startswith("koos_")},
}


@pytest.fixture
def by_instrument(library):
    return {scale.instrument: scale for scale in library.scales.values()}


@pytest.mark.parametrize("instrument", Instrument)
def test_every_threshold_is_a_figure_in_the_unit_of_the_scale(instrument, by_instrument, library):
    scale = by_instrument[instrument]
    named = [name for name in (scale.important_difference, scale.acceptable_state) if name is not None]
    for name in named:
        figure = figure_of(name, library)
        assert figure.measure == "threshold"
        assert figure.unit == UNITS[instrument]
        assert RANGES[instrument][0] < figure.value < RANGES[instrument][1]


@pytest.mark.parametrize("instrument", [each for each in Instrument if each not in UNITS])
def test_a_scale_without_a_trustworthy_threshold_has_none(instrument, by_instrument):
    scale = by_instrument[instrument]
    assert (scale.important_difference, scale.acceptable_state) == (None, None)


@pytest.mark.parametrize("instrument", [Instrument.WOMAC, Instrument.OXFORD_KNEE_SCORE, Instrument.KOOS_PAIN])
def test_a_licensed_questionnaire_is_named_and_not_shipped(instrument, by_instrument):
    said = " ".join(passage.text.en for passage in by_instrument[instrument].meaning)
    assert "licen" in said
    assert "not shipped" in said
