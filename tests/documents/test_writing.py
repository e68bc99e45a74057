"""A document on disk: whole or not at all, for its owner's eyes."""

import os
from pathlib import Path

import pytest

from kneedesk.documents.writing import write_whole


def test_a_file_holds_the_bytes_and_only_its_owner_reads_it(tmp_path):
    path = tmp_path / "sheet.pdf"
    write_whole(path, b"content")
    assert path.read_bytes() == b"content"
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600


def test_a_file_is_replaced(tmp_path):
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"older and longer")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["sheet.pdf"]


def test_what_cannot_be_written_leaves_what_was_there(tmp_path, monkeypatch):
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"older")

    def refuse(self, target):
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"older"
    assert [each.name for each in tmp_path.iterdir()] == ["sheet.pdf"]
