"""What is said about the proposed course in the talk: what nobody knows, what matters here, what is expected."""

from dataclasses import replace

from kneedesk.assessment.assessment import Assessment
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.record import is_blank
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.risk import Risk
from kneedesk.language import Language
from kneedesk.presentation.content import Cell, Line, say
from kneedesk.presentation.findings import value_words
from kneedesk.presentation.people import telephones
from kneedesk.presentation.risks import counted_line, figure_of, frequency_cell
from kneedesk.presentation.verdicts import plain_cautions
from kneedesk.presentation.wording import contact_lines, speak_all, speak_text

_UNKNOWN_OF_CELLS = ("long_term", "irreversible", "later", "repeat")
_EXPECTED = "preferences.expected_pain"
_ASKED = "preferences.expected_pain_asked"


def frequency_line(risk: Risk, library: Library, language: Language) -> Line:
    """Return in one line how often a risk was counted, in whom and when; an empty line where nobody knows."""
    if figure_of(risk, library) is None:
        return ()
    spans = [
        span
        for line in (*frequency_cell(risk, library, language), counted_line(risk, library, language))
        for span in line
    ]
    return tuple(replace(span, text=f"{span.text.rstrip('.')}. ") for span in spans)


def unknown_lines(treatment: Treatment, library: Library, language: Language) -> Cell:
    """Return what is not known of a course, and what cannot be undone."""
    lines = [*speak_all(library.options[treatment].rows.unknown, library, language)]
    if treatment is Treatment.STEM_CELL:
        lines += [line for name in _UNKNOWN_OF_CELLS for line in speak_text(f"stem_cell-{name}", library, language)]
    return tuple(lines)


def caution_lines(treatment: Treatment, assessment: Assessment, language: Language) -> Cell:
    """Return what matters for this patient in particular."""
    return plain_cautions(assessment.candidacies[treatment], language)


def expected_words(consultation: Consultation, library: Library, language: Language) -> tuple[str, ...]:
    """Return the pain that the patient expects, a line a time, or that it was not asked or deliberately left."""
    if _EXPECTED in (consultation.not_assessed or ()):
        return (language.say("Not assessed"),)
    expected, asked = consultation.preferences.expected_pain, consultation.preferences.expected_pain_asked
    if asked is not None and not expected:
        return (value_words(_ASKED, asked.answer, library, language),)
    if not expected:
        return (value_words(_EXPECTED, expected, library, language),)
    said = language.say("{score} of 10 after {months} months")
    return tuple(said.format(score=language.number(each.score), months=each.months) for each in expected)


def lines_to_say(of: str, library: Library, tags: tuple[str, ...]) -> Cell:
    """Return what can be said aloud under a heading, in these languages; nothing where the pack has no line for it.

    Such a line names no figure (tests/presentation/test_talk.py), so that it is spoken as it is written.
    """
    text = library.texts.get(f"say-{of}")
    if text is None:
        return ()
    return tuple(
        say(f"\N{LEFT DOUBLE QUOTATION MARK}{passage.text.spoken(tag)}\N{RIGHT DOUBLE QUOTATION MARK}", *passage.basis)
        for tag in tags
        for passage in text.passages
    )


def telephone_words(consultation: Consultation, library: Library, language: Language) -> str:
    """Return the numbers to call and what the practice adds in one line, nothing where there is none."""
    told = (*telephones(consultation, language), *contact_lines(library, language))
    lines = ("".join(span.text for span in line) for line in told)
    return " \N{MIDDLE DOT} ".join(line for line in lines if not is_blank(line))
