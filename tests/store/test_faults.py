"""What is said of a fault: one plain sentence, and nothing of a patient."""

import errno
import sqlite3
import traceback
from pathlib import Path

import pytest
from sqlalchemy import text

from kneedesk.store import faults
from kneedesk.store.database import reading
from kneedesk.store.faults import Unavailable, explained

SENTENCES = [getattr(faults, name) for name in vars(faults) if name.isupper() and not name.startswith("_")]


def fault_of(error, path):
    with pytest.raises(Unavailable) as caught, explained(path):
        raise error
    return caught.value


def sqlite_fault(code):
    error = sqlite3.OperationalError("near 'Villaseñor'")
    error.sqlite_errorcode = code
    error.sqlite_errorname = "SQLITE_X"
    return error


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_one_sentence(sentence):
    assert sentence.endswith(".")
    assert sentence.count(". ") == 0


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (sqlite3.SQLITE_FULL, faults.FULL),
        (sqlite3.SQLITE_READONLY_DIRECTORY, faults.READ_ONLY),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, faults.LOCKED),
        (sqlite3.SQLITE_CORRUPT, faults.DAMAGED),
        (sqlite3.SQLITE_CANTOPEN, faults.CLOSED),
        (sqlite3.SQLITE_IOERR_WRITE, faults.FAILING),
        (sqlite3.SQLITE_MISMATCH, faults.UNKNOWN),
    ],
)
def test_sqlite_is_put_in_plain_words(code, sentence, tmp_path):
    fault = fault_of(sqlite_fault(code), tmp_path)
    assert fault.sentence == sentence
    assert fault.code == "SQLITE_X"
    assert "Villaseñor" not in "".join(traceback.format_exception(fault))


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, faults.FULL),
        (errno.EROFS, faults.READ_ONLY),
        (errno.EACCES, faults.READ_ONLY),
        (errno.EIO, faults.FAILING),
        (errno.ENOTDIR, faults.CLOSED),
    ],
)
def test_the_system_is_put_in_plain_words(number, sentence, tmp_path):
    assert fault_of(OSError(number, "x", "/Villaseñor"), tmp_path).sentence == sentence


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR_FSTAT])
def test_a_file_that_is_not_there_is_gone(code, tmp_path):
    assert fault_of(sqlite_fault(code), tmp_path / "none").sentence == faults.GONE


def test_of_a_folder_that_may_not_be_looked_into_it_is_said_that_nothing_opens(tmp_path, monkeypatch):
    def refuse(_path):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "exists", refuse)
    assert fault_of(sqlite_fault(sqlite3.SQLITE_CANTOPEN), tmp_path / "store").sentence == faults.CLOSED


def test_what_is_no_fault_of_the_file_passes(tmp_path):
    with pytest.raises(ZeroDivisionError), explained(tmp_path):
        raise ZeroDivisionError


def test_sqlalchemy_is_put_in_plain_words_without_its_values(kept):
    engine = kept._engine
    with pytest.raises(Unavailable) as caught, reading(engine) as connection:
        connection.execute(text("SELECT :name FROM nowhere"), {"name": "Villaseñor"})
    assert caught.value.sentence == faults.UNKNOWN
    assert "Villaseñor" not in "".join(traceback.format_exception(caught.value))
