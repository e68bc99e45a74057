"""The consultations of a folder: one window has them at a time, and what goes wrong with them is said in the list."""

import threading
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt

from kneedesk.domain.versions import amend, finalise
from kneedesk.store.faults import Unavailable
from kneedesk.ui import shelf as shelf_module
from tests.store.listening import LATEST
from tests.ui.storing import UNLOCKED


def lent(shelf):
    taken = []
    shelf.lend(lambda *store: taken.extend(store))
    return taken


def test_it_lends_what_it_has_opened_and_nothing_before_or_after(shelves, shown, qtbot):
    shelf = shelves()
    assert lent(shelf) == []
    shelf.open(UNLOCKED)
    qtbot.waitUntil(lambda: len(lent(shelf)) == 2)
    assert lent(shelf)[0].find() == []
    shelf.close()
    assert lent(shelf) == []


def test_a_second_window_is_told_and_tries_again_when_the_first_has_gone(shelves, shown, qtbot):
    first, second = shelves(), shelves()
    first.open(UNLOCKED)
    qtbot.waitUntil(lambda: lent(first) != [])
    second.open(UNLOCKED)
    assert "in another window" in shown.notice.text.text()
    first.close()
    qtbot.mouseClick(shown.notice.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: lent(second) != [])
    assert shown.notice.isHidden()


def test_a_folder_that_cannot_be_made_is_said(shelves, shown, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    shelves(tmp_path / "file" / "data").open(UNLOCKED)
    assert shown.notice.title.text() == "The consultations cannot be opened"
    assert "cannot be made" in shown.notice.text.text()


def test_what_is_closed_is_settled(shelves, qtbot):
    answers = []
    shelf = shelves()
    assert shelf.settled
    shelf.settle(answers.append)
    qtbot.waitUntil(lambda: answers == [True])


def test_what_is_locked_away_is_not_settled(shelves, qtbot, cases, monkeypatch):
    def full(*_rest):
        raise Unavailable("The disk is full.")

    monkeypatch.setattr("kneedesk.ui.shelf._PATIENCE", 0.2)
    monkeypatch.setattr("kneedesk.store.consultations.Consultations.save", full)
    shelf, locked, answers = shelves(), [], []
    shelf.open(UNLOCKED)
    qtbot.waitUntil(lambda: lent(shelf) != [])
    lent(shelf)[1].keep("k", cases["reference"], lambda _: None, lambda _: None)
    shelf.lock((), lambda: locked.append(1))
    assert not shelf.settled
    shelf.settle(answers.append)
    qtbot.waitUntil(lambda: bool(locked and answers))
    assert (shelf.unwritten, shelf.settled, answers) == (1, False, [False])
    assert lent(shelf) == []


def test_what_opens_while_it_is_locked_is_let_go_of(shelves, qtbot, monkeypatch):
    shelf, going, stores, locked, taken = shelves(), threading.Event(), [], [], []
    real = shelf_module._opened

    def opened(*arguments):
        assert going.wait(LATEST)
        stores.append(real(*arguments))
        return stores[-1]

    monkeypatch.setattr(shelf_module, "_opened", opened)
    shelf.taken.connect(lambda: taken.append(1))
    shelf.open(UNLOCKED)
    shelf.lock((), lambda: locked.append(1))
    assert locked == [1]
    assert shelf.unlocked is None
    going.set()
    qtbot.waitUntil(lambda: bool(stores) and stores[0][0].key is None)
    assert (lent(shelf), taken) == ([], [])
    shelf.open(UNLOCKED)
    qtbot.waitUntil(lambda: lent(shelf) != [])


def test_a_note_is_written_and_read_back_and_nothing_closes_before(shelves, qtbot):
    shelf, read, told = shelves(), [], []
    shelf.open(UNLOCKED)
    qtbot.waitUntil(lambda: lent(shelf) != [])
    assert shelf.settled
    shelf.notes.take("k", "afraid of needles")
    assert not shelf.settled
    shelf.notes.read("k", read.append)
    assert read == ["afraid of needles"]
    shelf.settle(told.append)
    qtbot.waitUntil(lambda: told == [True])
    assert shelf.settled
    shelf.notes.read("k", read.append)
    qtbot.waitUntil(lambda: read == ["afraid of needles"] * 2)


def test_a_note_that_cannot_be_written_stays_here_and_says_why(shelves, qtbot, monkeypatch):
    shelf, why, told = shelves(), [], []
    shelf.open(UNLOCKED)
    qtbot.waitUntil(lambda: lent(shelf) != [])

    def fail(*_):
        raise Unavailable("The disk is full. Make room and try again.")

    monkeypatch.setattr(lent(shelf)[0].notes, "keep", fail)
    shelf.notes.take("k", "afraid of needles")
    shelf.notes.write(why.append)
    qtbot.waitUntil(lambda: why == ["The disk is full. Make room and try again."])
    shelf.settle(told.append)
    qtbot.waitUntil(lambda: told == [False])
    assert not shelf.settled


def version(number, store):
    return store.consultations.versions.read("key", number)


def test_what_stands_is_read_by_its_number_and_what_is_not_there_is_said(shelves, qtbot, cases):
    now = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
    shelf, listed, read, failed = shelves(), [], [], []
    shelf.open(UNLOCKED)
    qtbot.waitUntil(lambda: lent(shelf) != [])
    first = finalise(cases["reference"], "2026.1", now)
    second = finalise(amend(first, "The dose was wrong.", now), "2026.1", now)
    for each in (first, second):
        lent(shelf)[0].save("key", each, now)
    shelf.do(lambda store: store.consultations.versions.of("key"), listed.extend, failed.append, written=True)
    for number in (1, 3):
        shelf.do(partial(version, number), read.append, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert [each.version for each in listed] == [1, 2]
    assert read == [first]
    assert isinstance(failed[0], Unavailable)
