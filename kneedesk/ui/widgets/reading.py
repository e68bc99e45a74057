"""Read what somebody typed: numbers with point or comma, days, heights and weights in either system."""

import re
from datetime import date

from kneedesk.language import MONTHS, Language, fold

POUND = 0.45359237
INCH = 2.54

_DASHES = str.maketrans(dict.fromkeys("\N{MINUS SIGN}\N{EN DASH}\N{NON-BREAKING HYPHEN}", "-"))
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_FIGURES = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})", re.ASCII)
_POUNDS = re.compile(r"(?P<number>[\d.,]+)\s*(lbs?|pounds?|#)\.?", re.IGNORECASE)
_KILOGRAMS = re.compile(r"(?P<number>[\d.,]+)\s*(kgs?|kilos?)?\.?", re.IGNORECASE)
_FEET = re.compile(
    r"(?P<feet>[\d.,]+)\s*(ft|feet|foot|[’'\u2032])\.?\s*((?P<inches>[\d.,]+)\s*(in|inch|inches|[”\"\u2033]|[’'\u2032]{2})?\.?)?",
    re.IGNORECASE,
)
_INCHES = re.compile(r"(?P<inches>[\d.,]+)\s*(in|inch|inches|[”\"\u2033])\.?", re.IGNORECASE)
_METRES = re.compile(r"(?P<number>[\d.,]+)\s*(m|metres?|meters?)", re.IGNORECASE)
_CENTIMETRES = re.compile(r"(?P<number>[\d.,]+)\s*(cm)?\.?", re.IGNORECASE)


class Misread(ValueError):
    """What was typed cannot be taken; the sentence says why and what would do."""


def read_number(text: str, language: Language) -> float:
    """Return the number that was typed, with a point or a comma before its decimals.

    :raises Misread: where it is none.
    """
    plain = "".join(text.split()).translate(_DASHES)
    if not _NUMBER.fullmatch(plain):
        raise Misread(language.say("This is not a number. Write it in figures, such as 12.5 or 12,5."))
    if _THOUSANDS.fullmatch(plain):
        raise Misread(language.say("This may be a thousand or a decimal. Write 1200, or 1.2 with fewer decimals."))
    return float(plain.replace(",", "."))


def read_score(text: str, language: Language) -> tuple[float, int | None]:
    """Return the score that was typed, and the highest one there is where it was typed behind it: 51/96.

    :raises Misread: where it is none.
    """
    score, slash, highest = text.partition("/")
    if slash and not re.fullmatch(r"\s*\d{1,4}\s*", highest, re.ASCII):
        raise Misread(language.say("This is not a number. Write it in figures, such as 12.5 or 12,5."))
    return read_number(score, language), int(highest) if slash else None


def read_day(text: str, language: Language) -> date:
    """Return the day that was typed: 2026-11-18, 18 nov 2026, or 18/11/2026 where only one reading is possible.

    :raises Misread: where it is no day, or might be two.
    """
    plain = " ".join(text.strip().rstrip(".").split())
    if match := _ISO.fullmatch(plain.translate(_DASHES)):
        return _day(int(match[1]), int(match[2]), int(match[3]), language)
    if match := _FIGURES.fullmatch(plain.translate(_DASHES)):
        return _figures(int(match[1]), int(match[2]), int(match[3]), language)
    return _with_word(plain, language)


def _figures(first: int, second: int, year: int, language: Language) -> date:
    if first <= 12 and second <= 12 and first != second:
        one, other = date(year or 1, second, first), date(year or 1, first, second)
        raise Misread(
            language.say("This may be {one} or {other}. Write the month as a word.").format(
                one=language.day(one), other=language.day(other)
            )
        )
    return _day(year, first, second, language) if second > 12 else _day(year, second, first, language)


def _with_word(plain: str, language: Language) -> date:
    words = re.findall(r"[^\W\d_]+|\d+", fold(plain))
    figures = [word for word in words if word.isdigit()]
    names = [
        word for word in words if not word.isdigit() and word not in {"de", "del", "of", "the", "st", "nd", "rd", "th"}
    ]
    if len(figures) == 2 and len(names) == 1 and len(figures[-1]) == 4 and len(figures[0]) <= 2:
        months = [number for number in range(1, 13) if _names_month(names[0], number, language)]
        if len(months) == 1:
            return _day(int(figures[1]), months[0], int(figures[0]), language)
    raise Misread(language.say("This is not a day. Write it such as 18 Nov 2026 or 2026-11-18."))


def _names_month(word: str, number: int, language: Language) -> bool:
    names = (language.month(number), MONTHS[number - 1])
    return len(word) >= 3 and any(fold(name).startswith(word) for name in names)


def _day(year: int, month: int, day: int, language: Language) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Misread(language.say("There is no such day in the calendar.")) from None


def read_weight(text: str, language: Language, *, pounds: bool = False) -> float:
    """Return a weight in kilograms; a bare number is in the unit that is shown.

    :raises Misread: where it is none.
    """
    plain = text.strip()
    if match := _POUNDS.fullmatch(plain):
        return round(read_number(match["number"], language) * POUND, 1)
    if match := _KILOGRAMS.fullmatch(plain):
        number = read_number(match["number"], language)
        named = plain[-1:].isalpha()
        return round(number * POUND, 1) if pounds and not named else number
    raise Misread(language.say("This is not a weight. Write it such as 78 kg or 172 lb."))


def read_height(text: str, language: Language, *, feet: bool = False) -> float:
    """Return a height in centimetres; a bare number is in the unit that is shown.

    :raises Misread: where it is none.
    """
    plain = text.strip()
    if match := _FEET.fullmatch(plain):
        inches = 12 * read_number(match["feet"], language) + read_number(match["inches"] or "0", language)
        return round(inches * INCH, 1)
    if match := _INCHES.fullmatch(plain):
        return round(read_number(match["inches"], language) * INCH, 1)
    if match := _METRES.fullmatch(plain):
        return round(read_number(match["number"], language) * 100, 1)
    if feet and (match := re.fullmatch(r"(\d)\s+(\d{1,2}(?:[.,]\d+)?)", plain)):
        return round((12 * int(match[1]) + read_number(match[2], language)) * INCH, 1)
    if (match := _CENTIMETRES.fullmatch(plain)) and not (feet and not plain.lower().endswith("cm")):
        return read_number(match["number"], language)
    raise Misread(language.say("This is not a height. Write it such as 164 cm or 5 ft 4 in."))
