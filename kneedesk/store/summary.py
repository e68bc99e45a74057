"""What the list of consultations shows of each; light, for the list stands there before anything else is loaded."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Summary:
    """One consultation in the list; ``knee`` is *left* or *right*, the instants are in UTC."""

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
