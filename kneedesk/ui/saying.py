"""The lines to say of all pages: in which languages they stand there, and whether they are shown."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.talk import lines_to_say
from kneedesk.ui.page import Page
from kneedesk.ui.theme import growth
from kneedesk.ui.widgets.say_line import SayLine

KEY: Final = "Ctrl+L"
_LARGE: Final = 1.5
"""From this growth of the text on, two languages at once would take the room of what is worked with."""


class Saying(QObject):
    """One switch for all of them: the key, or the mark beside any title.

    In large text one language stands there at a time, that of the patient first; the switch leads through both.
    """

    toggled = Signal(bool)
    """The clinician wants them shown, or hidden, from now on."""

    def __init__(self, library: Library, language: Language, place: QWidget) -> None:
        super().__init__(place)
        self._library, self._language = library, language
        self._tags: tuple[str, ...] = (language.tag,)
        self._shown = True
        self._turn = 0
        self._lines: list[SayLine] = []
        key = QAction(self)
        key.setShortcut(QKeySequence(KEY))
        key.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.triggered.connect(self.toggle)
        place.addAction(key)

    def hold(self, page: Page) -> None:
        """Take the lines of a page that was made."""
        for line in page.lines_to_say:
            self._lines.append(line)
            if line.mark is not None:
                line.mark.clicked.connect(self.toggle)
            self._show(line)

    def show(self, shown: bool) -> None:
        """Show all lines, or hide them."""
        if shown != self._shown:
            self._shown, self._turn = shown, 0
            self.refresh()

    def show_consultation(self, consultation: Consultation) -> None:
        """Say each line in the language of the window, and in that of the patient where it is another."""
        tags = tuple(dict.fromkeys((self._language.tag, consultation.patient.language or self._language.tag)))
        if tags != self._tags:
            self._tags = tags
            self.refresh()

    def toggle(self) -> None:
        """Say them in the other language where one stands at a time; then hide them, or show them again."""
        if self._shown and self._turn + 1 < len(self._turns()):
            self._turn += 1
            self.refresh()
        else:
            self.show(not self._shown)
            self.toggled.emit(self._shown)

    def refresh(self) -> None:
        """Show them as the text is now: it may be another, or of another size."""
        for line in self._lines:
            self._show(line)

    def _turns(self) -> tuple[tuple[str, ...], ...]:
        """Return the languages that stand there together, a turn of the switch each."""
        return tuple((tag,) for tag in reversed(self._tags)) if growth() >= _LARGE else (self._tags,)

    def _show(self, line: SayLine) -> None:
        turns = self._turns()
        turn = min(self._turn, len(turns) - 1)
        line.show_said(lines_to_say(line.of, self._library, turns[turn]), shown=self._shown)
        if line.mark is not None:
            say = self._language.say
            words = say("Hide the lines to say") if self._shown else say("Show the lines to say")
            if self._shown and turn + 1 < len(turns):
                words = say("Say it in the other language")
            keys = QKeySequence(KEY).toString(QKeySequence.SequenceFormat.NativeText)
            line.mark.setAccessibleName(words)
            line.mark.setToolTip(f"{words} ({keys})")
