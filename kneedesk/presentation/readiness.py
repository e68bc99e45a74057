"""What a document still lacks, in words that name the field."""

from kneedesk.assessment.readiness import Element, Missing
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.content import Line, say

_ELEMENTS = {
    Element.FACILITY: "The name of the practice",
    Element.PROCEDURE: "The procedure that is proposed",
    Element.PRACTITIONER: "The name of the physician",
    Element.RISKS: "Not yet recorded as talked through: {of}",
    Element.CONTACT: "A telephone number for problems after the procedure",
    Element.TEACH_BACK: "The patient’s own words on what the procedure can and cannot do",
    Element.INTERPRETER: "An interpreter, or that the patient declined one",
    Element.CAPACITY: "Who decides: the patient, or another person with name and relationship",
    Element.WITNESSES: "The names of two witnesses",
    Element.TIME: "The time to think it over",
    Element.PRODUCT_STATUS: "Whether the product is approved",
    Element.NOTICE: "The notice that the law asks for, in the words of the practice’s counsel: {of}",
    Element.NOTICE_SHOWN: "That this notice was shown to the patient before anybody signs: {of}",
    Element.CELL_SOURCE: "Where the cells come from",
    Element.COST: "The total cost",
    Element.COMPLICATION_COSTS: "Who pays for complications",
    Element.INTEREST_TOLD: "That the patient was told what the practice earns",
    Element.INTEREST: "What the practice earns from the treatment",
    Element.BIRTH_DATE: "The patient’s date of birth",
    Element.DECISION: "The patient’s decision to go ahead with this procedure",
    Element.OVERRIDE: "The physician’s reason for offering a course that the verdict advises against",
    Element.SURE: "Why it goes ahead although the patient answered a question of readiness with no",
}


def missing_words(missing: Missing, library: Library, language: Language) -> str:
    """Return the name of a missing element."""
    return language.say(_ELEMENTS[missing.element]).format(of=_named(missing, library, language))


def missing_lines(
    missing: tuple[Missing, ...], library: Library, language: Language, most: int | None = None
) -> tuple[Line, ...]:
    """Return what is missing as lines, all risks that were not talked through on one of them.

    ``most`` is how many of these risks are named before the others are only counted.
    """
    risks = [each for each in missing if each.element is Element.RISKS]
    lines = [say(missing_words(each, library, language)) for each in missing if each.element is not Element.RISKS]
    if risks:
        # One more than allowed is named too: to count a single risk would take as much room.
        shown = risks if most is None or len(risks) <= most + 1 else risks[:most]
        words = language.say("Not yet recorded as talked through: {of}")
        if shown is not risks:
            words = language.say("Not yet recorded as talked through: {of}; and {count} more risks")
        names = "; ".join(_named(each, library, language) for each in shown)
        lines.append(say(words.format(of=names, count=len(risks) - len(shown))))
    return tuple(lines)


def _named(missing: Missing, library: Library, language: Language) -> str:
    named = library.risks.get(missing.of or "") or library.notices.get(missing.of or "")
    return named.name.spoken(language.tag) if named else ""
