"""A card of statements under one title; it is not there where nothing is to be said."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneedesk.presentation.content import Cell
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.passage_list import PassageList


class StatementCard(Card):
    """Each statement says what it rests on when it is reached or pressed."""

    explained = Signal(object)

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, subtitle, parent)
        self.list = PassageList()
        self.list.explained.connect(self.explained)
        self.list.setAccessibleName(title)
        self.body.addWidget(self.list)
        self._lines: Cell = ()

    def show_lines(self, lines: Cell) -> None:
        """Say these statements, and change only what is another."""
        if lines != self._lines:
            self._lines = lines
            self.list.show_lines(lines)
        if not lines:
            self.hide()
        elif self.parentWidget() is not None:  # by itself it would be a window
            self.show()
