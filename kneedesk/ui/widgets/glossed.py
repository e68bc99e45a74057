"""Words of a label that the glossary explains: underlined with dots, told under the pointer and to a screen reader."""

from html import escape
from typing import cast

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from kneedesk.presentation.content import text_of
from kneedesk.presentation.glossary import Explained, Glossary
from kneedesk.ui.widgets.words import Words


class Glossed:
    """What one label has explained; a text is searched when it is first drawn, and measured where a word is found."""

    def __init__(self, label: QLabel) -> None:
        self._label = label
        self._text: str | None = None
        self._words: tuple[Explained, ...] = ()
        self._measured: object = None
        self._places: tuple[tuple[Explained, tuple[QRectF, ...]], ...] = ()

    @property
    def words(self) -> tuple[Explained, ...]:
        """Return the words of the label that are explained."""
        self.search()
        return self._words

    def search(self) -> None:
        """Look for the words where the text is another, and tell them to a screen reader."""
        text = self._label.text()
        glossary = glossary_over(self._label) if text != self._text else None
        if glossary is not None:
            self._text, self._words = text, glossary.find(text)
            self._label.setAccessibleDescription(" ".join(word.words for word in self._words))

    def paint(self) -> None:
        """Underline the words with dots; the label has painted its text."""
        if not self.words:
            return
        painter = QPainter(self._label)
        pen = QPen(self._label.palette().color(QPalette.ColorRole.Link), 1.3)
        pen.setDashPattern([1.3, 2.2])
        painter.setPen(pen)
        for _, places in self._placed():
            for place in places:
                painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.end()

    def word_at(self, place: QPoint) -> Explained | None:
        """Return the word at a place of the label."""
        at = QPointF(place)
        return next((word for word, parts in self._placed() if any(part.contains(at) for part in parts)), None)

    def tell(self, place: QPoint, on_screen: QPoint) -> None:
        """Explain the word at a place of the label, or take the explanation away where there is none."""
        word = self.word_at(place)
        if word is None:
            QToolTip.hideText()
            return
        # As markup a long text is broken into lines; what stands in it is none.
        said = f"<b>{escape(word.name)}</b><br>{escape(text_of(word.meaning))}"
        QToolTip.showText(on_screen, f"<div>{said}</div>", self._label)

    def _placed(self) -> tuple[tuple[Explained, tuple[QRectF, ...]], ...]:
        """Return the words with the places of their parts; a word may be broken over two lines."""
        label = self._label
        room = label.contentsRect()
        measured = (self.words, room.topLeft(), room.width(), label.font().key())
        if self._words and measured != self._measured:
            self._measured = measured
            layout = _lines_of(label, room)
            self._places = tuple((word, _parts(layout, word, room.topLeft())) for word in self._words)
        return self._places if self._words else ()


class GlossedWords(Words):
    """Running text with its words explained; it cannot be selected."""

    def __init__(self, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(tone, pressed=True, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.glossed = Glossed(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the marks of its words."""
        super().paintEvent(event)
        self.glossed.paint()


def glossary_over(widget: QWidget) -> Glossary | None:
    """Return the glossary of the place that a widget stands in, as it has the font and the palette from there."""
    place: QWidget | None = widget
    while place is not None:
        glossary = getattr(place, "glossary", None)
        if isinstance(glossary, Glossary):
            return glossary
        place = None if place.isWindow() else place.parentWidget()
    return None


def _lines_of(label: QLabel, room: QRect) -> QTextLayout:
    """Break the text as Qt breaks that of a label: between words, each line on a whole pixel."""
    layout = QTextLayout(label.text(), label.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room.width())
        line.setPosition(QPointF(0, top))
        top = float(-(-(top + line.height()) // 1))
    layout.endLayout()
    return layout


def _parts(layout: QTextLayout, word: Explained, corner: QPoint) -> tuple[QRectF, ...]:
    parts = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start, end = max(word.start, line.textStart()), min(word.end, line.textStart() + line.textLength())
        if start < end:
            left, right = (_across(line, place) for place in (start, end))
            below = line.y() + line.ascent() + 2.5
            parts.append(QRectF(QPointF(left, line.y()), QPointF(right, below)).translated(corner))
    return tuple(parts)


def _across(line: QTextLine, place: int) -> float:
    # PySide returns the place again beside it, which its annotations do not tell.
    across, _ = cast("tuple[float, int]", line.cursorToX(place))
    return across
