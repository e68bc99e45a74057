"""What cannot be sent is put by on this desk, locked, with what was offered before; once all is sent it goes."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject, Signal

from kneedesk.store.outbox import Outbox
from kneedesk.store.parcel import Unwritten
from kneedesk.ui.unsent import Unsent
from tests.people import ANA

KEY = bytes(range(32))
NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


class Keeping(QObject):
    saved = Signal(str)
    failed = Signal(str, str)


class Store:
    user, key = ANA, KEY

    def __init__(self, folder):
        self.folder = folder


class Shelf:
    """A shelf on which the test decides what is left."""

    def __init__(self, folder):
        self.keeping, self.store = Keeping(), Store(folder)
        self.left, self.offered, self.settled = Unwritten({}, {}), None, False


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path)


@pytest.fixture
def unsent(qtbot, shelf):
    made = Unsent(shelf)
    yield made
    made.deleteLater()


def held(shelf):
    parcel = Outbox(shelf.store.folder).read(ANA.id)
    return None if parcel is None else parcel.unpack(KEY)


def test_what_failed_is_put_by_and_a_newer_state_of_it(qtbot, shelf, unsent, cases):
    for case in ("reference", "declined"):
        shelf.left = Unwritten({"k": (cases[case], {})}, {}, (), {"k": 3})
        shelf.keeping.failed.emit("k", "Away.")
        qtbot.waitUntil(lambda: held(shelf) == shelf.left)


def test_what_was_offered_and_is_not_sent_yet_is_put_by_with_it(qtbot, shelf, unsent, cases):
    shelf.offered = Unwritten({"old": (cases["trial"], {}), "k": (cases["trial"], {})}, {"n": "x"}, (), {"k": 1})
    shelf.left = Unwritten({"k": (cases["reference"], {})}, {}, (), {"k": 3})
    shelf.keeping.failed.emit("k", "Away.")
    qtbot.waitUntil(lambda: held(shelf) is not None)
    assert held(shelf) == Unwritten(
        {"old": (cases["trial"], {}), "k": (cases["reference"], {})}, {"n": "x"}, (), {"k": 3}
    )


def test_once_everything_is_sent_it_goes_and_not_before(qtbot, shelf, unsent, cases):
    shelf.left = Unwritten({"k": (cases["reference"], {})}, {})
    shelf.keeping.failed.emit("k", "Away.")
    qtbot.waitUntil(lambda: held(shelf) is not None)
    shelf.keeping.saved.emit("other")
    shelf.settled, shelf.offered = True, Unwritten({}, {"n": "x"})
    shelf.keeping.saved.emit("k")
    shelf.offered = None
    assert held(shelf) is not None
    shelf.keeping.saved.emit("k")
    qtbot.waitUntil(lambda: held(shelf) is None)
