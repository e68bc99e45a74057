"""A language is a value: its words, its days with the month as a word, its numbers with a true minus sign."""

import gettext
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from kneedesk.bundle import resources
from kneedesk.language import Language, language, languages


class Shouting(gettext.NullTranslations):
    """A catalogue in which every message is in capitals."""

    def gettext(self, message: str) -> str:
        return message.upper() if "{" not in message else message


def test_english_needs_no_catalogue(tmp_path):
    english = language("en", tmp_path)
    assert english.tag == "en"
    assert english.say("Consent form") == "Consent form"
    assert languages(tmp_path) == ("en",)


def test_languages_are_those_with_a_catalogue_english_first(tmp_path):
    (tmp_path / "es").mkdir()
    (tmp_path / "de").mkdir()
    (tmp_path / "README.md").write_text("")
    assert languages(tmp_path) == ("en", "de", "es")
    assert languages(tmp_path / "nowhere") == ("en",)


def test_a_language_without_a_catalogue_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        language("es", tmp_path)


def test_a_message_is_said_in_the_catalogue_s_words():
    assert Language("xx", Shouting()).say("knee") == "KNEE"


@pytest.mark.parametrize(
    ("first", "last", "in_english", "in_spanish"),
    [
        (date(2026, 11, 3), date(2026, 11, 3), "3 November 2026", "3 de noviembre de 2026"),
        (date(2026, 11, 3), date(2026, 11, 10), "3 to 10 November 2026", "del 3 al 10 de noviembre de 2026"),
        (
            date(2026, 11, 20),
            date(2026, 12, 4),
            "20 November to 4 December 2026",
            "del 20 de noviembre al 4 de diciembre de 2026",
        ),
        (
            date(2025, 12, 17),
            date(2026, 12, 21),
            "17 December 2025 to 21 December 2026",
            "del 17 de diciembre de 2025 al 21 de diciembre de 2026",
        ),
    ],
)
def test_days_from_one_to_another_say_month_and_year_once(english, first, last, in_english, in_spanish):
    assert english.days(first, last) == in_english
    assert language("es", resources() / "translations").days(first, last) == in_spanish


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 18), "18 November 2026"),
        (date(2027, 3, 1), "1 March 2027"),
        (date(964, 1, 31), "31 January 964"),
    ],
)
def test_a_day_has_its_month_as_a_word(english, day, words):
    assert english.day(day) == words


def test_the_month_is_said_in_the_language():
    assert Language("xx", Shouting()).day(date(2026, 11, 18)) == "18 NOVEMBER 2026"


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        (UTC, "18 November 2026, 14:02 UTC"),
        (timezone(timedelta(hours=1)), "18 November 2026, 14:02 UTC+01:00"),
        (timezone(-timedelta(hours=3, minutes=30)), "18 November 2026, 14:02 UTC-03:30"),
        (None, "18 November 2026, 14:02 UTC"),
    ],
)
def test_a_moment_names_its_distance_from_utc(english, zone, words):
    said = english.moment(datetime(2026, 11, 18, 14, 2, tzinfo=zone))
    assert said.replace("\N{MINUS SIGN}", "-") == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (24.5, "24.5"),
        (-4.0, "\N{MINUS SIGN}4"),
        (0.74, "0.74"),
        (0.1 + 0.2, "0.3"),
        (1341, "1341"),
        (76090, "76,090"),
        (0, "0"),
        (0.001, "0.001"),
        (1e-05, "0.00001"),
        (-1e-300, "0"),
        (1e12, "1,000,000,000,000"),
        (118.1, "118.1"),
    ],
)
def test_a_number_is_written_as_in_a_sentence(english, value, words):
    assert english.number(value) == words


@pytest.mark.parametrize(
    ("words", "sentence"), [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")]
)
def test_words_are_enumerated(english, words, sentence):
    assert english.enumerate(words) == sentence
