"""The first run: three steps, and nothing is made before the last."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from kneedesk.store.recovery_key import make_recovery_key
from kneedesk.ui.lock.first_run import MOVING, FirstRun
from kneedesk.ui.lock.recovery_card import RecoveryCard
from tests.people import PASSPHRASE
from tests.ui.hosting import host, unnamed


@pytest.fixture
def runs(qtbot, english, theme):
    def make(**changes):
        page = FirstRun(english, theme, **changes)
        host(qtbot, page)
        return page

    return make


def seen(page):
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_who_it_is_comes_from_the_settings_and_what_from_nowhere(runs, qtbot):
    page = runs(known=("Dr Helen Marsh", "MD-44810"))
    assert (page.person.name.text(), page.person.credentials.text()) == ("Dr Helen Marsh", "MD-44810")
    assert page.step.text() == "Step 1 of 3"
    qtbot.mouseClick(page.next, Qt.MouseButton.LeftButton)
    assert page.step.text() == "Step 1 of 3"
    assert "This is needed." in seen(page)


def test_a_nurse_does_not_begin(runs):
    page = runs()
    assert page.findChild(QAbstractButton, "first_run.role=administrator") is not None
    assert page.findChild(QAbstractButton, "first_run.role=nurse") is None


def test_the_keyboard_goes_through_all_of_it(runs, qtbot):
    page = runs()
    asked = []
    page.keyed.connect(lambda: asked.append(1))
    page.setFocus()
    QTest.keyClicks(page.person.name, "Dr Helen Marsh")
    page.findChild(QAbstractButton, "first_run.role=physician").click()
    QTest.keyClick(page.person.name, Qt.Key.Key_Return)
    assert page.step.text() == "Step 2 of 3"
    for field in (page.secret.first, page.secret.second):
        QTest.keyClicks(field.edit, PASSPHRASE)
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert asked == [1]
    assert page.step.text() == "Step 2 of 3"


def test_a_backup_is_offered_only_where_nothing_is_kept_yet_and_why_it_was_not_taken_is_said(runs, qtbot):
    page = runs()
    with qtbot.waitSignal(page.bringing):
        qtbot.mouseClick(page.bring, Qt.MouseButton.LeftButton)
    page.show_busy("Copying")
    page.refuse_backup("This is no backup of KneeDesk.")
    assert "This is no backup of KneeDesk." in seen(page)
    assert page.person.isEnabled()
    qtbot.mouseClick(page.next, Qt.MouseButton.LeftButton)
    assert "This is no backup" not in seen(page)
    assert runs(plain=True).bring.isHidden()
    assert runs(shared=True).bring.isHidden()


def test_it_is_said_what_an_existing_store_may_leave_behind(runs, qtbot, english, theme):
    def second(page):
        page.person.name.setText("Dr Helen Marsh")
        page.findChild(QAbstractButton, "first_run.role=physician").click()
        qtbot.mouseClick(page.next, Qt.MouseButton.LeftButton)
        return seen(page)

    assert MOVING in second(runs(plain=True))
    assert MOVING not in second(runs())


def test_the_recovery_key_is_the_last_step_and_a_fault_leads_back(runs, english, theme, qtbot):
    page = runs()
    card = RecoveryCard(make_recovery_key(), "", english, theme)
    page.show_recovery(card)
    assert page.step.text() == "Step 3 of 3"
    assert page.next.isHidden()
    with qtbot.waitSignal(page.done):
        card.confirmed.emit()
    page.show_busy("Encrypting")
    assert page.step.text() == "Encrypting"
    page.refuse("The disk is full.")
    assert page.step.text() == "Step 2 of 3"
    assert "The disk is full." in seen(page)
    assert unnamed(page) == []
