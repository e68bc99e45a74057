"""A line for a secret: hidden, unless its owner wants to see it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kneedesk.ui.lock.secret_field import SecretField
from tests.ui.hosting import host


@pytest.fixture
def field(qtbot, english):
    field = SecretField("passphrase", "Passphrase", english)
    host(qtbot, field)
    field.setFocus()
    return field


def test_what_is_typed_is_hidden_and_said_to_nobody(field):
    QTest.keyClicks(field.edit, "lantern")
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
    assert field.edit.displayText() != "lantern"
    spoken = QAccessible.queryAccessibleInterface(field.edit)
    assert "lantern" not in "".join(spoken.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value))
    field.edit.selectAll()
    field.edit.copy()
    assert QGuiApplication.clipboard().text() != "lantern"


def test_its_owner_can_look_and_what_is_forgotten_is_hidden_again(field, qtbot):
    QTest.keyClicks(field.edit, "lantern")
    qtbot.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert field.edit.displayText() == "lantern"
    field.clear()
    assert (field.text(), field.edit.isUndoAvailable()) == ("", False)
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    ("letter", "shift", "said"), [("A", False, True), ("a", True, True), ("a", False, False), ("A", True, False)]
)
def test_a_letter_shows_whether_caps_lock_is_on(field, letter, shift, said):
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    # QTest would set Shift by the letter itself.
    QCoreApplication.sendEvent(field.edit, QKeyEvent(QEvent.Type.KeyPress, 0, modifier, letter))
    assert field.capital_shown is said


def test_a_fault_is_said_until_something_else_is_typed(field):
    field.show_fault("This passphrase does not unlock.")
    assert field.edit.accessibleDescription() == "This passphrase does not unlock."
    QTest.keyClicks(field.edit, "l")
    assert field.fault() == ""


def test_enter_is_told(field, qtbot):
    with qtbot.waitSignal(field.entered):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
