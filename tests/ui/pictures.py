"""Compare what is drawn with a picture that was looked at: closely on the whole, and in its worst block."""

import os
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

FOLDER = Path(__file__).parent / "reference"
RENEW = "KNEEDESK_RENEW_PICTURES"
BLOCK = 16
MEAN, WORST = 1.0, 20.0
"""How far a picture may be off, of 255: a shade of smoothing everywhere, a changed letter nowhere."""


def differs(name: str, widget: QWidget) -> str:
    """Say how a widget differs from its picture; where renewing is asked for, keep it as the picture instead."""
    drawn, place = _picture(widget), FOLDER / f"{name}.png"
    if RENEW in os.environ:
        drawn.save(str(place))
        return ""
    known = QImage(str(place)).convertToFormat(QImage.Format.Format_RGB32)
    if known.size() != drawn.size():
        return f"{name} is {drawn.width()} by {drawn.height()}, not {known.width()} by {known.height()}"
    mean, worst = off(known, drawn)
    return f"{name} is off by {mean:.1f}, at worst by {worst:.1f}" if mean > MEAN or worst > WORST else ""


def off(one: QImage, other: QImage) -> tuple[float, float]:
    """Return by how much two pictures of one size differ, in the mean and in the worst block."""
    difference = one.copy()
    painter = QPainter(difference)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    blocks = _scaled(difference, QSize(-(-one.width() // BLOCK), -(-one.height() // BLOCK)))
    places = ((x, y) for x in range(blocks.width()) for y in range(blocks.height()))
    shades = [sum(blocks.pixelColor(x, y).getRgb()[:3]) / 3 for x, y in places]
    return sum(shades) / len(shades), max(shades)


def _picture(widget: QWidget) -> QImage:
    """Return half the size: small to keep, and each letter still seen."""
    whole = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return _scaled(whole, whole.size() / 2)


def _scaled(image: QImage, size: QSize) -> QImage:
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
