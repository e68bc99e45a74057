"""What every test of the store shares: a file of its own, a clock that advances, a disk that can be filled."""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from kneedesk.store import writer as module
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import open_database
from kneedesk.store.writer import Writer
from tests.disks import Mounted, Pretended, drive
from tests.people import ANA
from tests.store.listening import LATEST, Desk, Listener

KEY = bytes(range(32))
BEGIN = datetime(2026, 11, 18, 13, 2, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "store" / "kneedesk.db"


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def key(request):
    """Return the key of a store, or nothing: whoever asks for it is tested with both."""
    return request.param


@pytest.fixture
def engine(path, key):
    """Return the engine of a new store."""
    engine = open_database(path, key)
    yield engine
    engine.dispose()


@pytest.fixture
def kept(path, key):
    """Return the consultations of a new store."""
    consultations = Consultations(open_database(path, key), ANA)
    yield consultations
    consultations.close()


@pytest.fixture
def clock():
    """Return a clock that is a second later whenever it is read."""
    seconds = count()
    return lambda: BEGIN + timedelta(seconds=next(seconds))


@pytest.fixture(params=["mounted", "pretended"])
def disk(request, tmp_path) -> Iterator[Mounted | Pretended]:
    """Return a drive that can be filled: a real one where one can be mounted, and one where the system pretends."""
    with drive(tmp_path) as real:
        if request.param == "mounted":
            yield real
        else:
            made = Pretended(tmp_path / "system")
            yield made
            made.clear()


@pytest.fixture
def listener():
    return Listener()


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def writers():
    """Return a function that makes writers, which are closed at the end and leave no thread."""
    made = []

    def make(consultations, clock):
        made.append(Writer(consultations, clock))
        return made[-1]

    yield make
    for writer in made:
        writer.close(0)
    deadline = time.monotonic() + LATEST
    while any(thread.name == "kneedesk-writer" for thread in threading.enumerate()):
        assert time.monotonic() < deadline, "a thread is left"
        time.sleep(0.01)


@pytest.fixture
def quick_retry(monkeypatch):
    monkeypatch.setattr(module, "_FIRST_RETRY", 0.01)
    monkeypatch.setattr(module, "_LONGEST_RETRY", 0.05)
