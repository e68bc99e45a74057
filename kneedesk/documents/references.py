"""Number the sources of a document in the order in which they are first cited."""

from collections.abc import Callable, Iterable, Iterator

from kneedesk.presentation.content import (
    Block,
    Bullets,
    Cell,
    Checkboxes,
    Continued,
    Fields,
    Figure,
    Line,
    Notice,
    Paragraph,
    Span,
    Spoken,
    Table,
    Together,
)


class References:
    """Which number each source has.

    A span rests on facts and sources; ``source_of`` resolves each id to the publications behind it, so facts of one
    publication share its number. Read the whole story before asking for a number, and ``cited`` for its list.
    """

    def __init__(self, source_of: Callable[[str], tuple[str, ...]]) -> None:
        self._source_of = source_of
        self._numbers: dict[str, int] = {}

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the sources cited so far: the first is number one."""
        return tuple(self._numbers)

    def read(self, blocks: Iterable[Block]) -> None:
        """Give every source that these blocks cite its number."""
        for block in blocks:
            for line in _lines(block):
                for span in line:
                    self._read_span(span)

    def number(self, basis_id: str) -> int:
        """Return the number of what this id rests on, its first source; it must have been read."""
        return self._numbers[self._source_of(basis_id)[0]]

    def numbers(self, basis: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of all sources behind these ids, each once, in rising order."""
        return tuple(sorted({self._numbers[source] for each in basis for source in self._source_of(each)}))

    def _read_span(self, span: Span) -> None:
        for basis_id in span.basis:
            for source in self._source_of(basis_id):
                self._numbers.setdefault(source, len(self._numbers) + 1)


def _lines(block: Block) -> Iterator[Line]:
    """Yield the lines of a block in the order in which they are read."""
    match block:
        case Paragraph(line=line):
            yield line
        case Bullets(items=items) | Notice(items=items) | Checkboxes(items=items):
            yield from items
        case Fields(pairs=pairs):
            yield from _of_cells(cell for _, cell in pairs)
        case Table(rows=rows):
            yield from _of_cells(cell for row in rows for cell in row)
        case Figure(caption=caption):
            yield caption
        case Together(blocks=blocks) | Continued(blocks=blocks) | Spoken(blocks=blocks):
            for inner in blocks:
                yield from _lines(inner)


def _of_cells(cells: Iterable[Cell]) -> Iterator[Line]:
    for cell in cells:
        yield from cell
