"""Small files are written whole or not at all."""

import os
import stat

import pytest

from kneedesk.store import files
from kneedesk.store.files import NEW, replace_file


def test_a_file_and_its_folder_are_made_for_their_owner_alone(tmp_path):
    path = tmp_path / "data" / "vault.json"
    replace_file(path, b"first")
    replace_file(path, b"second")
    assert path.read_bytes() == b"second"
    if os.name == "posix":
        assert [stat.S_IMODE(found.stat().st_mode) for found in (path.parent, path)] == [0o700, 0o600]


@pytest.mark.parametrize("step", ["open", "fsync"])
def test_the_old_file_stands_and_no_draft_is_left_where_the_new_one_fails(tmp_path, monkeypatch, step):
    def full(*_):
        raise OSError(28, "no space left")

    path = tmp_path / "vault.json"
    replace_file(path, b"old")
    monkeypatch.setattr(files.os, step, full)
    with pytest.raises(OSError, match="no space left"):
        replace_file(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_draft_from_when_power_went_is_written_over(tmp_path):
    path = tmp_path / "vault.json"
    path.with_name(path.name + NEW).write_bytes(b"half")
    replace_file(path, b"whole")
    assert path.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="folders are synchronised on POSIX")
def test_what_a_folder_holds_is_settled_after_the_file_is_in_its_place(tmp_path, monkeypatch):
    order = []
    monkeypatch.setattr(files.os, "fsync", lambda descriptor: order.append(stat.S_ISDIR(os.fstat(descriptor).st_mode)))
    replace_file(tmp_path / "vault.json", b"x")
    assert order == [False, True]
    files.settle(tmp_path / "nowhere")  # no fault: what cannot be settled is left to the system
