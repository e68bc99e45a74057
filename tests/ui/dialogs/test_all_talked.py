"""The dialog before the risks of a heading count as talked through."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from kneedesk.ui.dialogs.all_talked import AllTalkedDialog
from tests.ui.hosting import unnamed
from tests.ui.pages.desk import words

NAMES = {"one": "Knee pain", "two": "Fluid in the knee"}


@pytest.fixture
def dialog(qtbot, english):
    dialog = AllTalkedDialog(NAMES, ("Swelling",), english)
    qtbot.addWidget(dialog)
    dialog.given = []
    dialog.confirmed.connect(dialog.given.append)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def test_every_risk_stands_by_name_and_so_does_what_is_left_out(dialog):
    said = words(dialog)
    assert all(name in said for name in NAMES.values())
    assert "have not been in sight: Swelling." in said


def test_the_focus_is_on_the_way_back(dialog):
    assert QApplication.focusWidget() in (None, dialog.findChild(QAbstractButton, "all_talked.cancel"))


def test_only_the_other_button_ticks(qtbot, dialog):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.given == []
    dialog.open()
    qtbot.mouseClick(dialog.findChild(QAbstractButton, "all_talked.confirm"), Qt.MouseButton.LeftButton)
    assert dialog.given == [("one", "two")]
    assert not dialog.isVisible()


def test_every_control_has_a_name(dialog):
    assert unnamed(dialog) == []
