"""Words that nobody signed are given up only where somebody says so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kneedesk.ui.dialogs.unsigned import UnsignedDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.mark.parametrize(("answer", "given_up"), [("stay", False), ("confirm", True)])
def test_staying_is_the_default_and_giving_up_is_said(qtbot, english, answer, given_up):
    dialog = UnsignedDialog(english)
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.findChild(QPushButton, "unsigned.stay").isDefault()
    qtbot.mouseClick(dialog.findChild(QPushButton, f"unsigned.{answer}"), Qt.MouseButton.LeftButton)
    assert (dialog.result() == UnsignedDialog.DialogCode.Accepted) is given_up
