"""Render a story: blocks and their frame in, the bytes of a PDF out; equal input gives equal bytes."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from kneedesk.documents.archive import Attachment, Description, attach, describe
from kneedesk.documents.blocks import lay_out
from kneedesk.documents.canvas import Sheet
from kneedesk.documents.field import add_seal_field
from kneedesk.documents.flow import Band, Page, Strip, mark_of, paginate
from kneedesk.documents.outline import add_bookmark, grade
from kneedesk.documents.page import Ends, Frame, body_height, body_top, paint_frame
from kneedesk.documents.parts import Column
from kneedesk.documents.references import References
from kneedesk.documents.structure import Element, write
from kneedesk.documents.style import PAPERS, STYLES, Density, Paper
from kneedesk.presentation.content import Block

PRODUCER = "KneeDesk"


def render(
    blocks: Sequence[Block],
    frame: Frame,
    *,
    paper: Paper,
    density: Density,
    description: Description,
    references: References | None = None,
    attachments: Sequence[Attachment] = (),
    seal_field: str = "",
) -> bytes:
    """Return the document as PDF, tagged and fit for archives.

    ``references`` has read every block; without it, statements carry no numbers. ``seal_field`` is what is read aloud
    for the field that a seal fills in; without it there is none.
    """
    geometry = PAPERS[paper]
    root = Element("Document")
    head = Element("Sect", root)
    room = min(body_height(frame, geometry, page) for page in (1, 2))
    column = Column(0.0, geometry.text_width, room, STYLES[density], references, root)
    strips = lay_out(blocks, column)
    grade(strips)
    frame_ends = Ends(head, Element("Sect", root))
    pages = paginate(strips, lambda page: body_height(frame, geometry, page))
    buffer = BytesIO()
    canvas = Sheet(buffer, (geometry.width, geometry.height), description.language, description.made_at)
    ends = _ends(strips)
    for number, page in enumerate(pages, start=1):
        top = geometry.height - body_top(frame, geometry, number)
        canvas.belong("Layout")
        _paint_bands(canvas, page, geometry.side, top, ends)
        for placed in page:
            if placed.strip.bookmark and not placed.repeated:
                add_bookmark(canvas, placed.strip.bookmark, top - placed.top)
            for part in placed.strip.parts:
                canvas.belong("Layout" if placed.repeated or part.element is None else part.element)
                part.paint(canvas, geometry.side, top - placed.top)
        paint_frame(canvas, replace(frame, mark=mark_of(page)), geometry, number, len(pages), frame_ends)
        canvas.showPage()
    if seal_field:
        add_seal_field(Element("Form", root), seal_field, canvas.owners, canvas.objects)
    write(root, canvas.owners, canvas.objects)
    author = frame.letterhead[0] if frame.letterhead else PRODUCER
    describe(canvas, description, author, PRODUCER)
    attach(canvas.objects, attachments, description.made_at)
    canvas.save()
    return buffer.getvalue()


def _ends(strips: Sequence[Strip]) -> dict[Band, tuple[Strip, Strip]]:
    """Return the first and the last strip of every band."""
    ends: dict[Band, tuple[Strip, Strip]] = {}
    for strip in strips:
        for band in strip.bands:
            ends[band] = (ends[band][0] if band in ends else strip, strip)
    return ends


def _paint_bands(canvas: Sheet, page: Page, left: float, top: float, ends: dict[Band, tuple[Strip, Strip]]) -> None:
    """Draw the grounds of a page before anything that stands on them."""
    reach: dict[Band, tuple[float, float, bool, bool]] = {}
    for placed in page:
        upper, lower = top - placed.top, top - placed.top - placed.strip.height
        for band in placed.strip.bands:
            first, last = ends[band]
            begun, opens = (reach[band][0], reach[band][2]) if band in reach else (upper, placed.strip is first)
            reach[band] = (begun, lower, opens, placed.strip is last)
    for band, (begun, end, opens, closes) in reach.items():
        band.paint(canvas, left, begun, end, opens, closes)
