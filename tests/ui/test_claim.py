"""A folder is one window's at a time, and why it cannot be is said in a sentence."""

import pytest

from kneedesk.store import faults
from kneedesk.ui.claim import Claim


@pytest.fixture
def claims(tmp_path):
    """Return what makes claims on one folder; each is let go of at the end."""
    made = []

    def make(folder=tmp_path / "data"):
        made.append(Claim(folder))
        return made[-1]

    yield make
    for each in made:
        each.let_go()


def test_a_folder_is_made_and_taken_once_and_again_when_it_is_let_go_of(claims, english, tmp_path):
    first, second = claims(), claims()
    assert first.take(english) == "" == first.take(english)
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    assert "in another window" in second.take(english)
    first.let_go()
    assert second.take(english) == ""


def test_a_folder_that_cannot_be_made_is_said(claims, english, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    assert "cannot be made" in claims(tmp_path / "file" / "data").take(english)


def test_a_folder_in_which_nothing_can_be_written_is_said(claims, english, tmp_path, monkeypatch):
    monkeypatch.setattr("kneedesk.ui.claim._LOCK", "gone/kneedesk.lock")
    assert claims(tmp_path).take(english) == faults.GONE
