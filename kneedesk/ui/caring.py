"""What is done for the consultations as a whole: backups every day and by hand, restoring, exporting, deleting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

from kneedesk.store.users import Role
from kneedesk.ui.auditing import Auditing
from kneedesk.ui.daily import Daily
from kneedesk.ui.safekeeping import Safekeeping

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QDialog

    from kneedesk.language import Language
    from kneedesk.store.chain import Fault
    from kneedesk.ui.adjusting import Adjusting
    from kneedesk.ui.main_window import MainWindow
    from kneedesk.ui.shelf import Shelf
    from kneedesk.ui.theme import Theme

_MOST: Final = 3
# Messages of the application.
NOT_BESIDE_AN_OPEN_ONE: Final = "For this, go back to the list of consultations first."
NOT_BY_A_NURSE: Final = "A physician or an administrator restores a backup."
BY_A_PHYSICIAN: Final = "A physician deletes patients: whoever does sees who they are."


class Caring(QObject):
    """Opens what is asked for, and stops looking after things when nobody is here."""

    def __init__(
        self,
        window: MainWindow,
        shelf: Shelf,
        adjusting: Adjusting,
        language: Language,
        theme: Theme,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._shelf, self._adjusting = window, shelf, adjusting
        self._language, self._theme, self._clock = language, theme, clock
        self.safekeeping = Safekeeping(shelf, lambda: adjusting.settings.backup_folder, clock, self)
        self.auditing = Auditing(shelf, lambda: adjusting.settings.backup_folder, clock, self)
        self.auditing.changed.connect(self._say_changed)
        self.daily = Daily(self.safekeeping, window.list.notice, language, clock, self)
        self.daily.backups_asked.connect(self.ask_backups)
        window.backups_asked.connect(self.ask_backups)
        window.retention_asked.connect(self.ask_retention)
        window.journal_asked.connect(self.ask_journal)

    def begin(self) -> None:
        """Begin to look after things, now that the list is filled."""
        self.daily.begin()
        self.auditing.begin()

    def stop(self) -> None:
        """Look after nothing: nobody is here."""
        self.daily.stop()
        self.auditing.stop()

    def ask_backups(self) -> None:
        """Open the backups."""
        from kneedesk.ui.dialogs.backups import BackupsDialog  # noqa: PLC0415 - when it is asked for

        dialog = BackupsDialog(
            self.safekeeping,
            self._adjusting.settings.backup_folder,
            self._language,
            self._theme,
            self._window,
            hindrance=self._say(NOT_BY_A_NURSE) if self._role() is Role.NURSE else self._hindrance(),
            limited=self._role() is not Role.PHYSICIAN,
        )
        dialog.folder_chosen.connect(lambda folder: self._adjusting.change("backup_folder", folder))
        self._open(dialog)

    def ask_journal(self) -> None:
        """Open the journal of the practice; who is no physician or administrator only checks it."""
        if self._role() is Role.NURSE or self._shelf.keeping is None:  # nobody reads what does not open
            self.ask_check()
            return
        from kneedesk.ui.overseeing import Overseeing  # noqa: PLC0415 - as above

        overseeing = Overseeing(self._window, self._shelf, self._language, self._theme, self._clock)
        overseeing.dialog.check_asked.connect(self.ask_check)

    def ask_check(self) -> None:
        """Open what checks the journal."""
        from kneedesk.ui.dialogs.journal import JournalDialog  # noqa: PLC0415

        self._open(JournalDialog(self.auditing, self._language, self._theme, self._window))

    def _say_changed(self, faults: Sequence[Fault]) -> None:
        """Say that somebody changed what was kept, other than through KneeDesk."""
        from kneedesk.store.wording import fault_words  # noqa: PLC0415

        say, notice = self._language.say, self._window.list.notice
        told = tuple(fault_words(fault, self._language) for fault in faults[:_MOST])
        notice.show_message(say("What was kept was changed outside of KneeDesk"), told, "stop")
        notice.offer(say("Check the journal\N{HORIZONTAL ELLIPSIS}"), self.ask_check)

    def ask_retention(self) -> None:
        """Open what deletes patients."""
        from kneedesk.ui.dialogs.retention import RetentionDialog  # noqa: PLC0415

        sees = self._role() is Role.PHYSICIAN
        dialog = RetentionDialog(
            self.safekeeping,
            self._adjusting.settings.retention_years,
            self._language,
            self._theme,
            self._window,
            hindrance=self._hindrance() if sees else self._say(BY_A_PHYSICIAN),
            sees=sees,
        )
        dialog.years_chosen.connect(lambda chosen: self._adjusting.change("retention_years", chosen))
        dialog.deleted.connect(self._shelf.refresh)
        self._open(dialog)

    def _hindrance(self) -> str:
        """Return why nothing is restored or deleted now, or nothing."""
        desk = self._window.desk
        return self._say(NOT_BESIDE_AN_OPEN_ONE) if desk is not None and desk.session is not None else ""

    def _role(self) -> Role | None:
        unlocked = self._shelf.unlocked
        return unlocked.user.role if unlocked is not None else None

    def _say(self, sentence: str) -> str:
        return self._language.say(sentence)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
