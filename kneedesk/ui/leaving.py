"""Leaving the desk for the list, or the window, which closes when everything is written or given up by its owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from kneedesk.language import Language
    from kneedesk.ui.main_window import MainWindow
    from kneedesk.ui.shelf import Shelf


class Leaving(QObject):
    """Answers the window that asks to go back to its list, or whether it may close."""

    def __init__(self, window: MainWindow, shelf: Shelf, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._shelf = shelf
        self._language = language
        self.given_up = False

    def leave_desk(self) -> None:
        """Go back to the list, which shows what was written; a question about it is answered first."""
        desk = self._window.desk
        if desk is not None and not desk.asks_first(self.leave_desk):
            key = desk.session.key if desk.session is not None else ""
            desk.let_go()
            desk.footer.count_minutes(False)
            self._window.show_list()
            self._shelf.refresh(key)

    def may_close(self) -> bool:
        """Tell whether everything is answered and written; if not, have that done first and close then."""
        if self._window.desk is not None and self._window.desk.asks_first(self._window.close):
            return False
        if self.given_up or self._shelf.settled:
            return True
        self._window.setEnabled(False)
        self._shelf.settle(self._close)
        return False

    def _close(self, written: bool) -> None:
        self._window.setEnabled(True)
        if written:
            self._window.close()
        else:
            self._ask()

    def _ask(self) -> None:
        from PySide6.QtWidgets import QMessageBox

        say = self._language.say
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("KneeDesk")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(say("The last changes are not saved."))
        kept = self._shelf.puts_by
        lost = say("If KneeDesk is closed now, they are lost.")
        there = say("They are kept on this desk, encrypted, and offered when you unlock here again.")
        box.setInformativeText(there if kept else lost)
        stay = box.addButton(say("Stay"), QMessageBox.ButtonRole.RejectRole)
        words = say("Close") if kept else say("Close and lose them")
        away = box.addButton(words, QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        away.clicked.connect(self._give_up)
        box.open()

    def _give_up(self) -> None:
        self.given_up = True
        self._window.close()
