"""A signature: ink enough to be no dot, or a typed name with a letter, or the word that it stands on paper."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kneedesk.domain.signature import LEAST_INK, MOST_POINTS, Method, Role, Signature, ink
from tests.domain.faults import faults

SIGNED = {
    "role": Role.PATIENT,
    "name": "Ana Ruiz Peña",
    "at": datetime.datetime(2026, 11, 18, 14, 20, tzinfo=datetime.UTC),
    "method": Method.TYPED,
    "meaning": "I agree to this procedure.",
}
DRAWN = {**SIGNED, "method": Method.DRAWN}
points = st.tuples(st.integers(0, 1000), st.integers(0, 1000))
drawings = st.lists(st.lists(points, min_size=1, max_size=6).map(tuple), max_size=5).map(tuple)


def is_taken(strokes) -> bool:
    try:
        Signature(**DRAWN, strokes=strokes)
    except ValidationError:
        return False
    return True


@given(drawings)
def test_T4_what_is_drawn_is_taken_just_where_there_is_ink_enough(strokes):
    assert is_taken(strokes) is (ink(strokes) >= LEAST_INK)


@given(drawings, points)
def test_ink_is_the_length_of_all_lines_and_a_dot_adds_none(strokes, point):
    assert ink((((0, 0), (3, 4), (3, 0)), ((10, 10), (15, 22)))) == 5 + 4 + 13
    assert ink((*strokes, (point,))) == ink(strokes)
    assert ink((*strokes, ((0, 0), point))) == pytest.approx(ink(strokes) + abs(complex(*point)))


@given(points, st.integers(1, 60), st.integers(1, 60))
def test_T4_a_dot_is_refused_however_often_the_pen_comes_down(point, strokes, times):
    assert not is_taken(((point,) * times,) * strokes)


@pytest.mark.parametrize("strokes", [None, (), (((500, 500), (501, 500)),), (((0, 0), (99, 0)),)], ids=repr)
def test_T4_no_line_or_a_short_one_is_no_signature(strokes):
    assert faults(Signature, **DRAWN, strokes=strokes) == [("", "misplaced")]


def test_a_line_of_just_the_least_length_is_a_signature():
    assert is_taken((((0, 0), (LEAST_INK, 0)),))
    assert is_taken((((0, 0), (50, 0)), ((0, 9), (50, 9))))


def test_a_drawing_stays_within_its_box_and_small():
    line = tuple((index % 1001, 0) for index in range(MOST_POINTS))
    assert is_taken((line,))
    assert not is_taken((line, ((0, 0),)))
    assert faults(Signature, **DRAWN, strokes=((*line, (0, 0)),)) == [("strokes.0", "too_long")]
    assert faults(Signature, **DRAWN, strokes=(((0, 0), (1001, 0)),)) == [("strokes.0.1.0", "less_than_equal")]
    assert faults(Signature, **DRAWN, strokes=(((0, 0), (300, -1)),)) == [("strokes.0.1.1", "greater_than_equal")]
    assert faults(Signature, **DRAWN, strokes=((),)) == [("strokes.0", "too_short")]


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize(
    "name", ["", " ", "\t\n", ".", "...", "-", "7", "\u200b", "\u3164", "\u115f", "\u2800"], ids=ascii
)
def test_T4_a_name_without_a_letter_signs_nothing(method, name):
    strokes = (((0, 0), (200, 0)),) if method is Method.DRAWN else None
    assert faults(Signature, **{**SIGNED, "method": method, "name": name}, strokes=strokes) == [("name", "no_letter")]


@pytest.mark.parametrize("name", ["李", "X", "O'Neill", "Ana Ruiz Peña", "e\u0301"], ids=ascii)
def test_a_name_with_a_letter_is_taken(name):
    assert Signature(**{**SIGNED, "name": name}).name == name


@pytest.mark.parametrize("method", [Method.TYPED, Method.PAPER])
def test_only_a_drawn_signature_has_lines(method):
    assert Signature(**{**SIGNED, "method": method}).strokes is None
    assert faults(Signature, **{**SIGNED, "method": method}, strokes=(((0, 0), (200, 0)),)) == [("", "misplaced")]


@pytest.mark.parametrize("name", SIGNED)
def test_E18_a_signature_says_as_what_who_when_how_and_what_it_means(name):
    assert faults(Signature, **{each: value for each, value in SIGNED.items() if each != name}) == [(name, "missing")]


def test_E18_what_it_means_is_not_blank_and_the_instant_has_an_offset():
    assert faults(Signature, **{**SIGNED, "meaning": " "}) == [("meaning", "blank")]
    assert faults(Signature, **{**SIGNED, "at": SIGNED["at"].replace(tzinfo=None)}) == [("at", "timezone_aware")]
