"""Two courses against each other: whether they were compared directly, how often, in how many people, how long."""

from itertools import combinations

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.head_to_head import HeadToHead
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.content import Gap, Line, say
from kneedesk.presentation.wording import speak_all

_COMPARED = {
    "directly": "Yes, compared directly.",
    "in-part": "Compared in part: the studies do not answer it fully.",
    "not-found": "No: we know of no study that compared these two.",
}
_COUNTS = (("trials", "{number} trials"), ("people", "{number} people"), ("months", "followed for {number} months"))
_ONE_TRIAL = "1 trial"
_SEARCH = "pack-search"


def compared(courses: tuple[Treatment, ...], library: Library, language: Language) -> tuple[Line | Gap, ...]:
    """Return for every two of the courses whether they were compared directly, the counts, and what was found."""
    return tuple(line for pair in combinations(courses, 2) for line in _pair(pair, library, language))


def _pair(pair: tuple[Treatment, ...], library: Library, language: Language) -> tuple[Line | Gap, ...]:
    names = language.enumerate(tuple(library.options[each].name.spoken(language.tag) for each in pair))
    entry = next((each for each in library.head_to_head.values() if set(each.courses) == set(pair)), None)
    if entry is None:
        silent = say(language.say("Nothing was read about a study of these two."), _SEARCH)
        return say(names, _SEARCH, strong=True), Gap(silent)
    basis = tuple(dict.fromkeys(name for passage in entry.found for name in passage.basis))
    answer = say(" ".join((language.say(_COMPARED[entry.compared]), *_counts(entry, library, language))), *basis)
    return (
        say(names, *basis, strong=True),
        Gap(answer) if entry.compared == "not-found" else answer,
        *speak_all(entry.found, library, language),
    )


def _counts(entry: HeadToHead, library: Library, language: Language) -> tuple[str, ...]:
    """Return how many trials and people there were, and for how long: those that were read."""
    said = []
    for part, words in _COUNTS:
        name = getattr(entry, part)
        if name is not None:
            fact, _, figure = name.partition(".")
            number = library.facts[fact].figures[figure].value
            one = part == "trials" and number == 1
            said.append(language.say(_ONE_TRIAL if one else words).format(number=language.number(number)))
    return (f"{', '.join(said)}.",) if said else ()
