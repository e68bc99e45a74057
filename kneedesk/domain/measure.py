"""Scores of pain, function and the patient's own activity; the licensed questionnaires themselves are not here."""

import re
from enum import StrEnum

from pydantic import model_validator

from kneedesk.domain.record import Day, Decimal, Name, Record, as_typed, misplaced


class Instrument(StrEnum):
    """An outcome measure whose score can be typed in."""

    PAIN_NRS = "pain_nrs"
    PAIN_VAS_MM = "pain_vas_mm"
    WOMAC = "womac"
    KOOS_PAIN = "koos_pain"
    KOOS_SYMPTOMS = "koos_symptoms"
    KOOS_ADL = "koos_adl"
    KOOS_SPORT = "koos_sport"
    KOOS_QOL = "koos_qol"
    OXFORD_KNEE_SCORE = "oxford_knee_score"
    ACTIVITY = "activity"


RANGES = {
    Instrument.PAIN_NRS: (0, 10),
    Instrument.PAIN_VAS_MM: (0, 100),
    Instrument.KOOS_PAIN: (0, 100),
    Instrument.KOOS_SYMPTOMS: (0, 100),
    Instrument.KOOS_ADL: (0, 100),
    Instrument.KOOS_SPORT: (0, 100),
    Instrument.KOOS_QOL: (0, 100),
    Instrument.OXFORD_KNEE_SCORE: (0, 48),
    Instrument.ACTIVITY: (0, 10),
}
_SCALE = re.compile(r"([0-9]{1,4})-([0-9]{1,4})")


class Measure(Record):
    """One score on one day; WOMAC names its version's range in ``scale``, an activity its words in ``label``."""

    instrument: Instrument
    scale: Name | None = None
    label: Name | None = None
    score: Decimal
    date: Day | None = None

    @property
    def range(self) -> tuple[int, int]:
        """Return the lowest and the highest score of the instrument, or of the version named in ``scale``."""
        if self.instrument in RANGES:
            return RANGES[self.instrument]
        match = _SCALE.fullmatch(self.scale or "")
        return (int(match[1]), int(match[2])) if match else (0, 0)

    @model_validator(mode="after")
    def _check_score(self) -> "Measure":
        lowest, highest = self.range
        if lowest >= highest:
            raise misplaced("scale", self.scale, "the range of the version used, for example 0-96")
        if not lowest <= self.score <= highest:
            raise misplaced(
                "score", as_typed(self.score), "a number from {lowest} to {highest}", lowest=lowest, highest=highest
            )
        return self
