"""A note goes to the store one writing after the other, and what another desk wrote in it meanwhile stays."""

import threading

from kneedesk.store.faults import Unavailable
from kneedesk.ui import noted as module
from tests.store.listening import LATEST
from tests.ui.storing import NOW


def read(shelf, qtbot, key="k"):
    told = []
    shelf.notes.read(key, told.append)
    qtbot.waitUntil(lambda: bool(told))
    return told[0]


def written(shelf, qtbot):
    told = []
    shelf.notes.write(told.append)
    qtbot.waitUntil(lambda: bool(told))
    return told[0]


def elsewhere(shelf, words, key="k"):
    """Write as another desk does."""
    shelf.store.consultations.notes.keep(key, words, NOW)


def test_what_another_desk_wrote_since_it_was_read_is_shown_with_ours(shelf, qtbot):
    elsewhere(shelf, "He rang.")
    assert read(shelf, qtbot) == "He rang."
    elsewhere(shelf, "He rang. Afraid.")
    joined = []
    shelf.notes.joined.connect(lambda *both: joined.append(both))
    shelf.notes.take("k", "He rang. Daughter.")
    assert written(shelf, qtbot) == ""
    assert joined == [("k", "He rang. Afraid.\n\nDaughter.")]
    assert read(shelf, qtbot) == joined[0][1]
    shelf.notes.take("k", "Nothing of it.")
    assert written(shelf, qtbot) == ""
    assert read(shelf, qtbot) == "Nothing of it."
    assert len(joined) == 1


def test_what_is_typed_on_meanwhile_is_written_after_that_and_joins_it(shelf, qtbot, monkeypatch):
    read(shelf, qtbot)
    elsewhere(shelf, "Afraid.")
    going, real, told = threading.Event(), module._write, []

    def waits(*arguments):
        assert going.wait(LATEST)
        return real(*arguments)

    monkeypatch.setattr(module, "_write", waits)
    shelf.notes.take("k", "He")
    shelf.notes.write(told.append)
    shelf.notes.take("k", "He rang.")
    shelf.notes.write(told.append)
    going.set()
    qtbot.waitUntil(lambda: told == ["", ""])
    assert shelf.notes.left == {}
    assert read(shelf, qtbot) == "Afraid.\n\nHe rang."


def test_who_waits_is_told_why_not_and_the_note_stays_here(shelf, qtbot, monkeypatch):
    read(shelf, qtbot)

    def fail(*_):
        raise Unavailable("The disk is full.")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(type(shelf.store.consultations.notes), "keep", fail)
        shelf.notes.take("k", "He rang.")
        assert written(shelf, qtbot) == "The disk is full."
    assert shelf.notes.left == {"k": "He rang."}
    assert shelf.left.read_as == {"k": ""}
    assert written(shelf, qtbot) == ""
    assert shelf.settled


def test_what_comes_back_after_a_lock_joins_what_is_typed_by_then(shelf, qtbot):
    read(shelf, qtbot)
    shelf.notes.take("k", "Daughter.")
    shelf.notes.take_back({"k": "He rang.", "other": "Afraid."}, {"other": "A"})
    assert shelf.notes.left == {"k": "He rang.\n\nDaughter.", "other": "Afraid."}
    assert shelf.left.read_as == {"k": "", "other": "A"}
    assert written(shelf, qtbot) == ""


def test_what_another_desk_wrote_is_told_once_and_never_over_what_is_typed_here(shelf, qtbot):
    read(shelf, qtbot)
    told = []
    shelf.notes.followed.connect(lambda *both: told.append(both))
    elsewhere(shelf, "He rang.")
    shelf.notes.follow("k")
    qtbot.waitUntil(lambda: told == [("k", "He rang.")])
    shelf.notes.follow("k")
    elsewhere(shelf, "He rang twice.")
    shelf.notes.take("k", "He rang. Afraid.")
    shelf.notes.follow("k")
    assert written(shelf, qtbot) == ""
    assert told == [("k", "He rang.")]
    assert {"Afraid.", "twice."} <= set(read(shelf, qtbot).split())
