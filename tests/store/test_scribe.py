"""What was done is entered in the order in which it was done, also where it cannot be written at once."""

import threading

import pytest

from kneedesk.store import faults
from kneedesk.store.chain import Deed
from kneedesk.store.journal import Journal, verify_journal
from kneedesk.store.scribe import Scribe
from tests.people import ANA, BEN
from tests.store.conftest import BEGIN


@pytest.fixture
def scribe(kept):
    return Scribe(Journal(kept._engine), ANA)


def deeds(kept):
    return [(link.deed, link.what) for link in Journal(kept._engine).of("k")]


def test_what_was_done_is_entered(scribe, kept):
    assert scribe.note(BEGIN, Deed.VIEW, "k") == ""
    assert scribe.note(BEGIN, Deed.PRINT, "k", "consent_form en a4") == ""
    assert deeds(kept) == [("view", ""), ("print", "consent_form en a4")]
    assert scribe.left == 0


def test_what_cannot_be_written_is_kept_and_written_before_the_next(scribe, kept, path):
    scribe.note(BEGIN, Deed.VIEW, "k")
    away = path.rename(path.with_suffix(".away"))
    assert scribe.note(BEGIN, Deed.PRINT, "k") == faults.GONE
    assert scribe.write() == faults.GONE
    assert scribe.left == 1
    away.rename(path)
    assert scribe.note(BEGIN, Deed.EXPORT, "k") == ""
    assert [deed for deed, _ in deeds(kept)] == ["view", "print", "export"]
    assert scribe.left == 0
    assert scribe.write() == ""


def test_it_is_asked_from_several_threads(scribe, kept):
    threads = [threading.Thread(target=scribe.note, args=(BEGIN, Deed.VIEW, "k")) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(deeds(kept)) == 12
    assert verify_journal(kept._engine) == []


def test_what_one_user_could_not_have_written_is_written_in_their_name_after_another_has_unlocked(scribe, kept, path):
    away = path.rename(path.with_suffix(".away"))
    scribe.note(BEGIN, Deed.PRINT, "k", "consent_form en a4")
    left = scribe.hand_over()
    assert (len(left), scribe.left) == (1, 0)
    away.rename(path)
    later = Scribe(Journal(kept._engine), BEN)
    later.take_over(ANA, left)
    later.note(BEGIN, Deed.VIEW, "k")
    told = [(link.deed, link.name, link.what) for link in Journal(kept._engine).of("k")]
    assert told == [("print", ANA.name, "consent_form en a4"), ("view", BEN.name, "")]
    assert scribe.hand_over() == ()
