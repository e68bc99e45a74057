"""The words of screens and documents in one language, and how it writes days, times and numbers; no Qt."""

import gettext
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

# Marked here so that a catalogue can hold them; said through ``Language.say``.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class Language:
    """One language, by its BCP 47 tag; a value that is passed on."""

    tag: str
    catalogue: gettext.NullTranslations

    def say(self, message: str) -> str:
        """Return a message of the application in this language."""
        return self.catalogue.gettext(message)

    def month(self, number: int) -> str:
        """Return the name of a month, 1 to 12."""
        return self.say(MONTHS[number - 1])

    def day(self, day: date) -> str:
        """Return a day with its month as a word, so that no reader takes one for the other."""
        return self.say("{day} {month} {year}").format(day=day.day, month=self.month(day.month), year=day.year)

    def days(self, first: date, last: date) -> str:
        """Return the days from one to another, each month and year once; one day alone is that day."""
        if first == last:
            return self.day(last)
        begin = self.day(first)
        if (first.year, first.month) == (last.year, last.month):
            begin = str(first.day)
        elif first.year == last.year:
            begin = self.say("{day} {month}").format(day=first.day, month=self.month(first.month))
        return self.say("{first} to {last}").format(first=begin, last=self.day(last))

    def moment(self, instant: datetime) -> str:
        """Return a day with hours and minutes, and the distance from UTC."""
        return f"{self.day(instant)}, {self.time(instant)}"

    def time(self, instant: datetime) -> str:
        """Return hours and minutes, and the distance from UTC."""
        offset = instant.strftime("%z")
        zone = f"UTC{offset[:3]}:{offset[3:5]}" if offset and offset != "+0000" else "UTC"
        return f"{instant:%H:%M} {zone}"

    def number(self, value: float) -> str:
        """Return a number as it is written in a sentence, with a true minus sign."""
        written = f"{value:,.10f}" if abs(value) >= 10_000 else f"{value:.10f}"
        shortened = written.rstrip("0").rstrip(".")
        return "0" if shortened == "-0" else shortened.replace("-", "\N{MINUS SIGN}")

    def enumerate(self, words: tuple[str, ...]) -> str:
        """Return words with commas between them and *and* before the last."""
        if len(words) < 2:
            return "".join(words)
        return self.say("{words} and {last}").format(words=", ".join(words[:-1]), last=words[-1])


def fold(text: str) -> str:
    """Return a text in lower case and without accents, so that words are found however they are typed."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def languages(catalogues: Path) -> tuple[str, ...]:
    """Return the tags of the languages that have a catalogue, English first."""
    return ("en", *sorted(path.name for path in catalogues.glob("*") if path.is_dir()))


def language(tag: str, catalogues: Path) -> Language:
    """Return a language with its catalogue under a folder; English is its own."""
    if tag == "en":
        return Language(tag, gettext.NullTranslations())
    return Language(tag, gettext.translation("kneedesk", str(catalogues), [tag]))
