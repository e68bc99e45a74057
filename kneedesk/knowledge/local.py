"""Read the folder of a practice over the pack: what it says stands in our rows, and nothing of ours is weakened."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.entry import PLACEHOLDER, Entry, Passage, Words
from kneedesk.knowledge.gate.claims import broken_claims
from kneedesk.knowledge.gate.languages import broken_languages
from kneedesk.knowledge.gate.numbers import numbers_in
from kneedesk.knowledge.gate.walk import Broken, Told, words_of
from kneedesk.knowledge.gate.wording import broken_wording
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.notice import Notice
from kneedesk.knowledge.option import Option, Rows
from kneedesk.knowledge.pack_files import PackFiles
from kneedesk.knowledge.practice import SOURCE, LocalCost, LocalEveryday, LocalNotice, LocalPassage, Practice

PRACTICE: Final = "practice.yaml"
_FOLDERS: Final = ("costs", "everyday", "notices")
_GATE: Final = (broken_languages, broken_wording, broken_claims)
# What only a study can tell.
_SHARE = re.compile(r"%|\bper ?cent\b|\bpor ciento\b|\bout of\b|\bde cada\b", re.IGNORECASE)
_EFFECT = re.compile(
    r"\b(?:heal(?:s|ed)?|cures?d?|repairs?|regrows?|reliev\w+|eases?|improv\w+|less pain"
    r"|sanan?|repara\w*|alivia\w*|mejora\w*|regenera\w*|menos dolor)\b",
    re.IGNORECASE,
)


def read_over(library: Library, root: Path) -> Library:
    """Read the folder of a practice and return the library with its statements in place.

    :raises InvalidPack: with every fault of its files, in the first place of their form, then of what they say.
    """
    files = PackFiles(root)
    practice = files.entry(root / PRACTICE, Practice)
    if practice is not None:
        for name in _strange(root):
            files.refuse(name, f"a practice's pack holds {PRACTICE} and YAML files in {', '.join(_FOLDERS)} only")
    costs = files.shelf("costs", LocalCost)
    everyday = files.shelf("everyday", LocalEveryday)
    notices = files.shelf("notices", LocalNotice)
    files.raise_faults()
    assert practice is not None  # noqa: S101 - what cannot be read is a fault
    entries: tuple[Entry, ...] = (practice, *costs.values(), *everyday.values(), *notices.values())
    for entry, location, reason in (*_misplaced(entries, library), *_broken(entries, library)):
        files.report(entry, location, reason)
    files.raise_faults()
    return replace(
        library,
        sources=MappingProxyType({**library.sources, SOURCE: practice.source()}),
        options=MappingProxyType(
            {
                treatment: _placed(option, costs.get(treatment), everyday.get(treatment))
                for treatment, option in library.options.items()
            }
        ),
        notices=MappingProxyType({name: _worded(each, notices) for name, each in library.notices.items()}),
        practice=practice,
        local=entries,
    )


def _strange(root: Path) -> Iterator[str]:
    """Yield what a practice's pack has no place for; what is hidden belongs to the system."""
    for path in sorted(root.iterdir()):
        if path.name in _FOLDERS and path.is_dir():
            inside = sorted(path.iterdir())
            yield from (f"{path.name}/{each.name}" for each in inside if each.suffix != ".yaml" and _is_seen(each))
        elif path.name != PRACTICE and _is_seen(path):
            yield path.name


def _is_seen(path: Path) -> bool:
    return not path.name.startswith(".")


def _misplaced(entries: tuple[Entry, ...], library: Library) -> Iterator[Broken]:
    """Yield what is about a course or a notice that we do not have."""
    for entry in entries:
        if isinstance(entry, LocalCost | LocalEveryday) and entry.id not in library.options:
            yield entry, ("id",), f"there is no course {entry.id}: allowed are {', '.join(Treatment)}"
        elif isinstance(entry, LocalNotice) and entry.id not in library.notices:
            yield entry, ("id",), f"there is no notice {entry.id}: allowed are {', '.join(library.notices)}"


def _broken(entries: tuple[Entry, ...], library: Library) -> Iterator[Broken]:
    """Yield what the gate refuses, and what a practice has no say in: numbers of studies, shares, effects."""
    own = set(map(id, entries))
    told = tuple(Told(entry, location, words, None) for entry in entries for location, words in words_of(entry))
    for check in _GATE:
        yield from (broken for broken in check(library, told) if id(broken[0]) in own)
    for text in told:
        figures = _figures_of_ours(text.entry, library)
        for location, _, said in text.spoken():
            for placeholder in PLACEHOLDER.finditer(said):
                if placeholder[0] not in figures:
                    yield text.entry, location, f"{placeholder[0]}: our own row does not say this figure"
            if isinstance(text.entry, LocalEveryday) and numbers_in(said):
                yield text.entry, location, f"{', '.join(numbers_in(said))} is written out: name the figure of a fact"
            if _SHARE.search(said) or _EFFECT.search(said):
                yield text.entry, location, "a practice does not say what a treatment does, or to how many people"


def _figures_of_ours(entry: Entry, library: Library) -> set[str]:
    """Return the figures that the row of ours names in whose place an entry stands."""
    if not isinstance(entry, LocalEveryday) or entry.id not in library.options:
        return set()
    passages = library.options[Treatment(entry.id)].rows.what_it_is_like
    return {placeholder[0] for passage in passages for placeholder in PLACEHOLDER.finditer(passage.text.en)}


def _placed(option: Option, cost: LocalCost | None, everyday: LocalEveryday | None) -> Option:
    rows = dict(option.rows)
    if cost is not None:
        rows["cost"] = (*(_passage(line) for line in cost.lines), *option.rows.cost)
    if everyday is not None:
        rows["what_it_is_like"] = _replaced(option.rows.what_it_is_like, everyday)
    return Option.model_validate({**dict(option), "rows": Rows.model_validate(rows)})


def _replaced(ours: tuple[Passage, ...], everyday: LocalEveryday) -> tuple[Passage, ...]:
    """Return a row with the practice's statements for those of ours of which they answer all."""
    answered = {about for line in everyday.lines for about in line.about}
    gone = [passage for passage in ours if passage.about and answered.issuperset(passage.about)]
    place = ours.index(gone[0]) if gone else len(ours)
    theirs = tuple(LocalPassage(text=line.text, sources=(SOURCE,), about=line.about) for line in everyday.lines)
    return (*ours[:place], *theirs, *(passage for passage in ours[place:] if passage not in gone))


def _passage(words: Words) -> Passage:
    return LocalPassage(text=words, sources=(SOURCE,))


def _worded(notice: Notice, notices: Mapping[str, LocalNotice]) -> Notice:
    if notice.id not in notices:
        return notice
    return Notice.model_validate({**dict(notice), "text": notices[notice.id].text})
