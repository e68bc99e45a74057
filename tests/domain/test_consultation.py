"""One consultation: what it needs, how its days stand to each other, and what was deliberately left."""

import datetime
from typing import Any

import pytest
from pydantic import ValidationError

from kneedesk.domain.consent import ShownNotice, digest_of
from kneedesk.domain.consultation import FORMAT, VERSION, Consultation, Jurisdiction, Knee
from kneedesk.domain.decision import Decision, StopRule
from kneedesk.domain.history import History
from kneedesk.domain.imaging import Imaging
from kneedesk.domain.measure import Instrument, Measure
from kneedesk.domain.patient import Patient, Sex
from kneedesk.domain.signature import Method, Role, Signature
from kneedesk.domain.treatment import PreviousKind, PreviousTreatment, Proposal
from tests.domain.faults import faults

DAY = datetime.date(2026, 11, 18)
BEFORE, AFTER = DAY - datetime.timedelta(1), DAY + datetime.timedelta(1)
NEEDED: dict[str, Any] = {
    "format": FORMAT,
    "version": VERSION,
    "date": DAY,
    "knee": Knee.LEFT,
    "jurisdiction": Jurisdiction.UTAH,
    "patient": Patient(family_name="Ruiz"),
}


def born(day):
    return {"patient": Patient(family_name="Ruiz", birth_date=day)}


def imaged(day):
    return {"imaging": Imaging(date=day)}


def treated(day):
    first = PreviousTreatment(treatment=PreviousKind.ANALGESICS)
    return {"history": History(previous_treatments=(first, PreviousTreatment(treatment=PreviousKind.PRP, date=day)))}


def measured(day):
    first = Measure(instrument=Instrument.PAIN_NRS, score=7)
    return {"measures": (first, Measure(instrument=Instrument.PAIN_NRS, score=7, date=day))}


def replaced(day):
    return {"history": History(knee_replacement_planned=day)}


def proposed(day):
    return {"proposal": Proposal(date=day)}


def stopped(day):
    return {"stop_rule": StopRule(amount=2, date=day)}


def thought_over(day):
    return {"decision": Decision(decide_by=day)}


def signed(*instants):
    return {
        "signatures": tuple(
            Signature(role=Role.PATIENT, name="Ana Ruiz", at=at, method=Method.TYPED, meaning="I agree.")
            for at in instants
        )
    }


PAST = {
    "patient.birth_date": born,
    "imaging.date": imaged,
    "history.previous_treatments[1].date": treated,
    "measures[1].date": measured,
}
PLANNED = {
    "history.knee_replacement_planned": replaced,
    "proposal.date": proposed,
    "stop_rule.date": stopped,
    "decision.decide_by": thought_over,
}
EAST = datetime.timezone(datetime.timedelta(hours=14))


def misplaced(**changes: Any) -> tuple[Any, Any]:
    """Return the field and the value of the one fault that no single field shows."""
    with pytest.raises(ValidationError) as caught:
        Consultation(**{**NEEDED, **changes})
    (fault,) = caught.value.errors()
    assert (fault["type"], fault["loc"]) == ("misplaced", ())
    return fault["ctx"]["path"], fault["ctx"]["found"]


def test_what_is_needed_is_enough():
    consultation = Consultation(**NEEDED)
    assert (consultation.history, consultation.measures) == (History(), None)
    assert (FORMAT, VERSION) == ("kneedesk-consultation", 1)


@pytest.mark.parametrize("name", NEEDED)
def test_what_is_needed_is_required(name):
    assert faults(Consultation, **{**NEEDED, name: None}) != []
    assert faults(Consultation, **{each: value for each, value in NEEDED.items() if each != name}) == [
        (name, "missing")
    ]


@pytest.mark.parametrize("version", [True, 1.0, "1", 0, 2])
def test_the_version_is_the_number_one(version):
    assert [place for place, _ in faults(Consultation, **{**NEEDED, "version": version})] == ["version"]


@pytest.mark.parametrize(("path", "on"), PAST.items(), ids=PAST)
def test_what_has_happened_is_not_after_the_day(path, on):
    for day in (None, BEFORE, DAY):
        Consultation(**{**NEEDED, **on(day)})
    assert misplaced(**on(AFTER)) == (path, AFTER)


@pytest.mark.parametrize(("path", "on"), PLANNED.items(), ids=PLANNED)
def test_what_is_planned_is_not_before_the_day(path, on):
    for day in (None, DAY, AFTER):
        Consultation(**{**NEEDED, **on(day)})
    assert misplaced(**on(BEFORE)) == (path, BEFORE)


def test_nobody_signs_before_the_day_where_the_signature_is_given():
    midnight = datetime.datetime(2026, 11, 18, tzinfo=EAST)
    assert Consultation(**NEEDED, **signed(midnight)).signatures[0].at == midnight
    before = midnight - datetime.timedelta(microseconds=1)
    assert misplaced(**signed(midnight, before)) == ("signatures[1].at", before)


def test_E31_nobody_signs_before_the_notice_was_shown():
    shown = datetime.datetime(2026, 11, 18, 14, 2, tzinfo=datetime.UTC)
    notice = {"notice": ShownNotice(digest=digest_of("notice"), shown_at=shown)}
    assert Consultation(**NEEDED, **notice, **signed(shown.astimezone(EAST))).notice.shown_at == shown
    before = shown - datetime.timedelta(seconds=1)
    assert misplaced(**notice, **signed(before)) == ("signatures[0].at", before)
    assert Consultation(**NEEDED, **signed(before)).notice == ShownNotice()


def test_no_planned_operation_has_no_day():
    assert Consultation(**{**NEEDED, **replaced(False)}).history.knee_replacement_planned is False


@pytest.mark.parametrize(
    "path",
    ["patient.sex", "history.pregnancy", "examination.effusion", "imaging.date", "preferences.goals", "proposal.date"],
)
def test_a_finding_may_be_left_deliberately(path):
    assert Consultation(**NEEDED, not_assessed=(path,)).not_assessed == (path,)


@pytest.mark.parametrize(
    "path",
    [
        *(
            "",
            ".",
            "patient",
            "patient.",
            ".sex",
            "patient.sex.x",
            "patient.shoe_size",
            "patient.model_fields",
            "Patient.sex",
        ),
        *(
            "date",
            "format",
            "measures",
            "practice.name",
            "clinician.role",
            "counselling.teach_back",
            "decision.outcome",
        ),
        *("__class__.mro", "model_config.frozen", "\u200b"),
    ],
    ids=ascii,
)
def test_nothing_else_can_be_left(path):
    assert misplaced(not_assessed=("history.onset", path)) == ("not_assessed[1]", path)


@pytest.mark.parametrize(
    ("path", "recorded"),
    [
        ("patient.sex", {"patient": Patient(family_name="Ruiz", sex=Sex.UNKNOWN)}),
        ("patient.family_name", {}),
        ("history.pregnancy", {"history": History(pregnancy=False)}),
        ("history.red_flags", {"history": History(red_flags=())}),
        ("history.knee_replacement_planned", replaced(False)),
        ("imaging.kellgren_lawrence", {"imaging": Imaging(kellgren_lawrence=0)}),
    ],
)
def test_what_is_recorded_was_not_left(path, recorded):
    assert misplaced(not_assessed=(path,), **recorded) == ("not_assessed[0]", path)


def test_a_finding_is_left_once():
    twice = ("patient.sex", "patient.sex")
    assert faults(Consultation, **NEEDED, not_assessed=twice) == [("not_assessed", "repeated")]
