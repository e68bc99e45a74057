"""The strip from day 0 to 12 months, and the days on which somebody looks again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Decision, StopRule
from kneedesk.domain.treatment import Proposal, Treatment
from kneedesk.knowledge.timeline import PERIODS
from kneedesk.presentation.aftercare import looks_of, months_after, strip_of
from kneedesk.presentation.content import basis_of, text_of

START = date(2026, 12, 10)


def amended(case: Consultation, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(case), **blocks})


@pytest.mark.parametrize("treatment", Treatment)
def test_the_strip_has_the_five_periods_of_every_course_and_leaves_nothing_out(treatment, library, english):
    strip = strip_of(treatment, START, library, english)
    assert tuple(stretch.period for stretch in strip) == PERIODS
    for stretch, stage in zip(strip, library.timelines[treatment].stages, strict=True):
        passages = (*stage.expect, *stage.do, *stage.do_not, *stage.rehabilitation, *stage.follow_up)
        lines = [line for _, cell in stretch.parts for line in cell]
        assert len(lines) == len(passages)
        assert all(text_of(line) and basis_of(line) for line in lines)
        assert all(cell for _, cell in stretch.parts)


def test_the_days_follow_from_the_first(library, english):
    assert [(stretch.name, stretch.days) for stretch in strip_of(Treatment.PRP, START, library, english)] == [
        ("Day 0", "10 December 2026"),
        ("Days 1 to 3", "11 to 13 December 2026"),
        ("Weeks 2 to 6", "17 December 2026 to 21 January 2027"),
        ("Month 3", "10 March 2027"),
        ("Months 6 to 12", "10 June to 10 December 2027"),
    ]
    assert {stretch.days for stretch in strip_of(Treatment.PRP, None, library, english)} == {""}


def test_somebody_looks_again_after_six_weeks_and_three_six_and_twelve_months(cases, library, english):
    looks = looks_of(amended(cases["reference"], decision=Decision()), library, english)
    assert [(look.day, look.name) for look in looks] == [
        (date(2027, 1, 21), "After 6 weeks"),
        (date(2027, 3, 10), "After 3 months"),
        (date(2027, 6, 10), "After 6 months"),
        (date(2027, 12, 10), "After 12 months"),
    ]
    assert all(look.lines for look in looks)


def test_what_was_agreed_stands_among_them_in_its_place(cases, library, english):
    agreed = amended(
        cases["reference"],
        stop_rule=StopRule(amount=2, date=date(2027, 3, 1)),
        decision=Decision(review_date=date(2027, 2, 18)),
    )
    looks = looks_of(agreed, library, english)
    assert [look.name for look in looks][1:4] == ["Day of review", "Stop rule", "After 3 months"]
    assert text_of(looks[2].lines[0]).startswith("If your pain has not fallen by 2 points")


def test_without_a_first_day_only_what_was_agreed_is_known(cases, library, english):
    undated = amended(cases["reference"], proposal=Proposal(treatment=Treatment.PRP), decision=Decision())
    assert looks_of(undated, library, english) == ()
    reviewed = amended(undated, decision=Decision(review_date=date(2027, 2, 18)))
    assert [look.name for look in looks_of(reviewed, library, english)] == ["Day of review"]


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 36))
def test_the_same_day_or_the_last_one_of_the_month(day, months):
    later = months_after(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)
