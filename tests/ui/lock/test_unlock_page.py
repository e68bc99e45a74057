"""The page that unlocks: the passphrase has the focus, and what is wrong is said where it is typed."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kneedesk.ui.lock.unlock_page import UnlockPage
from tests.people import ANA, BEN, CLEO
from tests.ui.hosting import host, unnamed


@pytest.fixture
def page(qtbot, english, theme):
    page = UnlockPage(english, theme)
    page.told, page.lost = [], []
    page.asked.connect(lambda *parts: page.told.append(parts))
    page.forgotten.connect(page.lost.append)
    host(qtbot, page)
    page.setFocus()
    return page


def test_nobody_is_asked_for_before_it_is_known_who_can_unlock(page):
    QTest.keyClicks(page.secret.edit, "lantern")
    QTest.keyClick(page.secret.edit, Qt.Key.Key_Return)
    assert page.told == []
    page.show_users([ANA])
    QTest.keyClick(page.secret.edit, Qt.Key.Key_Return)
    assert page.told == [(ANA.id, "lantern")]


def test_the_only_user_is_named_and_not_asked_for(page):
    page.show_users([ANA])
    assert page.who.text() == "Dr. Ana Núñez · Physician"
    assert page.picker is None
    assert page.secret.edit.hasFocus()


def test_of_several_who_was_here_last_is_chosen(page, qtbot):
    page.show_users([ANA, BEN, CLEO], BEN.id)
    assert page.picker.currentText() == "Ben Okafor · Nurse"
    page.picker.setCurrentIndex(2)
    page.picker.activated.emit(2)
    page.secret.edit.setText("lantern")
    qtbot.mouseClick(page.open, Qt.MouseButton.LeftButton)
    assert page.told == [(CLEO.id, "lantern")]
    qtbot.mouseClick(page.forgot, Qt.MouseButton.LeftButton)
    assert page.lost == [CLEO.id]


def test_a_wrong_passphrase_is_said_and_typed_again(page):
    page.show_users([ANA])
    page.secret.edit.setText("wrong")
    page.show_busy("Unlocking")
    assert not page.open.isEnabled()
    page.refuse("This passphrase does not unlock.")
    assert (page.secret.text(), page.secret.fault()) == ("", "This passphrase does not unlock.")
    assert page.secret.edit.hasFocus()
    assert page.open.isEnabled()


def test_a_wait_is_counted_down_and_nothing_is_asked_meanwhile(page, qtbot):
    page.show_users([ANA])
    left = [timedelta(seconds=75)]
    page.wait(lambda: left[0])
    assert page.open.text() == "Wait 1:15"
    page.secret.edit.setText("lantern")
    QTest.keyClick(page.secret.edit, Qt.Key.Key_Return)
    assert page.told == []
    left[0] = timedelta(0)
    qtbot.waitUntil(page.open.isEnabled)
    assert page.open.text() == "Unlock"


def test_every_control_has_a_name(page):
    page.show_users([ANA, BEN])
    page.show_note("Changes not saved yet: 1.")
    assert unnamed(page) == []


def test_tab_goes_as_one_reads_and_around(page):
    page.show_users([ANA, BEN])
    QApplication.processEvents()
    page.secret.edit.setFocus()
    reached = []
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget().objectName())
    assert reached == [
        "unlock.passphrase.eye",
        "unlock.forgotten",
        "unlock.open",
        "unlock.user",
        "unlock.passphrase",
    ]
