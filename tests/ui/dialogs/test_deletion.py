"""Nobody is deleted without a reason and without a name that was typed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kneedesk.store.removal import Kept, Patient, Reason
from kneedesk.ui.dialogs.deletion import DeletionDialog
from kneedesk.ui.widgets.marks import FaultLine
from tests.ui.test_accessibility import faults

# Said by Qt's platform without a screen, whenever a dialog is opened.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

DAY = date(2026, 11, 18)
IDA = Patient("Åström", "Ida", None, None, (Kept("k", DAY, "right"),), DAY)
BEN = Patient("Okafor", "Ben", None, None, (Kept("l", DAY, "left"), Kept("m", DAY, "right")), DAY)


@pytest.fixture
def make(qtbot, english):
    def made(*patients):
        dialog = DeletionDialog(patients, english)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def words_of(dialog):
    return [label.text() for label in dialog.findChildren(type(dialog.body.itemAt(0).widget()))]


def confirm(qtbot, dialog):
    qtbot.mouseClick(dialog.findChild(QPushButton, "deletion.confirm"), Qt.MouseButton.LeftButton)


def faults_of(dialog):
    return [fault.text() for fault in dialog.findChildren(FaultLine) if fault.text()]


def test_it_says_who_goes_what_goes_and_what_stays(make):
    said = "\n".join(words_of(make(IDA)))
    for part in ("ÅSTRÖM, Ida", "18 November 2026, right knee", "private notes", "Backups of before still hold it"):
        assert part in said


def test_without_reason_and_name_nothing_happens_and_it_is_said_at_each(make, qtbot):
    dialog, confirmed = make(IDA), []
    dialog.confirmed.connect(confirmed.append)
    confirm(qtbot, dialog)
    assert faults_of(dialog) == ["Choose a reason.", "This is not what is to be typed."]
    dialog.reason.choose(Reason.ASKED)
    dialog.typed.setText("Ida")
    confirm(qtbot, dialog)
    assert faults_of(dialog) == ["This is not what is to be typed."]
    assert (confirmed, dialog.isVisible()) == ([], True)


@pytest.mark.parametrize("typed", ["Åström", "astrom", " ASTROM "])
def test_the_name_is_typed_with_or_without_accents(make, qtbot, typed):
    dialog, confirmed = make(IDA), []
    dialog.confirmed.connect(confirmed.append)
    dialog.reason.choose(Reason.ORDERED)
    dialog.typed.setText(typed)
    confirm(qtbot, dialog)
    assert confirmed == [Reason.ORDERED]
    assert dialog.isHidden()


def test_of_several_their_number_is_typed_and_the_consultations_are_counted(make, qtbot):
    dialog, confirmed = make(IDA, BEN), []
    dialog.confirmed.connect(confirmed.append)
    assert "Delete 2 patients?" in dialog.windowTitle()
    assert "3 consultations" in words_of(dialog)
    dialog.reason.choose(Reason.EXPIRED)
    dialog.typed.setText("2")
    confirm(qtbot, dialog)
    assert confirmed == [Reason.EXPIRED]


def test_staying_is_what_enter_does(make):
    dialog = make(IDA)
    assert dialog.findChild(QPushButton, "deletion.cancel").isDefault()
    assert dialog.reason.value() is None


def test_it_is_said_to_a_screen_reader_as_it_is_seen(make, qtbot):
    dialog = make(IDA)
    confirm(qtbot, dialog)
    assert faults(dialog) == []
