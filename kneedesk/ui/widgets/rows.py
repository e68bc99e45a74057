"""Lists that grow line by line; an empty one says *asked and none* only where somebody said so."""

from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.ui.widgets.buttons import IconOnlyButton
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.many import Tick

_HOLD = 20  # milliseconds between two looks at the button


class Row(QWidget):
    """One entry of a list; a kind adds its controls and says what they amount to."""

    changed = Signal()
    """The entry is another one now, or has become complete."""
    removed = Signal()
    """The entry is to go."""
    moved = Signal(bool)
    """Whether the focus came or went."""
    faulted = Signal(object)
    """A sentence on what cannot be taken, or None."""

    def __init__(self, path: str, name: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.language = language
        self.setAccessibleName(name)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(8)
        self.remove = IconOnlyButton("x", language.say("Remove {entry}").format(entry=name))
        self.remove.setObjectName(f"{path}.remove")
        self.remove.clicked.connect(self.removed)
        self.line.addWidget(self.remove)

    def put(self, control: QWidget, stretch: int = 0) -> None:
        """Add a control before the button that removes the row."""
        self.line.insertWidget(self.line.count() - 1, control, stretch)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops in the row, from left to right."""
        items = [self.line.itemAt(place) for place in range(self.line.count())]
        controls = [item.widget() for item in items if item is not None]
        stops = [control.focusProxy() or control for control in controls if control is not None]
        return [stop for stop in stops if stop.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def value(self) -> Any:
        """Return the entry, or None while it is not complete."""
        raise NotImplementedError

    def show_entry(self, entry: Any) -> None:
        """Show an entry; announce nothing."""
        raise NotImplementedError

    def commit(self) -> None:
        """Take what was typed and not yet confirmed."""


class RowsField(Field):
    """Rows with a way to add one, and *None* while there are no rows."""

    GROWS_DOWN = False
    """Whether rows stand below what adds them, so that it stays where it is under the pointer."""

    def __init__(
        self,
        path: str,
        name: str,
        language: Language,
        *,
        none: str = "",
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(path, name, language, help_text=help_text, parent=parent)
        self.rows: list[Row] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._start = QWidget(self)  # never seen: it holds the place in the order of Tab where the rows begin
        self._start.hide()
        self.none = Tick((), none or language.say("None"))
        self.none.setObjectName(f"{path}=none")
        self.none.setAccessibleName(f"{name}: {self.none.text()}")
        self.none.toggled.connect(self._press_none)
        self.none.moved.connect(self.focus_moved)
        self.none.keyed.connect(self._take_key)
        self.adder = self._make_adder()
        self.label.setBuddy(self.adder)
        self.setFocusProxy(self.adder)
        self._lay_out()

    def _lay_out(self) -> None:
        if self.GROWS_DOWN:
            self.place.addWidget(self.adder)
            self.place.addWidget(self.none, 0, Qt.AlignmentFlag.AlignLeft)
            self.place.addLayout(self._lines)
            return
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.adder, 1)
        foot.addWidget(self.none)
        self.place.addLayout(self._lines)
        self.place.addLayout(foot)

    def _make_adder(self) -> QWidget:
        """Return the control that adds a row."""
        raise NotImplementedError

    def _make_row(self, place: int) -> Row:
        """Return an empty row for a place in the list."""
        raise NotImplementedError

    def value(self) -> tuple[Any, ...] | None:
        """Return what the rows amount to, those that are not complete left out."""
        entries = tuple(entry for entry in (row.value() for row in self.rows) if entry is not None)
        return entries or (() if self.none.isChecked() else None)

    def add_row(self) -> Row:
        """Add an empty row."""
        row = self._make_row(len(self.rows))
        row.changed.connect(self._announce)
        row.removed.connect(self._remove)
        row.moved.connect(self.focus_moved)
        row.faulted.connect(self.show_fault)
        self.rows.append(row)
        self._lines.addWidget(row)
        self._reveal(row)
        self._put_in_tab_order()
        self.none.show_checked(False)
        self.none.hide()
        return row

    def _reveal(self, row: Row) -> None:
        """Show a row; under a button that is held down nothing moves: the release would miss what was pressed."""
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            row.show()  # else only later, and the focus cannot go there
        else:
            row.hide()
            QTimer.singleShot(_HOLD, row, lambda: self._reveal(row))

    def _put_in_tab_order(self) -> None:
        """Let Tab come through the rows where they are read; Qt puts what is new at the end."""
        if self.GROWS_DOWN:
            for before, stop in pairwise((self.none, *(stop for each in self.rows for stop in each.stops()))):
                self.setTabOrder(before, stop)
            return
        self._start.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt orders only what may take the focus
        before = self._start
        for stop in (stop for each in self.rows for stop in each.stops()):
            self.setTabOrder(before, stop)
            before = stop
        self.setTabOrder(before, self.adder)
        self._start.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def commit(self) -> None:
        """Take what was typed in any row."""
        for row in tuple(self.rows):
            row.commit()

    def _announce(self) -> None:
        self.settle(self.value())

    def _remove(self) -> None:
        row = self.sender()
        assert isinstance(row, Row)  # noqa: S101
        self._drop(row)
        self.adder.setFocus()
        self._announce()

    def _drop(self, row: Row) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.none.setVisible(not self.rows)

    def _press_none(self) -> None:
        self.settle(() if self.none.isChecked() else None)

    def _take_key(self, event: Any) -> None:
        if event.text().lower() == "n":
            self.toggle_assessed()
            event.accept()

    def _show(self, value: Any) -> None:
        complete = tuple(entry for entry in (row.value() for row in self.rows) if entry is not None)
        if value and complete == value:  # what was just entered comes back; a row begun below it stays
            return
        for row in self.rows[len(value or ()) :]:
            self._drop(row)
        for place, entry in enumerate(value or ()):
            (self.rows[place] if place < len(self.rows) else self.add_row()).show_entry(entry)
        self.none.show_checked(value == ())


def named(control: QWidget, object_name: str, name: str) -> None:
    """Give a control of a row its object name and the name that a screen reader says."""
    control.setObjectName(object_name)
    control.setAccessibleName(name)
