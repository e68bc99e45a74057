"""What every test shares: Qt without a screen, and property tests that try the same values every time."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from kneedesk.bundle import resources
from kneedesk.commands import inputs
from kneedesk.domain.consultation import Consultation
from kneedesk.exchange.consultation_file import load
from kneedesk.knowledge import shelves
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.local import read_over
from kneedesk.knowledge.shelves import read_library
from kneedesk.language import Language, language
from tests.knowledge.practice_pack import practice_files
from tests.knowledge.small_pack import write
from tests.store.listening import LATEST
from tests.store.serving import Server, serving

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


def pytest_collection_finish() -> None:
    """Leave what was collected out of every collection of garbage: it stays until the end, and is most of the heap."""
    gc.collect()
    gc.freeze()


class PatientBot(QtBot):
    """Waits as long as a machine may take that does much besides; a long wait costs its time only where it fails."""

    def waitUntil(self, callback, *, timeout=1000 * LATEST):
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=1000 * LATEST, **how):
        return super().waitSignal(signal, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp, request):
    """Return what works widgets and waits for them."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def library() -> Library:
    """Return the pack that ships with the application."""
    return read_library(resources() / "knowledge")


@pytest.fixture
def pack_at_hand(library) -> Iterator[None]:
    """Give the pack that ships to whoever reads it; test_application and test_inputs show that they read it."""

    def read(root: Path) -> Library:
        return library if root == resources() / "knowledge" else read_library(root)

    with pytest.MonkeyPatch.context() as patch:
        for module in (shelves, inputs):
            patch.setattr(module, "read_library", read)
        yield


@pytest.fixture(scope="session")
def riverside(library, tmp_path_factory) -> Library:
    """Return the pack with what an invented practice adds to it."""
    return read_over(library, write(tmp_path_factory.mktemp("riverside"), practice_files()))


@pytest.fixture(scope="session")
def english() -> Language:
    """Return English, which needs no catalogue."""
    return language("en", resources() / "translations")


@pytest.fixture(scope="session")
def cases() -> dict[str, Consultation]:
    """Return the clinical cases by their names."""
    return {path.stem: load(path) for path in sorted((Path(__file__).parent / "cases").glob("*.json"))}


@pytest.fixture(scope="session")
def running_server() -> Iterator[Server]:
    """Return a PostgreSQL, which runs until the last test."""
    with serving() as server:
        yield server


@pytest.fixture
def server(running_server) -> Server:
    """Return a PostgreSQL whose practice holds nothing yet."""
    running_server.empty()
    return running_server
