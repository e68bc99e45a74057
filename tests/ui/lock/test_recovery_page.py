"""The way in for who forgot: a slip of typing is said at its group, and is no attempt."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kneedesk.store.recovery_key import INCOMPLETE, make_recovery_key
from kneedesk.ui.lock.recovery_page import RecoveryPage
from tests.people import ANA, PASSPHRASE
from tests.ui.hosting import host, unnamed


@pytest.fixture
def page(qtbot, english, theme):
    page = RecoveryPage(ANA, english, theme)
    page.told = []
    page.asked.connect(lambda *parts: page.told.append(parts))
    host(qtbot, page)
    return page


def fill(page, key):
    page.key.clear()
    QTest.keyClicks(page.key, key)
    for field in (page.secret.first, page.secret.second):
        field.edit.setText(PASSPHRASE)
    page.open.click()


def test_a_slip_is_said_at_its_group_while_it_is_typed(page):
    key = make_recovery_key()
    wrong = "3" if key[8] != "3" else "4"
    QTest.keyClicks(page.key, key[:8] + wrong + key[9:11])
    assert page.fault() == "Group 2 of the recovery key is not typed as it is printed."
    fill(page, key[:17])
    assert page.fault() == INCOMPLETE
    assert page.told == []


def test_a_whole_key_and_a_passphrase_are_asked_about(page):
    key = make_recovery_key()
    fill(page, key.lower().replace("-", " "))
    assert page.told == [(ANA.id, key.lower().replace("-", " "), PASSPHRASE)]


def test_a_weak_passphrase_is_not(page):
    QTest.keyClicks(page.key, make_recovery_key())
    page.secret.first.edit.setText("short")
    page.open.click()
    assert page.told == []


def test_it_is_refused_and_counted_down(page, qtbot):
    page.refuse("This recovery key does not belong to these consultations.")
    assert "does not belong" in page.fault()
    left = [timedelta(seconds=5)]
    page.wait(lambda: left[0])
    assert page.open.text() == "Wait 0:05"
    left[0] = timedelta(0)
    qtbot.waitUntil(page.open.isEnabled)


def test_one_can_go_back_and_every_control_has_a_name(page, qtbot):
    assert unnamed(page) == []
    with qtbot.waitSignal(page.left):
        qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
