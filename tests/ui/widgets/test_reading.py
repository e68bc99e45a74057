"""What is typed is read as it was meant, or not at all."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneedesk.bundle import resources
from kneedesk.language import language
from kneedesk.ui.widgets.reading import Misread, read_day, read_height, read_number, read_score, read_weight

ENGLISH = language("en", resources() / "translations")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("78", 78),
        ("78.5", 78.5),
        ("78,5", 78.5),
        (" 78,5 ", 78.5),
        ("-4", -4),
        ("−4", -4),
        ("–4", -4),
        (".5", 0.5),
        ("0.125", 0.125),
    ],
)
def test_a_number_takes_point_and_comma(text, number):
    assert read_number(text, ENGLISH) == number


@pytest.mark.parametrize("text", ["x", "", "7 8 x", "1,2,3", "1e3", "nan", "inf", "--4", "٣", "12 kg"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(Misread):
        read_number(text, ENGLISH)


@pytest.mark.parametrize(
    ("text", "score"), [("51/96", (51, 96)), ("7,5 / 10", (7.5, 10)), ("51", (51, None)), ("0/2400", (0, 2400))]
)
def test_a_score_may_name_the_highest_there_is(text, score):
    assert read_score(text, ENGLISH) == score


@pytest.mark.parametrize("text", ["51/", "/96", "51/x", "51/-96", "5/1/9", "51/96000"])
def test_what_is_no_score_is_refused(text):
    with pytest.raises(Misread):
        read_score(text, ENGLISH)


@pytest.mark.parametrize("text", ["1,200", "1.200", "12.345"])
def test_a_thousand_is_not_taken_for_a_decimal(text):
    with pytest.raises(Misread, match="thousand"):
        read_number(text, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-18",
        "18 nov 2026",
        "18 Nov 2026",
        "18 November 2026",
        "18. November 2026",
        "Nov 18, 2026",
        "18th of November 2026",
        "18/11/2026",
        "11/18/2026",
        "18.11.2026",
        "18-11-2026",
        " 18  nov  2026 ",
    ],
)
def test_a_day_is_read(text):
    assert read_day(text, ENGLISH) == date(2026, 11, 18)


@pytest.mark.parametrize("text", ["03/04/2026", "3.4.2026", "12-11-2026"])
def test_a_day_that_may_be_two_is_refused_with_both(text):
    with pytest.raises(Misread, match="may be"):
        read_day(text, ENGLISH)


def test_the_same_day_and_month_is_one_day():
    assert read_day("5/5/2026", ENGLISH) == date(2026, 5, 5)


@pytest.mark.parametrize(
    "text", ["", "x", "18 nov", "nov 2026", "18 nov 26", "18 j 2026", "18 ju 2026", "0/0/0000", "3/4/0000"]
)
def test_what_is_no_day_is_refused(text):
    with pytest.raises(Misread):
        read_day(text, ENGLISH)


@pytest.mark.parametrize("text", ["31 feb 2026", "2026-02-30", "2026-13-01", "31/02/2026", "45/45/2026", "0000-01-01"])
def test_a_day_that_does_not_exist_is_refused(text):
    with pytest.raises(Misread, match="no such day"):
        read_day(text, ENGLISH)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_as_it_is_shown_reads_as_itself(day):
    assert read_day(ENGLISH.day(day), ENGLISH) == day
    assert read_day(day.isoformat(), ENGLISH) == day


@given(st.text(max_size=20))
def test_whatever_is_typed_is_read_or_refused(text):
    for read in (read_number, read_day, read_height, read_weight):
        with suppress(Misread):
            read(text, ENGLISH)


@pytest.mark.parametrize(
    ("text", "pounds", "kilograms"),
    [
        ("78", False, 78),
        ("78 kg", True, 78),
        ("78,5 kg", False, 78.5),
        ("172 lb", False, 78.0),
        ("172", True, 78.0),
        ("172lbs", False, 78.0),
    ],
)
def test_a_weight_is_read(text, pounds, kilograms):
    assert read_weight(text, ENGLISH, pounds=pounds) == kilograms


@pytest.mark.parametrize(
    ("text", "feet", "centimetres"),
    [
        ("164", False, 164),
        ("164 cm", True, 164),
        ("1.64 m", False, 164),
        ("1,64 m", False, 164),
        ("5 ft 4 in", False, 162.6),
        ("5'4\"", False, 162.6),
        ("5’4”", False, 162.6),
        ("5'4", False, 162.6),
        ("5 ft", False, 152.4),
        ("64 in", False, 162.6),
        ("5 4", True, 162.6),
        ("5 ft 4.6 in", True, 164.1),
    ],
)
def test_a_height_is_read(text, feet, centimetres):
    assert read_height(text, ENGLISH, feet=feet) == pytest.approx(centimetres)


@pytest.mark.parametrize("text", ["5 4", "x", "5 lb", ""])
def test_what_is_no_height_is_refused(text):
    with pytest.raises(Misread):
        read_height(text, ENGLISH)


def test_a_bare_number_in_feet_might_be_anything_and_is_refused():
    with pytest.raises(Misread):
        read_height("64", ENGLISH, feet=True)


@pytest.mark.parametrize("text", ["172 cm", "x", ""])
def test_what_is_no_weight_is_refused(text):
    with pytest.raises(Misread):
        read_weight(text, ENGLISH)
