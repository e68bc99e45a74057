"""Typing on: figures that are typed after a choice go into the next line of figures, where it is empty."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kneedesk.ui.reading_order import stop_after
from kneedesk.ui.widgets.field import Line

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def line_after(focused: QWidget) -> Line | None:
    """Return the empty line of figures that is the next stop after a widget, where that is what comes next."""
    stop = stop_after(focused.window(), focused)
    return stop if isinstance(stop, Line) and stop.takes_figures and not stop.text() else None


def type_on(focused: QWidget, event: QKeyEvent) -> bool:
    """Hand a figure on to the line after what has the focus; tell whether there was one."""
    figure = event.text().isdecimal() or event.text() == "-"
    line = line_after(focused) if figure and not event.modifiers() & _HELD else None
    if line is None:
        return False
    line.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(line, event.clone())
    return True
