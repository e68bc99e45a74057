"""An icon beside words, in the colour of a role; it decorates, and the words say the same."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kneedesk.ui.icons import pixmap
from kneedesk.ui.theme import Theme, scaled

_GAP: Final = 5  # Qt leaves two more between an icon and the words


class Glyph(QLabel):
    """Draw an icon again only where its name, its role or the theme is another."""

    def __init__(
        self, theme: Theme, name: str, role: str = "quiet", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._name, self._role, self._size = theme, name, role, size
        theme.switched.connect(self._draw)
        self._draw()

    @property
    def name(self) -> str:
        """Return the name of the icon that is shown."""
        return self._name

    def show_icon(self, name: str, role: str) -> None:
        """Show another icon or the same one in another role."""
        if (name, role) != (self._name, self._role):
            self._name, self._role = name, role
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw sharply on another screen."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        side = scaled(self._size)
        self.setFixedSize(side, side)
        self.setPixmap(pixmap(self._name, self._theme.colour(self._role), side, self.devicePixelRatioF()))


class IconButton(QPushButton):
    """A button with words and an icon that follows the theme; ``behind`` puts the icon behind the words."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        text: str,
        kind: str = "link",
        role: str = "accent",
        parent: QWidget | None = None,
        *,
        size: int = 16,
        behind: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self._theme, self._icon, self._role, self._size = theme, icon, role, size
        self._room = {"before" if behind else "behind": _GAP}
        if kind:
            self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if behind:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        theme.switched.connect(self._draw)
        self._draw()

    def show_icon(self, icon: str) -> None:
        """Show another icon, or none."""
        if icon != self._icon:
            self._icon = icon
            self._draw()

    def _draw(self) -> None:
        icon = self._theme.icon(self._icon, self._role, self._size, **self._room) if self._icon else QIcon()
        side = scaled(self._size)
        self.setIconSize(QSize(side + _GAP, side))
        self.setIcon(icon)
