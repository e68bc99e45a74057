"""What can be added by one press: offers side by side, or a table of them; one stop of Tab, arrows between them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from kneedesk.ui.icons import pixmap
from kneedesk.ui.theme import scaled
from kneedesk.ui.widgets.flow import FlowLayout
from kneedesk.ui.widgets.text import plain_label

_HEIGHT = 36
_LOW = 32
_ICON = 14
_SIDE = 10
_GAP = 6
_WIDEST = 320
_CELL = 68
_NAME = 236
_BETWEEN = 28
_BELOW = 4
_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDEWAYS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_UPRIGHT = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Offer(QAbstractButton):
    """A sign to add with its words, or the sign alone where a heading says the words."""

    def __init__(self, value: Any, words: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self.quiet = False
        self.setText(words)
        self.setAccessibleName(name)
        self.setToolTip("" if words else name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, value: Any, words: str, name: str) -> None:
        """Offer something else."""
        self.value = value
        self.setText(words)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Return room for the sign and the words, as far as there is some."""
        words = min(self.fontMetrics().horizontalAdvance(self.text()), scaled(_WIDEST))
        return QSize(2 * _SIDE + scaled(_ICON) + (words + _GAP if words else 0), scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the sign and the words."""
        palette, lit = self.palette(), self.underMouse() or self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        quiet = QPalette.ColorRole.Midlight if self.quiet else QPalette.ColorRole.Mid
        role = QPalette.ColorRole.Shadow if self.hasFocus() else quiet
        painter.setPen(QPen(palette.color(role), width))
        ground = QPalette.ColorRole.Light if self.isDown() else QPalette.ColorRole.Base
        painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase if self.underMouse() else ground))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        side = scaled(_ICON)
        left = _SIDE if self.text() else (self.width() - side) // 2
        ink = palette.color(QPalette.ColorRole.Text if lit else QPalette.ColorRole.Dark)
        sign = pixmap("plus", ink, side, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - side) // 2, sign)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        box = self.rect().adjusted(_SIDE + side + _GAP, 0, -_SIDE + 4, 0)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Space and Enter; what the others do not know goes on to the page."""
        offers: Offers = self.parentWidget()  # type: ignore[assignment]
        if event.key() in _PRESSING:
            if not event.isAutoRepeat():
                self.click()
        elif not offers.take_key(self, event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the one stop of Tab."""
        super().focusInEvent(event)
        offers: Offers = self.parentWidget()  # type: ignore[assignment]
        offers.stop_at(self)
        offers.moved.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus went."""
        super().focusOutEvent(event)
        offers: Offers = self.parentWidget()  # type: ignore[assignment]
        offers.moved.emit(False)


class Offers(QWidget):
    """Offers side by side, in as many lines as they need."""

    taken = Signal(object)
    """The value of the offer that was pressed."""
    left_out = Signal()
    """N was pressed: not assessed."""
    moved = Signal(bool)
    """Whether the focus came or went."""

    def __init__(self, path: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self._name = path, name
        self.offers: list[Offer] = []
        self.setAccessibleName(name)
        self._arrange()

    def _arrange(self) -> None:
        self._flow = FlowLayout(self)

    def add(self, key: str, value: Any, words: str) -> Offer:
        """Offer one more; its object name ends with the key."""
        offer = self._make(key, value, words, words)
        self._flow.addWidget(offer)
        return offer

    def _make(self, key: str, value: Any, words: str, said: str) -> Offer:
        offer = Offer(value, words, f"{self._name}: {said}", self)
        offer.setObjectName(f"{self._path}+{key}")
        offer.clicked.connect(lambda: self.taken.emit(offer.value))
        self.offers.append(offer)
        self.stop_at(self.offers[0])
        return offer

    def offer(self, value: Any) -> Offer:
        """Return the offer of a value.

        :raises StopIteration: where there is none.
        """
        return next(offer for offer in self.offers if offer.value == value)

    def stop_at(self, offer: Offer) -> None:
        """Make one offer the stop of Tab; arrows reach the others."""
        for each in self.offers:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is offer else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(offer)

    def take_key(self, offer: Offer, event: QKeyEvent) -> bool:
        """Act on a key; tell whether it meant anything here."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        if key == Qt.Key.Key_N:
            self.left_out.emit()
        elif key in _SIDEWAYS:
            line = sorted((each for each in self._seen() if each.y() == offer.y()), key=lambda each: each.x())
            place = line.index(offer) + _SIDEWAYS[key]
            line[place % len(line)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in _UPRIGHT:
            self._go_upright(offer, _UPRIGHT[key])
        else:
            return False
        return True

    def _go_upright(self, offer: Offer, way: int) -> None:
        """Go to the nearest offer in the line above or below, where there is one."""
        beyond = [each for each in self._seen() if (each.y() - offer.y()) * way > 0]
        if beyond:
            line = min(beyond, key=lambda each: abs(each.y() - offer.y())).y()
            near = (each for each in beyond if each.y() == line)
            middle = offer.geometry().center().x()
            nearest = min(near, key=lambda each: abs(each.geometry().center().x() - middle))
            nearest.setFocus(Qt.FocusReason.OtherFocusReason)

    def _seen(self) -> list[Offer]:
        return [each for each in self.offers if not each.isHidden()]


class OfferTable(Offers):
    """A line for each thing that can be added, a column for each answer that goes with it; two lines abreast.

    An offer has the value *(thing, answer)*; the thing's own name offers it with no answer.
    """

    def __init__(
        self,
        path: str,
        name: str,
        things: Sequence[tuple[Any, str]],
        answers: Sequence[tuple[Any, str]],
        parent: QWidget | None = None,
    ) -> None:
        self._lines: list[list[Offer]] = []
        self._columns = len(answers)
        self._height = 0
        super().__init__(path, name, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._heads = [[self._head(words) for _, words in answers] for _ in range(2)]
        for thing, words in things:
            named = self._make(str(thing), (thing, None), words, words)
            cells = [self._make(f"{thing}={key}", (thing, key), "", f"{words}: {said}") for key, said in answers]
            self._lines.append([named, *cells])
        for offer in self.offers:
            offer.quiet = True  # forty frames would be louder than what is recorded

    def _arrange(self) -> None:
        """Lay out by hand: the lines stand abreast where there is room."""

    def _head(self, words: str) -> QLabel:
        label = plain_label(words)
        label.setParent(self)
        label.setWordWrap(True)
        label.setProperty("tone", "note")
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        label.setFont(self._small())
        return label

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(scaled(12))
        return font

    def sizeHint(self) -> QSize:
        """Return the width of one line and the height of all at the width that is given."""
        return QSize(self._least(), max(self._height, scaled(_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def _least(self) -> int:
        return scaled(_NAME) + self._columns * (scaled(_CELL) + _GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out again, and ask for the height that they need."""
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the lines out again at another size of text."""
        if event.type() == QEvent.Type.FontChange:
            for head in (head for heads in self._heads for head in heads):
                head.setFont(self._small())
            self._place()
        super().changeEvent(event)

    def _place(self) -> None:
        """Give each line and each cell its place."""
        cell, high = scaled(_CELL), scaled(_LOW)
        abreast = 2 if self.width() >= 2 * self._least() + _BETWEEN else 1
        span = min((self.width() - (abreast - 1) * _BETWEEN) // abreast, self._least() + scaled(_NAME))
        name = span - self._columns * (cell + _GAP)
        top = max(head.heightForWidth(cell) for head in self._heads[0]) + _BELOW
        deep = -(-len(self._lines) // abreast)
        for block, heads in enumerate(self._heads):
            for place, head in enumerate(heads):
                head.setVisible(block < abreast)
                head.setGeometry(block * (span + _BETWEEN) + name + _GAP + place * (cell + _GAP), 0, cell, top - _BELOW)
        for number, (named, *cells) in enumerate(self._lines):
            left, line = (number // deep) * (span + _BETWEEN), top + (number % deep) * (high + _BELOW)
            named.setGeometry(left, line, name, high)
            named.setToolTip(named.text() if named.sizeHint().width() > name else "")
            for place, each in enumerate(cells):
                each.setGeometry(left + name + _GAP + place * (cell + _GAP), line, cell, high)
        height = top + deep * (high + _BELOW) - _BELOW
        if height != self._height:
            self._height = height
            self.updateGeometry()
