"""Reasons for a verdict under one heading."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.presentation.course import Ground
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.pressable import show_each
from kneedesk.ui.widgets.reason_row import ReasonRow
from kneedesk.ui.widgets.text import heading


class ReasonGroup(QWidget):
    """Reasons under one heading; a group that can be folded says how many it holds."""

    explained = Signal(object)

    def __init__(self, title: str, theme: Theme, *, folded: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._title = theme, title
        self._rows: list[ReasonRow] = []
        self._grounds: tuple[Ground, ...] = ()
        self._body = QWidget()
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        self._toggle: IconButton | None = None
        if folded:
            self._toggle = IconButton(theme, "chevron-right", title)
            self._toggle.clicked.connect(self._turn)
            outer.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
            self._body.hide()
        else:
            outer.addWidget(heading(title, 3))
        outer.addWidget(self._body)

    def show_grounds(self, grounds: tuple[Ground, ...]) -> None:
        """Show these reasons; a folded group lays out none of them."""
        if grounds == self._grounds:
            return
        self._grounds = grounds
        self.setVisible(bool(grounds))
        if self._toggle is not None:
            self._toggle.setText(f"{self._title} ({len(grounds)})")
        if self._toggle is None or not self._body.isHidden():
            self._fill()

    def _fill(self) -> None:
        show_each(self._rows, self._grounds, self._add, ReasonRow.show_ground)

    def _add(self) -> ReasonRow:
        row = ReasonRow(self._theme)
        row.explained.connect(self.explained)
        self._lines.addWidget(row)
        return row

    def _turn(self) -> None:
        opened = self._body.isHidden()
        if opened:
            self._fill()
        self._body.setVisible(opened)
        if self._toggle is not None:
            self._toggle.show_icon("chevron-down" if opened else "chevron-right")
