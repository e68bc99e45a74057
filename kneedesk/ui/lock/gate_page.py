"""A page that stands before all others: the sign of KneeDesk, and one sheet in the middle of the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kneedesk.ui.reading_order import move_focus
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.glyph import Glyph
from kneedesk.ui.widgets.text import body_label, heading, plain_label

WIDTH = 500
Way = tuple[str, Callable[[], object]]
"""The words of a button, and what it does."""


class _Sheet(Card):
    """As tall as its words are at its width: a column that scrolls would let lines that wrap be cut."""

    def event(self, event: QEvent) -> bool:
        """Fit whenever something inside is another."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            layout = self.layout()
            if layout is not None:
                self.setFixedHeight(layout.totalHeightForWidth(self.width()))
                layout.setGeometry(self.contentsRect())  # while it is being shown Qt drops a resizing within another
        return done


class BarredCard(QFrame):
    """Why nobody gets in now, a way to try again, and perhaps another way."""

    def __init__(self, sentence: str, words: str, other: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "stop")
        self.setAccessibleName(sentence)
        self.again = QPushButton(words)
        self.again.setObjectName("gate.again")
        self.again.setAccessibleDescription(sentence)
        self.other: QPushButton | None = None
        row = QHBoxLayout()
        row.setSpacing(12)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 12, 12, 12)
        lines.setSpacing(10)
        if other:
            self.other = QPushButton(other)
            self.other.setObjectName("gate.other")
            self.other.setAccessibleDescription(sentence)
            lines.addWidget(body_label(sentence))
            row.addStretch(1)
            row.addWidget(self.other)
        else:
            row.addWidget(body_label(sentence), 1)
        row.addWidget(self.again)
        lines.addLayout(row)


class GatePage(QScrollArea):
    """Put what is asked into ``body``; nothing else of the window can be reached meanwhile."""

    def __init__(self, name: str, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title = heading(title, 1)
        self.card = _Sheet()
        self.card.setAccessibleName(title)
        self.card.body.setSpacing(12)
        self.card.body.addWidget(self.title)
        self.body = self.card.body
        holder = QWidget()
        self._column = column = QVBoxLayout(holder)
        column.setContentsMargins(16, 24, 16, 24)
        column.setSpacing(18)
        column.addStretch(2)
        column.addLayout(self._brand())
        column.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.setWidget(holder)
        holder.setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)
        theme.switched.connect(self._fit)
        self._fit()

    def bar(self, sentence: str, again: Way, other: Way | None = None) -> None:
        """Take nothing, say why, and offer to try again, or another way."""
        barred = BarredCard(sentence, again[0], other[0] if other is not None else "")
        barred.setFixedWidth(self.card.width())
        self.card.setEnabled(False)
        self._column.insertWidget(self._column.indexOf(self.card), barred, 0, Qt.AlignmentFlag.AlignHCenter)

        def try_again() -> None:
            barred.hide()
            barred.deleteLater()
            self.card.setEnabled(True)
            self.setFocus()
            again[1]()

        barred.again.clicked.connect(try_again)
        if other is not None and barred.other is not None:
            barred.other.clicked.connect(other[1])
        barred.again.setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move by Tab within the page."""
        moved = move_focus(self, forward)
        self._keep_in_sight()
        return moved

    def _keep_in_sight(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            self.ensureWidgetVisible(focused)

    def _brand(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        name = plain_label("KneeDesk")
        name.setProperty("level", "1")
        row.addStretch(1)
        row.addWidget(Glyph(self._theme, "bone", "accent", 28))
        row.addWidget(name)
        row.addStretch(1)
        return row

    def _fit(self) -> None:
        self.card.setFixedWidth(scaled(WIDTH, 1.5))
