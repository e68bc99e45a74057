"""What is said about the proposed course in the talk."""

from datetime import UTC, datetime

import pytest

from kneedesk.assessment.assessment import assess
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.practice import Practice
from kneedesk.domain.preferences import Answer, Asked, Preferences
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.entry import PLACEHOLDER
from kneedesk.presentation.content import basis_of, text_of
from kneedesk.presentation.talk import (
    caution_lines,
    expected_words,
    frequency_line,
    lines_to_say,
    telephone_words,
    unknown_lines,
)


def amended(consultation: Consultation, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(consultation), **blocks})


def test_a_frequency_says_how_often_and_in_whom_with_its_fact(library, english):
    for risk in library.risks.values():
        line = frequency_line(risk, library, english)
        said = "".join(span.text for span in line)
        assert bool(line) is (risk.frequency is not None)
        if risk.frequency is not None:
            fact = risk.frequency.figure.partition(".")[0]
            assert " out of 100" in said
            assert any(fact in span.basis for span in line)
            assert ".." not in said


@pytest.mark.parametrize("treatment", Treatment)
def test_what_is_not_known_of_a_course_rests_on_something(library, english, treatment):
    lines = unknown_lines(treatment, library, english)
    assert len(lines) >= (7 if treatment is Treatment.STEM_CELL else 2)
    assert all(span.basis for line in lines for span in line)


def test_cautions_are_those_that_hold_for_this_patient(cases, library, english):
    reference = cases["reference"]
    assessment = assess(reference, library)
    for treatment in Treatment:
        assert all(line[0].basis for line in caution_lines(treatment, assessment, english))


def test_the_expected_pain_is_said_as_it_was_asked(cases, library, english):
    reference = cases["reference"]
    assert expected_words(reference, library, english)[0] == "3 of 10 after 3 months"
    nothing = amended(reference, preferences=Preferences())
    assert expected_words(nothing, library, english) == ("Not recorded",)
    left = amended(nothing, not_assessed=("preferences.expected_pain",))
    assert expected_words(left, library, english) == ("Not assessed",)
    at = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
    silent = amended(nothing, preferences=Preferences(expected_pain_asked=Asked(at=at, answer=Answer.RATHER_NOT_SAY)))
    assert expected_words(silent, library, english) == ("Would rather not say",)


def test_telephones_are_those_that_are_recorded(cases, library, riverside, english):
    reference = cases["reference"]
    words = telephone_words(reference, library, english).replace("\N{NO-BREAK SPACE}", " ")
    assert words == "Emergency telephone: +1 555 0199 · Practice: +1 555 0100"
    assert telephone_words(amended(reference, practice=Practice(phone="\u200b")), library, english) == ""
    added = "The nurse: 555 0142, until 18:00. (from the practice)"
    assert telephone_words(reference, riverside, english).endswith(f" \N{MIDDLE DOT} {added}")


def test_a_line_to_say_stands_in_quotation_marks_in_each_language_with_its_basis(library):
    passage = library.texts["say-risks"].passages[0]
    english, spanish = lines_to_say("risks", library, ("en", "es"))
    assert text_of(english) == f"“{passage.text.en}”"
    assert text_of(spanish) == f"“{passage.text.es}”"
    assert basis_of(english) == basis_of(spanish) == passage.basis
    assert lines_to_say("no such heading", library, ("en",)) == ()


def test_a_line_to_say_names_no_figure_and_rests_on_nothing_second_hand(library):
    texts = [text for name, text in library.texts.items() if name.startswith("say-")]
    for passage in (passage for text in texts for passage in text.passages):
        assert not PLACEHOLDER.search(passage.text.en)
        assert {library.facts[name].status for name in passage.basis if name in library.facts} <= {"checked"}
