"""A question of the comparison: a button that folds its row, under it what the patient picked that it answers to."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from kneedesk.language import Language
from kneedesk.presentation.comparison import Row
from kneedesk.ui.icons import pixmap
from kneedesk.ui.theme import scaled

_SIDE = 10
_ICON = 16
_TALLEST = 100_000
_SMALL = 0.86  # of the size of the question
_WRAP = Qt.TextFlag.TextWordWrap


class ComparisonQuestion(QAbstractButton):
    """Checked it is open; the arrows lead on from it, as from every part of the grid."""

    key_pressed = Signal(object, object)
    entered = Signal()
    """The focus came."""

    def __init__(self, row: Row, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._matters = ""
        self._current = False
        self._heights: dict[int, int] = {}
        self.setObjectName(f"options.row={row.name}")
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(row.question)
        self.setToolTip(language.say("Fold or open this question (Space)"))
        self.toggled.connect(self.update)
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        """Say what the patient picked that the question answers to."""
        picked = self._language.say("Matters most: {matters}")
        self._matters = picked.format(matters=row.matters) if row.matters else ""
        self.setAccessibleName(f"{row.question}. {self._matters}" if self._matters else row.question)
        self._heights.clear()
        self.update()

    def show_current(self, current: bool) -> None:
        """Take the ground of the row in focus, or of the others."""
        if current is not self._current:
            self._current = current
            self.update()

    def height_at(self, width: int) -> int:
        """Return the height of all words at a width."""
        if width not in self._heights:
            room = QRect(0, 0, max(1, self._room(width)), _TALLEST)
            height = QFontMetrics(self._strong()).boundingRect(room, _WRAP, self.text()).height()
            if self._matters:
                height += 2 + QFontMetrics(self._small()).boundingRect(room, _WRAP, self._matters).height()
            self._heights[width] = height + 8
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return a useful size; the grid gives what is needed."""
        return QSize(160, self.height_at(160))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold or open on Space and Enter; arrows lead on."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        self.key_pressed.emit(self, event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the row is the one in focus."""
        super().focusInEvent(event)
        self.entered.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another type."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ground that covers what is scrolled below, the sign of the fold, the words and the focus."""
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        calm, plain = palette.color(QPalette.ColorRole.AlternateBase), palette.color(QPalette.ColorRole.Base)
        painter.fillRect(self.rect(), calm if self._current else plain)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Shadow), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(calm if self._current or self.underMouse() else plain)
        painter.drawRoundedRect(box, 6, 6)
        icon = "chevron-down" if self.isChecked() else "chevron-right"
        sign = pixmap(icon, palette.color(QPalette.ColorRole.Dark), scaled(_ICON), self.devicePixelRatioF())
        painter.drawPixmap(4, 5, sign)
        self._write(painter)
        painter.end()

    def _write(self, painter: QPainter) -> None:
        palette = self.palette()
        left, width = _SIDE + scaled(_ICON) - 2, self._room(self.width())
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.setFont(self._strong())
        room = QRect(left, 4, width, self.height())
        used = painter.boundingRect(room, _WRAP, self.text())
        painter.drawText(room, _WRAP, self.text())
        if self._matters:
            painter.setFont(self._small())
            painter.setPen(palette.color(QPalette.ColorRole.Accent))
            painter.drawText(QRect(left, used.bottom() + 3, width, self.height()), _WRAP, self._matters)

    def _room(self, width: int) -> int:
        return width - _SIDE - scaled(_ICON) - 2

    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(_SMALL * font.pixelSize()))
        return font
