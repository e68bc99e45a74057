"""What every test of the store shares: a file of its own, a clock that advances, a disk that can be filled."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from kneedesk.store.consultations import Consultations
from kneedesk.store.database import open_database

BEGIN = datetime(2026, 11, 18, 13, 2, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "store" / "kneedesk.db"


@pytest.fixture
def kept(path):
    """Return the consultations of a new store."""
    consultations = Consultations(open_database(path))
    yield consultations
    consultations.close()


@pytest.fixture
def clock():
    """Return a clock that is a second later whenever it is read."""
    seconds = count()
    return lambda: BEGIN + timedelta(seconds=next(seconds))


@pytest.fixture
def small_disk(tmp_path) -> Iterator[Path]:
    """Return a folder on a disk of its own with 400 KB; only root can make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if sys.platform != "linux" or _run("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", folder):
        pytest.skip("no disk can be mounted here")
    yield folder
    _run("umount", "--lazy", folder)


def _run(*words):
    try:
        return subprocess.run([*map(str, words)], capture_output=True, check=False).returncode
    except FileNotFoundError:
        return 1
