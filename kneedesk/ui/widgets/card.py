"""A card: a calm sheet on the ground of the window, with a title, a subtitle and what it holds."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kneedesk.ui.widgets.block import room_of
from kneedesk.ui.widgets.text import body_label, heading

_EDGE: Final = 14
"""How far from its edge the corners of a card begin, in pixels."""


class Card(QFrame):
    """Put what belongs together into ``body``."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # what stands above a change is not painted again
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 20)
        outer.setSpacing(2)
        if title:
            outer.addWidget(heading(title, 2))
        if subtitle:
            outer.addWidget(body_label(subtitle, "note"))
        if title or subtitle:
            outer.addSpacing(10)
        self.body = QVBoxLayout()
        self.body.setSpacing(14)
        outer.addLayout(self.body)

    def lead(self, widget: QWidget) -> None:
        """Put something right under the title, before all that the card holds."""
        self.body.insertWidget(0, widget)

    def sizeHint(self) -> QSize:
        """Return room for one line of each text; how many there are follows from the width."""
        return room_of(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint the edge again where it stood and where it stands."""
        super().resizeEvent(event)
        before = event.oldSize()
        if before.width() == self.width():
            self.update(0, min(before.height(), self.height()) - _EDGE, self.width(), _EDGE)
        else:
            self.update()
