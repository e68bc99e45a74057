"""What holds of a file of consultations holds of a practice's server: the same tests, on PostgreSQL.

A new test that only a file can pass is named below with the reason; one that asks for a path is left out by itself.
"""

from inspect import signature
from types import FunctionType

import pytest

from kneedesk.store.chain import Fault, Kind
from kneedesk.store.checking import check, check_tail
from kneedesk.store.consultations import Consultations
from kneedesk.store.journal import Journal
from kneedesk.store.postgres import open_server
from tests.people import ANA
from tests.store import (
    test_archive,
    test_changes,
    test_consultations,
    test_journal,
    test_listing,
    test_notes,
    test_scribe,
    test_versions,
)
from tests.store.conftest import BEGIN
from tests.store.test_archive import archive  # noqa: F401 - what these tests ask for
from tests.store.test_changes import flexed, history  # noqa: F401
from tests.store.test_consultations import bare  # noqa: F401
from tests.store.test_listing import several  # noqa: F401
from tests.store.test_scribe import scribe  # noqa: F401
from tests.store.test_versions import draft, first  # noqa: F401

_OF_A_FILE = {"path", "key", "tmp_path", "disk", "capfd"}
_ONLY_OF_A_FILE = {
    "test_any_consultation_is_read_back_listed_and_found": "a NUL is not kept in the list, below",
    "test_what_stands_is_not_changed_and_what_does_not_follow_is_refused": "test_server_rules says it in other words",
    "test_nobody_writes_over_it": "as before",
    "test_nobody_writes_over_what_stands": "as before",
    "test_what_was_changed_is_not_changed": "as before",
    "test_of_a_thousand_faults_the_first_hundred_are_named": "as before",
    "test_what_is_looked_for_in_vain_is_broken_off": "a server has its own limit",
    "test_a_version_that_cannot_be_read_is_said": "the desks have no right to write it",
}


@pytest.fixture
def engine(server):
    engine = open_server(server.address(), "first")
    yield engine
    engine.dispose()


@pytest.fixture
def kept(engine):
    return Consultations(engine, ANA)


def _asked(test):
    return set(signature(test).parameters)


def _holds_of_a_server(name, test):
    if not name.startswith("test_") or not isinstance(test, FunctionType) or name in _ONLY_OF_A_FILE:
        return False
    asks_for_journal = test.__module__ == test_journal.__name__ and "kept" in _asked(test)  # and tampers with it
    return not asks_for_journal and not _OF_A_FILE & _asked(test)


for module in (
    test_archive,
    test_changes,
    test_consultations,
    test_journal,
    test_listing,
    test_notes,
    test_scribe,
    test_versions,
):
    globals().update({name: test for name, test in vars(module).items() if _holds_of_a_server(name, test)})


def test_the_journal_of_a_server_is_checked_whole_and_what_its_owner_rewrote_is_found(server, engine, kept, cases):
    for number, name in enumerate(("reference", "declined", "reference")):
        kept.save(f"k-{number % 2}", cases[name], BEGIN)
    kept.save("k-0", cases["declined"], BEGIN)
    head = Journal(engine).head()
    assert check(engine, [head]) == check_tail(engine) == []
    rewrite = "UPDATE changes SET content = replace(content, 'knee', 'knees') WHERE number = 1"
    server.rule("ALTER TABLE changes DISABLE TRIGGER ALL", rewrite, "ALTER TABLE changes ENABLE TRIGGER ALL")
    server.rule("UPDATE consultations SET content = '{}' WHERE key = 'k-1'")
    assert check(engine, [head]) == [Fault(1, Kind.CHANGES), Fault(2, Kind.CONTENT)]


def test_a_sign_that_a_server_does_not_keep_is_shown_as_another_and_stays_in_the_consultation(kept, bare):  # noqa: F811
    odd = test_consultations.named(bare, "Doe\0", "Jane")
    kept.save("k", odd, BEGIN)
    assert kept.find("doe jane")[0].family_name == "Doe\ufffd"
    assert kept.read("k") == odd
    kept.notes.keep("k", "a\0b", BEGIN)
    assert kept.notes.read("k") == "a\ufffdb"
