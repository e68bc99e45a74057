"""A fact's number becomes words here and nowhere else."""

import gettext
from dataclasses import replace

import pytest

from kneedesk.knowledge.entry import Passage
from kneedesk.knowledge.fact import Figure
from kneedesk.knowledge.practice import LocalPassage
from kneedesk.language import Language
from kneedesk.presentation.content import Span
from kneedesk.presentation.wording import (
    contact_lines,
    fill,
    lower,
    of_hundred,
    people_words,
    share,
    speak,
    speak_all,
    speak_text,
    title_of,
    whole_people,
)

SPANISH = Language("es", gettext.NullTranslations())
FRENCH = Language("fr", gettext.NullTranslations())


def percent(value: float) -> Figure:
    return Figure(measure="share", unit="percent", value=value)


@pytest.mark.parametrize(
    ("value", "people"),
    [
        (24.5, "25"),
        (12.5, "13"),
        (1, "1"),
        (0.99, "fewer than 1"),
        (0.57, "fewer than 1"),
        (0.03, "fewer than 1"),
        (0, "fewer than 1"),
        (100, "100"),
    ],
)
def test_a_share_is_whole_people_halves_upwards_and_less_than_one_is_said_to_be(value, people, english):
    assert of_hundred(percent(value), english) == people
    assert people_words(value, english) == people


def test_events_of_a_denominator_are_a_share():
    counted = Figure(measure="count", unit="people", value=7, events=7, denominator=140)
    assert share(counted) == 5
    assert share(percent(24.5)) == 24.5
    assert [whole_people(value) for value in (0.5, 1.5, 2.5)] == [0, 2, 3]


def test_a_figure_is_written_with_its_parts(library, english):
    figure = library.facts["SAFE-02"].figures["knee_pain"]
    text = "{SAFE-02.knee_pain}: {SAFE-02.knee_pain.low} to {SAFE-02.knee_pain.high}"
    assert fill(text, library, english) == f"{figure.value}: {figure.low} to {figure.high}"


def test_the_ends_of_what_is_given_in_people_are_whole_people_too(library, english):
    text = "{SAFE-02.knee_pain.of100} out of 100 ({SAFE-02.knee_pain.low} to {SAFE-02.knee_pain.high})"
    assert fill(text, library, english) == "25 out of 100 (15 to 36)"


def test_text_without_figures_is_left_as_it_is(library, english):
    assert fill("{first_day} {{7*7}} %s 100 %", library, english) == "{first_day} {{7*7}} %s 100 %"


def test_every_statement_of_the_pack_is_spoken_with_its_basis_and_without_a_placeholder(library, english):
    passages = [passage for option in library.options.values() for passage in option.rows.harms + option.rows.unknown]
    for passage, line in zip(passages, speak_all(tuple(passages), library, english), strict=True):
        assert line[0].basis == passage.basis
        assert "{" not in line[0].text


def with_status(library, status):
    return replace(
        library, facts={**library.facts, "COCH-02": library.facts["COCH-02"].model_copy(update={"status": status})}
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Pain fell.", "Pain fell (second-hand)."),
        ("As reported second-hand, pain fell.", "As reported second-hand, pain fell."),
        ("Second-hand: pain fell.", "Second-hand: pain fell."),
    ],
)
def test_what_was_read_second_hand_says_so_once(library, english, text, said):
    passage = Passage.model_validate({"text": {"en": text}, "facts": ("COCH-02",)})
    assert speak(passage, with_status(library, "secondary"), english)[0].text == said
    assert speak(passage, with_status(library, "checked"), english)[0].text == text


def test_a_text_is_spoken_with_its_title(library, english):
    assert title_of("voluntary", library, english) == "Your choice"
    assert [line[0].text for line in speak_text("no_guarantee", library, english)] == [
        passage.text.en for passage in library.texts["no_guarantee"].passages
    ]


def test_a_text_is_spoken_in_its_language_and_in_english_where_the_pack_has_no_words(library):
    assert title_of("voluntary", library, SPANISH) == "Usted decide"
    assert title_of("voluntary", library, FRENCH) == "Your choice"


def test_what_the_practice_says_is_labelled(library, english):
    said = LocalPassage.model_validate({"text": {"en": "We open at noon."}, "sources": ("practice",)})
    assert speak(said, library, english) == (Span("We open at noon. (from the practice)", basis=("practice",)),)


def test_how_to_reach_the_practice_is_said_in_its_own_words(library, riverside, english):
    assert contact_lines(library, english) == ()
    ((span,),) = contact_lines(riverside, english)
    assert span == Span("The nurse: 555 0142, until 18:00. (from the practice)", basis=("practice",))


def test_an_abbreviation_keeps_its_capitals_within_a_sentence():
    assert lower("PRP injection") == "PRP injection"
    assert lower("Knee replacement") == "knee replacement"
