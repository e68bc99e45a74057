"""Lines end where a reader expects it, and never past the margin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneedesk.documents.lines import balanced, break_choices, break_lines, clipped, one_line, voiced
from kneedesk.documents.style import Voice
from kneedesk.documents.text import printable

VOICE = Voice(10, 14)
texts = st.text(
    st.characters(max_codepoint=0x24FF, exclude_categories=("Cs",)) | st.sampled_from(" -\n李"), max_size=200
)


def said(line):
    return "".join(text for _, text in line.stretches)


def broken(text, width):
    return [said(line).rstrip(" ") for line in break_lines(voiced(text, VOICE), width)]


def width(text):
    return one_line(text, VOICE).width


@given(texts, st.floats(8, 500))
def test_no_line_is_too_wide_and_no_character_is_lost(text, room):
    lines = break_lines(voiced(text, VOICE), room)
    whole = "".join(said(line) for line in lines)
    assert whole == printable(text).replace("\n", " ")
    widest = max((width(character) for character in set(whole)), default=0.0)
    assert all(line.width <= max(room, widest) + 0.01 for line in lines)


def test_a_line_ends_at_a_space_which_stays_for_who_copies_the_text():
    lines = break_lines(voiced("two words", VOICE), width("two words") - 1)
    assert [said(line) for line in lines] == ["two ", "words"]
    assert lines[0].width == pytest.approx(width("two"))


def test_what_no_line_holds_together_is_broken_between_words_but_never_behind_a_box():
    held = "☐ compartment anterior".replace(" ", "\N{NO-BREAK SPACE}")
    assert broken(f"{held} ☐", width(held)) == [held, "☐"]
    lines = [line.rstrip("\N{NO-BREAK SPACE}") for line in broken(held, width("☐ compartment "))]
    assert lines == ["☐\N{NO-BREAK SPACE}compartment", "anterior"]


def test_a_word_that_no_line_holds_is_cut():
    lines = broken("a " + "x" * 400, 100)
    assert lines[0] == "a"
    assert "".join(lines[1:]) == "x" * 400


def test_newlines_end_lines_and_empty_lines_stay():
    assert broken("one\n\ntwo", 200) == ["one", "", "two"]
    assert broken("", 200) == [""]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Kellgren–Lawrence", "Kellgren–"),
        ("follow-up visit", "follow-"),
        ("and/or", "and/"),
        ("李明張偉", "李明張"),
        ("[U+202E][U+0007]", "[U+202E]"),
    ],
)
def test_a_long_word_may_end_a_line_inside(text, first):
    assert broken(text, width(first) + 1)[0] == first


@pytest.mark.parametrize("text", ["10–20 mm", "COVID-19 test", "X-ray view"])
def test_numbers_and_short_parts_hold_together(text):
    first = text.rpartition(" ")[0]
    assert broken(text, width(first) + 1)[0] == first
    assert broken("of " + text, width("of " + first) - 2)[0] == "of"


def test_a_citation_never_leaves_the_word_it_follows():
    stretches = [*voiced("some trials", VOICE), *voiced("[12]", VOICE)]
    lines = break_lines(stretches, width("some trials") + 1)
    assert [said(line) for line in lines] == ["some ", "trials[12]"]


def test_a_heading_is_set_in_lines_of_nearly_equal_length():
    text = "Consent to a platelet-rich plasma injection into the knee"
    room = width(text) * 0.9
    greedy, even = break_lines(voiced(text, VOICE), room), balanced(voiced(text, VOICE), room)
    assert len(greedy) == len(even) == 2
    assert even[1].width > 0.8 * even[0].width > greedy[1].width


@given(st.text(max_size=300), st.floats(20, 300))
def test_a_clipped_line_fits(text, room):
    assert clipped(text, VOICE, room).width <= room + 0.01


def test_clipping_shows_an_ellipsis_only_where_it_is_needed():
    assert said(clipped("short", VOICE, 200)) == "short"
    assert said(clipped("O’NEILL" * 40, VOICE, 100)).endswith("…")


LONG_CHOICE = "☐ a product or one part".replace(" ", "\N{NO-BREAK SPACE}")
CHOICES = f"☐\N{NO-BREAK SPACE}none\u2003{LONG_CHOICE}\u2003☐\N{NO-BREAK SPACE}other"


def chosen(text, room):
    return [(said(line).strip(), indent > 0) for line, indent in break_choices(voiced(text, VOICE), room)]


def test_boxes_stand_beside_one_another_where_the_words_of_each_have_room():
    (line, indented), *others = chosen(CHOICES, width(CHOICES) + 1)
    assert (line, indented) == (CHOICES, False)
    assert not others
    assert chosen("plain words", width("plain words") - 1) == [("plain", False), ("words", False)]


def test_where_the_words_of_a_box_need_lines_no_box_follows_on_the_last_of_them():
    lines = chosen("Which one? " + CHOICES, width(LONG_CHOICE) - 5)
    assert [line[:1] for line, indented in lines if not indented] == ["W", "☐", "☐", "☐"]
    assert [line for line, indented in lines if indented] == ["part"]
    assert all(line.count("☐") <= 1 for line, _ in lines)


@given(texts, st.floats(8, 500))
def test_no_recorded_box_loses_a_character(text, room):
    whole = "".join(said(line) for line, _ in break_choices(voiced(f"☐ {text} ☐\N{NO-BREAK SPACE}{text}", VOICE), room))
    assert whole == printable(f"☐ {text} ☐\N{NO-BREAK SPACE}{text}").replace("\n", " ")
