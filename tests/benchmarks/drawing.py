"""The same pages drawn directly: every drawing call of our own render, recorded once and replayed on a plain canvas."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from typing import Any
from unittest.mock import patch

from reportlab.pdfbase.pdfdoc import PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from kneedesk.documents import pdf
from kneedesk.documents.canvas import Sheet
from kneedesk.documents.lines import SetLine
from kneedesk.documents.style import ink

Call = Callable[[Canvas], object]
# Calls of ReportLab's canvas that our pages make as they are.
PLAIN = (
    "bookmarkHorizontalAbsolute",
    "addOutlineEntry",
    "clipPath",
    "drawPath",
    "line",
    "rect",
    "restoreState",
    "roundRect",
    "saveState",
    "setAuthor",
    "setCreator",
    "setFillColor",
    "setLineCap",
    "setLineJoin",
    "setLineWidth",
    "setProducer",
    "setStrokeColor",
    "setSubject",
    "setTitle",
    "setViewerPreference",
    "showPage",
)


class Recorder(Sheet):
    """Our canvas, which also writes down what is drawn on it as calls of a plain canvas."""

    calls: list[Call]

    def __init__(self, *arguments: Any) -> None:
        self.calls = []
        self._depth = 0
        super().__init__(*arguments)
        self.calls.clear()

    def type_line(self, line: SetLine, x: float, y: float) -> None:
        """Write down a line of type as one drawn string for each stretch."""
        colour = ""
        for how, text in line.stretches:
            if how.colour != colour:
                colour = how.colour
                self.calls.append(partial(_fill, ink(colour)))
            self.calls.append(partial(_draw, text, x, y + how.rise, how.face, how.size, how.tracking))
            x = how.ends(text, x)[-1]
        super().type_line(line, x, y)

    def dots(self, centres: Iterable[tuple[float, float]], diameter: float, colour: str) -> None:
        """Write down discs as the round ends of short lines, as we draw them ourselves."""
        kept = tuple(centres)
        lines = [(x - 0.005, y, x + 0.005, y) for x, y in kept]
        self.calls.append(partial(_dots, lines, diameter, ink(colour)))
        super().dots(kept, diameter, colour)

    @contextmanager
    def placed(self, x: float, y: float, scale: float) -> Iterator[None]:
        """Write down an origin and a scale."""
        self.calls.append(partial(_place, x, y, scale))
        with super().placed(x, y, scale):
            yield
        self.calls.append(lambda canvas: canvas.restoreState())


def _recording(name: str) -> Callable[..., Any]:
    def record(self: Recorder, *arguments: Any, **options: Any) -> Any:
        # What ReportLab's own calls do inside belongs to them.
        if self._depth == 0:
            self.calls.append(lambda canvas: getattr(canvas, name)(*arguments, **options))
        self._depth += 1
        try:
            return getattr(super(Recorder, self), name)(*arguments, **options)
        finally:
            self._depth -= 1

    return record


for _name in PLAIN:
    setattr(Recorder, _name, _recording(_name))


def _fill(colour: Any, canvas: Canvas) -> None:
    canvas.setFillColor(colour)


def _draw(text: str, x: float, y: float, face: str, size: float, tracking: float, canvas: Canvas) -> None:
    canvas.setFont(face, size)
    canvas.drawString(x, y, text, charSpace=tracking)


def _dots(lines: list[tuple[float, float, float, float]], diameter: float, colour: Any, canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setLineCap(1)
    canvas.setLineWidth(diameter)
    canvas.setStrokeColor(colour)
    canvas.lines(lines)
    canvas.restoreState()


def _place(x: float, y: float, scale: float, canvas: Canvas) -> None:
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(scale, scale)


def recorded(render: Callable[[], bytes]) -> tuple[tuple[float, float], list[Call]]:
    """Return the size of the pages and the drawing calls of one render."""
    made: list[Recorder] = []

    def make(*arguments: Any) -> Recorder:
        made.append(Recorder(*arguments))
        return made[-1]

    with patch.object(pdf, "Sheet", make):
        render()
    (recorder,) = made
    return recorder._pagesize, recorder.calls


def replay(size: tuple[float, float], calls: list[Call], *, as_ours: bool) -> bytes:
    """Draw the calls on a fresh plain canvas; ``as_ours`` compresses as we do, else as ReportLab does by itself."""
    buffer = BytesIO()
    canvas = Canvas(buffer, size, invariant=1, pageCompression=0 if as_ours else 1)
    if as_ours:
        canvas._doc.defaultStreamFilters = [PDFZCompress]
    for call in calls:
        call(canvas)
    canvas.save()
    return buffer.getvalue()
