"""ReportLab's canvas with a quick hand for type and dots, which is told what each piece of ink belongs to."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from hashlib import md5
from io import BytesIO
from typing import Any, Literal, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFPage, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from kneedesk.documents.fonts import FACES, face
from kneedesk.documents.lines import SetLine
from kneedesk.documents.objects import Objects, enter, text_string
from kneedesk.documents.structure import Element, Owners
from kneedesk.documents.style import ink

# In a string of a PDF these open, close and escape.
PLAIN_BYTES = frozenset(range(32, 127)) - frozenset(b"()\\")

# What is not read: rules and grounds, or what stands on every page.
Artifact = Literal["Layout", "Pagination"]


class Sheet(Canvas):
    """What every part is painted on; its y grows upwards, as in a PDF."""

    _doc: Any
    _code: list[str]

    def __init__(self, target: BytesIO, size: tuple[float, float], language: str, made_at: datetime) -> None:
        # Without a first font of our own ReportLab names Helvetica on every page and embeds nothing.
        own: dict[str, Any] = {"initialFontName": face(FACES["regular"]).fontName}
        super().__init__(target, size, pageCompression=0, invariant=1, pdfVersion=(1, 7), lang=language, **own)
        # Compress here: what ReportLab calls compression adds a third in size to make the bytes printable.
        self._doc.defaultStreamFilters = [PDFZCompress]
        # ReportLab's own stamp reads a clock, and has wrong minutes for zones such as +05:30.
        self._doc._timeStamp = _stamp(made_at)
        self._doc.signature = md5(made_at.isoformat().encode(), usedforsecurity=False)
        self.objects = Objects(self._doc)
        self.owners = Owners()
        self.outlined: list[str] = []
        self._fonts: dict[tuple[str, int], str] = {}
        self._painted: dict[str, list[str]] = {}
        self._owner: Element | str | None = None

    def belong(self, owner: Element | Artifact) -> None:
        """Say what all ink from here on belongs to: an element that is read, or what only decorates a page."""
        if owner == self._owner:
            return
        self._close()
        self._owner = owner
        if isinstance(owner, Element):
            self._code.append(f"/{owner.role} <</MCID {self.owners.mark(owner)}>> BDC")
        else:
            self._code.append(f"/Artifact <</Type /{owner}>> BDC")

    def showPage(self) -> None:  # noqa: N802
        """End the page; the next one begins with ink that belongs to nothing."""
        self._close()
        self._doc.signature.update("".join(self._code).encode())
        super().showPage()
        self.owners.turn()

    def _close(self) -> None:
        if self._owner is not None:
            self._code.append("EMC")
        self._owner = None

    # Of all that ReportLab calls, only this is handed the page before it is closed.
    def _setXObjects(self, thing: Any) -> None:  # noqa: N802
        super()._setXObjects(thing)  # type: ignore[misc, unused-ignore]
        if not isinstance(thing, PDFPage):  # it is a picture
            return
        enter(thing, "StructParents", str(len(self.owners.pages)))
        enter(thing, "Tabs", "/S")

    def type_line(self, line: SetLine, x: float, y: float) -> None:
        """Draw a line of type with its baseline at y."""
        code = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        colour, tracking, rise, language = "", 0.0, 0.0, ""
        for how, text in line.stretches:
            if how.language != language:
                if language:
                    code.append("EMC")
                if how.language:
                    code.append(f"/Span <</Lang {text_string(how.language)}>> BDC")
                language = how.language
            if how.colour != colour:
                colour = how.colour
                code.append(_fill(colour))
            if how.tracking != tracking:
                tracking = how.tracking
                code.append(f"{tracking:g} Tc")
            if how.rise != rise:
                rise = how.rise
                code.append(f"{rise:.2f} Ts")
            code.extend(self._shown(how.face, how.size, text))
        if language:
            code.append("EMC")
        code.append(f"{'0 Tc ' if tracking else ''}{'0 Ts ' if rise else ''}ET")
        self._code.append(" ".join(code))

    def dots(self, centres: Iterable[tuple[float, float]], diameter: float, colour: str) -> None:
        """Draw discs of one size and colour: the round ends of strokes that go nowhere."""
        # Some printers skip a stroke of no length at all.
        strokes = " ".join(f"{x - 0.005:.3f} {y:.2f} m {x + 0.005:.3f} {y:.2f} l" for x, y in centres)
        self._code.append(f"q 1 J {diameter:.2f} w {_fill(colour).upper()} {strokes} S Q")

    @contextmanager
    def placed(self, x: float, y: float, scale: float) -> Iterator[None]:
        """Draw what follows from this origin and in this scale."""
        self._code.append(f"q {scale:.4f} 0 0 {scale:.4f} {x:.2f} {y:.2f} cm")
        yield
        self._code.append("Q")

    def again(self, name: str, paint: Callable[[], None]) -> None:
        """Paint what only decorates a page: the first time by ``paint``, from then on with the same ink."""
        if name in self._painted:
            self._code += self._painted[name]
            return
        begun = len(self._code)
        paint()
        self._painted[name] = self._code[begun:]

    def _shown(self, name: str, size: float, text: str) -> Iterable[str]:
        font = face(name)
        # The codes of ASCII are those of the first subset.
        split = [(0, text.encode())] if text.isascii() else font.splitString(text, self._doc)
        for subset, codes in split:
            internal = self._fonts.get((name, subset))
            if internal is None:
                internal = self._fonts[name, subset] = font.getSubsetInternalName(subset, self._doc)
            string = f"({codes.decode()})" if PLAIN_BYTES.issuperset(codes) else f"<{codes.hex()}>"
            yield f"{internal} {size:g} Tf {string} Tj"


class Proof(Sheet):
    """A sheet for pages that are only looked at: it keeps no account of what its ink belongs to."""

    def __init__(self, target: BytesIO, size: tuple[float, float]) -> None:
        super().__init__(target, size, "", datetime.min)
        self._doc.defaultStreamFilters = []

    def belong(self, owner: Element | Artifact) -> None:
        """Let all ink belong to nothing."""


class _Stamp(NamedTuple):
    """When a document was made, in the shape that ReportLab writes: hours and minutes ahead of UTC."""

    YMDhms: tuple[int, ...]
    dhh: int
    dmm: int


def _stamp(made_at: datetime) -> _Stamp:
    minutes = (made_at.utcoffset() or timedelta()) // timedelta(minutes=1)
    hours, rest = divmod(abs(minutes), 60)
    return _Stamp(made_at.timetuple()[:6], hours if minutes >= 0 else -hours, rest)


@cache
def _fill(role: str) -> str:
    colour = ink(role)
    return f"{colour.red:.4f} {colour.green:.4f} {colour.blue:.4f} rg"
