"""Consultations are kept whole, read back as the same value, listed and found."""

import json
import logging
import traceback
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kneedesk.domain.consultation import Knee
from kneedesk.domain.versions import amend, finalise
from kneedesk.exchange.consultation_file import loads
from kneedesk.store import consultations as module
from kneedesk.store import faults
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import open_database, reading, writing
from kneedesk.store.faults import Unavailable
from kneedesk.store.summary import Summary
from kneedesk.store.tables import consultations as table
from tests.amending import amended, recorded
from tests.consultations import consultations as any_consultation
from tests.people import ANA, BEN
from tests.store.conftest import BEGIN

KEY = "5c1d7c9e-6a2b-4d0b-9b5e-0d7f3a8c1e42"


def named(consultation, family, given=None, identifier=None, on=date(2026, 11, 18)):
    """Return the consultation for somebody else on another day, without what was planned or measured."""
    person = {"family_name": family, "given_name": given, "identifier": identifier, "birth_date": None}
    patient = type(consultation.patient).model_validate({**dict(consultation.patient), **person})
    return recorded(consultation, patient=patient, date=on)


@pytest.fixture
def bare(cases):
    """Return a consultation that nearly nothing is recorded of, so that it may be of any day."""
    return cases["barely-recorded"]


def listed(found):
    return [summary.key for summary in found]


def content_of(kept, key):
    with reading(kept._engine) as connection:
        return connection.scalar(table.select().where(table.c.key == key).with_only_columns(table.c.content))


def test_every_case_is_read_back_as_the_same_value(kept, cases):
    for name, case in cases.items():
        kept.save(name, case, BEGIN)
    assert {name: kept.read(name) for name in cases} == cases
    assert kept.count() == len(cases)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_consultation())
def test_any_consultation_is_read_back_listed_and_found(kept, consultation):
    kept.save(KEY, consultation, BEGIN)
    assert kept.read(KEY) == consultation
    patient = consultation.patient
    assert kept.find(consultation.date.isoformat())[0].family_name == patient.family_name
    for text in (patient.family_name, patient.given_name or "", patient.identifier or ""):
        assert listed(kept.find(text)) == [KEY]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_any_text_may_be_sought(kept, text):
    assert kept.count(text) == len(kept.find(text)) == 0


def test_what_is_kept_is_a_consultation_file(kept, cases):
    kept.save(KEY, cases["reference"], BEGIN)
    assert loads(content_of(kept, KEY).encode()) == cases["reference"]


def test_a_summary_shows_who_when_and_which_knee(kept, cases):
    reference = cases["reference"]
    quito = timezone(timedelta(hours=-5))
    begun, changed = datetime(2026, 11, 18, 9, 0, tzinfo=quito), datetime(2026, 11, 18, 9, 5, 1, 5, tzinfo=quito)
    assert kept.save(KEY, reference, begun) == 1
    assert kept.save(KEY, reference, changed) == 2
    patient = reference.patient
    assert kept.find() == [
        Summary(
            key=KEY,
            family_name=patient.family_name,
            given_name=patient.given_name,
            identifier=patient.identifier,
            birth_date=patient.birth_date,
            knee=reference.knee.value,
            date=reference.date,
            started_at=begun,
            changed_at=changed,
            version=2,
        )
    ]
    assert kept.find()[0].changed_at.tzinfo is UTC


def test_a_summary_says_which_version_stands_and_whether_that_is_what_is_kept(kept, cases):
    def seen():
        (summary,) = kept.find()
        return summary.standing, summary.final

    draft = amended(cases["reference"], "preferences", goals=('"finalised":{',))  # words of a patient are no sign
    states = [draft, finalise(draft, "2026.1", BEGIN)]
    states.append(amend(states[-1], "The side was wrong.", BEGIN))
    states.append(finalise(states[-1], "2026.1", BEGIN))
    shown = []
    for state in states:
        kept.save(KEY, state, BEGIN)
        shown.append(seen())
    assert shown == [(None, None), (1, 1), (1, None), (2, 2)]


