"""The question before what another desk writes is taken over."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kneedesk.store.holds import Hold
from kneedesk.ui.dialogs.take_over import TakeOverDialog
from tests.ui.hosting import unnamed
from tests.ui.pages.desk import words

AT = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
HOLD = Hold("k", "second", "ROOM-2", "ben-1", "Ben Okafor", AT, AT + timedelta(minutes=10))


@pytest.fixture(params=[False, True], ids=["heard", "silent"])
def silent(request):
    return request.param


@pytest.fixture
def dialog(qtbot, english, theme, silent):
    dialog = TakeOverDialog(HOLD, english, silent=silent)
    qtbot.addWidget(dialog)
    dialog.answers = []
    dialog.accepted.connect(lambda: dialog.answers.append("take over"))
    dialog.rejected.connect(lambda: dialog.answers.append("read along"))
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def test_it_says_who_writes_where_since_when_and_whether_they_may_be_gone(dialog, silent):
    read = words(dialog)
    assert "Ben Okafor has been writing this at ROOM-2 since 18 November 2026, 14:02" in read
    assert ("Nothing has been heard from that desk since 18 November 2026, 14:12" in read) == silent


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_read_along(qtbot, dialog, key):
    qtbot.keyClick(dialog, key)
    assert dialog.answers == ["read along"]


def test_it_is_taken_over_by_its_own_button(qtbot, dialog):
    qtbot.mouseClick(dialog.findChild(QAbstractButton, "take_over.confirm"), Qt.MouseButton.LeftButton)
    assert dialog.answers == ["take over"]


def test_a_screen_reader_finds_a_name_for_everything(dialog):
    assert unnamed(dialog) == []
