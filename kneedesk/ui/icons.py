"""Draw the bundled icons in any colour and size."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kneedesk.bundle import resources


@cache
def _drawing(name: str) -> str:
    """Return the drawing of an icon by its name, with ``currentColor`` where its colour goes."""
    return (resources() / "icons" / f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    side = round(size * ratio)
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture of so many logical pixels, sharp on a screen of this pixel ratio."""
    return _pixmap(name, colour.name(), size, ratio)


def icon(name: str, colour: QColor, size: int, *, disabled: QColor | None = None) -> QIcon:
    """Return an icon for buttons and menus, sharp on every screen, in another colour where it is disabled."""
    made = QIcon()
    for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
        made.addPixmap(pixmap(name, colour, size, ratio))
        if disabled is not None:
            made.addPixmap(pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return made
