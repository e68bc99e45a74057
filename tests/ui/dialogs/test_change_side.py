"""The question before the side of the knee is changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kneedesk.domain.consultation import Knee
from kneedesk.ui.dialogs.change_side import ChangeSideDialog
from tests.ui.hosting import unnamed
from tests.ui.pages.desk import words


@pytest.fixture
def dialog(qtbot, english, theme):
    dialog = ChangeSideDialog(Knee.LEFT, english)
    qtbot.addWidget(dialog)
    dialog.given = []
    dialog.confirmed.connect(dialog.given.append)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def test_both_sides_are_named(dialog):
    assert "Change to the left knee?" in words(dialog)
    assert "recorded for the right knee" in words(dialog)
    assert dialog.findChild(QAbstractButton, "change_side.keep").text() == "Keep the right knee"


def test_enter_keeps_the_side(qtbot, dialog):
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.given == []
    assert not dialog.isVisible()


def test_escape_keeps_the_side(qtbot, dialog):
    with qtbot.assertNotEmitted(dialog.confirmed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_the_side_is_changed_by_name_only(qtbot, dialog):
    change = dialog.findChild(QAbstractButton, "change_side.confirm")
    assert change.text() == "Change to the left knee"
    qtbot.mouseClick(change, Qt.MouseButton.LeftButton)
    assert dialog.given == [Knee.LEFT]


def test_every_control_has_a_name(dialog):
    assert unnamed(dialog) == []
