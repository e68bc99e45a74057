"""A story set on its pages: how many they are is known, and any of them may be drawn."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kneedesk.documents.blocks import lay_out
from kneedesk.documents.canvas import Sheet
from kneedesk.documents.flow import Page, mark_of, paginate
from kneedesk.documents.outline import grade
from kneedesk.documents.page import Ends, Frame, body_height, body_top, paint_frame
from kneedesk.documents.parts import Column
from kneedesk.documents.references import References
from kneedesk.documents.strips import Band, Strip
from kneedesk.documents.structure import Element
from kneedesk.documents.style import PAPERS, STYLES, Density, Geometry, Paper
from kneedesk.presentation.content import Block

Watch = Callable[[], object]
"""Called between two pieces of work; what it raises ends the work."""


def undisturbed() -> None:
    """Let the work go on to its end."""


@dataclass(frozen=True, eq=False, slots=True)
class Setting:
    """A story on its pages within their frame, and the elements of its structure, which no ink belongs to yet."""

    frame: Frame
    geometry: Geometry
    pages: Sequence[Page]
    reach: Mapping[Band, tuple[Strip, Strip]]
    """The first and the last strip of every band."""
    root: Element
    ends: Ends


def set_story(
    blocks: Sequence[Block],
    frame: Frame,
    *,
    paper: Paper,
    density: Density,
    references: References | None = None,
    goes_on: str = "{heading}",
    watch: Watch = undisturbed,
) -> Setting:
    """Set blocks on pages; ``references`` has read every one, without it statements carry no numbers.

    ``goes_on`` says ``{heading}`` over what goes on overleaf.
    """
    geometry = PAPERS[paper]
    root = Element("Document")
    head = Element("Sect", root)
    # All pages but the first are alike.
    first, other = (body_height(frame, geometry, page) for page in (1, 2))
    column = Column(0.0, geometry.text_width, min(first, other), STYLES[density], references, root, goes_on)
    strips = lay_out(_watched(blocks, watch), column)
    grade(strips)
    pages = paginate(strips, lambda page: first if page == 1 else other)
    return Setting(frame, geometry, pages, _reach(strips), root, Ends(head, Element("Sect", root)))


def paint_page(canvas: Sheet, setting: Setting, number: int, ends: Ends | None) -> None:
    """Draw a page, counted from one, and begin the next; ``ends`` are the elements that the ink of its frame makes."""
    page, geometry = setting.pages[number - 1], setting.geometry
    top = top_of(setting, number)
    canvas.belong("Layout")
    _paint_bands(canvas, page, geometry.side, top, setting.reach)
    for placed in page:
        for part in placed.strip.parts:
            canvas.belong("Layout" if placed.repeated or part.element is None else part.element)
            part.paint(canvas, geometry.side + placed.right, top - placed.top)
    frame = replace(setting.frame, mark=mark_of(page))
    paint_frame(canvas, frame, geometry, number, len(setting.pages), ends)
    canvas.showPage()


def top_of(setting: Setting, number: int) -> float:
    """Return how far above the edge of the paper the text of a page begins, counted from one."""
    return setting.geometry.height - body_top(setting.frame, setting.geometry, number)


def _watched(blocks: Iterable[Block], watch: Watch) -> Iterator[Block]:
    for block in blocks:
        watch()
        yield block


def _reach(strips: Iterable[Strip]) -> dict[Band, tuple[Strip, Strip]]:
    reach: dict[Band, tuple[Strip, Strip]] = {}
    for strip in strips:
        for band in strip.bands:
            reach[band] = (reach[band][0] if band in reach else strip, strip)
    return reach


def _paint_bands(canvas: Sheet, page: Page, left: float, top: float, reach: Mapping[Band, tuple[Strip, Strip]]) -> None:
    """Draw the grounds of a page before anything that stands on them."""
    drawn: dict[Band, tuple[float, float, bool, bool]] = {}
    for placed in page:
        upper, lower = top - placed.top, top - placed.top - placed.strip.height
        for band in placed.strip.bands:
            first, last = reach[band]
            begun, opens = (drawn[band][0], drawn[band][2]) if band in drawn else (upper, placed.strip is first)
            drawn[band] = (begun, lower, opens, placed.strip is last)
    for band, (begun, end, opens, closes) in drawn.items():
        band.paint(canvas, left, begun, end, opens, closes)
