"""Which backups are kept: by days, weeks and months that have one."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kneedesk.store.retention import kept_days

DAYS = st.sets(st.dates(date(2024, 1, 1), date(2027, 12, 31)), max_size=60)


def test_after_two_years_of_days_there_are_a_week_a_month_and_a_year():
    today = date(2026, 11, 18)  # a Wednesday
    kept = sorted(kept_days(today - timedelta(days=back) for back in range(730)), reverse=True)
    week, rest = kept[:7], kept[7:]
    assert week == [today - timedelta(days=back) for back in range(7)]
    assert rest == [
        date(2026, 11, 8), date(2026, 11, 1),  # the newest four Sundays, but for those of the week
        *(date(2026, 11, 1).replace(month=month) - timedelta(days=1) for month in range(11, 1, -1)),
        date(2025, 12, 31),
    ]  # fmt: skip


def test_a_practice_that_was_closed_keeps_what_it_has():
    days = [date(2026, 1, day) for day in range(1, 8)]
    assert kept_days(days) == set(days)
    assert kept_days([]) == frozenset()


@given(DAYS)
def test_what_is_kept_is_there_few_and_holds_the_newest_week(days):
    kept = kept_days(days)
    assert kept <= days
    assert len(kept) <= 7 + 4 + 12
    assert set(sorted(days)[-7:]) <= kept


@given(DAYS)
def test_each_of_the_newest_weeks_and_months_is_there(days):
    kept = kept_days(days)
    for count, period in ((4, lambda day: day.isocalendar()[:2]), (12, lambda day: (day.year, day.month))):
        newest = sorted({period(day) for day in days})[-count:]
        assert set(newest) <= {period(day) for day in kept}


@given(DAYS)
def test_applied_every_day_it_keeps_the_same_as_applied_once(days):
    daily = frozenset()
    for day in sorted(days):
        daily = kept_days(daily | {day})
    assert daily == kept_days(days) == kept_days(kept_days(days))
