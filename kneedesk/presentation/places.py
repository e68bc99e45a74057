"""Every place to which a few typed letters may lead: commands, steps, courses, risks, findings, facts and sources."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from kneedesk.domain.consultation import Consultation
from kneedesk.knowledge.library import Library
from kneedesk.language import Language, fold
from kneedesk.presentation.comparison import courses_in_order
from kneedesk.presentation.findings import name_of
from kneedesk.presentation.register import Shelf, register
from kneedesk.presentation.risks import risks_of

Kind = Literal["command", "step", "finding", "control", "record"]
_OF_COURSES = (
    ("candidacy", "candidacy.{course}", "Candidacy"),
    ("options", "options.compare={course}", "Compare"),
    ("options", "proposal.treatment={course}", "Proposed course"),
)
_RECORDS: dict[Shelf, str] = {"facts": "Fact", "sources": "Source", "claims": "Claim", "pack": "This pack"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where to go, by its kind and id, and the name under which it is found.

    A control is one of its ``step``; ``group`` says what kind of place it is, ``keys`` lead there at once.
    """

    kind: Kind
    id: str
    name: str
    group: str = ""
    keys: str = ""
    step: str = ""
    more: str = field(default="", repr=False)
    """Other words under which it is found."""
    folded: str = field(init=False, repr=False)
    searched: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Fold what is searched once: it is looked at for every typed letter."""
        object.__setattr__(self, "folded", fold(f"{self.name} {self.group}"))
        object.__setattr__(self, "searched", fold(f"{self.name} {self.group} {self.more}"))


def finding_places(library: Library, language: Language) -> tuple[Place, ...]:
    """Return every finding by its name; its path is known to who has read a file."""
    group = language.say("Finding")
    return tuple(
        Place("finding", path, name_of(path, library, language), group, more=path) for path in library.findings
    )


def course_places(library: Library, language: Language) -> tuple[Place, ...]:
    """Return for every course its verdict, its column of the comparison and the choice that proposes it."""
    return tuple(
        Place(
            "control",
            control.format(course=course),
            library.options[course].name.spoken(language.tag),
            language.say(group),
            step=step,
        )
        for course in courses_in_order(library)
        for step, control, group in _OF_COURSES
    )


def risk_places(consultation: Consultation, library: Library, language: Language) -> tuple[Place, ...]:
    """Return the risks of the proposed course: only these stand on the page of risks."""
    treatment = consultation.proposal.treatment
    risks = risks_of(consultation, treatment, library) if treatment is not None else ()
    group = language.say("Risk")
    return tuple(
        Place("control", f"counselling.discussed={risk.id}", risk.name.spoken(language.tag), group, step="risks")
        for risk in risks
    )


def record_places(library: Library, language: Language) -> tuple[Place, ...]:
    """Return what the pack rests on, each by its statement or title, and by all that the evidence finds it by."""
    return tuple(
        Place("record", record.id, record.title, language.say(_RECORDS[record.shelf]), more=record.searched)
        for record in register(library, language)
    )


def find_places(known: Iterable[Place], text: str) -> tuple[Place, ...]:
    """Return the places that hold every typed word, in whole or as a part.

    First those whose name begins so, then those of whose name or kind words begin so, then those that hold it there.
    """
    words = fold(text).split()
    whole = " ".join(words)
    found = [(rank, place) for place in known if (rank := _rank(place, words, whole)) is not None]
    return tuple(place for _, place in sorted(found, key=lambda pair: pair[0]))


def _rank(place: Place, words: list[str], whole: str) -> int | None:
    if not all(word in place.searched for word in words):
        return None
    if place.folded.startswith(whole):
        return 0
    return next((rank for rank, holds in enumerate(_holds(place, words), 1) if holds), 3)


def _holds(place: Place, words: list[str]) -> Iterator[bool]:
    begun = f" {place.folded}"
    yield all(f" {word}" in begun for word in words)
    yield all(word in place.folded for word in words)
