"""A new passphrase: typed twice, and said in words whether it is strong enough."""

import pytest
from PySide6.QtTest import QTest

from kneedesk.store.passphrases import NAMED, TOO_SHORT
from kneedesk.ui.lock.new_secret import OTHER, STRONG, NewSecret
from tests.people import OTHER_PASSPHRASE, PASSPHRASE
from tests.ui.hosting import host


@pytest.fixture
def secret(qtbot, english):
    secret = NewSecret("first_run", english)
    secret.judge_by("Helen Marshall-Okonkwo")
    host(qtbot, secret)
    return secret


def test_it_is_said_while_it_is_typed(secret):
    assert secret.words.text() == TOO_SHORT
    QTest.keyClicks(secret.first.edit, "helen marshall")
    assert secret.words.text() == NAMED
    QTest.keyClicks(secret.first.edit, " orchard violet")
    assert secret.words.text() == STRONG


def test_what_is_too_weak_is_not_taken(secret):
    secret.first.edit.setText("short")
    secret.second.edit.setText("short")
    assert not secret.taken()
    assert secret.first.fault() == TOO_SHORT
    assert secret.second.fault() == ""


def test_what_was_typed_otherwise_the_second_time_is_not_taken(secret):
    secret.first.edit.setText(PASSPHRASE)
    secret.second.edit.setText(OTHER_PASSPHRASE)
    assert not secret.taken()
    assert secret.second.fault() == OTHER
    secret.second.edit.setText(PASSPHRASE)
    assert secret.taken()
    assert secret.text() == PASSPHRASE


def test_it_is_forgotten(secret):
    secret.first.edit.setText(PASSPHRASE)
    secret.clear()
    assert (secret.text(), secret.words.text()) == ("", TOO_SHORT)
