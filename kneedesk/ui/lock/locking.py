"""Lock the window: what can be written is written, and nothing of a patient stays on a screen or in a widget."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPlainTextEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def close_dialogs(window: QWidget) -> tuple[str, ...]:
    """Close each dialog as with Escape; return one sentence a line that was typed in one and is recorded nowhere."""
    popup = QApplication.activePopupWidget()
    while popup is not None:
        popup.close()
        popup = QApplication.activePopupWidget()
    dialogs = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    typed = tuple(
        f"{name}: {words}"
        for dialog in dialogs
        if not isinstance(dialog, QFileDialog)
        for name, words in _typed_in(dialog)
    )
    for dialog in reversed(dialogs):
        dialog.reject()
        dialog.hide()
        dialog.deleteLater()
    return typed


class Clipping(QObject):
    """It knows whether what is on the clipboard comes from here: not every platform tells."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours = False
        QGuiApplication.clipboard().dataChanged.connect(self._look)

    def clear(self) -> None:
        """Empty the clipboard, unless another program filled it last."""
        board = QGuiApplication.clipboard()
        if self._ours or board.ownsClipboard():
            board.clear()
        self._ours = False

    def _look(self) -> None:
        self._ours = QGuiApplication.focusWindow() is not None


def _typed_in(dialog: QObject) -> Iterator[tuple[str, str]]:
    for line in dialog.findChildren(QLineEdit):
        if line.isModified() and line.text().strip() and line.echoMode() == QLineEdit.EchoMode.Normal:
            yield line.accessibleName(), line.text()
    for sheet in dialog.findChildren(QPlainTextEdit):
        if sheet.document().isModified() and sheet.toPlainText().strip():
            yield sheet.accessibleName(), sheet.toPlainText()
