"""A figure lies within its interval, an interval has two ends, and months run forwards."""

from typing import Any

import pytest
from pydantic import ValidationError

from kneedesk.knowledge.fact import Figure


def a_figure(**fields: Any) -> Figure:
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


def test_months_run_from_the_earlier_to_the_later():
    assert a_figure(value=12, months=(3, 6)).months == (3, 6)
    for months in ((6, 3), (-1, 3)):
        with pytest.raises(ValidationError, match="earlier to the later"):
            a_figure(value=12, months=months)
