"""Nothing of a patient stands where it does not belong, and nothing is sent anywhere, across a whole consultation.

A process holds it in the window, backs up, fails twice and is killed while it types; another goes on, exports, backs
up, restores and locks. Then every file, every name of a file, every title and all that was printed is looked through.
"""

import json
import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from tests.discreet import NAMES

ROOT = Path(__file__).parent.parent
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
MARKS = {word.encode(encoding) for word, encoding in product((*NAMES, "walk my dog"), ENCODINGS)}
MARKS |= {mark.upper() for mark in MARKS} | {mark.lower() for mark in MARKS}


class Held:
    """Where the two turns were held, and what they said."""

    def __init__(self, place):
        self.home, self.out = place / "home", place / "out"
        self.desk = self.home / "desk"
        for folder in (self.desk, self.out, self.home / "tmp"):
            folder.mkdir(parents=True)
        self.said, self.printed, self.left = [], b"", {}
        for turn in ("first", "second"):
            run = self._run(turn)
            self.printed += run.stdout + run.stderr
            assert (run.returncode, turn) in ((-9, "first"), (0, "second")), run.stderr.decode()
            self.said.append(json.loads(run.stdout.splitlines()[-1]))
            self.left[turn] = {path: path.read_bytes() for path in self.home.rglob("*") if path.is_file()}

    def _run(self, turn):
        places = {name: str(self.home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
        environment = {**os.environ, **places, "TMPDIR": str(self.home / "tmp"), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "tests.discreet", self.desk, self.out, turn]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, timeout=300)


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    return Held(tmp_path_factory.mktemp("discretion"))


@pytest.mark.parametrize("turn", ["first", "second"])
def test_HIPAA_164_312_a2iv_no_name_stands_in_any_file_that_was_written(held, turn):
    """45 CFR 164.312(a)(2)(iv): what is kept, its log, its backups and whatever lies beside them is encrypted."""
    names = {path.name for path in held.left[turn]}
    assert {"consultations.sqlite", "vault.json"} <= names
    assert any(path.parent.name == "backups" and path.suffix == ".sqlite" for path in held.left[turn])
    assert ("consultations.sqlite-wal" in names) is (turn == "first"), "the kill leaves a log"
    found = {path.name: mark for path, content in held.left[turn].items() for mark in MARKS if mark in content}
    assert found == {}


def test_no_name_is_the_name_of_a_file(held):
    every = [path.relative_to(held.home.parent).as_posix() for path in held.home.parent.rglob("*")]
    assert sum(name.startswith("out/") and name.endswith(".pdf") for name in every) >= 3
    assert any(name.endswith("manifest.json") for name in every)
    assert not [name for name in every for word in NAMES if word.lower() in name.lower()]


def test_no_name_is_printed_also_where_something_fails(held):
    assert held.printed.count(b"KneeDesk met a fault (ValueError)") == 2
    assert not [mark for mark in MARKS if mark in held.printed]


def test_no_window_has_a_name_in_its_title(held):
    titles = {title for said in held.said for title in said["titles"]}
    assert "KneeDesk" in titles
    assert not [title for title in titles for word in NAMES if word.lower() in title.lower()]


def test_nothing_is_connected_to_and_nothing_is_loaded_that_could(held):
    assert [said["connections"] for said in held.said] == [[], []]
    assert [said["networked"] for said in held.said] == [[], []]


@pytest.mark.skipif(sys.platform == "win32", reason="no core files there")
def test_the_window_leaves_no_core_file_when_it_breaks(tmp_path):
    program = (
        "import resource, sys; from kneedesk.__main__ import main;"
        "sys.argv = ['kneedesk', 'open', '--quit-after', 'first-frame']\n"
        "try:\n    main()\nexcept SystemExit:\n    print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KNEEDESK_HOME": str(tmp_path)}
    run = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "(0, 0)"
