"""Words on the screen: headings, running text and chips; what was recorded is data and never markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QSizePolicy


def plain_label(text: str = "") -> QLabel:
    """Return a label that shows exactly this text, whatever stands in it."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    return label


def heading(text: str, level: int = 2) -> QLabel:
    """Return a heading: 1 for a page, 2 for a card, 3 within one."""
    label = plain_label(text)
    label.setProperty("level", str(level))
    label.setWordWrap(True)
    return label


def body_label(text: str, tone: str = "") -> QLabel:
    """Return running text that wraps and can be selected with the mouse."""
    label = plain_label(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    label.setCursor(Qt.CursorShape.ArrowCursor)
    if tone:
        label.setProperty("tone", tone)
    return label


def chip(text: str, tone: str = "calm") -> QLabel:
    """Return a few words set apart: accent, info, caution, stop, done or calm; the words say it, not the colour."""
    label = plain_label(text)
    label.setProperty("chip", tone)
    label.setIndent(0)  # else Qt adds half a letter to the padding, at one side only
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return label


def native_keys(keys: str) -> str:
    """Return keys as this computer writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
