"""What is said of a version: that it is a draft or stands, since when, why it was amended, and what came later."""

from collections.abc import Sequence
from datetime import datetime

from kneedesk.domain.addendum import Addendum, AddendumKind
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.versions import is_intact, version_of
from kneedesk.language import Language

KINDS = {
    AddendumKind.PROCEDURE_DAY: "The day of the procedure",
    AddendumKind.PRODUCT: "The product: lot and viability",
    AddendumKind.FOLLOW_UP: "Follow-up",
    AddendumKind.ADVERSE_EVENT: "An unwanted event",
    AddendumKind.WITHDRAWAL: "Consent taken back",
    AddendumKind.NOTE: "Another note",
}


def version_title(consultation: Consultation, language: Language) -> str:
    """Return which version this is and whether it stands; nothing of a first draft, of which there is no other."""
    say, number = language.say, version_of(consultation)
    if consultation.finalised is not None:
        return standing_title(number, consultation.finalised.at, language)
    return say("Draft of version {number}").format(number=number) if consultation.amends else ""


def version_lines(consultation: Consultation, language: Language) -> tuple[str, ...]:
    """Return what follows from it, a sentence each."""
    say, amends = language.say, consultation.amends
    lines = []
    if consultation.finalised is not None:
        if is_intact(consultation):
            lines.append(say("It can be read, printed and saved, and no longer changed."))
        else:
            lines.append(say("What is kept is not what was finalised: it was changed outside of KneeDesk."))
    if amends is not None:
        if consultation.finalised is None:
            stands = say("Version {number} stands until this one is final.")
            lines.append(stands.format(number=amends.version))
        lines.append(say("Why it was amended: {reason}").format(reason=amends.reason))
    return tuple(lines)


def version_state(consultation: Consultation, language: Language) -> str:
    """Return of every version, also of a first draft, which it is, whether it is final, and what stands meanwhile."""
    if consultation.finalised is not None or consultation.amends is None:
        words = version_title(consultation, language)
        return words or language.say("Draft of version {number}").format(number=version_of(consultation))
    words = language.say("Draft of version {number}; version {before} stands")
    return words.format(number=version_of(consultation), before=consultation.amends.version)


def standing_title(number: int, at: datetime, language: Language) -> str:
    """Return which version is final since when."""
    return language.say("Version {number}, final since {moment}").format(number=number, moment=language.moment(at))


def additions_line(addenda: Sequence[Addendum], language: Language) -> str:
    """Return how many were added and when last; empty where none was."""
    if not addenda:
        return ""
    say = language.say
    words = say("1 addendum, of {day}.") if len(addenda) == 1 else say("{count} addenda, the last of {day}.")
    return words.format(count=len(addenda), day=language.day(addenda[-1].at))


def withdrawal_line(addenda: Sequence[Addendum], consultation: Consultation, language: Language) -> str:
    """Return when consent under this very version was taken back; empty where it was not."""
    number = version_of(consultation)
    taken_back = [each for each in addenda if each.kind is AddendumKind.WITHDRAWAL and each.version == number]
    if not taken_back:
        return ""
    words = language.say("Consent under this version was taken back on {moment}.")
    return words.format(moment=language.moment(taken_back[0].at))


def addendum_title(addendum: Addendum, language: Language) -> str:
    """Return what an addendum tells of, and when it was written under which version."""
    say = language.say
    words = say("{kind}: {moment}, to version {number}")
    moment = language.moment(addendum.at)
    return words.format(kind=say(KINDS[addendum.kind]), moment=moment, number=addendum.version)


def addendum_lines(addendum: Addendum, language: Language) -> tuple[str, ...]:
    """Return what was written, what stood on the vial, and who signed."""
    say = language.say
    vial = ((say("Lot: {text}"), addendum.lot), (say("Viability: {text}"), addendum.viability))
    signed = say("Signed by {name}, {moment}").format(
        name=addendum.signature.name, moment=language.moment(addendum.signature.at)
    )
    return (addendum.words, *(words.format(text=text) for words, text in vial if text), signed)


def grouped(digest: str) -> str:
    """Return hexadecimal digits in groups of eight, so that they can be compared and wrapped."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
