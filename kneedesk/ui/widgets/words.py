"""Running text that remembers how tall it is at a width: a page of reasons is measured many times for each change."""

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kneedesk.ui.theme import SIDEWAYS, Theme, scaled

# A label breaks lines only between words; nobody writes a word of so many letters.
_UNBROKEN = re.compile(r"\S{16}(?=\S)")


_USUAL = 240
_LEAST = 96


class Words(QLabel):
    """Words that wrap, shown as they stand; in a button they leave the mouse to it."""

    def __init__(
        self,
        tone: str = "",
        level: str = "",
        *,
        pressed: bool = False,
        wide: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Make words of a tone and a level; with ``wide`` always of so many pixels at the usual size of text."""
        super().__init__(parent)
        self._wide = wide
        if wide:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if tone:
            self.setProperty("tone", tone)
        if level:
            self.setProperty("level", level)
        if pressed:
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._selected_by_mouse = not pressed

    def say(self, text: str) -> None:
        """Show other words only where they are others, so that nothing is measured for nothing."""
        if self.text() != text:
            self._heights.clear()
            self.setText(text)

    def retone(self, tone: str) -> None:
        """Take another look only where it is another."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().polish(self)

    def sizeHint(self) -> QSize:
        """Return room for one line: how many lines there are follows from the width, and is not guessed here."""
        line = QSize(self._given(_USUAL), self.fontMetrics().height())
        return line if self.wordWrap() else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return a width that any word fits into."""
        line = QSize(self._given(_LEAST), self.fontMetrics().height())
        return line if self.wordWrap() else super().minimumSizeHint()

    def _given(self, usual: int) -> int:
        return scaled(self._wide, SIDEWAYS) if self._wide else scaled(usual)

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width, measured once."""
        height = self._heights.get(width)
        if height is None:
            self.ensurePolished()
            height = self._heights[width] = super().heightForWidth(width)
        return height

    def enterEvent(self, event: QEnterEvent) -> None:
        """Let the words be selected: that costs a document, which is made for those that the pointer is over."""
        if self._selected_by_mouse:
            self._take_hand(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Keep the document only where some of the words are selected."""
        if not self.hasSelectedText():
            self._take_hand(Qt.TextInteractionFlag.NoTextInteraction)
        super().leaveEvent(event)

    def _take_hand(self, flags: Qt.TextInteractionFlag) -> None:
        if self.textInteractionFlags() != flags:
            self.setTextInteractionFlags(flags)
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the font may be another."""
        self._heights.clear()
        super().changeEvent(event)


class RoleWords(Words):
    """Words in bold in the colour of a role: another role asks nothing of the style sheet, which takes long."""

    def __init__(self, theme: Theme, role: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme, self._role = theme, role
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)
        theme.switched.connect(self._colour)
        self._colour()

    def show_role(self, role: str) -> None:
        """Take the colour of another role."""
        if role != self._role:
            self._role = role
            self._colour()

    def _colour(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(self._role))
        self.setPalette(palette)


def breakable(text: str) -> str:
    """Return a recorded text in which a word longer than a line may be broken, so that it widens no page."""
    return _UNBROKEN.sub(lambda match: f"{match[0]}\N{ZERO WIDTH SPACE}", text)
