"""What can be saved once more: a row each of what it is and what is said of it, with a button that saves it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.scrolling import ScrollColumn
from kneedesk.ui.widgets.words import Words, breakable

_MOST: Final = 150
"""Pixels at the usual size of text: what is longer scrolls, and the dialog around it stays on the screen."""


@dataclass(frozen=True, slots=True)
class CopyRow:
    """What one is called, what is said of it, and the words of its button; without words there is none."""

    title: str
    said: str
    words: str


class CopyRows(ScrollColumn):
    """As high as its rows, up to a height from which it scrolls."""

    asked = Signal(int)
    """The place of the row whose button was pressed."""

    def __init__(self, name: str, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        rows = QWidget()
        rows.setObjectName(name)
        super().__init__(rows, title, parent)
        self._theme, self._name = theme, name
        self._made: list[QWidget] = []
        self._column = QVBoxLayout(rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_rows(self, rows: Sequence[CopyRow]) -> None:
        """Show other rows; none are hidden away."""
        for made in self._made:
            self._column.removeWidget(made)
            made.deleteLater()
        self._made = [self._row(place, row) for place, row in enumerate(rows)]
        self.setVisible(bool(rows))  # first: of what is not shown yet Qt knows no height
        for place, made in enumerate(self._made):
            self._column.insertWidget(place, made)  # before what is left over
            made.show()
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows, as far as there is room for them."""
        return min(self._column.totalHeightForWidth(width), scaled(_MOST))

    def _row(self, place: int, row: CopyRow) -> QWidget:
        title, said = Words(level="label"), Words("note")
        title.say(breakable(row.title))
        said.say(breakable(row.said))
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(title)
        column.addWidget(said)
        if row.words:
            button = IconButton(self._theme, "save", row.words)
            button.setObjectName(f"{self._name}.save.{place}")
            button.setAccessibleName(f"{row.words}: {row.title}")
            button.clicked.connect(partial(self.asked.emit, place))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return made
