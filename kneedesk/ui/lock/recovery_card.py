"""The recovery key, shown this once: written down, printed or saved, and one group of it typed to confirm that."""

from __future__ import annotations

import secrets
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kneedesk.store.recovery_key import GROUPS
from kneedesk.ui.lock.recovery_sheet import print_sheet, save_sheet
from kneedesk.ui.lock.secret_field import SecretField
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.text import body_label, plain_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from kneedesk.language import Language
    from kneedesk.ui.theme import Theme

_IN_A_ROW = 3

# Messages of the application.
WHAT_FOR = (
    "Whoever forgets a passphrase unlocks with this key and chooses another one. Nothing else opens the consultations: "
    "not the maker of KneeDesk, and not this computer's administrator."
)
WHERE = "Keep it on paper, away from this computer, where only those may get at it who may read every consultation."
NOT_THAT = "This is not what stands there."


class RecoveryCard(QWidget):
    """First the key, then, with the key out of sight, the question for one group of it."""

    confirmed = Signal()
    """It was written down."""

    def __init__(
        self,
        key: str,
        practice: str,
        language: Language,
        theme: Theme,
        choose: Callable[[int], int] = secrets.randbelow,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._practice, self._language, self._theme = key, practice, language, theme
        self._asked = choose(GROUPS)
        self._told = body_label("", "note")
        self._told.hide()
        self._pages = (self._showing(), self._asking())
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        for page in self._pages:
            lines.addWidget(page)
        self._show(0)

    @property
    def group(self) -> int:
        """Return the number of the group that is asked for, from 1."""
        return self._asked + 1

    def forget(self) -> None:
        """Take the key off the clipboard, where it was copied and still is."""
        board = QGuiApplication.clipboard()
        if board.text() == self._key:
            board.clear()

    def _showing(self) -> QWidget:
        say = self._language.say
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(body_label(say(WHAT_FOR)))
        lines.addLayout(self._groups())
        ways = QHBoxLayout()
        ways.setSpacing(4)
        for name, icon, words, act in (
            ("print", "printer", say("Print\N{HORIZONTAL ELLIPSIS}"), self._print),
            ("save", "file-down", say("Save as PDF\N{HORIZONTAL ELLIPSIS}"), self._ask_file),
            ("copy", "copy", say("Copy"), self._copy),
        ):
            button = IconButton(self._theme, icon, words)
            button.setObjectName(f"recovery.{name}")
            button.clicked.connect(act)
            ways.addWidget(button)
        ways.addStretch(1)
        lines.addLayout(ways)
        lines.addWidget(self._told)
        lines.addWidget(body_label(say(WHERE), "note"))
        self.kept = QPushButton(say("I have it on paper"))
        self.kept.setObjectName("recovery.kept")
        self.kept.setProperty("kind", "primary")
        self.kept.clicked.connect(self._turn)
        lines.addWidget(self.kept, 0, Qt.AlignmentFlag.AlignRight)
        page.setFocusProxy(self.kept)
        return page

    def _groups(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for place, signs in enumerate(self._key.split("-")):
            label = plain_label(f"{place + 1}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}{signs}")
            label.setProperty("chip", "calm")
            label.setProperty("level", "banner")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            label.setAccessibleName(f"{place + 1}: {' '.join(signs)}")
            grid.addWidget(label, place // _IN_A_ROW, place % _IN_A_ROW)
        return grid

    def _asking(self) -> QWidget:
        say = self._language.say
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(body_label(say("So that it is certain that the paper is there: type one group of it.")))
        self.typed = SecretField("recovery.group", say("Group {number}").format(number=self.group), self._language)
        self.typed.eye.setChecked(True)
        self.typed.entered.connect(self._confirm)
        again = QPushButton(say("Show it again"))
        again.setObjectName("recovery.again")
        again.setProperty("kind", "link")
        again.clicked.connect(partial(self._show, 0))
        self.confirm = QPushButton(say("Confirm"))
        self.confirm.setObjectName("recovery.confirm")
        self.confirm.setProperty("kind", "primary")
        self.confirm.clicked.connect(self._confirm)
        ends = QHBoxLayout()
        ends.addWidget(again)
        ends.addStretch(1)
        ends.addWidget(self.confirm)
        lines.addWidget(self.typed)
        lines.addLayout(ends)
        return page

    def _turn(self) -> None:
        self._show(1)
        self.typed.setFocus()

    def _show(self, place: int) -> None:
        for each, page in enumerate(self._pages):
            page.setVisible(each == place)

    def _confirm(self) -> None:
        if self.typed.text().strip().upper() == self._key.split("-")[self._asked]:
            self.forget()
            self.confirmed.emit()
        else:
            self.typed.show_fault(self._language.say(NOT_THAT))
            self.typed.edit.selectAll()
            self.typed.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._key)
        self._tell(self._language.say("Copied. It is taken off the clipboard as soon as this page is done."))

    def _print(self) -> None:
        if print_sheet(self._key, self._practice, self._language, self):
            self._tell(self._language.say("It was sent to the printer."))

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self._language.say("Save as PDF"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile("recovery-key.pdf")
        dialog.fileSelected.connect(self._save)
        dialog.open()

    def _save(self, path: str) -> None:
        say = self._language.say
        saved = save_sheet(self._key, self._practice, self._language, Path(path))
        told = say("Saved. Print it, then remove the file from this computer.") if saved else say("It was not saved.")
        self._tell(told)

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.show()
