"""Check a document from the window: choose or drop it, and read what is said."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from kneedesk.documents.sealing.seal import seal
from kneedesk.store.practice_keys import practice_key
from kneedesk.ui.dialogs.verify import VerifyDialog
from kneedesk.ui.sealing import Seals
from tests.documents.sealing.conftest import CONTENT, sealable
from tests.ui.hosting import unnamed
from tests.ui.pages.desk import words

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


@pytest.fixture
def document(tmp_path):
    """Return a document that this practice sealed."""
    key = practice_key(tmp_path, "Riverside Knee Clinic", NOW)
    path = tmp_path / "consent.pdf"
    path.write_bytes(seal(sealable(), key, NOW, meaning="Sealed", content=CONTENT))
    return path


@pytest.fixture
def dialog(qtbot, english, theme, seals_in, tmp_path):
    dialog = VerifyDialog(seals_in(tmp_path), english, theme)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def button(dialog, name):
    return dialog.findChild(QPushButton, f"verify.{name}")


def choose(dialog, path):
    """Choose a file in the dialog that the button opens."""
    button(dialog, "choose").click()
    chooser = dialog.findChildren(QFileDialog)[-1]
    chooser.fileSelected.emit(str(path))
    chooser.reject()


def answer(qtbot, dialog):
    """Return what is said once the document is read."""
    qtbot.waitUntil(lambda: button(dialog, "choose").isEnabled() and dialog.notice.isVisible())
    return words(dialog)


def test_an_intact_document_is_told_with_whose_seal_it_carries(qtbot, dialog, document):
    choose(dialog, document)
    said = answer(qtbot, dialog)
    assert "consent.pdf" in said
    assert "Intact" in said
    assert "this practice’s own" in said
    assert "Riverside Knee Clinic" in said
    assert "18 November 2026" in said


def test_a_changed_document_is_told_in_the_colour_of_a_stop_and_quotes_no_seal(qtbot, dialog, document):
    document.write_bytes(document.read_bytes() + b"junk")
    choose(dialog, document)
    said = answer(qtbot, dialog)
    assert "Changed" in said
    assert "Something was added" in said
    assert dialog.notice.property("tone") == "stop"
    assert "Riverside" not in said


def test_one_document_after_the_other_leaves_nothing_of_the_one_before(qtbot, dialog, document, tmp_path):
    choose(dialog, document)
    answer(qtbot, dialog)
    other = tmp_path / "letter.pdf"
    other.write_bytes(sealable())
    dialog.notice.hide()
    choose(dialog, other)
    said = answer(qtbot, dialog)
    assert "carries no seal" in said
    assert "Riverside" not in said
    assert "consent.pdf" not in said


def test_a_file_is_dropped_on_it_but_not_two_and_no_address(qtbot, dialog, document):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(document))])
    action, mouse, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(20, 20), action, data, mouse, keys)
    QApplication.sendEvent(dialog, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(dialog, QDropEvent(QPoint(20, 20), action, data, mouse, keys))
    assert "Intact" in answer(qtbot, dialog)
    for urls in ([QUrl.fromLocalFile("a.pdf")] * 2, [QUrl("https://example.org/a.pdf")], []):
        data.setUrls(urls)
        refused = QDragEnterEvent(QPoint(20, 20), action, data, mouse, keys)
        refused.ignore()
        QApplication.sendEvent(dialog, refused)
        assert not refused.isAccepted()


def test_what_nobody_foresaw_is_said_by_its_kind(qtbot, dialog, document, monkeypatch):
    def break_(_seals, _path):
        raise KeyError("Ruiz")

    monkeypatch.setattr(Seals, "check", break_)
    dialog.check(document)
    said = answer(qtbot, dialog)
    assert "KeyError" in said
    assert "Ruiz" not in said


def test_enter_chooses_and_escape_closes(qtbot, dialog):
    assert button(dialog, "choose").hasFocus()
    qtbot.keyClick(button(dialog, "choose"), Qt.Key.Key_Return)
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.reject()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_screen_reader_finds_a_name_for_everything(qtbot, dialog, document):
    choose(dialog, document)
    answer(qtbot, dialog)
    assert unnamed(dialog) == []
