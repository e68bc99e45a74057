"""One reason for a verdict: pressed or focused, it is explained in the drawer."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneedesk.presentation.course import Ground, Tone
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.glyph import Glyph
from kneedesk.ui.widgets.pressable import Pressable
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
        self._basis = Words("accent", pressed=True)
        small = self._basis.font()
        small.setPixelSize(12)
        small.setWeight(QFont.Weight.Medium)
        self._basis.setFont(small)
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
