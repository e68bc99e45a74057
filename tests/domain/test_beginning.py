"""A consultation begins with a name, a side and a day; the other knee brings along the person, never the knee."""

from datetime import date

import pytest
from pydantic import ValidationError

from kneedesk.domain.beginning import PERSON_WIDE, begin, carried_from, named, on_the_other_knee, other
from kneedesk.domain.consultation import Consultation, Jurisdiction, Knee
from kneedesk.domain.examination import Examination
from kneedesk.domain.history import History
from kneedesk.domain.imaging import Imaging
from kneedesk.domain.patient import LanguageTag
from kneedesk.domain.practice import Clinician, Practice
from kneedesk.domain.preferences import Preferences

DAY = date(2026, 11, 21)


def test_a_new_consultation_holds_name_side_day_and_letterhead_only():
    practice, clinician = Practice(name="Riverside"), Clinician(name="Dr Marsh")
    patient = named(" Ruiz Peña ", "Ana", LanguageTag.SPANISH)
    begun = begin(patient, Knee.LEFT, DAY, Jurisdiction.UTAH, practice, clinician)
    recorded = begun.model_dump(exclude_none=True, exclude_defaults=True)
    assert recorded == {
        "format": "kneedesk-consultation",
        "version": 1,
        "date": DAY,
        "knee": Knee.LEFT,
        "jurisdiction": Jurisdiction.UTAH,
        "practice": {"name": "Riverside"},
        "clinician": {"name": "Dr Marsh"},
        "patient": {"family_name": "Ruiz Peña", "given_name": "Ana", "language": LanguageTag.SPANISH},
    }


def test_a_single_name_is_the_family_name_and_a_blank_one_is_refused():
    assert named("Sukarno", " ", LanguageTag.ENGLISH).given_name is None
    with pytest.raises(ValidationError):
        named("  ", "Ana", LanguageTag.ENGLISH)


def test_the_other_knee_takes_the_person_and_nothing_of_the_knee(cases):
    first = cases["reference"]
    second = on_the_other_knee(first, DAY)
    assert (second.knee, second.date, second.patient) == (Knee.LEFT, DAY, first.patient)
    assert (second.practice, second.clinician, second.jurisdiction) == (
        first.practice,
        first.clinician,
        first.jurisdiction,
    )
    assert second.history.diabetes is first.history.diabetes
    assert second.history.medications == first.history.medications
    for name in History.model_fields:
        expected = getattr(first.history, name) if name in PERSON_WIDE else None
        assert getattr(second.history, name) == expected
    empty = Consultation.model_validate(
        {
            **dict(second),
            "examination": Examination(),
            "imaging": Imaging(),
            "preferences": Preferences(),
            "measures": None,
            "overrides": None,
            "not_assessed": None,
        }
    )
    assert second == empty


def test_what_must_be_asked_on_the_day_is_not_taken_over():
    asked_again = {"active_infection", "pregnancy", "active_cancer", "cancer_affected_knee", "red_flags"}
    assert not asked_again & set(PERSON_WIDE)


def test_there_are_two_sides():
    assert {other(knee): knee for knee in Knee} == {Knee.LEFT: Knee.RIGHT, Knee.RIGHT: Knee.LEFT}


def test_what_is_taken_over_bears_the_day_on_which_it_was_recorded(cases):
    bare, earlier = cases["barely-recorded"], date(2026, 1, 5)
    recorded = Consultation.model_validate(
        {**dict(bare), "history": History(medications=("ramipril",), bleeding_disorder=None, active_infection=False)}
    )
    assert carried_from(recorded, {}) == {"history.medications": bare.date}
    unconfirmed = {"history.medications": earlier, "history.diabetes": earlier}
    assert carried_from(recorded, unconfirmed) == {"history.medications": earlier}
