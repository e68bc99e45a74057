"""What is said of a server that fails: one plain sentence, and nothing that PostgreSQL or libpq said."""

import traceback

import psycopg
import pytest

from kneedesk.store import server_faults
from kneedesk.store.faults import Unavailable, explained

SENTENCES = [
    getattr(server_faults, name) for name in vars(server_faults) if name.isupper() and name[0] != "_" and name != "LOST"
]


def fault_of(error):
    with pytest.raises(Unavailable) as caught, explained(None):
        raise error
    return caught.value


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_one_sentence(sentence):
    assert sentence.endswith(".")
    assert sentence.count(". ") == 0


@pytest.mark.parametrize(
    ("error", "sentence", "code"),
    [
        (psycopg.errors.DiskFull, server_faults.SERVER_FULL, "53100"),
        (psycopg.errors.LockNotAvailable, server_faults.OTHERS_WRITE, "55P03"),
        (psycopg.errors.InsufficientPrivilege, server_faults.NOT_ALLOWED, "42501"),
        (psycopg.errors.AdminShutdown, server_faults.UNREACHABLE, "57P01"),
        (psycopg.errors.IdleInTransactionSessionTimeout, server_faults.UNREACHABLE, "25P03"),
        (psycopg.errors.DataCorrupted, server_faults.SERVER_FAILING, "XX001"),
        (psycopg.errors.RaiseException, server_faults.REFUSED_HERE, "P0001"),
        (psycopg.errors.UniqueViolation, server_faults.UNKNOWN_THERE, "23505"),
        (psycopg.DataError, server_faults.UNKNOWN_THERE, ""),
    ],
)
def test_a_state_is_put_in_plain_words(error, sentence, code):
    fault = fault_of(error("Key (family_name)=(Villaseñor) already exists"))
    assert (fault.sentence, fault.code) == (sentence, code)
    assert "Villaseñor" not in "".join(traceback.format_exception(fault))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("SSL error: certificate verify failed", server_faults.NOT_VERIFIED),
        ('root certificate file "/x" does not exist', server_faults.NO_AUTHORITY),
        ("SSL SYSCALL error: EOF detected", server_faults.UNREACHABLE),
        ("SSL connection has been closed unexpectedly", server_faults.UNREACHABLE),
        ("server does not support SSL, but SSL was required", server_faults.NOT_VERIFIED),
        ('server certificate for "a" does not match host name "b"', server_faults.NOT_VERIFIED),
        ('FATAL:  password authentication failed for user "x"', server_faults.NOT_ADMITTED),
        ("fe_sendauth: no password supplied", server_faults.NOT_ADMITTED),
        ('FATAL:  role "x" does not exist', server_faults.NOT_ADMITTED),
        ('FATAL:  database "x" does not exist', server_faults.NO_DATABASE),
        ("FATAL:  sorry, too many clients already", server_faults.CROWDED),
        ("connection refused", server_faults.UNREACHABLE),
        ("consuming input failed: server closed the connection unexpectedly", server_faults.UNREACHABLE),
        ("the connection is lost", server_faults.UNREACHABLE),
        ("", server_faults.UNREACHABLE),
    ],
)
def test_what_is_said_before_there_is_a_connection_is_put_in_plain_words(words, sentence):
    assert fault_of(psycopg.OperationalError(words)).sentence == sentence


def test_a_fault_of_the_program_is_not_taken_for_one_of_the_server():
    with pytest.raises(ZeroDivisionError), explained(None):
        raise ZeroDivisionError
