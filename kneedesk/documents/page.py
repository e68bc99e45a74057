"""The frame of every page: letterhead, who it is about and which knee, what it is, where it ends."""

import math
from dataclasses import dataclass, replace
from functools import partial

from reportlab.lib.utils import ImageReader

from kneedesk.documents.canvas import Artifact, Sheet
from kneedesk.documents.ink import draw_box
from kneedesk.documents.lines import SetLine, break_lines, clipped, one_line
from kneedesk.documents.logo import Logo
from kneedesk.documents.structure import Element
from kneedesk.documents.style import Geometry, Voice, ink

PRACTICE = Voice(13, 17, "strong", "heading", tracking=-0.1)
ADDRESS = Voice(8.5, 12, colour="quiet")
TITLE = Voice(8.5, 12, "medium", "quiet")
MARK = Voice(8.5, 12, "strong", "caution")
NAME = Voice(11, 15, "strong")
DETAILS = Voice(9.5, 15)
WRITTEN = Voice(9.5, 23)  # high enough for a pen
BADGE = Voice(9.5, 20, "strong", "accent", tracking=0.35)
BANNER = Voice(9.5, 18, "strong", "caution", tracking=0.2)
FOOT = Voice(8, 11, colour="quiet")

BANNER_HEIGHT = 18.0
HEADER_HEIGHT = 34.0
FOOT_TOP = 40.0  # above the lower edge: two lines stay clear of what a printer cannot reach
AIR = 12.0
_SMALLEST_FOOT = 0.8


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands on every page around the text; all words come from who asks for the document.

    Page one bears the names whole; where a later page has no room for them each is shortened alike. ``patient_details``
    (born, identifier) is never shortened: what does not fit beside the names stands below them. Instead of both,
    ``room_to_write`` gives a line for a pen to each of its labels, row by row. ``mark`` says on some pages what they
    are. ``page_of`` is a sentence with ``{page}`` and ``{pages}`` in it. All is ``scale`` times as large as usual.
    """

    title: str
    letterhead: tuple[str, ...]
    family_name: str
    given_name: str
    patient_details: str
    side: str
    footer: tuple[str, ...]
    page_of: str
    banner: str = ""
    room_to_write: tuple[tuple[str, ...], ...] = ()
    mark: str = ""
    scale: float = 1.0
    logo: Logo | None = None

    @property
    def patient_name(self) -> str:
        """The family name, then the given name where there is one."""
        return ", ".join(filter(None, (self.family_name, self.given_name)))


@dataclass(frozen=True, slots=True)
class Ends:
    """What is read before the text and after it."""

    head: Element
    foot: Element


def body_top(frame: Frame, geometry: Geometry, page: int) -> float:
    """Return how far below the edge of the paper the text begins on a page, counted from one."""
    top = _header_top(frame, geometry.scaled(1 / frame.scale), page)
    return frame.scale * (top + _header_height(frame, geometry.scaled(1 / frame.scale), page) + 1.5 * AIR)


def body_height(frame: Frame, geometry: Geometry, page: int) -> float:
    """Return how much room there is for the text on a page."""
    return geometry.height - frame.scale * geometry.bottom - body_top(frame, geometry, page)


def paint_frame(canvas: Sheet, frame: Frame, geometry: Geometry, page: int, pages: int, ends: Ends | None) -> None:
    """Draw everything around the text of one page; it is read once, above the text on page one and below on the last.

    What comes again on every page is passed over by who reads aloud; without ``ends`` all of it is.
    """
    geometry = geometry.scaled(1 / frame.scale)
    canvas.belong("Pagination")
    with canvas.placed(0, 0, frame.scale):
        if page == 1:
            _top(canvas, frame, geometry, page, ends.head if ends else None)
        else:
            canvas.again(f"top {frame.mark}", partial(_top, canvas, frame, geometry, page, None))
        _footer(canvas, frame, geometry, page, pages, ends.foot if ends and page == pages else None)


def _top(canvas: Sheet, frame: Frame, geometry: Geometry, page: int, read: Element | None) -> None:
    if frame.banner:
        _banner(canvas, frame.banner, geometry, read)
    if page == 1 and frame.letterhead:
        _letterhead(canvas, frame, geometry, read)
    _header(canvas, frame, geometry, page, read)


def _type(canvas: Sheet, line: SetLine, x: float, y: float, parent: Element | None) -> None:
    owner: Element | Artifact = Element("P", parent) if parent is not None and line.stretches else "Pagination"
    canvas.belong(owner)
    canvas.type_line(line, x, y)
    canvas.belong("Pagination")


def _letterhead_height(frame: Frame) -> float:
    if not frame.letterhead:
        return 0.0
    return max(PRACTICE.leading, ADDRESS.leading * (len(frame.letterhead) - 1), _logo_height(frame))


def _letterhead_top(frame: Frame, geometry: Geometry) -> float:
    return geometry.top + (BANNER_HEIGHT + 0.7 * AIR if frame.banner else 0.0)


def _header_top(frame: Frame, geometry: Geometry, page: int) -> float:
    top = _letterhead_top(frame, geometry)
    return top + _letterhead_height(frame) + 1.5 * AIR if page == 1 and frame.letterhead else top


def _header_height(frame: Frame, geometry: Geometry, page: int) -> float:
    if frame.room_to_write:
        return TITLE.leading + WRITTEN.leading * len(_rows_to_write(frame, geometry)) + 7
    who = _who(frame, geometry, page)
    below = len(who.details) if who.stacked else 0
    return HEADER_HEIGHT + NAME.leading * (len(who.name) - 1) + DETAILS.leading * below


@dataclass(frozen=True, slots=True)
class _Who:
    """The names and the details as they are set: beside one another, or ``stacked``."""

    name: list[SetLine]
    details: list[SetLine]
    stacked: bool


def _who(frame: Frame, geometry: Geometry, page: int) -> _Who:
    """Set who it is about; in large print, and where beside the name a part would be lost, the details go below."""
    room = _room_beside_badge(frame, geometry)
    details = break_lines(one_line(frame.patient_details, DETAILS).stretches, geometry.text_width)
    whole = one_line(frame.patient_name, NAME)
    if whole.width + AIR + sum(line.width for line in details) <= room and frame.scale == 1:
        return _Who([whole], details, stacked=False)
    if page == 1:
        return _Who(break_lines(whole.stretches, room), details, stacked=True)
    return _Who([_shortened(frame, room)], details, stacked=True)


def _shortened(frame: Frame, room: float) -> SetLine:
    """Set both names in one line: where they are too long each keeps half of it, and what the other leaves."""
    family, given = (one_line(name, NAME).width for name in (f"{frame.family_name}, ", frame.given_name))
    if not frame.given_name or family + given <= room:
        return clipped(frame.patient_name, NAME, room)
    comma = one_line(", ", NAME).width
    first = clipped(frame.family_name, NAME, max(room / 2, room - given) - comma)
    second = clipped(f", {frame.given_name}", NAME, room - first.width)
    return SetLine((*first.stretches, *second.stretches), first.width + second.width)


def _room_beside_badge(frame: Frame, geometry: Geometry) -> float:
    if not frame.side:
        return geometry.text_width
    return geometry.text_width - clipped(frame.side, BADGE, geometry.text_width * 0.4).width - 3 * AIR


def _banner(canvas: Sheet, text: str, geometry: Geometry, read: Element | None) -> None:
    top = geometry.height - geometry.top + AIR / 2
    canvas.setFillColor(ink("caution_soft"))
    canvas.setStrokeColor(ink("caution"))
    canvas.setLineWidth(0.9)
    draw_box(canvas, geometry.side, top - BANNER_HEIGHT, geometry.text_width, BANNER_HEIGHT, 4, stroke=1, fill=1)
    line = clipped(text, BANNER, geometry.text_width - 2 * AIR)
    _type(canvas, line, (geometry.width - line.width) / 2, top - BANNER.baseline, read)


def _letterhead(canvas: Sheet, frame: Frame, geometry: Geometry, read: Element | None) -> None:
    name, *texts = frame.letterhead
    top = geometry.height - _letterhead_top(frame, geometry)
    lines = [clipped(text, ADDRESS, geometry.text_width * 0.45 - AIR) for text in texts]
    room = geometry.text_width - max((line.width for line in lines), default=0.0) - AIR
    mark = _logo(canvas, frame, geometry, top) if frame.logo is not None else _mark(canvas, geometry, top)
    # Beside a logo the name stands in its middle.
    below = max(0.0, _logo_height(frame) - PRACTICE.leading) / 2
    line = clipped(name, PRACTICE, room - mark)
    _type(canvas, line, geometry.side + mark, top - below - PRACTICE.baseline, read)
    for index, line in enumerate(lines):
        baseline = top - index * ADDRESS.leading - ADDRESS.baseline
        _type(canvas, line, geometry.width - geometry.side - line.width, baseline, read)


def _mark(canvas: Sheet, geometry: Geometry, top: float) -> float:
    """Draw the mark before the name of a practice without a logo; return how much room it takes."""
    canvas.setFillColor(ink("accent"))
    draw_box(canvas, geometry.side, top - PRACTICE.leading + 2.5, 3, PRACTICE.leading - 5, 1.5, fill=1)
    return 10.0


def _logo(canvas: Sheet, frame: Frame, geometry: Geometry, top: float) -> float:
    """Draw the logo in its own size, whatever the size of the print; return how much room it takes."""
    if frame.logo is None:
        return 0.0
    width, height = frame.logo.width / frame.scale, _logo_height(frame)
    canvas.drawImage(ImageReader(frame.logo.picture), geometry.side, top - height, width, height, mask="auto")
    return width + AIR


def _logo_height(frame: Frame) -> float:
    return frame.logo.height / frame.scale if frame.logo is not None else 0.0


def _header(canvas: Sheet, frame: Frame, geometry: Geometry, page: int, read: Element | None) -> None:
    top = geometry.height - _header_top(frame, geometry, page)
    room = _room_beside_badge(frame, geometry)
    if frame.side:
        _badge(canvas, frame.side, geometry, top, read)
    title = clipped(frame.title, TITLE, room)
    _type(canvas, title, geometry.side, top - TITLE.baseline, read)
    if frame.mark:
        mark = clipped(f" \N{MIDDLE DOT} {frame.mark}", MARK, room - title.width)
        _type(canvas, mark, geometry.side + title.width, top - MARK.baseline, read)
    if frame.room_to_write:
        _room_to_write(canvas, frame, geometry, top - TITLE.leading, read)
    else:
        _names(canvas, _who(frame, geometry, page), geometry, top - TITLE.leading - 2, read)
    _rule(canvas, geometry, top - _header_height(frame, geometry, page), "line_strong")


def _names(canvas: Sheet, who: _Who, geometry: Geometry, top: float, read: Element | None) -> None:
    x, y = geometry.side, top
    for line in who.name:
        _type(canvas, line, x, y - NAME.baseline, read)
        y -= NAME.leading
    if not who.stacked:
        x, y = x + (who.name[0].width + AIR if who.name[0].stretches else 0.0), top
    for line in who.details:
        _type(canvas, line, x, y - DETAILS.baseline, read)
        y -= DETAILS.leading


def _room_to_write(canvas: Sheet, frame: Frame, geometry: Geometry, top: float, read: Element | None) -> None:
    """Draw a line for a pen after each label; those of a row share its width, and the badge stands beside the first."""
    for index, labels in enumerate(_rows_to_write(frame, geometry)):
        width = geometry.text_width if index else _room_beside_badge(frame, geometry)
        share = (width - AIR * (len(labels) - 1)) / len(labels)
        baseline = top - index * WRITTEN.leading - WRITTEN.baseline
        for column, label in enumerate(labels):
            x = geometry.side + column * (share + AIR)
            line = clipped(label, WRITTEN, share / 2)
            _type(canvas, line, x, baseline, read)
            canvas.setStrokeColor(ink("ink"))
            canvas.setLineWidth(0.6)
            canvas.line(x + line.width + AIR / 2, baseline - 2, x + share, baseline - 2)


def _rows_to_write(frame: Frame, geometry: Geometry) -> tuple[tuple[str, ...], ...]:
    """Return the labels row by row; where one would be cut, as in large print, each has a row of its own."""
    rows: list[tuple[str, ...]] = []
    for labels in frame.room_to_write:
        share = (geometry.text_width - AIR * (len(labels) - 1)) / len(labels)
        roomy = all(one_line(label, WRITTEN).width <= share / 2 for label in labels)
        rows += [labels] if roomy else [(label,) for label in labels]
    return tuple(rows)


def _badge(canvas: Sheet, text: str, geometry: Geometry, top: float, read: Element | None) -> None:
    line = clipped(text, BADGE, geometry.text_width * 0.4)
    width = line.width + 2 * AIR
    x = geometry.width - geometry.side - width
    canvas.setFillColor(ink("accent_soft"))
    canvas.setStrokeColor(ink("accent"))
    canvas.setLineWidth(1.1)
    draw_box(canvas, x, top - BADGE.leading - 3, width, BADGE.leading, BADGE.leading / 2, stroke=1, fill=1)
    _type(canvas, line, x + AIR, top - 3 - BADGE.baseline, read)


def _footer(canvas: Sheet, frame: Frame, geometry: Geometry, page: int, pages: int, read: Element | None) -> None:
    top = FOOT_TOP
    _rule(canvas, geometry, top + AIR / 2, "line")
    number = frame.page_of.replace("{pages}", str(pages)).replace("{page}", str(page))
    count = clipped(number, FOOT, geometry.text_width * 0.3)
    _type(canvas, count, geometry.width - geometry.side - count.width, top - FOOT.baseline, None)
    for index, text in enumerate(frame.footer[:2]):
        line = _foot_line(text, geometry.text_width - (0.0 if index else count.width + 2 * AIR))
        _type(canvas, line, geometry.side, top - index * FOOT.leading - FOOT.baseline, read)


def _foot_line(text: str, room: float) -> SetLine:
    """Set a line a little smaller before anything of it is lost: a digest is of no use in part."""
    natural = clipped(text, FOOT, math.inf).width
    if natural <= room:
        return clipped(text, FOOT, room)
    share = max(_SMALLEST_FOOT, 0.999 * room / natural)  # a little less, for sums of widths are rounded
    return clipped(text, replace(FOOT, size=FOOT.size * share), room)


def _rule(canvas: Sheet, geometry: Geometry, y: float, role: str) -> None:
    canvas.setStrokeColor(ink(role))
    canvas.setLineWidth(0.6)
    canvas.line(geometry.side, y, geometry.width - geometry.side, y)
