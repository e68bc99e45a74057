"""The question before a change makes signatures void."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kneedesk.domain.signature import Method, Role, Signature
from kneedesk.ui.dialogs.void_signatures import VoidSignaturesDialog
from tests.ui.hosting import unnamed
from tests.ui.pages.desk import words

AT = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
NAMES = ("Ana Ruiz Peña", "Dr Helen Marsh", "Dr Helen Marsh")


@pytest.fixture
def dialog(qtbot, english, theme):
    signatures = [
        Signature(role=Role.WITNESS, name=name, at=AT, method=Method.TYPED, meaning="I saw it.") for name in NAMES
    ]
    dialog = VoidSignaturesDialog(signatures, english)
    qtbot.addWidget(dialog)
    dialog.answers = []
    dialog.accepted.connect(lambda: dialog.answers.append("change"))
    dialog.rejected.connect(lambda: dialog.answers.append("keep"))
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def test_who_signed_is_named_once(dialog):
    read = words(dialog).replace("\N{FIRST STRONG ISOLATE}", "").replace("\N{POP DIRECTIONAL ISOLATE}", "")
    assert "signed by Ana Ruiz Peña and Dr Helen Marsh." in read
    assert "Undo brings them back" in words(dialog)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_keep_what_was_signed(qtbot, dialog, key):
    qtbot.keyClick(dialog, key)
    assert dialog.answers == ["keep"]


def test_the_change_is_confirmed_by_its_own_button(qtbot, dialog):
    button = dialog.findChild(QAbstractButton, "void_signatures.confirm")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dialog.answers == ["change"]


def test_a_screen_reader_finds_a_name_for_everything(dialog):
    assert unnamed(dialog) == []
