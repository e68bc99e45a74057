"""Documents for the window: issued, shown as pictures, printed and written, all of it away from the window's thread."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from contextlib import contextmanager
from ctypes import c_ubyte
from dataclasses import dataclass, field, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from kneedesk.assessment.readiness import Document
from kneedesk.ui.program import leave_out_of_collection, without_collection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]
    from PySide6.QtPrintSupport import QPrinter

    from kneedesk.documents.issue import Told
    from kneedesk.documents.material import Material
    from kneedesk.documents.setting import Setting, Watch
    from kneedesk.documents.style import Paper
    from kneedesk.domain.consultation import Consultation
    from kneedesk.store.archive import Copy
    from kneedesk.ui.sealing import Seals

# PDFium has one state for the whole process and must not be entered twice.
_PDFIUM = threading.Lock()
POINTS = 72
_LETTER_COUNTRIES = ("us", "mx")
PRINTED = 300
"""Dots an inch of a printed page."""
_MODULES = (
    "pypdfium2_raw",
    "pypdfium2",
    "reportlab.pdfbase.pdfdoc",
    "reportlab.pdfbase.ttfonts",
    "reportlab.pdfgen.canvas",
    "kneedesk.documents.lines",
    "kneedesk.documents.structure",
    "kneedesk.documents.canvas",
    "kneedesk.documents.flow",
    "kneedesk.documents.tables",
    "kneedesk.documents.blocks",
    "kneedesk.documents.pdf",
    "kneedesk.documents.consent_form",
    "kneedesk.documents.sheet",
    "kneedesk.documents.clinical_record",
    "kneedesk.documents.issue",
)


@dataclass(frozen=True, slots=True)
class Request:
    """One document of one consultation on one paper, as usual or in large print."""

    document: Document
    material: Material
    paper: Paper
    large: bool = False
    logo: str = ""
    """The path of the picture in the letterhead, empty where there is none."""

    @property
    def stands(self) -> bool:
        """Tell whether it is a document of a version that was finalised: such a one is sealed and kept."""
        return self.document is not Document.BLANK and self.material.consultation.finalised is not None

    @property
    def what(self) -> str:
        """Return which document it is as the journal names it; empty where nothing of a patient is in it."""
        if self.document is Document.BLANK:
            return ""
        size, state = "large" if self.large else "", "" if self.stands else "draft"
        words = (self.document, self.material.language.tag, self.paper, size, state)
        return " ".join(filter(None, words)).lower()

    @property
    def version(self) -> str:
        """Return the digest of the version that it belongs to.

        :raises ValueError: where it is of a draft, which is neither sealed nor kept.
        """
        finalised = self.material.consultation.finalised
        if finalised is None:
            raise ValueError("a draft is not sealed")
        return finalised.digest

    @property
    def copy(self) -> Copy:
        """Return as which copy it is kept."""
        from kneedesk.store.archive import Copy  # noqa: PLC0415

        paper = f"{self.paper} large" if self.large else self.paper
        return Copy(self.version, self.document, self.material.language.tag, paper)


@dataclass(frozen=True, slots=True)
class Shown(ABC):
    """A document that can be looked at, page by page."""

    request: Request
    pages: tuple[tuple[float, float], ...]
    """Width and height of every page in points."""
    codes: Mapping[str, tuple[str, ...]]
    """The recorded characters that no page can show as themselves, under the path of their field."""
    logo_refused: str = field(default="", kw_only=True)
    """Why the logo is not printed."""

    @abstractmethod
    def picture(self, index: int, scale: float) -> QImage:
        """Return one page as a picture of ``scale`` pixels a point."""


@dataclass(frozen=True, slots=True)
class Proof(Shown):
    """A document set on its pages: each is drawn when it is looked at, as it will be in the bytes."""

    setting: Setting = field(repr=False)

    def picture(self, index: int, scale: float) -> QImage:
        """Return one page, written alone."""
        from kneedesk.documents.pdf import proof  # noqa: PLC0415

        return page_picture(proof(self.setting, index + 1), 0, scale)


@dataclass(frozen=True, slots=True)
class Issued(Shown):
    """A document as bytes: what is shown, printed and written is this."""

    content: bytes = field(repr=False)

    def picture(self, index: int, scale: float) -> QImage:
        """Return one page of the bytes."""
        return page_picture(self.content, index, scale)


def _load_faces() -> None:
    from kneedesk.documents.fonts import load_faces  # noqa: PLC0415

    load_faces()


PARTS: Sequence[Callable[[], object]] = (
    *(partial(import_module, name) for name in _MODULES),
    _load_faces,
    leave_out_of_collection,
)
"""What loads, one after the other, all that sets the pages and draws their pictures; it stays once it is loaded."""


def issue_request(request: Request, seals: Seals | None = None) -> Issued:
    """Issue a document, or return the sealed copy that is kept of it where its version stands.

    :raises Unavailable: where a version stands and its copy can neither be read nor be sealed and kept.
    """
    found = set_request(request, seals)
    return found if isinstance(found, Issued) else finish(found, seals)


@without_collection()
def set_request(
    request: Request,
    seals: Seals | None = None,
    watch: Watch = lambda: None,
    known: dict[tuple[Document, str], Told] | None = None,
) -> Proof | Issued:
    """Set a document on its pages, or return the sealed copy that is kept of it where its version stands.

    What a document says in a language is taken from ``known`` or put there, for it is the same on every paper. The
    typesetter is loaded here: a window opens without it.
    """
    from kneedesk.documents.issue import set_document, tell_document, unprintable_in  # noqa: PLC0415

    content = seals.kept(request) if seals is not None and request.stands else None
    codes = unprintable_in(request.material.consultation)
    if content is not None:
        return Issued(request, _sizes(content), codes, content)
    material, refused = under_logo(request.material, request.logo)
    key = (request.document, material.language.tag)
    told = known.get(key) if known is not None else None
    if told is None:
        told = tell_document(request.document, material)
    if known is not None:
        known[key] = told
    watch()
    setting = set_document(request.document, material, request.paper, large=request.large, told=told, watch=watch)
    size = (setting.geometry.width, setting.geometry.height)
    return Proof(request, (size,) * len(setting.pages), codes, setting, logo_refused=refused)


def finish(proof: Proof, seals: Seals | None = None, watch: Watch = lambda: None) -> Issued:
    """Return a document that was set as bytes, sealed and kept where its version stands; that is done once."""
    from kneedesk.documents.issue import render_document  # noqa: PLC0415
    from kneedesk.exchange.consultation_file import dumps  # noqa: PLC0415

    request = proof.request
    content = render_document(
        request.document,
        proof.setting,
        request.material,
        consultation_file=dumps(request.material.consultation),
        to_be_sealed=request.stands,
        watch=watch,
    )
    pages = proof.pages
    if seals is not None and request.stands:
        content = seals.keep(content, request)
        pages = _sizes(content)  # what is kept may be what another desk made
    return Issued(request, pages, proof.codes, content, logo_refused=proof.logo_refused)


def under_logo(material: Material, path: str) -> tuple[Material, str]:
    """Return what a page is made from with the practice's logo, and why there is none."""
    from kneedesk.documents.logo import UnusableLogo, read_logo  # noqa: PLC0415

    if not path:
        return material, ""
    try:
        return replace(material, logo=read_logo(Path(path))), ""
    except UnusableLogo as reason:
        return material, str(reason)


