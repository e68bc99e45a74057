"""The writer keeps the newest state soon, tells the truth about it, and does not give up."""

import random
import subprocess
import sys
import threading
import time
from itertools import count, pairwise

import pytest

from kneedesk.domain.versions import amend, finalise
from kneedesk.store import faults
from kneedesk.store import writer as module
from kneedesk.store.checking import check
from kneedesk.store.consultations import Consultations
from kneedesk.store.faults import Unavailable
from kneedesk.store.writer import Writer
from tests.people import BEN
from tests.store.listening import LATEST, Desk


def test_keeping_returns_before_anything_is_written(desk, writers, clock, listener):
    writer = writers(desk, clock)
    desk.open.clear()
    for number in range(1000):
        writer.keep("k", number, *listener.of(number))
    assert desk.kept == []
    desk.open.set()
    assert writer.flush(LATEST)


def test_a_stream_of_changes_is_kept_while_it_goes_on_and_a_few_times_a_second(desk, writers, clock, listener):
    writer, numbers = writers(desk, clock), count()
    while len(desk.kept) < 4:
        number = next(numbers)
        writer.keep("k", number, *listener.of(number))
        time.sleep(0.01)
    assert module._REST <= 0.5, "the window promises half a second"
    assert all(later - earlier >= module._REST * 0.99 for earlier, later in pairwise(desk.attempts))


def test_a_version_that_stands_is_kept_also_where_it_was_amended_before_it_could_be_written(
    kept, path, cases, writers, clock, listener, quick_retry
):
    kept.save("k", cases["reference"], clock())
    away = path.rename(path.with_suffix(".away"))
    first = finalise(cases["reference"], "2026.11", clock())
    second = finalise(amend(first, "The side was wrong.", clock()), "2026.11", clock())
    newest = amend(second, "So it was right.", clock())
    writer = writers(kept, clock)
    for state in (first, amend(first, "The side was wrong.", clock()), second, newest):
        writer.keep("k", state, *listener.of(state))
    listener.wait(newest, "failed", faults.GONE)
    away.rename(path)
    assert writer.flush(LATEST)
    assert [each.version for each in kept.versions.of("k")] == [1, 2]
    assert (kept.versions.read("k", 1), kept.read("k")) == (first, newest)
    assert check(kept._engine) == []


def test_only_the_newest_state_is_called_saved(desk, writers, clock, listener):
    writer = writers(desk, clock)
    desk.open.clear()
    for number in (1, 2, 3):
        writer.keep("k", number, *listener.of(number))
        if number == 1:
            while not desk.attempts:  # the first is being written
                time.sleep(0.001)
    desk.open.set()
    listener.wait(3, "saved")
    assert [state for _, state, _ in desk.kept] == [1, 3]
    assert listener.states("saved") == [3]


def test_no_older_state_is_called_saved_once_a_newer_one_was_handed_over(desk, writers, clock):
    writer, newest, late = writers(desk, clock), [0], []

    def saved_of(number):
        return lambda at: late.append(number) if number < newest[0] else None

    for number in range(1, 3000):
        writer.keep("k", number, saved_of(number), pytest.fail)
        newest[0] = number
        if number % 50 == 0:
            writer.flush(LATEST)
    assert writer.flush(LATEST)
    assert late == []
    assert len(desk.kept) >= 60


def test_each_consultation_is_kept_and_told_of(desk, writers, clock, listener):
    writer = writers(desk, clock)
    desk.open.clear()
    for number in range(9):
        writer.keep(f"k{number % 3}", number, *listener.of(number))
    desk.open.set()
    assert writer.flush(LATEST)
    assert sorted(listener.states("saved")) == [6, 7, 8]
    assert {key: state for key, state, _ in desk.kept} == {"k0": 6, "k1": 7, "k2": 8}


