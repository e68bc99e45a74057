"""The days after a course: its five periods with their dates, and the days on which somebody looks again."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.timeline import Period, Stage
from kneedesk.language import Language
from kneedesk.presentation.content import Cell, say
from kneedesk.presentation.stop_rule import stop_sentence
from kneedesk.presentation.wording import speak_all

_PERIODS: dict[Period, str] = {
    "day_0": "Day 0",
    "days_1_3": "Days 1 to 3",
    "weeks_2_6": "Weeks 2 to 6",
    "month_3": "Month 3",
    "months_6_12": "Months 6 to 12",
}
_PARTS = {
    "expect": "What to expect",
    "do": "Do",
    "do_not": "Do not",
    "rehabilitation": "Rehabilitation",
    "follow_up": "When to look again",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """One period of the strip: its name, its days where the first is known, and what is said of it, part by part."""

    period: Period
    name: str
    days: str
    parts: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Look:
    """A day on which somebody looks again: what it is, and what is looked at."""

    day: date
    name: str
    lines: Cell


def period_names(language: Language) -> tuple[tuple[Period, str], ...]:
    """Return the periods of every course with their names, in the order of time."""
    return tuple((period, language.say(name)) for period, name in _PERIODS.items())


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last one of a month that is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def strip_of(treatment: Treatment, start: date | None, library: Library, language: Language) -> tuple[Stretch, ...]:
    """Return what is said of a course from its first day to a year, in the order of time."""
    stages = library.timelines[treatment].stages
    return tuple(_stretch(stage, start, library, language) for stage in stages)


def looks_of(consultation: Consultation, library: Library, language: Language) -> tuple[Look, ...]:
    """Return the days on which somebody looks again, the earliest first; without a first day only those agreed."""
    return tuple(sorted(_looks(consultation, library, language), key=lambda look: look.day))


def _stretch(stage: Stage, start: date | None, library: Library, language: Language) -> Stretch:
    parts = ((language.say(name), speak_all(getattr(stage, part), library, language)) for part, name in _PARTS.items())
    days = "" if start is None else _days(stage.period, start, language)
    told = tuple((name, lines) for name, lines in parts if lines)
    return Stretch(stage.period, language.say(_PERIODS[stage.period]), days, told)


def _days(period: Period, start: date, language: Language) -> str:
    ends = {
        "day_0": (start, start),
        "days_1_3": (start + timedelta(days=1), start + timedelta(days=3)),
        "weeks_2_6": (start + timedelta(weeks=1), start + timedelta(weeks=6)),
        "month_3": (months_after(start, 3), months_after(start, 3)),
        "months_6_12": (months_after(start, 6), months_after(start, 12)),
    }
    return language.days(*ends[period])


def _looks(consultation: Consultation, library: Library, language: Language) -> Iterator[Look]:
    start, treatment = consultation.proposal.date, consultation.proposal.treatment
    if treatment is not None and start is not None:
        told = {
            stage.period: speak_all(stage.follow_up, library, language) for stage in library.timelines[treatment].stages
        }
        yield Look(start + timedelta(weeks=6), language.say("After 6 weeks"), told["weeks_2_6"])
        yield Look(months_after(start, 3), language.say("After 3 months"), told["month_3"])
        yield Look(months_after(start, 6), language.say("After 6 months"), told["months_6_12"])
        yield Look(months_after(start, 12), language.say("After 12 months"), told["months_6_12"])
    if consultation.stop_rule.date is not None:
        yield Look(
            consultation.stop_rule.date, language.say("Stop rule"), (say(stop_sentence(consultation, language)),)
        )
    if consultation.decision.review_date is not None:
        yield Look(consultation.decision.review_date, language.say("Day of review"), ())
