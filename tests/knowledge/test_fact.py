"""A figure lies within its interval, and an interval has two ends."""

import pytest
from pydantic import ValidationError

from kneedesk.knowledge.fact import Figure


def a_figure(**fields: float) -> Figure:
    return Figure(measure="share", unit="percent", **fields)


@pytest.mark.parametrize("interval", [{}, {"low": 4, "high": 22}, {"low": 12, "high": 12}])
def test_a_value_within_its_interval_is_taken(interval):
    assert a_figure(value=12, **interval).value == 12


@pytest.mark.parametrize("interval", [{"low": 13, "high": 22}, {"low": 4, "high": 11}, {"low": 22, "high": 4}])
def test_a_value_outside_its_interval_is_refused(interval):
    with pytest.raises(ValidationError, match="within its interval"):
        a_figure(value=12, **interval)


@pytest.mark.parametrize("interval", [{"low": 4}, {"high": 22}])
def test_an_interval_with_one_end_is_refused(interval):
    with pytest.raises(ValidationError, match="both ends"):
        a_figure(value=12, **interval)