def test_a_change_that_could_not_be_kept_is_kept_when_it_can_be(desk, writers, clock, listener, quick_retry):
    writer = writers(desk, clock)
    desk.fault = Unavailable(faults.FULL)
    writer.keep("k", 1, *listener.of(1))
    listener.wait(1, "failed", faults.FULL)
    desk.fault = Unavailable(faults.GONE)
    listener.wait(1, "failed", faults.GONE)
    assert listener.states("saved") == []
    desk.fault = None
    listener.wait(1, "saved")
    assert [state for _, state, _ in desk.kept] == [1]


def test_of_a_change_made_meanwhile_it_is_said_that_it_is_not_kept(desk, writers, clock, listener, quick_retry):
    writer = writers(desk, clock)
    desk.fault = Unavailable(faults.LOCKED)
    writer.keep("k", 1, *listener.of(1))
    listener.wait(1, "failed")
    writer.keep("k", 2, *listener.of(2))
    listener.wait(2, "failed", faults.LOCKED)
    desk.fault = None
    listener.wait(2, "saved")
    assert listener.states("saved") == [2]


def test_it_tries_again_ever_more_slowly(desk, writers, clock, listener, monkeypatch):
    monkeypatch.setattr(module, "_FIRST_RETRY", 0.05)
    monkeypatch.setattr(module, "_LONGEST_RETRY", 0.2)
    writer = writers(desk, clock)
    desk.fault = Unavailable(faults.FULL)
    writer.keep("k", 1, *listener.of(1))
    while len(desk.attempts) < 6:
        time.sleep(0.01)
    pauses = [later - earlier for earlier, later in pairwise(desk.attempts)]
    for pause, least in zip(pauses, (0.05, 0.1, 0.2, 0.2, 0.2), strict=False):
        assert pause >= least * 0.99


def test_one_consultation_that_fails_does_not_keep_others_from_being_kept(desk, writers, clock, listener, quick_retry):
    class Picky(Desk):
        def save(self, key, consultation, at, carried=None, shown=None, base=None):
            self.fault = Unavailable(faults.UNKNOWN) if key == "bad" else None
            return super().save(key, consultation, at)

    writer = writers(Picky(), clock)
    writer.keep("bad", 1, *listener.of(1))
    writer.keep("good", 2, *listener.of(2))
    listener.wait(2, "saved")
    listener.wait(1, "failed")


def test_whatever_breaks_is_said_without_its_words(desk, writers, clock, listener, caplog, quick_retry):
    writer = writers(desk, clock)
    desk.fault = ZeroDivisionError("Marker4711")
    writer.keep("k", 1, *listener.of(1))
    listener.wait(1, "failed", faults.UNKNOWN)
    desk.fault = None
    listener.wait(1, "saved")
    assert "4711" not in caplog.text + str(listener.said)


def test_a_listener_that_is_gone_stops_nothing(desk, writers, clock, listener):
    def gone(_):
        raise RuntimeError("Internal C++ object already deleted.")

    writer = writers(desk, clock)
    writer.keep("k", 1, gone, gone)
    assert writer.flush(LATEST)
    writer.keep("k", 2, *listener.of(2))
    listener.wait(2, "saved")


def test_flushing_does_not_wait_for_the_pause(desk, writers, clock, listener, monkeypatch):
    monkeypatch.setattr(module, "_REST", 2 * LATEST)
    writer = writers(desk, clock)
    for number in range(20):
        writer.keep("k", number, *listener.of(number))
        assert writer.flush(LATEST)
    assert listener.states("saved") == list(range(20))


def test_flushing_says_when_something_is_not_kept(desk, writers, clock, listener, quick_retry):
    writer = writers(desk, clock)
    assert writer.flush(0)
    desk.fault = Unavailable(faults.FULL)
    writer.keep("k", 1, *listener.of(1))
    assert not writer.flush(0.05)
    desk.fault = None
    assert writer.flush(LATEST)


def test_closing_writes_everything_out_and_ends(desk, clock, listener):
    writer = Writer(desk, clock)
    for number in range(10):
        writer.keep(f"k{number}", number, *listener.of(number))
    assert writer.close(LATEST)
    assert len(desk.kept) == 10
    assert writer.close(0)
    with pytest.raises(RuntimeError):
        writer.keep("k", 1, *listener.of(1))
    assert not [thread for thread in threading.enumerate() if thread.name == "kneedesk-writer"]


