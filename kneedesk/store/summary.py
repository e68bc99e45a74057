"""What the list of consultations shows of each; light, for the list stands there before anything else is loaded."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Summary:
    """One consultation in the list; ``knee`` is *left* or *right*, the instants are in UTC.

    ``standing`` is the number of the newest version that stands, ``final`` the same where that is what is kept now:
    without it a draft is kept, of the first version or of the one after ``standing``.
    """

    key: str
    family_name: str
    given_name: str | None
    identifier: str | None
    birth_date: date | None
    knee: str
    date: date
    started_at: datetime
    changed_at: datetime
    version: int
    standing: int | None = None
    final: int | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """A consultation whose place among those that were found is known, from 0: what stands near it is soon found.

    Without one it is the place before the first (-1), or the one after the last.
    """

    place: int = -1
    summary: Summary | None = None
