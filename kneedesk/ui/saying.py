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
from kneedesk.ui.widgets.say_line import SayLine

KEY: Final = "Ctrl+L"


class Saying(QObject):
    """One switch for all of them: the key, or the mark beside any title."""

    toggled = Signal(bool)
    """The clinician wants them shown, or hidden, from now on."""

    def __init__(self, library: Library, language: Language, place: QWidget) -> None:
        super().__init__(place)
        self._library, self._language = library, language
        self._tags: tuple[str, ...] = (language.tag,)
        self._shown = True
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
            self._shown = shown
            self._show_all()

    def show_consultation(self, consultation: Consultation) -> None:
        """Say each line in the language of the window, and in that of the patient where it is another."""
        tags = tuple(dict.fromkeys((self._language.tag, consultation.patient.language or self._language.tag)))
        if tags != self._tags:
            self._tags = tags
            self._show_all()

    def toggle(self) -> None:
        """Hide the lines, or show them again, from now on."""
        self.show(not self._shown)
        self.toggled.emit(self._shown)

    def _show_all(self) -> None:
        for line in self._lines:
            self._show(line)

    def _show(self, line: SayLine) -> None:
        line.show_said(lines_to_say(line.of, self._library, self._tags), shown=self._shown)
        if line.mark is not None:
            say = self._language.say
            words = say("Hide the lines to say") if self._shown else say("Show the lines to say")
            keys = QKeySequence(KEY).toString(QKeySequence.SequenceFormat.NativeText)
            line.mark.setAccessibleName(words)
            line.mark.setToolTip(f"{words} ({keys})")
