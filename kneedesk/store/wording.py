"""What a check of the journal found, in words: one sentence each."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kneedesk.language import Language
from kneedesk.store.chain import Fault, Kind

_FAULTS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.EDITED: "Entry {number} was changed after it was written.",
        Kind.MISSING: "Entry {number} is missing.",
        Kind.BROKEN: "Entry {number} does not follow from the one before: one of the two was written anew.",
        Kind.CUT: "The entries from {number} on are gone: a backup or a sealed document knows of them.",
        Kind.REWRITTEN: "Entry {number} is another one than a backup or a sealed document knows.",
        Kind.CHANGES: "What entry {number} changed was rewritten or taken away.",
        Kind.CONTENT: "The consultation of entry {number} is not as that left it: it was changed outside of KneeDesk.",
    }
)


def fault_words(fault: Fault, language: Language) -> str:
    """Return one thing that is wrong with the journal as a sentence."""
    return language.say(_FAULTS[fault.kind]).format(number=language.number(fault.number))


def result_words(faults: Sequence[Fault], entries: int, anchors: int, language: Language) -> str:
    """Return what was found in all: nothing, or how much; and what a cut tail was looked for by."""
    say, number = language.say, language.number
    if faults:
        words = (
            say("1 fault was found in the journal.")
            if len(faults) == 1
            else say("{count} faults were found in the journal.")
        )
        return words.format(count=number(len(faults)))
    words = say("The journal is sound: {count} entries, each as it was written.").format(count=number(entries))
    return f"{words} {_held_against(anchors, language)}"


def _held_against(anchors: int, language: Language) -> str:
    say = language.say
    if not anchors:
        return say(
            "Whether its end was cut off cannot be told: there is no backup and no sealed document to compare it with."
        )
    words = (
        say("It agrees with the 1 place that was kept elsewhere.")
        if anchors == 1
        else say("It agrees with the {count} places that were kept elsewhere.")
    )
    return words.format(count=language.number(anchors))
