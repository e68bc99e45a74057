"""The vocabulary of a page before any ink: headings, paragraphs, lists, tables and drawings as plain values."""

from dataclasses import dataclass
from typing import Literal

from kneedesk.presentation.shapes import Drawing


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one voice, with what it rests on.

    ``recorded`` marks what somebody typed: it is shown between quotation marks or in its own cell,
    never as our statement. ``basis`` holds ids of facts and sources, in the order they are cited.
    ``language`` is the tag of its language where that is not the document's.
    """

    text: str
    strong: bool = False
    recorded: bool = False
    basis: tuple[str, ...] = ()
    language: str = ""


# A line is one sentence or more; a cell is lines under one another.
Line = tuple[Span, ...]
Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A line that says that nobody has a trustworthy answer: it is drawn with the sign of the unknown."""

    line: Line


def say(text: str, *basis: str, strong: bool = False) -> Line:
    """Return a line of one span that rests on ``basis``."""
    return (Span(text, strong=strong, basis=basis),)


def quote(text: str) -> Line:
    """Return a line of one span that somebody typed."""
    return (Span(text, recorded=True),)


def text_of(line: Line) -> str:
    """Return the words of a line."""
    return "".join(span.text for span in line)


def basis_of(line: Line) -> tuple[str, ...]:
    """Return the ids of the facts and sources that a line rests on, each once, in the order they are cited."""
    return tuple(dict.fromkeys(name for span in line for name in span.basis))


def joined(lines: Cell) -> Line:
    """Return lines as one, with a space between them."""
    return tuple(span for line in lines for span in (*line, Span(" ")))[:-1]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the document's title, once), 2 (a part) or 3 (a section within it)."""

    text: str
    level: Literal[1, 2, 3] = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: ``lead`` opens a page, ``note`` is small and quiet."""

    line: Line
    style: Literal["body", "lead", "note"] = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; ``numbered`` where the order or the number is the point; ``note`` is small and quiet."""

    items: tuple[Line, ...]
    numbered: bool = False
    style: Literal["body", "note"] = "body"


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels with their values, set in pairs over ``columns`` columns."""

    pairs: tuple[tuple[str, Cell], ...]
    columns: Literal[1, 2] = 2


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; ``widths`` are shares of the text width and add up to one.

    The first column is a row header where ``row_headers`` says so. A row may be taller than a page.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    row_headers: bool = True
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A framed box that must not be overlooked; ``stop`` is the strongest, ``plain`` the quietest."""

    title: str
    items: tuple[Line, ...]
    tone: Literal["stop", "caution", "plain"] = "plain"


@dataclass(frozen=True, slots=True)
class Figure:
    """One drawing or several side by side, each with its own alternative text, under one caption.

    ``large`` says the same in large letters, where large print would not be large in a drawing that fills the width.
    """

    drawings: tuple[Drawing, ...]
    caption: Line = ()
    large: tuple[Drawing, ...] = ()


@dataclass(frozen=True, slots=True)
class Checkboxes:
    """Empty boxes to be ticked with a pen; none starts ticked."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class WritingLines:
    """A label and empty lines to write on."""

    label: str
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign: role, printed name, date, time and what the signature means.

    ``labels`` are the words under the lines, in the language of the document. What was signed on the screen stands on
    them: ``signed`` is the drawing or the name as it was typed; what is empty is left for ink.
    """

    role: str
    printed_name: str
    meaning: str
    labels: tuple[str, str, str, str] = ("Printed name", "Signature", "Date", "Time")
    signed: Drawing | str = ""
    day: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """The numbered list of sources at the end, in small print, under the words that hold for all of them."""

    entries: tuple[Line, ...]
    words: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page where they fit on one."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Continued:
    """Blocks under their heading, the first of them; a page that goes on with the others opens with ``again``.

    Where ``again`` is empty it opens with the heading as the document says that something goes on.
    """

    again: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Blocks in a language, by its tag, that is not the document's; ``mark`` is said at the head of all their pages.

    ``goes_on`` says in that language ``{heading}`` over what goes on overleaf.
    """

    language: str
    blocks: tuple["Block", ...]
    mark: str = ""
    goes_on: str = "{heading}"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a new page; in large print only where it is ``always`` so."""

    always: bool = True


Block = (
    Heading
    | Paragraph
    | Bullets
    | Fields
    | Table
    | Notice
    | Figure
    | Checkboxes
    | WritingLines
    | Signature
    | Sources
    | Together
    | Continued
    | Spoken
    | PageBreak
)
