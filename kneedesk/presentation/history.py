"""What was done to a consultation, in words: by whom and when, and of each finding the old value and the new one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from pydantic import ValidationError

from kneedesk.assessment.readiness import Document
from kneedesk.domain.addendum import AddendumKind
from kneedesk.domain.changes import Change, value_typed
from kneedesk.domain.decision import Override
from kneedesk.domain.finalised import Amends, Finalised
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.asked import ANSWERS, NAMES
from kneedesk.presentation.findings import name_of, value_words
from kneedesk.presentation.versions import KINDS as ADDENDA
from kneedesk.presentation.versions import standing_title

DEEDS = {
    "view": "Opened",
    "change": "Recorded",
    "override": "Decided otherwise",
    "all asked": "Answered with no in one press",
    "finalise": "Made final",
    "amend": "Amended",
    "addendum": "Addendum",
    "seal": "Sealed",
    "export": "Saved as a file",
    "print": "Printed",
    "removal": "Removed",
    "take over": "Taken over from another desk",
    "unlock": "Unlocked",
    "failed unlock": "Attempt to unlock",
    "backup": "Backed up",
    "restore": "Went back to a backup",
    "check": "Journal checked",
    "users": "Users changed",
}
KINDS = {
    "changes": ("What was recorded", ("change", "override", "all asked")),
    "overrides": ("Decided otherwise", ("override",)),
    "versions": ("Versions and addenda", ("finalise", "amend", "addendum", "seal")),
    "leaving": ("Saved and printed", ("export", "print")),
    "views": ("Who looked", ("view",)),
}
"""What can be looked for alone: its name and the deeds that it takes in."""
_DOCUMENTS = {
    Document.CONSENT: "Consent",
    Document.SHEET: "Options sheet",
    Document.DISCUSSED: "Talk record",
    Document.RECORD: "Clinical record",
    "addendum": "Addendum",
    "calendar": "Calendar",
    "versions": "Versions that stand",
}
_PARTS = {"en": "English", "es": "Español", "a4": "A4", "letter": "Letter", "large": "Large print", "draft": "Draft"}
_OTHERS = {
    "overrides": "Decided otherwise",
    "not_assessed": "Not assessed",
    "knowledge": "Version of the pack",
    "finalised": "Final",
    "amends": "Amended",
    "counselling.discussed": "Talked through",
    "clinician.language": "Language of the physician",
}
_EMPTY = "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
_UNSAID = ("format", "version")


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of the journal: who did what and when, in the zone of who reads, and what it changed."""

    number: int
    at: datetime
    name: str
    deed: str
    what: str = ""
    changes: Sequence[Change] = ()
    began: bool = False
    """Whether it made the consultation: before it there was nothing."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a history: a day, a deed of it, or a finding that it changed; what is said, and what beside it."""

    kind: Literal["day", "deed", "change"]
    words: str
    beside: str = ""

    @property
    def spoken(self) -> str:
        """Return all of it, for who hears it or reads it in full."""
        parting = ": " if self.kind == "change" else ", "
        return parting.join(filter(None, (self.words, self.beside)))


def rows_of(told: Iterable[Told], after: date | None, library: Library, language: Language) -> Iterator[Row]:
    """Yield the lines of entries that come newest first; a day that the line before was of is not named again."""

    def rows(each: Told) -> Iterator[Row]:
        yield Row("deed", deed_words(each, language), f"{each.name}, {language.time(each.at)}")
        yield from change_rows(each.changes, library, language)

    return days_of(told, after, rows, language)


def days_of(
    told: Iterable[Told], after: date | None, rows: Callable[[Told], Iterable[Row]], language: Language
) -> Iterator[Row]:
    """Yield the lines of each entry, and before the first of a day that day."""
    for each in told:
        day = each.at.date()
        if day != after:
            yield Row("day", language.day(day))
            after = day
        yield from rows(each)


