"""Reasons for a verdict: pressed or focused, one is explained in the drawer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneedesk.presentation.course import Ground, Tone
from kneedesk.ui.settling import announce, held
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.block import Block
from kneedesk.ui.widgets.glyph import Glyph, IconButton
from kneedesk.ui.widgets.pressable import Pressable, show_each
from kneedesk.ui.widgets.text import heading
from kneedesk.ui.widgets.words import Words

ICONS: dict[Tone, tuple[str, str]] = {
    "stop": ("octagon-alert", "stop"),
    "caution": ("triangle-alert", "caution"),
    "open": ("circle-question-mark", "info"),
    "plain": ("check", "ink"),
    "quiet": ("minus", "quiet"),
}
"""The icon of a tone and the role of its colour; the words beside it say the same."""


class ReasonRow(Pressable):
    """What the rule is, what it says and what it rests on."""

    explained = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setProperty("kind", "reason")
        self.setAutoDefault(False)
        self._ground: Ground | None = None
        self._icon = Glyph(theme, "minus", size=18)
        self._heading = Words(level="3", pressed=True)
        self._text = Words("note", pressed=True)
        self._basis = Words("accent", "basis", pressed=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._heading, self._text, self._basis):
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 12, 10)
        row.setSpacing(10)
        column = QVBoxLayout()
        column.addWidget(self._icon)
        column.addStretch()
        row.addLayout(column)
        row.addLayout(words, 1)
        self.clicked.connect(self._explain)

    def show_ground(self, ground: Ground) -> None:
        """Show a reason, and change only what is another."""
        if ground == self._ground:
            return
        self._ground = ground
        announce(self)
        icon, role = ICONS[ground.tone]
        self._icon.show_icon(icon, role)
        self.set_edge(role if ground.tone in ("stop", "caution", "open") else "")
        self._heading.say(ground.heading)
        self._text.say(ground.text)
        self._basis.say(ground.basis)
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
