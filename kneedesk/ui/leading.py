"""Ctrl+K: what can be gone to and done from here, by name, and the way there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from kneedesk.presentation.places import (
    Place,
    course_places,
    finding_places,
    record_places,
    risk_places,
)
from kneedesk.ui.main_window import STEPS
from kneedesk.ui.palette import Palette
from kneedesk.ui.rail import LOCK_KEYS
from kneedesk.ui.widgets.text import native_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QAbstractButton

    from kneedesk.knowledge.library import Library
    from kneedesk.language import Language
    from kneedesk.ui.adjusting import Adjusting
    from kneedesk.ui.desk import Desk
    from kneedesk.ui.main_window import MainWindow
    from kneedesk.ui.theme import Theme

_SECTIONS = {"practice.name": "Practice", "clinician.name": "Physician at this desk", "jurisdiction": "This desk"}


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do at once."""

    name: str
    keys: str
    do: Callable[[], object]


class Leading(QObject):
    """What cannot be done now is not offered."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        adjusting: Adjusting,
        library: Library,
        language: Language,
        theme: Theme,
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._adjusting = window, desk, adjusting
        self._library, self._language, self._theme = library, language, theme
        self._fixed: tuple[tuple[Place, ...], tuple[Place, ...]] = ((), ())
        window.palette_asked.connect(self.ask)

    @property
    def prepared(self) -> bool:
        """Tell whether all that can be gone to is known."""
        return bool(self._fixed[1])

    def take(self, fixed: tuple[tuple[Place, ...], tuple[Place, ...]]) -> None:
        """Take the places that are the same in every consultation, and those that need none."""
        self._fixed = fixed

    def ask(self) -> None:
        """Open the palette; steps, courses, risks and findings only while a consultation is open."""
        commands = {f"command.{number}": command for number, command in enumerate(self._commands())}
        known = (*self._command_places(commands), *self._places())
        dialog = Palette(known, self._language, self._theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(self._go, commands))
        dialog.open()

    def _go(self, commands: dict[str, Command], place: Place) -> None:
        if place.kind == "command":
            commands[place.id].do()
        else:
            self._window.lead_to(place)

    # Where one can go

    def _places(self) -> Iterator[Place]:
        session = self._desk.session
        of_consultations, records = self._fixed
        if session is not None and session.consultation is not None:
            yield from self._step_places()
            yield from risk_places(session.consultation, self._library, self._language)
            yield from of_consultations
        yield from records

    def _step_places(self) -> Iterator[Place]:
        group = self._language.say("Step")
        for step in STEPS:
            yield Place("step", step.id, self._language.say(step.title), group, native_keys(f"Alt+{step.number}"))
        say = self._language.say
        yield Place("control", "documents.print", say("Print"), say("Documents"), native_keys("Ctrl+P"), "documents")

    def _command_places(self, commands: dict[str, Command]) -> Iterator[Place]:
        group = self._language.say("Command")
        for name, command in commands.items():
            yield Place("command", name, command.name, group, native_keys(command.keys))

    # What can be done

    def _commands(self) -> Iterator[Command]:
        say, window = self._language.say, self._window
        if self._desk.session is not None:
            yield from self._desk_commands(self._desk)
        yield Command(say("New consultation"), "Ctrl+N", partial(self._at_the_list, window.list.new.click))
        yield Command(
            say("Open file\N{HORIZONTAL ELLIPSIS}"), "Ctrl+O", partial(self._at_the_list, window.list.file.click)
        )
        yield Command(say("Consultations"), "", partial(window.go, "consultations"))
        yield Command(say("Evidence"), "Ctrl+E", partial(window.go, "evidence"))
        yield Command(say("Check a document\N{HORIZONTAL ELLIPSIS}"), "", window.check_asked.emit)
        yield Command(say("Backups\N{HORIZONTAL ELLIPSIS}"), "", window.backups_asked.emit)
        yield Command(say("Delete patients\N{HORIZONTAL ELLIPSIS}"), "", window.retention_asked.emit)
        yield Command(say("Check the journal\N{HORIZONTAL ELLIPSIS}"), "", window.journal_asked.emit)
        yield Command(say("Users and passphrases\N{HORIZONTAL ELLIPSIS}"), "", window.users_asked.emit)
        yield Command(say("About KneeDesk"), "", window.about_asked.emit)
        yield Command(say("Lock"), LOCK_KEYS, window.lock_asked.emit)
        yield Command(say("Light or dark"), "", window.theme_asked.emit)
        yield Command(say("Larger text"), "Ctrl++", partial(window.text_size_asked.emit, 1))
        yield Command(say("Smaller text"), "Ctrl+-", partial(window.text_size_asked.emit, -1))
        yield Command(say("Usual size of text"), "Ctrl+0", partial(window.text_size_asked.emit, 0))
        for path, section in _SECTIONS.items():
            name = say("Settings: {section}").format(section=say(section))
            yield Command(name, "", partial(self._set, path))

    def _desk_commands(self, desk: Desk) -> Iterator[Command]:
        say, banner, footer = self._language.say, desk.banner, desk.footer
        buttons: tuple[tuple[QAbstractButton, str, str], ...] = (
            (footer.next, footer.next.text().replace("&&", "&"), ""),
            (footer.back, say("Back: {step}").format(step=footer.back.toolTip()), ""),
            (banner.undo, banner.undo.accessibleName(), "Ctrl+Z"),
            (banner.redo, banner.redo.accessibleName(), "Ctrl+Shift+Z"),
            (banner.view, banner.view.accessibleName(), "F11"),
            (banner.note, banner.note.accessibleName(), "Ctrl+Shift+N"),
            (banner.history, banner.history.accessibleName(), "Ctrl+Shift+H"),
            (banner.basis, banner.basis.accessibleName(), "Ctrl+B"),
        )
        for button, name, keys in buttons:
            if button.isEnabled():
                yield Command(name, keys, button.click)
        yield Command(say("Five-minute path"), "", desk.path.begin)
        yield Command(say("Show or hide the lines to say"), "Ctrl+L", desk.saying.toggle)

    def _at_the_list(self, do: Callable[[], object]) -> None:
        """Go to the list of consultations, which leaves the open one, and do something there."""
        if self._desk.session is not None and self._desk.asks_first(partial(self._at_the_list, do)):
            return
        self._window.go("consultations")
        do()

    def _set(self, path: str) -> None:
        self._adjusting.ask().field(path).setFocus(Qt.FocusReason.OtherFocusReason)


def fixed_places(library: Library, language: Language) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Return the places that are the same in every consultation, and those that need none; away from the window."""
    of_consultations = (*course_places(library, language), *finding_places(library, language))
    return of_consultations, record_places(library, language)