def test_an_instant_without_a_zone_is_not_taken(kept, cases):
    with pytest.raises(ValueError, match="zone"):
        kept.save(KEY, cases["reference"], datetime(2026, 11, 18, 9, 0))


def test_the_newest_come_first_page_by_page(kept, bare):
    for index, day in enumerate((3, 18, 18, 7)):
        kept.save(f"k{index}", named(bare, "Doe", on=date(2026, 11, day)), BEGIN + timedelta(minutes=index))
    kept.save("k1", named(bare, "Doe", on=date(2026, 11, 18)), BEGIN + timedelta(hours=1))  # a change moves nothing
    assert listed(kept.find()) == ["k2", "k1", "k3", "k0"]
    assert listed(kept.find(limit=2)) == ["k2", "k1"]
    assert listed(kept.find(limit=2, offset=2)) == ["k3", "k0"]
    assert kept.find(offset=4) == []


def test_a_consultation_is_found_by_what_is_recorded_last(kept, bare):
    kept.save(KEY, named(bare, "Doe", "Jane", "MRN-1"), BEGIN)
    kept.save(KEY, named(bare, "Villaseñor", "Jane", "MRN-2", on=date(2026, 1, 5)), BEGIN)
    assert kept.find("doe") == kept.find("mrn-1") == kept.find("nov") == []
    for text in ("villasenor jane", "MRN-2", "enero", "2026-01-05", "JAN 5"):
        assert listed(kept.find(text)) == [KEY]
        assert kept.count(text) == 1


@pytest.mark.parametrize("text", ["%", "_", "/", "\\", "' OR 1=1 --", "*", "[a-z]"])
def test_signs_of_patterns_have_no_meaning(kept, bare, text):
    kept.save("plain", named(bare, "Doe"), BEGIN)
    assert kept.count(text) in {0, 1}
    kept.save("b", named(bare, "100% _x_"), BEGIN)
    assert listed(kept.find("100%")) == ["b"]


def test_a_consultation_that_is_not_kept_is_missing(kept):
    with pytest.raises(Unavailable) as caught:
        kept.read(KEY)
    assert caught.value.sentence == faults.MISSING


@pytest.mark.parametrize("content", ["", "{", '{"family_name": "Villaseñor"}', '{"version": 2}'])
def test_what_cannot_be_read_is_said_without_its_text(kept, cases, content):
    kept.save(KEY, cases["reference"], BEGIN)
    with writing(kept._engine) as connection:
        connection.execute(table.update().values(content=content))
    with pytest.raises(Unavailable) as caught:
        kept.read(KEY)
    assert caught.value.sentence == faults.UNREADABLE
    assert "Villaseñor" not in "".join(traceback.format_exception(caught.value))
    assert listed(kept.find()) == [KEY]


def test_what_was_kept_is_there_after_closing(kept, path, key, cases):
    kept.save(KEY, cases["reference"], BEGIN)
    kept.close()
    again = Consultations(open_database(path, key), ANA)
    assert again.read(KEY) == cases["reference"]
    again.close()
    assert [found.name for found in path.parent.iterdir()] == [path.name], "the log was not written back"


def test_no_log_names_the_patient(kept, cases, caplog):
    caplog.set_level(logging.DEBUG)
    kept.save(KEY, amended(cases["reference"], "patient", family_name="Marker4711"), BEGIN)
    kept.find("Marker4711")
    kept.read(KEY)
    assert "4711" not in caplog.text


def test_no_fault_names_the_patient(kept, cases, path, caplog):
    caplog.set_level(logging.DEBUG)
    marker = "4711".join(("Marker", ""))  # the traceback shows this line too
    marked = amended(cases["reference"], "patient", family_name=marker, identifier=marker)
    kept.save(KEY, marked, BEGIN)
    with writing(kept._engine) as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER t BEFORE UPDATE ON consultations BEGIN SELECT raise(ABORT, 'no'); END"
        )
    said = []
    for provoke in (
        lambda: kept.save(KEY, marked, BEGIN),
        lambda: kept.save(None, marked, BEGIN),
        lambda: (path.rename(path.with_suffix(".x")), kept.save(KEY, marked, BEGIN)),
        lambda: kept.find(marker),
    ):
        with pytest.raises(Unavailable) as caught:
            provoke()
        said += traceback.format_exception(caught.value)
    assert marker not in "".join(said) + caplog.text