def test_closing_says_what_is_given_up(desk, writers, clock, listener):
    writer = writers(desk, clock)
    desk.fault = Unavailable(faults.FULL)
    writer.keep("k", 1, *listener.of(1))
    listener.wait(1, "failed")
    assert not writer.close(0.05)
    assert desk.kept == []


def test_nothing_runs_while_nobody_types(desk, writers, clock, listener, monkeypatch):
    monkeypatch.setattr(module, "_IDLE", 0.01)
    monkeypatch.setattr(module, "_REST", 0.01)
    writer = writers(desk, clock)
    for number in range(20):  # the thread ends and begins
        writer.keep("k", number, *listener.of(number))
        listener.wait(number, "saved")
        time.sleep(0.015)
    assert [state for _, state, _ in desk.kept] == list(range(20))


@pytest.mark.parametrize(
    ("fault", "kept"), [("None", "saved"), ("Unavailable('The disk is full.')", "The disk is full.")]
)
def test_a_program_that_ends_without_closing_writes_first_and_does_not_hang(fault, kept):
    program = f"""
from datetime import UTC, datetime
from kneedesk.store.writer import Writer
from kneedesk.store.faults import Unavailable
class Slow:
    def save(self, key, consultation, at, carried=None, shown=None, base=None):
        import time
        time.sleep(0.3)
        if {fault}: raise {fault}
Writer(Slow(), lambda: datetime.now(UTC)).keep("k", None, lambda at: print("saved"), print)
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=LATEST, check=True)
    assert ended.stdout.splitlines()[0] == kept
    assert ended.stderr == ""


def test_whatever_happens_the_last_state_is_kept_and_called_saved(desk, writers, clock, listener, quick_retry):
    writer, chance, last = writers(desk, clock), random.Random(4711), {}  # noqa: S311
    for number in range(400):
        key = chance.choice("abc")
        last[key] = number
        desk.fault = Unavailable(faults.LOCKED) if chance.random() < 0.3 else None
        writer.keep(key, number, *listener.of(number))
        if chance.random() < 0.3:
            writer.flush(chance.uniform(0, 0.02))
    desk.fault = None
    assert writer.flush(LATEST)
    assert {key: state for key, state, _ in desk.kept} == last
    for key, state in last.items():
        assert listener.states("saved").count(state) == 1, key


def test_a_state_made_from_what_another_desk_has_changed_is_refused_until_it_is_based_on_that(
    kept, cases, writers, clock, listener, quick_retry
):
    writer = writers(kept, clock)
    writer.base_on("k", kept.save("k", cases["reference"], clock()))
    writer.keep("k", cases["declined"], *listener.of("mine"))
    listener.wait("mine", "saved")
    Consultations(kept._engine, BEN).save("k", cases["trial"], clock())
    writer.keep("k", cases["reference"], *listener.of("later"))
    listener.wait("later", "failed", faults.SUPERSEDED)
    assert kept.read("k") == cases["trial"]
    writer.base_on("k", kept.version("k"))
    listener.wait("later", "saved")
    assert kept.read("k") == cases["reference"]


def test_what_is_given_up_is_written_no_more_and_what_it_was_made_from_is_known_until_then(
    kept, cases, writers, clock, listener, quick_retry
):
    writer = writers(kept, clock)
    writer.base_on("k", kept.save("k", cases["reference"], clock()))
    Consultations(kept._engine, BEN).save("k", cases["trial"], clock())
    writer.keep("k", cases["declined"], *listener.of("mine"))
    listener.wait("mine", "failed", faults.SUPERSEDED)
    assert writer.bases == {"k": 1}
    writer.give_up("k")
    assert writer.flush(LATEST)
    assert writer.bases == {}
    assert kept.read("k") == cases["trial"]
