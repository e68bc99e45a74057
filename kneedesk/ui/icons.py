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


def icon(
    name: str, colour: QColor, size: int, *, disabled: QColor | None = None, before: int = 0, behind: int = 0
) -> QIcon:
    """Return an icon for buttons and menus, sharp on every screen, in another colour where it is disabled.

    ``before`` and ``behind`` keep so many pixels clear at its sides: a push button leaves two to its words.
    """
    made = QIcon()
    for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
        for ink, mode in ((colour, QIcon.Mode.Normal), (disabled, QIcon.Mode.Disabled)):
            if ink is not None:
                made.addPixmap(_apart(pixmap(name, ink, size, ratio), before, behind), mode)
    return made


def _apart(picture: QPixmap, before: int, behind: int) -> QPixmap:
    if not before and not behind:
        return picture
    ratio = picture.devicePixelRatio()
    wide = QPixmap(picture.width() + round((before + behind) * ratio), picture.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(before, 0, picture)
    painter.end()
    return wide
