"""Guard the pin of PySide6: 6.12.0 loses a reference to None per void call and so aborts Python 3.11."""

import re
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"
CALLS = 1000

# From Python 3.12 on None is immortal and its count does not move, whatever Qt does.
counts_none = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal here")


def test_installed_version_is_the_pinned_one():
    dependencies = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]["dependencies"]
    pinned = re.search(r"PySide6_Essentials==(\S+)", " ".join(dependencies)).group(1)
    assert version("PySide6_Essentials") == pinned


@counts_none
@pytest.mark.parametrize(
    "call",
    [
        lambda label: label.setText("knee"),
        lambda label: label.update(),
        lambda label: label.setAccessibleName("knee"),
        lambda label: label.setEnabled(True),
        lambda label: label.parentWidget(),
    ],
    ids=["setText", "update", "setAccessibleName", "setEnabled", "parentWidget"],
)
def test_void_calls_lose_no_reference_to_none(qtbot, call):
    label = QLabel()
    qtbot.addWidget(label)
    call(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call(label)
    # Other parts of the interpreter may come and go by a few; a lost one per call would be a thousand.
    assert before - sys.getrefcount(None) < CALLS // 10
