"""Which backups are kept: a week of days, a month of weeks, a year of months."""

from collections.abc import Callable, Iterable
from datetime import date

_DAYS, _WEEKS, _MONTHS = 7, 4, 12


def kept_days(days: Iterable[date]) -> frozenset[date]:
    """Return the days whose backups stay: the newest 7, and the newest of each of the newest 4 weeks and 12 months.

    Only days that have a backup count: a practice that was closed for a month loses none by it. Applied every day it
    keeps the same as applied once.
    """
    newest_first = sorted(set(days), reverse=True)
    weeks = _newest_of_each(newest_first, lambda day: tuple(day.isocalendar())[:2])
    months = _newest_of_each(newest_first, lambda day: (day.year, day.month))
    return frozenset([*newest_first[:_DAYS], *weeks[:_WEEKS], *months[:_MONTHS]])


def _newest_of_each(newest_first: Iterable[date], period: Callable[[date], tuple[int, ...]]) -> list[date]:
    newest: dict[tuple[int, ...], date] = {}
    for day in newest_first:
        newest.setdefault(period(day), day)
    return list(newest.values())