def deed_words(told: Told, language: Language) -> str:
    """Return what was done, and with which document or version."""
    if told.began:
        return language.say("Begun")
    done = language.say(DEEDS.get(told.deed, told.deed))
    what = _what(told.what, language) if told.deed not in ("change", "override", "finalise", "amend") else ""
    return f"{done}: {what}" if what else done


def change_rows(changes: Iterable[Change], library: Library, language: Language) -> Iterator[Row]:
    """Yield a line for each finding that changed: its old value and its new one, of a list what came and went."""
    for change in changes:
        if change.path not in _UNSAID:
            yield Row("change", finding_name(change.path, library, language), _turn(change, library, language))


def _what(what: str, language: Language) -> str:
    """Return in words what a deed concerns: the ids that the journal holds of it."""
    say, words = language.say, what.split()
    said = []
    while words:
        each = words.pop(0)
        if each == "version" and words:
            said.append(say("Version {number}").format(number=words.pop(0)))
        elif each in tuple(AddendumKind):
            said.append(say(ADDENDA[AddendumKind(each)]))
        else:
            known = _DOCUMENTS.get(each) or _PARTS.get(each)
            said.append(say(known) if known else each)
    return ", ".join(said)


def finding_name(path: str, library: Library, language: Language) -> str:
    """Return the name of any finding, also of one that the pack does not name."""
    if path in library.findings:
        return name_of(path, library, language)
    return language.say(NAMES.get(path) or _OTHERS.get(path, path))


def _written(path: str, value: object, library: Library, language: Language) -> str:
    """Return a value in words; a text without a letter, which a file may hold, as empty quotation marks."""
    return written_words(path, value, library, language) or _EMPTY


def _turn(change: Change, library: Library, language: Language) -> str:
    say = language.say
    old, new = change.old, change.new
    if isinstance(old, list) and isinstance(new, list) and old and new:
        came, went = [each for each in new if each not in old], [each for each in old if each not in new]
        parts = ((say("Added: {what}"), came), (say("Taken away: {what}"), went))
        said = [words.format(what=_written(change.path, some, library, language)) for words, some in parts if some]
        return " \N{MIDDLE DOT} ".join(said) or say("In another order")
    before, after = (_written(change.path, value, library, language) for value in (old, new))
    return after if old is None else f"{before} \N{RIGHTWARDS ARROW} {after}"


def written_words(path: str, value: Any, library: Library, language: Language) -> str:
    """Return a value in words; what an older or a newer KneeDesk wrote otherwise is shown as it was written."""
    if value is None:
        return language.say("Not recorded")
    if value == "":
        return language.say("Left empty")
    try:
        typed = value_typed(path, value)
    except (ValidationError, KeyError):
        return str(value)
    if isinstance(typed, tuple) and typed and path not in library.findings:
        return "; ".join(_entry(path, each, library, language) for each in typed)
    if path in ANSWERS:
        return language.say(ANSWERS[path][typed])
    if path in library.findings or isinstance(typed, date | tuple):
        return value_words(path, typed, library, language)
    return _entry(path, typed, library, language)


def _entry(path: str, value: Any, library: Library, language: Language) -> str:
    """Return in words what the pack has no words for."""
    match value:
        case Override():
            words = f"{library.options[value.treatment].name.spoken(language.tag)}: {value.reason}"
            return f"{words} ({value.clinician})" if value.clinician else words
        case Finalised():
            return standing_title(value.version, value.at, language)
        case Amends():
            before = language.say("Version {number}").format(number=value.version)
            return f"{before}: {value.reason}"
    if path == "decision.treatment":
        return library.options[value].name.spoken(language.tag)
    if path == "clinician.language":
        return language.say(ANSWERS["patient.language"][value])
    if path == "not_assessed":
        return finding_name(value, library, language)
    if path == "counselling.discussed":
        if value in library.risks:
            return library.risks[value].name.spoken(language.tag)
        if value in library.texts:
            return library.texts[value].title.spoken(language.tag)
    return str(value)
