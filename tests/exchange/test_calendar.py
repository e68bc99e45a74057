"""A calendar file as RFC 5545 wants it: every line ends, none is too long, and what has a meaning there is escaped."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from kneedesk.exchange.calendar import NAME, Entry, calendar_file

MADE = datetime(2026, 11, 18, 14, 2, tzinfo=timezone(timedelta(hours=-6)))
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=200)
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def meant(text: str) -> str:
    """Read a value back as a calendar does."""
    read, letters = "", iter(text)
    for letter in letters:
        read += letter if letter != "\\" else {"n": "\n"}.get(following := next(letters), following)
    return read


def test_one_day_in_full():
    content = calendar_file([Entry(date(2027, 3, 10), "After 3 months", "Look; then talk, both.")], MADE, "key")
    assert unfolded(content) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//KneeDesk//Follow-up//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:key-1@kneedesk.invalid",
        "DTSTAMP:20261118T200200Z",
        "DTSTART;VALUE=DATE:20270310",
        "SUMMARY:After 3 months",
        r"DESCRIPTION:Look\; then talk\, both.",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_without_words_there_is_no_description():
    assert b"DESCRIPTION" not in calendar_file([Entry(date(2027, 3, 10), "After 3 months")], MADE, "key")


def test_every_day_has_a_name_of_its_own():
    days = [Entry(date(2027, 3, day), "Look") for day in (1, 2, 3)]
    uids = [line for line in unfolded(calendar_file(days, MADE, "key")) if line.startswith("UID:")]
    assert len(set(uids)) == 3
    assert all("key-" in uid for uid in uids)


@given(st.lists(st.builds(Entry, DAYS, TEXTS, TEXTS), max_size=5))
def test_whatever_stands_in_it_the_lines_hold_and_are_read_back(entries):
    content = calendar_file(entries, MADE, "key")
    pieces = content.split(b"\r\n")
    assert pieces.pop() == b""
    assert all(len(piece) <= 75 for piece in pieces)
    assert not any(b"\r" in piece or b"\n" in piece for piece in pieces)
    for piece in pieces:
        piece.decode()  # no letter is divided
    lines = unfolded(content)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(entries)
    titles = [meant(line.removeprefix("SUMMARY:")) for line in lines if line.startswith("SUMMARY:")]
    assert titles == [entry.title for entry in entries]
    words = [meant(line.removeprefix("DESCRIPTION:")) for line in lines if line.startswith("DESCRIPTION:")]
    assert words == [entry.words for entry in entries if entry.words]


def test_the_instant_is_told_in_universal_time():
    assert MADE.astimezone(UTC).strftime("%H%M") == "2002"
    assert b"DTSTAMP:20261118T200200Z" in calendar_file([Entry(date(2027, 1, 1), "Look")], MADE, "key")


def test_the_name_of_the_file_says_what_it_is():
    assert NAME == "follow-up.ics"
