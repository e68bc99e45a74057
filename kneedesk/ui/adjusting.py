"""Settings while the window is open: asked for, kept, and what follows from them at once."""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from kneedesk.settings import TEXT_SIZES, Settings, changed, save

if TYPE_CHECKING:
    from pathlib import Path

    from kneedesk.language import Language
    from kneedesk.ui.background import Background
    from kneedesk.ui.dialogs.settings import SettingsDialog
    from kneedesk.ui.main_window import MainWindow
    from kneedesk.ui.theme import Name, Theme
    from kneedesk.ui.widgets.server_form import ServerForm


class Adjusting(QObject):
    """The settings of this desk; what is changed is kept in their file and shown in the window."""

    adjusted = Signal()
    """They are others now."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        folder: Path,
        theme: Theme,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._folder = folder
        self._theme = theme
        self._language = language
        self.settings = settings
        window.theme_asked.connect(self.switch_theme)
        window.settings_asked.connect(self.ask)
        window.text_size_asked.connect(self.resize_text)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @cached_property
    def _work(self) -> Background:
        from kneedesk.ui.background import Background  # noqa: PLC0415

        return Background(self)

    def ask(self) -> SettingsDialog:
        """Open the settings."""
        from kneedesk.ui.dialogs.settings import SettingsDialog  # noqa: PLC0415 - when it is asked for

        dialog = SettingsDialog(self.settings, self._language, self._theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self._take_saved)
        dialog.users_asked.connect(self._window.users_asked)
        dialog.about_asked.connect(self._window.about_asked)
        dialog.backups_asked.connect(self._window.backups_asked)
        dialog.retention_asked.connect(self._window.retention_asked)
        dialog.journal_asked.connect(self._window.journal_asked)
        dialog.server_asked.connect(partial(self.try_server, dialog.server))
        dialog.open()
        return dialog

    def try_server(self, form: ServerForm, place: str) -> None:
        """Have a server asked elsewhere whether this desk can work there."""
        from kneedesk.ui.background import while_there  # noqa: PLC0415
        from kneedesk.ui.failure import sentences_of  # noqa: PLC0415

        def refuse(error: Exception) -> None:
            form.show_answer(place, " ".join(sentences_of(error, self._language)))

        def answer(made: bool) -> None:
            form.show_answer(place, "", made=made)

        self._work.run(partial(_tried, place), while_there(form, answer), while_there(form, refuse))

    def ask_letterhead(self, path: str) -> None:
        """Ask for what the open consultation lacks of the practice or the physician where it is set for all."""
        if path.partition(".")[0] in ("practice", "clinician"):
            dialog = self.ask()
            dialog.saved.connect(self._complete_letterhead)
            dialog.field(path).setFocus()

    def _take_saved(self, settings: Settings) -> None:
        """Take what was saved; what was set elsewhere while the dialog was open stays."""
        now = self.settings
        self.take(replace(settings, backup_folder=now.backup_folder, retention_years=now.retention_years))

    def take(self, settings: Settings) -> str:
        """Take other settings, and keep them; return one sentence where they cannot be kept."""
        self.settings = settings
        self._theme.switch(theme_name(settings.theme))
        self._theme.resize_text(settings.text_size)
        self.adjusted.emit()
        if self._window.desk is not None:
            self._window.desk.footer.count_minutes(settings.elapsed_time)
            self._window.desk.saying.show(settings.show_lines_to_say)
        try:
            save(settings, self._folder)
        except OSError as error:
            said = self._language.say("The settings hold until KneeDesk is closed; they cannot be written: {why}.")
            refusal = said.format(why=error.strerror)
            self.warn(refusal)
            return refusal
        return ""

    def change(self, path: str, value: object) -> str:
        """Take one other setting; return one sentence where it cannot be kept."""
        return self.take(changed(self.settings, path, value))

    def switch_theme(self) -> None:
        """Change from light to dark, or back."""
        self.change("theme", "light" if self._theme.name == "dark" else "dark")

    def resize_text(self, by: int) -> None:
        """Take the next larger or smaller size of text, or with 0 the usual one."""
        place = TEXT_SIZES.index(self.settings.text_size) + by
        size = TEXT_SIZES[min(max(0, place), len(TEXT_SIZES) - 1)] if by else TEXT_SIZES[0]
        if size != self.settings.text_size:
            self.change("text_size", size)

    def warn(self, sentence: str) -> None:
        """Say above the list what could not be read or written."""
        self._window.list.notice.show_message(self._language.say("Settings"), [sentence], "caution")

    def _follow(self) -> None:
        self._theme.switch(theme_name(self.settings.theme))

    def _complete_letterhead(self, settings: Settings) -> None:
        """Copy into the open consultation what it lacks of the letterhead; what it has stays."""
        session = self._window.desk.session if self._window.desk is not None else None
        if session is None or session.consultation is None:
            return
        lacking = {
            f"{block}.{name}": value
            for block in ("practice", "clinician")
            for name, value in asdict(getattr(settings, block)).items()
            if value and not getattr(getattr(session.consultation, block), name)
        }
        if lacking:
            session.amend_all(lacking)


def _tried(place: str) -> bool:
    """Come to a server as a desk would; tell whether anybody unlocks there. Not for the window's own thread.

    :raises Unavailable: with one sentence on why no desk can work there.
    """
    from kneedesk.store.addresses import Address  # noqa: PLC0415 - where one is tried
    from kneedesk.store.server_vault import ServerVault  # noqa: PLC0415

    return ServerVault(Address.read(place), "settings").is_made()


def theme_name(setting: str) -> Name:
    """Return the theme of a setting; *system* follows the computer."""
    if setting == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"
    return "dark" if setting == "dark" else "light"
