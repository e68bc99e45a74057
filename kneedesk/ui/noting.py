"""The private note of the open consultation: read when it is opened, kept as it is typed, put away when it is left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from kneedesk.ui.note_pane import NotePane

if TYPE_CHECKING:
    from kneedesk.language import Language
    from kneedesk.ui.desk import Desk
    from kneedesk.ui.shelf import Shelf
    from kneedesk.ui.theme import Theme

_REST: Final = 250  # milliseconds between two commits while somebody types
_RETRY: Final = 5_000


class Noting(QObject):
    """It knows whose note is in the pane; the shelf has every change at once, and writes it within half a second."""

    def __init__(self, desk: Desk, shelf: Shelf, language: Language, theme: Theme) -> None:
        super().__init__(desk)
        self._desk, self._shelf = desk, shelf
        self._key = ""
        self.pane = NotePane(language, theme)
        desk.add_below(self.pane)
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self._write)
        self.pane.typed.connect(self._take)
        self.pane.closed.connect(self.toggle)
        desk.banner.note_asked.connect(self.toggle)
        desk.progressed.connect(self._follow)
        desk.left.connect(self._leave)
        shelf.notes.joined.connect(self._join)
        shelf.notes.followed.connect(self._show_theirs)

    def toggle(self) -> None:
        """Open the note with the focus in it, or close it and let the page have the focus again."""
        if self.pane.isVisible():
            self.pane.hide()
            self._desk.visit(self._desk.step)
        elif self._key:
            self.pane.show()
            self.pane.edit.setFocus()

    def _follow(self) -> None:
        """Read the note once another consultation is on the desk."""
        session = self._desk.session
        if session is None or session.key == self._key:
            return
        self._key = session.key
        self.pane.await_note()
        self._shelf.notes.read(self._key, partial(self._show, self._key))

    def _show(self, key: str, words: str) -> None:
        if key == self._key:
            self.pane.show_note(words)

    def _join(self, key: str, words: str) -> None:
        """Show what another desk wrote meanwhile with what was written here."""
        if key == self._key:
            self.pane.join_note(words)
            if key in self._shelf.notes.left:
                self._soon.start(_REST)

    def _show_theirs(self, key: str, words: str) -> None:
        """Show what another desk wrote while nobody typed here."""
        if key == self._key:
            self.pane.follow_note(words)

    def _take(self, words: str) -> None:
        self._shelf.notes.take(self._key, words)
        if not self._soon.isActive():
            self._soon.start(_REST)

    def _write(self) -> None:
        self._shelf.notes.write(self._say)

    def _say(self, why_not: str) -> None:
        """Say whether all of it is kept; where it is not, it is tried again."""
        if why_not:
            self._soon.start(_RETRY)
            self.pane.show_state(why_not)
        elif not self._soon.isActive():
            self.pane.show_state("")

    def _leave(self) -> None:
        self._soon.stop()
        self._write()
        self._key = ""
        self.pane.hide()
        self.pane.await_note()
