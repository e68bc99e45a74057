"""The start screen: the consultations that are kept, found by name, identifier or date; new, other knee, open file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kneedesk.ui.consultation_model import ConsultationModel
from kneedesk.ui.notice import Notice
from kneedesk.ui.widgets.text import body_label, heading, plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kneedesk.language import Language
    from kneedesk.store.summary import Summary
    from kneedesk.ui.theme import Theme

_WHAT_IT_IS = (
    "One consultation is one knee on one day: who the patient is, what was found, which treatments fit the people "
    "who were studied and why, what was said about them, what was decided, and the documents."
)
_NOTHING_FOUND = (
    "No consultation holds \N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK} in name, identifier "
    "or date."
)
_HOW_TO_BEGIN = (
    "Every change is saved on this computer as it is made. Begin with a new consultation, open a consultation file, "
    "or look around in a sample first."
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A consultation with an invented patient, by the name of its file and a line about it."""

    name: str
    title: str


class ConsultationList(QWidget):
    """Search, open, begin; it asks for what it shows and knows no store."""

    wanted = Signal(str, int, int)
    """The text that is searched for, how many, and from which on."""
    opened = Signal(str)
    """The key of the consultation to resume."""
    other_knee = Signal(str)
    """The key of the consultation whose patient has a second knee to be looked at."""
    begun = Signal()
    file_asked = Signal()
    sample_asked = Signal(str)
    filled = Signal()
    """The first portion is on the screen."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consultations")
        self._theme = theme
        self._language = language
        self._ever_filled = False
        self.model = ConsultationModel(self._spoken, self)
        self.model.wanted.connect(self.wanted)
        self._make_controls()
        self.notice = Notice(language, theme)
        self._arrange()
        self._connect()
        theme.switched.connect(self._draw_icons)
        self._draw_icons()
        self._select()

    def refresh(self) -> None:
        """Ask for the first portion again: something may have changed."""
        self.model.search(self.search.text().strip())

    def receive(self, text: str, offset: int, rows: Sequence[Summary]) -> None:
        """Show a portion, where it is still wanted."""
        selected = self._selected_key()
        if not self.model.receive(text, offset, rows):
            return
        if offset == 0:
            if not self._ever_filled:
                self._dress_rows()
            self._show_state(text, bool(rows))
            self._restore(selected)
            self._ever_filled = True
            self.filled.emit()

    def offer_samples(self, samples: Sequence[Sample]) -> None:
        """Offer sample consultations where nothing is kept yet."""
        for sample in samples:
            button = QPushButton(sample.title)
            button.setObjectName(f"sample.{sample.name}")
            button.setIcon(self._theme.icon("file-text"))
            button.setIconSize(QSize(26, 18))
            button.clicked.connect(partial(self.sample_asked.emit, sample.name))
            self._samples.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._samples_note.setVisible(bool(samples))

    def show_busy(self, words: str) -> None:
        """Say that something asked for is under way; empty words: it is done."""
        for button in (self.new, self.file, self.resume, self.other):
            button.setEnabled(not words)
        self._status.setText(words)
        self._status.setVisible(bool(words))
        if not words:
            self._select()

    def focus_search(self) -> None:
        """Put the focus where a name can be typed."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the search into the list with the arrow, and open the chosen or first row with Enter."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self.model.rowCount():
                self.list.setFocus()
                self.list.setCurrentIndex(self._current())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open(self._current())
                return True
        return super().eventFilter(watched, event)

    def _make_controls(self) -> None:
        say = self._language.say
        self.new = self._button("consultations.new", say("New consultation"), "primary")
        self.file = self._button("consultations.file", say("Open file\N{HORIZONTAL ELLIPSIS}"))
        self.resume = self._button("consultations.resume", say("Resume"))
        self.other = self._button("consultations.other_knee", say("Other knee"))
        self.other.setToolTip(say("A consultation on the same patient's other knee"))
        self.search = QLineEdit()
        self.search.setObjectName("consultations.search")
        self.search.setAccessibleName(say("Search by name, identifier or date"))
        self.search.setPlaceholderText(say("Search by name, identifier or date"))
        self.search.setClearButtonEnabled(False)
        self._loupe = self.search.addAction(self._theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = QListView()
        self.list.setObjectName("consultations.list")
        self.list.setAccessibleName(say("Consultations"))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setModel(self.model)
        self.list.setMouseTracking(True)
        for name, keys, button in (("new", "Ctrl+N", self.new), ("file", "Ctrl+O", self.file)):
            button.setToolTip(f"{button.text()} ({keys})")
            self._shortcut(name, keys).triggered.connect(button.click)
        self._shortcut("search", "Ctrl+F").triggered.connect(self.focus_search)

    def _button(self, name: str, text: str, kind: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        if kind:
            button.setProperty("kind", kind)
        button.setIconSize(QSize(26, 18))
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
        self.resume.clicked.connect(lambda: self._open(self.list.currentIndex()))
        self.other.clicked.connect(lambda: self.other_knee.emit(self._selected_key()))
        self.search.textChanged.connect(lambda text: self.model.search(text.strip()))
        self.search.installEventFilter(self)
        self.list.activated.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._select)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(heading(self._language.say("Consultations"), 1), 1)
        head.addWidget(self.file)
        head.addWidget(self.new)
        tools = QHBoxLayout()
        tools.setSpacing(10)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.other)
        tools.addWidget(self.resume)
        self._states = QStackedWidget()
        self._status = plain_label()
        self._status.setProperty("tone", "quiet")
        self._status.hide()
        self._nothing_found = plain_label()
        self._nothing_found.setProperty("tone", "quiet")
        self._nothing_found.setWordWrap(True)
        listed = QFrame()
        listed.setProperty("tone", "card")
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(1, 6, 1, 6)
        inside.addWidget(self.list)
        self._states.addWidget(QWidget())
        self._states.addWidget(listed)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(32, 24, 32, 24)
        outer.setSpacing(14)
        outer.addLayout(head)
        outer.addWidget(self.notice)
        outer.addLayout(tools)
        outer.addWidget(self._status)
        outer.addWidget(self._states, 1)

    def _plain(self, content: QWidget) -> QWidget:
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(content)
        lines.addStretch(1)
        return holder

    def _first_run(self) -> QWidget:
        say = self._language.say
        card = QFrame()
        card.setProperty("tone", "card")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(28, 24, 28, 24)
        lines.setSpacing(10)
        lines.addWidget(heading(say("Nothing is kept here yet"), 2))
        lines.addWidget(body_label(say(_WHAT_IT_IS)))
        lines.addWidget(body_label(say(_HOW_TO_BEGIN)))
        lines.addSpacing(6)
        self._samples_note = heading(say("Samples, with invented patients"), 3)
        self._samples_note.hide()
        lines.addWidget(self._samples_note)
        self._samples = QVBoxLayout()
        self._samples.setSpacing(8)
        lines.addLayout(self._samples)
        return self._plain(card)

    def _show_state(self, text: str, found: bool) -> None:
        if not self._ever_filled:
            self._states.addWidget(self._plain(self._nothing_found))
            self._states.addWidget(self._first_run())
        if found:
            self._states.setCurrentIndex(1)
        elif text:
            self._nothing_found.setText(self._language.say(_NOTHING_FOUND).format(text=text))
            self._states.setCurrentIndex(2)
        else:
            self._states.setCurrentIndex(3)

    def _restore(self, key: str) -> None:
        row = self.model.row_of(key) if key else -1
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self._select()

    def _dress_rows(self) -> None:
        """Load what paints a row with the first rows: the first frame has none."""
        from kneedesk.ui.consultation_row import ConsultationRow  # noqa: PLC0415

        self.list.setItemDelegate(ConsultationRow(self._theme, self._language, self.list))

    def _spoken(self, summary: Summary) -> str:
        from kneedesk.ui.consultation_row import spoken  # noqa: PLC0415

        return spoken(summary, self._language)

    def _select(self) -> None:
        chosen = bool(self._selected_key()) and self._status.isHidden()
        self.resume.setEnabled(chosen)
        self.other.setEnabled(chosen)

    def _selected_key(self) -> str:
        summary = self.model.summary(self.list.currentIndex())
        return summary.key if summary else ""

    def _current(self) -> QModelIndex:
        current = self.list.currentIndex()
        return current if current.isValid() else self.model.index(0)

    def _open(self, index: QModelIndex) -> None:
        summary = self.model.summary(index)
        if summary is not None and self._status.isHidden():
            self.opened.emit(summary.key)

    def _draw_icons(self) -> None:
        theme = self._theme
        self.new.setIcon(theme.icon("plus", "accent_text"))
        self.file.setIcon(theme.icon("folder-open"))
        self.resume.setIcon(theme.icon("arrow-right"))
        self.other.setIcon(theme.icon("copy"))
        self._loupe.setIcon(theme.icon("search", "quiet"))
