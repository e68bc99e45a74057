"""Reasons for a verdict: pressed or focused, one is explained in the drawer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.presentation.course import Ground, Tone
from kneedesk.ui.settling import announce, held
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.block import Block
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.painted_row import BASIS, NAME, NOTE, Line, PaintedRow
from kneedesk.ui.widgets.pressable import show_each
from kneedesk.ui.widgets.text import heading

ICONS: dict[Tone, tuple[str, str]] = {
    "stop": ("octagon-alert", "stop"),
    "caution": ("triangle-alert", "caution"),
    "open": ("circle-question-mark", "info"),
    "plain": ("check", "ink"),
    "quiet": ("minus", "quiet"),
}
"""The icon of a tone and the role of its colour; the words beside it say the same."""


class ReasonRow(PaintedRow):
    """What the rule is, what it says and what it rests on."""

    explained = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setProperty("kind", "reason")
        self.setAutoDefault(False)
        self._ground: Ground | None = None
        self.clicked.connect(self._explain)

    def show_ground(self, ground: Ground) -> None:
        """Show a reason, and change only what is another."""
        if ground == self._ground:
            return
        self._ground = ground
        sign = ICONS[ground.tone]
        self.set_edge(sign[1] if ground.tone in ("stop", "caution", "open") else "")
        self.write(sign, (Line(ground.heading, NAME), Line(ground.text, NOTE), Line(ground.basis, BASIS)))
        self.setAccessibleName(f"{ground.heading}. {ground.text}")
        self.setAccessibleDescription(ground.basis)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Explain the reason that is reached by the keyboard."""
        super().focusInEvent(event)
        self._explain()

    def _explain(self) -> None:
        if self._ground is not None:
            self.explained.emit(self._ground.reason)


class ReasonGroup(Block):
    """Reasons under one heading; a group that can be folded says how many it holds."""

    explained = Signal(object)

    def __init__(self, title: str, theme: Theme, *, folded: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._title = theme, title
        self._rows: list[ReasonRow] = []
        self._grounds: tuple[Ground, ...] = ()
        self._body = Block()
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
        announce(self)
        self.setVisible(bool(grounds))
        if self._toggle is not None:
            self._toggle.setText(f"{self._title} ({len(grounds)})")
        if self._toggle is None or not self._body.isHidden():
            self._fill()

    def _fill(self) -> None:
        announce(self._body)
        with held(self._body):
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
