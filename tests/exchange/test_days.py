"""Days and instants of the file: in one form, and on the right side of the consultation."""

import pytest

from kneedesk.exchange.faults import shorten
from tests.exchange.fields import at, recorded, said
from tests.exchange.refusals import refusal

DATE = "a date as YYYY-MM-DD"
PLANNED = f"{DATE}, or false for asked and none planned"
INSTANT = "an instant with its UTC offset, as 2026-11-18T14:02:00+01:00"
NOT_BEFORE = "a day not before the consultation (2026-11-18)"
NOT_AFTER = "a day not after the consultation (2026-11-18)"
PAST = ("patient.birth_date", "imaging.date", "history.previous_treatments[0].date", "measures[0].date")
FUTURE = ("history.knee_replacement_planned", "proposal.date", "stop_rule.date", "decision.decide_by")
DATES = ("date", *PAST, *FUTURE[1:], "decision.review_date")
INSTANTS = ("overrides[0].at", "preferences.expected_pain_asked.at", "notice.shown_at", "signatures[0].at")
NO_DATES = [
    *("", "today", "18/11/2026", "11-18-2026", "2026/11/18", "20261118", "2026-11", "2026-1-2"),
    *("2026-W47-3", "2026-322", "2026-02-30", "2025-02-29", "0000-01-01", "10000-01-01", "+2026-11-18"),
    *(" 2026-11-18", "2026-11-18\n", "\uff12\uff10\uff12\uff16-11-18", "2026-11-18T00:00:00Z"),
    *("2026-11-18T00:00:00", "0", "-1", "86400", "1763424000", "1763424000000"),
    *(0, 20261118, 1763424000, 1763424000000, 10**299, 1.5, True, [], {}),
]


@pytest.mark.parametrize("value", NO_DATES, ids=ascii)
def test_a_date_in_any_other_form_is_refused(value):
    assert refusal(at("decision.review_date", value)) == (said("decision.review_date", shorten(value), DATE),)
    planned = "history.knee_replacement_planned"
    assert refusal(at(planned, value)) == (said(planned, shorten(value), PLANNED),)


@pytest.mark.parametrize("path", DATES)
def test_every_date_refuses_a_timestamp(path):
    for value in ("1763424000", 1763424000):
        assert refusal(at(path, value)) == (said(path, shorten(value), DATE),)


@pytest.mark.parametrize("value", [0, 0.0, 1, True, "false", "no", []], ids=ascii)
def test_only_false_says_that_no_operation_is_planned(value):
    path = "history.knee_replacement_planned"
    assert recorded(at(path, False), path) is False
    assert refusal(at(path, value)) == (said(path, shorten(value), PLANNED),)


@pytest.mark.parametrize("path", PAST)
def test_what_has_happened_is_not_after_the_consultation(path):
    assert recorded(at(path, "2026-11-18"), path) == "2026-11-18"
    assert refusal(at(path, "2026-11-19")) == (said(path, "2026-11-19", NOT_AFTER),)


@pytest.mark.parametrize("path", FUTURE)
def test_what_is_planned_is_not_before_the_consultation(path):
    assert recorded(at(path, "2026-11-18"), path) == "2026-11-18"
    assert refusal(at(path, "2026-11-17")) == (said(path, "2026-11-17", NOT_BEFORE),)


NO_INSTANTS = [
    *("2026-11-18", "2026-11-18T14:02:00", "2026-11-18 14:02:00Z", "2026-11-18t14:02:00z", "14:02", ""),
    *("2026-11-18T14:02:00+25:00", "2026-11-18T25:00:00Z", "2026-11-18T14:02:60Z", "2026-02-30T00:00:00Z"),
    *("2026-11-18T14:02:00.1234567Z", "2026-11-18T14:02:00+01", "20261118T140200Z", "0", "1763424000"),
    *(0, 1763424000, 1763424000.5, 10**299, True, [], {}),
]


@pytest.mark.parametrize("path", INSTANTS)
@pytest.mark.parametrize("value", NO_INSTANTS, ids=ascii)
def test_an_instant_without_offset_or_in_another_form_is_refused(path, value):
    assert refusal(at(path, value)) == (said(path, shorten(value), INSTANT),)


@pytest.mark.parametrize(
    "value", ["2026-11-18T14:02:00+01:00", "2026-11-18T14:02:00Z", "2026-11-18T14:02:00.250000-03:30"]
)
def test_an_instant_keeps_its_offset(value):
    assert recorded(at("overrides[0].at", value), "overrides[0].at") == value


def test_E31_a_signature_is_given_on_the_day_or_later_and_after_the_notice_was_shown():
    path, shown = "signatures[0].at", "2026-11-18T14:02:00+01:00"
    assert recorded(at(path, shown), path) == shown
    assert recorded(at(path, "2026-12-01T08:00:00-05:00"), path) == "2026-12-01T08:00:00-05:00"
    before = "2026-11-18T14:01:59+01:00"
    assert refusal(at(path, before)) == (said(path, before, f"an instant not before the notice was shown ({shown})"),)
    before = "2026-11-17T23:59:00-12:00"
    assert refusal(at(path, before)) == (
        said(path, before, "an instant not before the day of the consultation (2026-11-18)"),
    )
