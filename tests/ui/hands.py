"""The hands that work the controls: by mouse, by the quickest way, or by keyboard alone; keys and clicks are here."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QScrollArea,
    QWidget,
)

from kneedesk.ui.widgets.segment import Segment
from kneedesk.ui.widgets.typing_on import line_after

CONTROL = Qt.KeyboardModifier.ControlModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_MOST_STOPS = 400
_MOST_TURNS = 400


class Hand(ABC):
    """A way to work the controls that a person sees."""

    @abstractmethod
    def press(self, control: QWidget) -> None:
        """Press a button, a choice or a box to tick."""

    @abstractmethod
    def go(self, rail: QAbstractButton, number: int) -> None:
        """Go to a step."""

    @abstractmethod
    def write(self, line: QWidget, text: str) -> None:
        """Replace what stands in a line."""

    def name(self, lines: Sequence[QWidget], names: Sequence[str]) -> None:
        """Write the family name and the given name, each into its line."""
        for line, name in zip(lines, names, strict=True):
            self.write(line, name)

    def list(self, line: QWidget, texts: Sequence[str]) -> None:
        """Write entries into a line that takes them, one after the other."""
        for text in texts:
            self.write(line, text)
            strike(Qt.Key.Key_Return)

    @abstractmethod
    def pick(self, picker: QComboBox, words: str) -> None:
        """Take an entry from a list that opens."""

    @abstractmethod
    def take(self, view: QAbstractItemView, row: int) -> None:
        """Choose a row of a list that is always there."""

    @abstractmethod
    def confirm(self, button: QWidget) -> None:
        """Confirm what was typed in a dialog that is not ours."""


class Mouse(Hand):
    """Turns the wheel until a control is in sight, and clicks in the window where it is seen."""

    def press(self, control: QWidget) -> None:
        """Click on a control, brought in sight again where something came up around it under way."""
        self._bring(control)
        _point(control, _seen_middle(control))
        self._bring(control)
        _click(control, _seen_middle(control))

    def go(self, rail: QAbstractButton, number: int) -> None:
        """Click on the step in the rail."""
        self.press(rail)

    def write(self, line: QWidget, text: str) -> None:
        """Click into a line, and type over what stands there."""
        self.press(line)
        assert QApplication.focusWidget() is line, f"a click does not lead into {_named(line)}"
        _type_over(text)

    def pick(self, picker: QComboBox, words: str) -> None:
        """Open the list and click on an entry."""
        self.press(picker)
        view = picker.view()
        assert view.isVisible(), f"{_named(picker)} did not open"
        _click_row(view, _place(picker, words), picker.modelColumn())

    def take(self, view: QAbstractItemView, row: int) -> None:
        """Click on the row."""
        _click_row(view, row)

    def confirm(self, button: QWidget) -> None:
        """Click on the button, once nothing that came up while typing lies over it."""
        if QApplication.activePopupWidget() is not None:
            strike(Qt.Key.Key_Escape)
        self.press(button)

    def _bring(self, control: QWidget) -> None:
        for _ in range(_MOST_TURNS):
            QApplication.processEvents()  # a hand goes to where a thing is painted, not to where it was
            if _is_seen(control):
                return
            _turn(control)
        raise AssertionError(f"{_named(control)} cannot be brought in sight")


class Deft(Mouse):
    """Clicks nowhere where the focus is already, and takes the shortcut of a step: what the quickest hand does."""

    def go(self, rail: QAbstractButton, number: int) -> None:
        """Press the shortcut of the step."""
        strike(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)

    def write(self, line: QWidget, text: str) -> None:
        """Type at once where the focus has come by itself, or where figures after a choice go."""
        focused = QApplication.focusWidget()
        if focused is not line and isinstance(focused, Segment) and line_after(focused) is line:
            _type(text)
        else:
            if focused is not line:
                self.press(line)
            _type_over(text)
        assert QApplication.focusWidget() is line, f"what is typed does not come into {_named(line)}"

    def name(self, lines: Sequence[QWidget], names: Sequence[str]) -> None:
        """Write both into the first line, with a comma between."""
        self.write(lines[0], ", ".join(names))

    def list(self, line: QWidget, texts: Sequence[str]) -> None:
        """Write them with semicolons between; they are taken when the line is left."""
        self.write(line, "; ".join(texts))

    def confirm(self, button: QWidget) -> None:
        """Press Enter where the typing ended."""
        strike(Qt.Key.Key_Return)


class Keyboard(Hand):
    """Moves by Tab and arrows and works what has the focus; never touches the mouse."""

    def press(self, control: QWidget) -> None:
        """Go to a control and press it by Space."""
        self._reach(control)
        if not (isinstance(control, QAbstractButton) and control.autoExclusive() and control.isChecked()):
            strike(Qt.Key.Key_Space)

    def go(self, rail: QAbstractButton, number: int) -> None:
        """Press the shortcut of the step."""
        strike(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)

    def write(self, line: QWidget, text: str) -> None:
        """Go into a line, and type over what stands there."""
        self._reach(line)
        _type_over(text)

    def pick(self, picker: QComboBox, words: str) -> None:
        """Open the list, go down to an entry and take it."""
        self._reach(picker)
        strike(Qt.Key.Key_Space)
        view, place = picker.view(), _place(picker, words)
        assert view.isVisible(), f"{_named(picker)} did not open"
        strike(Qt.Key.Key_Home)
        while view.currentIndex().row() != place:
            before = view.currentIndex().row()
            strike(Qt.Key.Key_Down)
            assert view.currentIndex().row() > before, f"{_named(picker)} has no way to {words!r}"
        strike(Qt.Key.Key_Return)

    def take(self, view: QAbstractItemView, row: int) -> None:
        """Go into the list and down to the row."""
        self._reach(view)
        strike(Qt.Key.Key_Home)
        for _ in range(row):
            strike(Qt.Key.Key_Down)

    def confirm(self, button: QWidget) -> None:
        """Press Enter where the typing ended."""
        strike(Qt.Key.Key_Return)

    def _reach(self, control: QWidget) -> None:
        """Go by Tab to a control, or to the choice it is one of and on by arrows."""
        for _ in range(_MOST_STOPS):
            stop = _stop_before(control)  # it may change: a choice has one stop
            if _focused() is stop:
                break
            strike(Qt.Key.Key_Tab)
        else:
            raise AssertionError(f"Tab does not lead to {_named(control)}")
        for _ in control.parentWidget().children():
            if _focused() is control:
                return
            strike(_arrow(_focused(), control))
        assert _focused() is control, f"no arrow leads to {_named(control)}"


def _named(control: QWidget) -> str:
    return f"{type(control).__name__} {control.objectName()!r}"


def _place(picker: QComboBox, words: str) -> int:
    place = picker.findText(words)
    assert place >= 0, f"{_named(picker)} offers no {words!r}"
    return place


# What keys do


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None, "nothing has the focus"
    return focused


def _key_window() -> QWindow:
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window takes keys"
    return window


def strike(key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
    """Press a key where the keys go, and let go of it."""
    QTest.keyClick(_key_window(), key, modifier)


def _type_over(text: str) -> None:
    """Select all that stands there and type."""
    strike(Qt.Key.Key_A, CONTROL)
    _type(text)


def _type(text: str) -> None:
    """Type; what no key of this layout has comes as composed text."""
    for letter in text:
        if letter.isascii():
            QTest.keyClick(_key_window(), letter)
        else:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                QApplication.sendEvent(_focused(), QKeyEvent(kind, 0, _PLAIN, letter))


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus)


def _stop_before(control: QWidget) -> QWidget:
    """Return where Tab stops to come to a control: itself, or the one of its choice that is the stop now."""
    if _takes_tab(control):
        return control
    others = control.parentWidget().findChildren(type(control), options=Qt.FindChildOption.FindDirectChildrenOnly)
    return next((each for each in others if _takes_tab(each)), control)


def _arrow(here: QWidget, there: QWidget) -> Qt.Key:
    """Return the arrow that leads from one of a choice to another."""
    if here.y() != there.y():
        return Qt.Key.Key_Down if here.y() < there.y() else Qt.Key.Key_Up
    return Qt.Key.Key_Right if here.x() < there.x() else Qt.Key.Key_Left


# What the mouse does


def _point(widget: QWidget, place: QPoint) -> None:
    window = widget.window()
    QTest.mouseMove(window.windowHandle(), widget.mapTo(window, place))


def _click(widget: QWidget, place: QPoint) -> None:
    window = widget.window()
    where = widget.mapTo(window, place)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, _PLAIN, where)


def _click_row(view: QAbstractItemView, row: int, column: int = 0) -> None:
    """Come to a row and click on it; a list that has just opened sees the mouse only when it moves."""
    place = view.visualRect(view.model().index(row, column)).center()
    _point(view.viewport(), place + QPoint(0, -1))
    _point(view.viewport(), place)
    _click(view.viewport(), place)


def draw(pad: QWidget) -> None:
    """Draw a line across a box with the button held down."""
    left, middle = Qt.MouseButton.LeftButton, pad.height() // 2
    QTest.mousePress(pad, left, _PLAIN, QPoint(20, middle))
    for x in range(30, pad.width() - 20, 20):
        QTest.mouseMove(pad, QPoint(x, middle - 20))
    QTest.mouseRelease(pad, left, _PLAIN, QPoint(pad.width() - 20, middle))


def _seen_middle(control: QWidget) -> QPoint:
    return control.visibleRegion().boundingRect().center()


def _is_seen(control: QWidget) -> bool:
    """Tell whether a click in the middle of a control comes to it: it is neither scrolled away nor covered."""
    window, middle = control.window(), _seen_middle(control)
    hit = window.childAt(control.mapTo(window, middle))
    inside = control.visibleRegion().contains(control.rect().center())
    return inside and hit is not None and (hit is control or control.isAncestorOf(hit))


def _turn(control: QWidget) -> None:
    """Turn the wheel a notch, over the innermost area that can still bring a control nearer."""
    area = control.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            middle = control.mapTo(area.viewport(), control.rect().center()).y()
            down = middle > area.viewport().height() // 2
            bar = area.verticalScrollBar()
            hidden = not 0 <= middle < area.viewport().height()
            if hidden and bar.value() != (bar.maximum() if down else bar.minimum()):
                _wheel(area, -1 if down else 1)
                return
        area = area.parentWidget()
    raise AssertionError(f"{_named(control)} is covered, or nothing scrolls to it")


def _wheel(area: QAbstractScrollArea, notches: int) -> None:
    window, viewport = area.window(), area.viewport()
    place = QPointF(viewport.mapTo(window, viewport.rect().center()))
    QTest.wheelEvent(window.windowHandle(), place, QPoint(0, 120 * notches))
