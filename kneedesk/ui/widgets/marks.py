"""Small signs of a field: *not assessed*, and the sentence about a fault."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

from kneedesk.language import Language
from kneedesk.ui.icons import pixmap
from kneedesk.ui.theme import scaled
from kneedesk.ui.widgets.text import plain_label

_SIZE = 12


class NotAssessed(QAbstractButton):
    """The mark that a finding was looked at and left; seen when it is set, or offered by pointer or focus.

    N on the control does the same, so that Tab does not stop here unless a field says so.
    """

    pressed_by_hand = Signal()

    def __init__(self, path: str, name: str, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{path}=not_assessed")
        self.setText(language.say("Not assessed"))
        self.setAccessibleName(f"{name}: {self.text()}")
        self.setCheckable(True)
        self.toggled.connect(self._toggle)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.offered = True
        self._reasons: set[str] = set()

    def withhold(self) -> None:
        """Never offer the mark: the finding is no question that one can leave."""
        self.offered = False
        kept = self.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # its height, so that controls side by side begin at the same one
        self.setSizePolicy(kept)
        self.setFixedWidth(0)
        self.hide()

    def offer(self, reason: str, holds: bool) -> None:
        """Show the mark as long as there is a reason to."""
        (self._reasons.add if holds else self._reasons.discard)(reason)
        self.update()

    def show_assessed(self, assessed: bool) -> None:
        """Show whether the mark is set; announce nothing."""
        blocked = self.blockSignals(True)
        self.setChecked(not assessed)
        self.blockSignals(blocked)

    def _toggle(self, checked: bool) -> None:
        """Leave the state to the field, where the mark is offered at all."""
        self.show_assessed(checked)
        if self.offered:
            self.pressed_by_hand.emit()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(scaled(_SIZE))
        font.setWeight(QFont.Weight.Medium)
        return font

    def sizeHint(self) -> QSize:
        """Return room for the words, the sign and the ground, also while they are not shown."""
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self.text()) + scaled(_SIZE) + 20, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        """Return the same: the words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a sign and the words."""
        if not (self.isChecked() or self.hasFocus() or (self.offered and self._reasons)):
            return
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            role = QPalette.ColorRole.Shadow if self.hasFocus() else QPalette.ColorRole.Mid
            painter.setPen(QPen(palette.color(role), 1))
            painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2)
        ink = palette.color(QPalette.ColorRole.Text if self.isChecked() else QPalette.ColorRole.Dark)
        name = "check" if self.isChecked() else "circle-dashed"
        side = scaled(_SIZE)
        painter.drawPixmap(8, (self.height() - side) // 2, pixmap(name, ink, side, self.devicePixelRatioF()))
        painter.setPen(ink)
        painter.setFont(self._font())
        words = self.rect().adjusted(side + 12, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()


class Sign(QWidget):
    """An icon beside words that say the same; it takes the colour of its words from the style."""

    def __init__(self, name: str, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square as large as the text beside it asks for."""
        return QSize(scaled(self._size), scaled(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the ink of the palette."""
        painter = QPainter(self)
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        painter.drawPixmap(0, 0, pixmap(self._name, ink, scaled(self._size), self.devicePixelRatioF()))
        painter.end()


class FaultLine(QWidget):
    """One sentence on why a value was not taken, with a sign; there only while there is a fault."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._label: QLabel = plain_label()
        self._label.setProperty("tone", "fault")
        self._label.setWordWrap(True)
        self._sign = Sign("circle-alert", 15)
        self._sign.setProperty("tone", "fault")
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)

    def text(self) -> str:
        """Return the sentence."""
        return self._label.text()

    def show_sentence(self, sentence: str | None) -> None:
        """Show a sentence, or nothing."""
        if sentence or self._label.text():
            self._label.setText(sentence or "")
            self.setAccessibleName(sentence or "")
            self.setVisible(bool(sentence))
