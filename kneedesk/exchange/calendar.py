"""Days to keep as a calendar file (RFC 5545): whole days, private, and nobody's name unless it is given."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

NAME = "follow-up.ics"
"""Under this name it is saved: what it is, never whose."""
_WIDEST = 75  # octets to a line; a longer one goes on after a blank
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Entry:
    """One day: what it is for in a few words, and what is looked at."""

    day: date
    title: str
    words: str = ""


def calendar_file(entries: Iterable[Entry], made_at: datetime, key: str) -> bytes:
    """Return the days as a calendar file; ``key`` makes its entries others than those of any other file."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//KneeDesk//Follow-up//EN", "METHOD:PUBLISH"]
    for place, entry in enumerate(entries, 1):
        lines += _event(entry, f"{key}-{place}@kneedesk.invalid", made_at)
    lines.append("END:VCALENDAR")
    return b"".join(part + b"\r\n" for line in lines for part in _folded(line))


def _event(entry: Entry, uid: str, made_at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"DTSTAMP:{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"SUMMARY:{entry.title.translate(_ESCAPED)}"
    if entry.words:
        yield f"DESCRIPTION:{entry.words.translate(_ESCAPED)}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _folded(line: str) -> Iterator[bytes]:
    """Yield a line in pieces that no reader cuts; a letter is never divided."""
    piece = b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > _WIDEST:
            yield piece
            piece = b" "
        piece += octets
    yield piece
