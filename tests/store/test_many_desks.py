"""Many desks are real processes: what each of them kept is there, in one chain, whoever was faster or was killed."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kneedesk.store.consultations import Consultations
from kneedesk.store.journal import Journal, verify_journal
from kneedesk.store.postgres import open_server
from tests.amending import amended
from tests.people import ANA
from tests.store.conftest import BEGIN
from tests.store.deskhand import read_counts
from tests.store.listening import LATEST

ROOT = Path(__file__).parents[2]


@pytest.fixture
def kept(server, cases):
    """Return a practice with one consultation, which no desk has counted in yet."""
    engine = open_server(server.address(), "looker")
    kept = Consultations(engine, ANA)
    kept.save("k", amended(cases["reference"], "patient", identifier=None), BEGIN)
    yield kept
    engine.dispose()


def begin(server, desk, rounds, key="k"):
    command = [sys.executable, "-m", "tests.store.deskhand", server.place(), desk, key, str(rounds)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_two_processes_that_change_the_same_consultation_lose_nothing_of_each_other(server, kept):
    desks = [begin(server, desk, 30) for desk in ("left", "right")]
    told = [json.loads(desk.communicate(timeout=60)[0]) for desk in desks]
    assert [desk.returncode for desk in desks] == [0, 0]
    assert read_counts(kept.read("k").patient.identifier) == {"left": 30, "right": 30}
    assert kept.version("k") == 61
    assert Journal(kept._engine).head().count == 61
    assert verify_journal(kept._engine) == []
    assert all(each["seconds"] for each in told)


def test_a_desk_that_is_killed_in_the_middle_keeps_no_other_from_writing(server, kept):
    killed, other = begin(server, "killed", 1_000_000), begin(server, "other", 25)
    deadline = time.monotonic() + LATEST
    while "killed" not in read_counts(kept.read("k").patient.identifier):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    killed.kill()
    killed.communicate()
    other.communicate(timeout=60)
    counts = read_counts(kept.read("k").patient.identifier)
    assert counts["other"] == 25
    assert sum(counts.values()) == kept.version("k") - 1 == Journal(kept._engine).head().count - 1
    assert verify_journal(kept._engine) == []
