"""What stands between banner and footer: the page in sight, and what it rests on beside it or over it."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kneedesk.ui.drawer import WIDTH
from kneedesk.ui.theme import scaled

LEAST_PAGE: Final = 700
"""The width below which the drawer lies over the page instead of beside it."""


class Middle(QWidget):
    """The page and the drawer: side by side where there is room, else the drawer over the page while it is wanted."""

    crowded = Signal()
    """There is no more room for an open drawer beside the page."""

    def __init__(self, page: QWidget, drawer: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._drawer = drawer
        page.setParent(self)
        drawer.setParent(self)
        drawer.hide()

    @property
    def drawer_shown(self) -> bool:
        """Tell whether the drawer is open."""
        return not self._drawer.isHidden()

    @property
    def beside(self) -> bool:
        """Tell whether there is room for both."""
        return self.width() - self._wide() >= scaled(LEAST_PAGE)

    def covers(self, widget: QWidget) -> bool:
        """Tell whether the drawer lies over the middle of a widget of the page."""
        middle = widget.mapTo(self, widget.rect().center())
        return self.drawer_shown and not self.beside and self._drawer.geometry().contains(middle)

    def show_drawer(self, shown: bool) -> None:
        """Open or close the drawer."""
        self._drawer.setVisible(shown)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the room again."""
        super().resizeEvent(event)
        self.divide()

    def divide(self) -> None:
        """Divide the room: the window or the text has another size."""
        self._lay_out()
        if self.drawer_shown and not self.beside:
            self.crowded.emit()

    def _lay_out(self) -> None:
        wide = self._wide()
        docked = self.drawer_shown and self.beside
        self._page.setGeometry(0, 0, self.width() - (wide if docked else 0), self.height())
        self._drawer.setGeometry(self.width() - wide, 0, wide, self.height())
        self._drawer.raise_()

    def _wide(self) -> int:
        return min(scaled(WIDTH), self.width() * 3 // 5)