def test_the_same_state_is_known_again_and_another_is_not(kept, cases):
    kept.save("one", cases["reference"], BEGIN)
    assert kept.kept_as(cases["reference"]) == "one"
    assert kept.kept_as(cases["declined"]) == ""
    kept.save("one", recorded(cases["reference"], knee=Knee.LEFT), BEGIN)
    assert kept.kept_as(cases["reference"]) == ""
    kept.save("two", cases["reference"], BEGIN)
    kept.save("three", cases["reference"], BEGIN + timedelta(seconds=1))
    assert kept.kept_as(cases["reference"]) == "three"


def test_what_is_to_be_confirmed_is_kept_beside_the_consultation_until_it_is_said_otherwise(kept, cases):
    marked = {"history.diabetes": date(2026, 1, 5)}
    kept.save(KEY, cases["reference"], BEGIN, marked)
    assert kept.carried(KEY) == marked
    assert kept.read(KEY) == cases["reference"]
    kept.save(KEY, cases["declined"], BEGIN)
    assert kept.carried(KEY) == marked
    kept.save(KEY, cases["declined"], BEGIN, {})
    assert kept.carried(KEY) == {}


def test_a_state_is_known_again_that_was_written_before_there_were_more_blocks(kept, cases):
    kept.save("one", cases["reference"], BEGIN)
    blocks = cases["reference"].model_dump(mode="json", exclude_none=True)
    older = json.dumps({name: block for name, block in blocks.items() if block})
    with writing(kept._engine) as connection:
        connection.execute(table.update().values(content=older))
    assert kept.kept_as(cases["reference"]) == "one"


def test_a_draft_can_be_removed_and_what_stands_cannot(kept, cases, clock):
    kept.save("draft", cases["reference"], BEGIN)
    kept.save("stands", finalise(cases["reference"], "2026.1", BEGIN), BEGIN)
    assert kept.remove("draft", clock())
    assert not kept.remove("stands", clock())
    assert listed(kept.find()) == ["stands"]
    with pytest.raises(Unavailable, match="not among those"):
        kept.read("draft")


def test_a_state_that_was_made_from_an_older_version_is_refused_and_what_is_kept_stays(kept, cases):
    base = kept.save(KEY, cases["reference"], BEGIN)
    Consultations(kept._engine, BEN).save(KEY, cases["declined"], BEGIN, base=base)
    with pytest.raises(Unavailable) as caught:
        kept.save(KEY, cases["trial"], BEGIN, base=base)
    assert caught.value.sentence == faults.SUPERSEDED
    assert kept.read(KEY) == cases["declined"]
    assert kept.version(KEY) == 2
    assert kept.save(KEY, cases["trial"], BEGIN, base=2) == 3
    assert kept.save(KEY, cases["reference"], BEGIN, base=3) == 4


def test_a_state_of_what_was_removed_meanwhile_is_refused(kept, cases):
    base = kept.save(KEY, cases["reference"], BEGIN)
    kept.remove(KEY, BEGIN)
    assert kept.version(KEY) == 0
    with pytest.raises(Unavailable) as caught:
        kept.save(KEY, cases["declined"], BEGIN, base=base)
    assert caught.value.sentence == faults.SUPERSEDED


def test_a_commit_of_which_only_the_answer_was_lost_is_not_taken_for_another_desks(kept, cases, monkeypatch):
    base = kept.save(KEY, cases["reference"], BEGIN)
    with monkeypatch.context() as lost:
        lost.setattr(module, "State", None)  # whatever happens after the commit
        with pytest.raises(TypeError):
            kept.save(KEY, cases["declined"], BEGIN, base=base)
    assert kept.read(KEY) == cases["declined"]
    assert kept.save(KEY, cases["trial"], BEGIN, base=base) == 3
