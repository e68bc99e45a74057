"""What is finalised is said before; nothing stands before it is confirmed."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from kneedesk.domain.versions import amend, finalise
from kneedesk.ui.dialogs.finalise import FinaliseDialog
from tests.amending import recorded
from tests.domain.test_voiding import SIGNED

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
AT = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


@pytest.fixture
def ask(qtbot, theme, english):
    def make(consultation):
        dialog = FinaliseDialog(consultation, AT, english)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return make


def words_of(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_says_what_is_frozen_and_that_lines_are_left_for_ink(ask, cases):
    words = words_of(ask(cases["reference"]))
    assert "Finalise version 1?" in words
    assert "18 November 2026, 14:02 UTC" in words
    assert "left for ink" in words


def test_of_what_was_signed_it_says_nothing_of_ink(ask, cases):
    assert "left for ink" not in words_of(ask(recorded(cases["reference"], signatures=(SIGNED,))))


def test_the_version_after_an_amendment_has_the_next_number(ask, cases):
    stands = finalise(cases["reference"], "2026.1", AT)
    assert ask(amend(stands, "Wrong dose.", AT)).windowTitle() == "Finalise version 2?"


def test_enter_finalises_nothing(ask, cases, qtbot):
    dialog = ask(cases["reference"])
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    again = ask(cases["reference"])
    with qtbot.waitSignal(again.accepted):
        qtbot.mouseClick(again.findChild(QPushButton, "finalise.confirm"), Qt.MouseButton.LeftButton)


def test_who_finalises_is_named_and_typing_is_no_answer_before_it_was_checked(qtbot, cases, english):
    dialog = FinaliseDialog(cases["reference"], AT, english, who="Dr. Ana Núñez")
    qtbot.addWidget(dialog)
    dialog.open()
    asked, closed = [], []
    dialog.asked.connect(asked.append)
    dialog.finished.connect(closed.append)
    assert dialog.secret.label.text() == "Passphrase of Dr. Ana Núñez, who finalises"
    qtbot.keyClick(dialog.secret.edit, Qt.Key.Key_Return)
    assert asked == []
    qtbot.keyClicks(dialog.secret.edit, "lantern")
    qtbot.keyClick(dialog.secret.edit, Qt.Key.Key_Return)
    assert (asked, closed) == (["lantern"], [])
    dialog.refuse("This passphrase does not unlock.")
    assert (dialog.secret.text(), dialog.secret.fault()) == ("", "This passphrase does not unlock.")
    dialog.confirm()
    assert closed == [dialog.DialogCode.Accepted]
