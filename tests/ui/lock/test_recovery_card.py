"""The recovery key is shown this once; it is on paper, once a group of it was typed with the key out of sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from kneedesk.store.recovery_key import make_recovery_key
from kneedesk.ui.lock.recovery_card import NOT_THAT, RecoveryCard
from tests.documents.reading import words_of
from tests.ui.hosting import host, unnamed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
KEY = make_recovery_key()


@pytest.fixture
def card(qtbot, english, theme):
    card = RecoveryCard(KEY, "Riverside Knee Clinic", english, theme, lambda _: 3)
    host(qtbot, card)
    return card


def seen(card):
    return " ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def press(card, name, qtbot):
    qtbot.mouseClick(card.findChild(QPushButton, f"recovery.{name}"), Qt.MouseButton.LeftButton)


def test_the_whole_key_is_shown_and_then_out_of_sight(card, qtbot):
    assert all(group in seen(card) for group in KEY.split("-"))
    press(card, "kept", qtbot)
    assert not any(group in seen(card) for group in KEY.split("-"))
    press(card, "again", qtbot)
    assert KEY.split("-")[0] in seen(card)


def test_one_group_of_it_confirms(card, qtbot):
    done = []
    card.confirmed.connect(lambda: done.append(1))
    press(card, "kept", qtbot)
    assert card.group == 4
    card.typed.edit.setText(KEY.split("-")[2])
    press(card, "confirm", qtbot)
    assert (done, card.typed.fault()) == ([], NOT_THAT)
    card.typed.edit.setText(f" {KEY.split('-')[3].lower()} ")
    press(card, "confirm", qtbot)
    assert done == [1]


def test_what_was_copied_is_taken_off_the_clipboard_and_nothing_else_is(card, qtbot):
    press(card, "copy", qtbot)
    assert QGuiApplication.clipboard().text() == KEY
    card.forget()
    assert QGuiApplication.clipboard().text() == ""
    QGuiApplication.clipboard().setText("a shopping list")
    card.forget()
    assert QGuiApplication.clipboard().text() == "a shopping list"
    QGuiApplication.clipboard().clear()


def test_it_is_saved_for_its_owner_alone(card, qtbot, tmp_path):
    press(card, "save", qtbot)
    dialog = card.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "key.pdf"))
    dialog.reject()
    assert (tmp_path / "key.pdf").stat().st_mode & 0o077 == 0
    assert all(group in words_of((tmp_path / "key.pdf").read_bytes()) for group in KEY.split("-"))
    assert "remove the file" in seen(card)


def test_every_control_has_a_name(card):
    assert unnamed(card) == []
