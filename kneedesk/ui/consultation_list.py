"""The start screen: the consultations that are kept, found by name, identifier or date; new, other knee, open file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kneedesk.ui.consultation_model import PORTION, ConsultationModel
from kneedesk.ui.notice import Notice
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.text import heading, plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kneedesk.domain.patient import Patient
    from kneedesk.language import Language
    from kneedesk.store.summary import Summary
    from kneedesk.ui.consultation_results import ConsultationResults
    from kneedesk.ui.theme import Theme
    from kneedesk.ui.widgets.long_list import LongList


Identity = tuple[str, str | None, str | None, date | None]
"""Family name, given name, identifier and birth date of a patient."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A consultation with an invented patient, by the name of its file and a line about it."""

    name: str
    title: str
    identity: Identity = ("", None, None, None)


def identity_of(patient: Patient | Summary) -> Identity:
    """Return by what a patient is known: no two have all of it in common."""
    return (patient.family_name, patient.given_name, patient.identifier, patient.birth_date)


class ConsultationList(QWidget):
    """Search, open, begin; it asks for what it shows and knows no store."""

    wanted = Signal(str, int, int, object)
    """The text that is searched for, how many, from which on, and ``Near`` which known one."""
    uncounted = Signal(str)
    """The text that more consultations hold than are shown."""
    opened = Signal(str)
    """The key of the consultation to resume."""
    other_knee = Signal(str)
    """The key of the consultation whose patient has a second knee to be looked at."""
    begun = Signal()
    file_asked = Signal()
    sample_asked = Signal(str)
    removed = Signal(str)
    """The key of a sample that is to be kept no longer."""
    filled = Signal()
    """The first portion is on the screen."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consultations")
        self._theme = theme
        self._language = language
        self._answered = ""
        self._left = ""
        self._place: int | None = None
        self._withheld = False
        self._samples: frozenset[Identity] = frozenset()
        self._results: ConsultationResults | None = None
        self.model = ConsultationModel(self._spoken, self)
        self.model.wanted.connect(self.wanted)
        self.model.uncounted.connect(self.uncounted)
        self._make_controls()
        self.notice = Notice(language, theme)
        self._arrange()
        self._connect()
        theme.switched.connect(self._draw_loupe)
        self._select()

    def refresh(self, left: str = "") -> None:
        """Ask for the first portion again, since something may have changed; choose the consultation that was left."""
        self._left = left
        self.model.search(self.search.text().strip())

    def renew(self) -> None:
        """Show what another desk has changed, and leave what is in sight in its place; who has scrolled far is left."""
        if self.isVisible() and self.results.last_in_sight < PORTION:
            self._place = self.results.list.verticalScrollBar().value()
            self.refresh()

    def receive(self, text: str, offset: int, rows: Sequence[Summary]) -> None:
        """Show a portion, where it is still wanted."""
        if self._withheld:
            self.filled.emit()
            return
        results = self.results
        chosen = self._left or (results.key() if text == self._answered else "")
        if self.model.receive(text, offset, rows):
            self._answered, self._left = text, ""
            results.show_found(text, found=bool(rows))
            results.choose(chosen)
            # Nobody is told that nothing is kept while the first consultation is on its way.
            results.setVisible(bool(rows or text) or self._status.isHidden())
            self._room.setVisible(results.isHidden())
            self._select()
            if self._place is not None:
                results.list.verticalScrollBar().setValue(self._place)
                self._place = None
            self.filled.emit()

    def claim_nothing(self) -> None:
        """Say no longer that nothing is kept: it could not be read whether it is."""
        if self._results is not None and not self.model.rowCount():
            self._results.hide()
            self._room.show()

    def receive_count(self, text: str, count: int) -> None:
        """Show that there are so many, where they are still wanted."""
        self.model.receive_count(text, count)

    def withhold(self, words: str) -> None:
        """Show no consultation, and say why, until it is emptied for who comes next."""
        self._withheld = True
        self.search.setEnabled(False)
        self.show_busy("")
        if self._results is not None:
            self._results.hide()
        self._room.show()
        self.notice.show_message(words)

    def empty(self) -> None:
        """Show nothing of any patient, nor what was looked for."""
        self._withheld = False
        self.search.setEnabled(True)
        self.notice.put_away()
        self.show_busy("")
        blocked = self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(blocked)
        self.model.empty()
        self._answered = self._left = ""
        self._select()

    @property
    def results(self) -> ConsultationResults:
        """Return what shows the answers, made when the first one comes."""
        if self._results is None:
            from kneedesk.ui.consultation_results import ConsultationResults  # noqa: PLC0415

            self._results = ConsultationResults(self.model, self._theme, self._language)
            self._results.opened.connect(self._open)
            self._results.chosen.connect(self._select)
            self._results.sample_asked.connect(self._open_sample)
            self._lines.addWidget(self._results, 1)
            self._room.hide()
        return self._results

    @property
    def list(self) -> LongList:
        """Return the list itself."""
        return self.results.list

    def offer_samples(self, samples: Sequence[Sample]) -> None:
        """Offer sample consultations where nothing is kept yet."""
        self._samples = frozenset(sample.identity for sample in samples)
        self.results.offer_samples(samples)
        self._select()

    def show_busy(self, words: str) -> None:
        """Say that something asked for is under way; empty words: it is done."""
        for button in (self.new, self.file, self.resume, self.other):
            button.setEnabled(not words and not self._withheld)
        self._status.setText(words)
        self._status.setVisible(bool(words))
        if not words:
            if self._results is not None and not self._withheld:
                self._room.hide()
                self._results.show()
            self._select()

    def focus_search(self) -> None:
        """Put the focus where a name can be typed."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the search into the list with the arrow, and open the chosen row with Enter."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self.model.rowCount():
                self.list.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.model.text == self._answered:  # else the row would be one of another search
                    self.results.open(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _make_controls(self) -> None:
        say = self._language.say
        self.new = self._button("new", "plus", say("New consultation"), "primary", "accent_text")
        self.file = self._button("file", "folder-open", say("Open file\N{HORIZONTAL ELLIPSIS}"))
        self.resume = self._button("resume", "arrow-right", say("Resume"))
        self.other = self._button("other_knee", "copy", say("Other knee"))
        self.other.setToolTip(say("A consultation on the same patient's other knee"))
        self.remove = self._button("remove", "trash-2", say("Remove the sample"))
        self.remove.hide()
        self.search = QLineEdit()
        self.search.setObjectName("consultations.search")
        self.search.setAccessibleName(say("Search by name, identifier or date"))
        self.search.setPlaceholderText(say("Search by name, identifier or date"))
        self.search.setProperty("kind", "search")
        self._loupe = self.search.addAction(
            self._theme.icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition
        )
        for name, keys, button in (("new", "Ctrl+N", self.new), ("file", "Ctrl+O", self.file)):
            button.setToolTip(f"{button.text()} ({keys})")
            self._shortcut(name, keys).triggered.connect(button.click)
        self._shortcut("search", "Ctrl+F").triggered.connect(self.focus_search)

    def _button(self, name: str, icon: str, text: str, kind: str = "", role: str = "text") -> IconButton:
        button = IconButton(self._theme, icon, text, kind, role, size=18)
        button.setObjectName(f"consultations.{name}")
        return button

    def _shortcut(self, name: str, keys: str) -> QAction:
        action = QAction(self)
        action.setObjectName(f"consultations.key.{name}")
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def _connect(self) -> None:
        self.new.clicked.connect(self.begun)
        self.file.clicked.connect(self.file_asked)
        self.resume.clicked.connect(lambda: self._open(self.results.key()))
        self.remove.clicked.connect(lambda: self.removed.emit(self.results.key()))
        self.other.clicked.connect(lambda: self.other_knee.emit(self.results.key()))
        self.search.textChanged.connect(lambda text: self.model.search(text.strip()))
        self.search.installEventFilter(self)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(heading(self._language.say("Consultations"), 1), 1)
        head.addWidget(self.file)
        head.addWidget(self.new)
        tools = QHBoxLayout()
        tools.setSpacing(10)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.remove)
        tools.addWidget(self.other)
        tools.addWidget(self.resume)
        self._status = plain_label()
        self._status.setProperty("tone", "quiet")
        self._status.hide()
        self._room = QWidget()
        self._lines = outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 24)
        outer.setSpacing(14)
        outer.addLayout(head)
        outer.addWidget(self.notice)
        outer.addLayout(tools)
        outer.addWidget(self._status)
        outer.addWidget(self._room, 1)

    def _spoken(self, summary: Summary) -> str:
        from kneedesk.ui.consultation_row import spoken  # noqa: PLC0415

        return spoken(summary, self._language, sample=identity_of(summary) in self._samples)

    def _select(self) -> None:
        chosen = self._results is not None and bool(self._results.key()) and self._status.isHidden()
        self.resume.setEnabled(chosen)
        self.other.setEnabled(chosen)
        summary = self._results.summary() if self._results is not None and chosen else None
        self.remove.setVisible(summary is not None and identity_of(summary) in self._samples)

    def _open(self, key: str) -> None:
        if key and self._status.isHidden():
            self.opened.emit(key)

    def _open_sample(self, name: str) -> None:
        if self._status.isHidden():
            self.sample_asked.emit(name)

    def _draw_loupe(self) -> None:
        self._loupe.setIcon(self._theme.icon("search", "quiet"))
