"""One consultation on one knee: all that was recorded, checked once."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from kneedesk.domain.consent import Consent, ShownNotice, Sure
from kneedesk.domain.decision import Counselling, Decision, Override, StopRule
from kneedesk.domain.examination import Examination
from kneedesk.domain.finalised import Amends, Finalised
from kneedesk.domain.history import History
from kneedesk.domain.imaging import Imaging
from kneedesk.domain.measure import Measure
from kneedesk.domain.patient import Patient
from kneedesk.domain.practice import Clinician, Practice
from kneedesk.domain.preferences import Preferences
from kneedesk.domain.product import Product
from kneedesk.domain.record import Day, Entries, Name, OncePerEntry, Record, is_blank, misplaced, only
from kneedesk.domain.signature import Signature
from kneedesk.domain.treatment import Proposal

FORMAT = "kneedesk-consultation"
VERSION = 1
_ASSESSED = ("history", "examination", "imaging", "preferences", "proposal", "patient")


class Knee(StrEnum):
    """The side of the knee."""

    LEFT = "left"
    RIGHT = "right"


class Jurisdiction(StrEnum):
    """Where the treatment would be given: it decides on notices and on the product's status."""

    US = "us"
    FLORIDA = "us-fl"
    UTAH = "us-ut"
    WASHINGTON = "us-wa"
    TEXAS = "us-tx"
    NEVADA = "us-nv"
    MONTANA = "us-mt"
    EUROPEAN_UNION = "eu"
    UNITED_KINGDOM = "uk"
    MEXICO = "mx"
    OTHER = "other"


class Consultation(Record):
    """One encounter on one knee on one day."""

    format: Literal["kneedesk-consultation"]
    version: Annotated[Literal[1], only(int)]
    date: Day
    knee: Knee
    jurisdiction: Jurisdiction
    clinician: Clinician = Clinician()
    practice: Practice = Practice()
    patient: Patient
    history: History = History()
    examination: Examination = Examination()
    imaging: Imaging = Imaging()
    measures: Annotated[tuple[Measure, ...], Entries] | None = None
    preferences: Preferences = Preferences()
    proposal: Proposal = Proposal()
    product: Product = Product()
    counselling: Counselling = Counselling()
    stop_rule: StopRule = StopRule()
    sure: Sure = Sure()
    decision: Decision = Decision()
    notice: ShownNotice = ShownNotice()
    consent: Consent = Consent()
    signatures: Annotated[tuple[Signature, ...], Field(max_length=12)] | None = None
    overrides: Annotated[tuple[Override, ...], Entries] | None = None
    not_assessed: Annotated[tuple[Name, ...], Entries, OncePerEntry] | None = None
    knowledge: Name | None = None
    amends: Amends | None = None
    finalised: Finalised | None = None

    @model_validator(mode="after")
    def _check_dates(self) -> "Consultation":
        for path, day in self._past_dates():
            if day is not None and day > self.date:
                raise misplaced(path, day, "a day not after the consultation ({date})", date=self.date.isoformat())
        for path, planned in self._planned_dates():
            if planned and planned < self.date:
                raise misplaced(path, planned, "a day not before the consultation ({date})", date=self.date.isoformat())
        return self

    @model_validator(mode="after")
    def _check_signatures(self) -> "Consultation":
        shown = self.notice.shown_at
        for index, signature in enumerate(self.signatures or ()):
            path, at = f"signatures[{index}].at", signature.at
            if at.date() < self.date:
                raise misplaced(
                    path, at, "an instant not before the day of the consultation ({date})", date=self.date.isoformat()
                )
            if shown is not None and at < shown:
                raise misplaced(
                    path, at, "an instant not before the notice was shown ({shown})", shown=shown.isoformat()
                )
        return self

    @model_validator(mode="after")
    def _check_not_assessed(self) -> "Consultation":
        for index, path in enumerate(self.not_assessed or ()):
            block, _, name = path.partition(".")
            recorded: Record | None = getattr(self, block, None) if block in _ASSESSED else None
            if recorded is None or name not in type(recorded).model_fields:
                raise misplaced(f"not_assessed[{index}]", path, "the path of a finding")
            if getattr(recorded, name) is not None:
                raise misplaced(f"not_assessed[{index}]", path, "a finding without a value, for this one has one")
        return self

    @model_validator(mode="after")
    def _check_version(self) -> "Consultation":
        if self.finalised is None:
            return self
        following = self.amends.version + 1 if self.amends else 1
        if self.finalised.version != following:
            raise misplaced(
                "finalised.version",
                self.finalised.version,
                "the version after the one that is amended ({following})",
                following=following,
            )
        if is_blank(self.knowledge):
            raise misplaced("knowledge", self.knowledge, "the version of the pack where a version is finalised")
        return self

    def _past_dates(self) -> Iterator[tuple[str, Day | None]]:
        yield "patient.birth_date", self.patient.birth_date
        yield "imaging.date", self.imaging.date
        for index, previous in enumerate(self.history.previous_treatments or ()):
            yield f"history.previous_treatments[{index}].date", previous.date
        for index, measure in enumerate(self.measures or ()):
            yield f"measures[{index}].date", measure.date

    def _planned_dates(self) -> Iterator[tuple[str, Day | Literal[False] | None]]:
        yield "history.knee_replacement_planned", self.history.knee_replacement_planned
        yield "proposal.date", self.proposal.date
        yield "stop_rule.date", self.stop_rule.date
        yield "decision.decide_by", self.decision.decide_by