def usual_paper(consultation: Consultation) -> Paper:
    """Return the paper that printers hold where the patient is treated."""
    return "letter" if consultation.jurisdiction.startswith(_LETTER_COUNTRIES) else "a4"


def page_picture(content: bytes, index: int, scale: float) -> QImage:
    """Return one page as a picture of ``scale`` pixels a point."""
    with _opened(content) as document:
        return _picture(document, index, scale)


def print_pages(content: bytes, printer: QPrinter) -> int:
    """Paint the pages that a printer was asked for on its paper; return how many they were."""
    count = len(_sizes(content))
    chosen = tuple(_chosen(count, printer.fromPage(), printer.toPage()))
    painter = QPainter()
    if not chosen or not painter.begin(printer):
        raise OSError("the printer does not answer")
    try:
        for place, index in enumerate(chosen):
            if place and not printer.newPage():
                raise OSError("the printer stopped")
            picture = page_picture(content, index, PRINTED / POINTS)
            painter.drawImage(_fitted(QRectF(painter.viewport()), QSizeF(picture.size())), picture)
    finally:
        painter.end()
    return len(chosen)


def _chosen(count: int, first: int, last: int) -> Iterable[int]:
    """Return the pages of a print dialog's choice, from one; noughts mean all of them."""
    return range(max(first, 1) - 1, min(last or count, count))


def _fitted(paper: QRectF, page: QSizeF) -> QRectF:
    """Return where a page lies on a paper that may be another: whole, in its own proportions, in the middle."""
    scale = min(paper.width() / page.width(), paper.height() / page.height())
    width, height = page.width() * scale, page.height() * scale
    return QRectF(paper.x() + (paper.width() - width) / 2, paper.y() + (paper.height() - height) / 2, width, height)


def _sizes(content: bytes) -> tuple[tuple[float, float], ...]:
    with _opened(content) as document:
        return tuple(document.get_page_size(index) for index in range(len(document)))


@contextmanager
def _opened(content: bytes) -> Iterator[PdfDocument]:
    """Open a document in PDFium and close it at once: what is left to the collector might be closed elsewhere."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415

    with _PDFIUM:
        document = PdfDocument(content)
        try:
            yield document
        finally:
            document.close()


def _picture(document: PdfDocument, index: int, scale: float) -> QImage:
    """Have a page drawn into the memory of its picture, which is of many megabytes."""
    from pypdfium2 import PdfBitmap  # noqa: PLC0415

    picture = QImage()

    def lay(width: int, height: int, **kind: Any) -> PdfBitmap:
        nonlocal picture
        picture = QImage(width, height, QImage.Format.Format_RGB32)
        memory = (c_ubyte * picture.sizeInBytes()).from_buffer(picture.bits())
        return PdfBitmap.new_native(width, height, buffer=memory, stride=picture.bytesPerLine(), **kind)

    page = document[index]
    try:
        page.render(scale=scale, prefer_bgrx=True, bitmap_maker=lay).close()
    finally:
        page.close()
    return picture
