"""No version is amended without a reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kneedesk.ui.dialogs.amendment import AmendmentDialog
from kneedesk.ui.widgets.marks import FaultLine

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def dialog(qtbot, theme, english):
    made = AmendmentDialog(1, english)
    qtbot.addWidget(made)
    made.open()
    return made


def press(dialog, qtbot):
    qtbot.mouseClick(dialog.findChild(QPushButton, "amendment.confirm"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("reason", ["", "   ", "\u200b", "x" * 5001])
def test_without_a_reason_it_stays_open_and_says_so(dialog, qtbot, reason):
    dialog.reason.setPlainText(reason)
    press(dialog, qtbot)
    assert dialog.isVisible()
    assert dialog.findChild(FaultLine).isVisible()


def test_the_reason_is_told_as_it_was_typed(dialog, qtbot):
    assert dialog.reason.hasFocus()
    qtbot.keyClicks(dialog.reason, "The dose was wrong. ")
    with qtbot.waitSignal(dialog.reasoned) as told:
        press(dialog, qtbot)
    assert told.args == ["The dose was wrong."]
    assert dialog.isHidden()
