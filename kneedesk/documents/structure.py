"""What each piece of ink is, for who hears a page instead of seeing it: the tags of a PDF, in the order of reading.

Who lays out makes the elements, each within its parent, in the order in which they are read; who draws says which
element the ink belongs to. ``write`` turns both into the structure tree of the file (ISO 32000-1, 14.7 and 14.8).
"""

from collections.abc import Iterator, Sequence
from dataclasses import InitVar, dataclass, field
from typing import Literal, NamedTuple

from kneedesk.documents.objects import Objects, text_string
from kneedesk.documents.text import printable

Heading = Literal["H1", "H2", "H3"]
Role = (
    Heading
    | Literal[
        "Document", "Sect", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "Caption", "Form"
    ]
)
Box = tuple[float, float, float, float]
# A row of a table is only read rightly with all of its cells, the empty ones too.
CELLS = frozenset({"TH", "TD"})


class Ink(NamedTuple):
    """A run of ink of one element: on which page, counted from nought, and as which one of that page."""

    page: int
    number: int


class Widget(NamedTuple):
    """A field of a form that stands on a page: the page, counted from nought, and the number of its object."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Element:
    """What a piece of ink is in the structure of the document.

    ``alternative`` is said instead of a figure, and sums up a table; ``spoken`` is the sign that a drawn mark stands
    for; ``columns`` is how many columns a cell spans; ``numbering`` is how the items of a list are marked; ``box`` is
    where a figure stands on its page, in points: left, bottom, right, top; ``language`` is the tag of its language
    where that is not the document's. It does not know its parent: nothing of a document is then left to the collector.
    """

    role: Role
    parent: InitVar["Element | None"] = None
    alternative: str = ""
    spoken: str = ""
    scope: Literal["", "Row", "Column"] = ""
    columns: int = 1
    numbering: Literal["", "Disc", "Decimal", "Square"] = ""
    box: Box | None = None
    language: str = ""
    kids: "list[Element | Ink | Widget]" = field(default_factory=list, init=False)

    def __post_init__(self, parent: "Element | None") -> None:
        if parent is not None:
            parent.kids.append(self)


class Owners:
    """Which element each run of ink and each field belongs to, in the order of a PDF's parent tree."""

    def __init__(self) -> None:
        self.pages: list[list[Element]] = []
        self.widgets: list[Element] = []
        self._open: list[Element] = []

    def mark(self, element: Element) -> int:
        """Give an element a new run of ink on the page that is being drawn; return its number there."""
        element.kids.append(Ink(len(self.pages), len(self._open)))
        self._open.append(element)
        return len(self._open) - 1

    def turn(self) -> None:
        """End the page that is being drawn."""
        self.pages.append(self._open)
        self._open = []

    def hold(self, element: Element, page: int, number: int) -> int:
        """Give an element the field that object ``number`` is, once all pages are drawn; return the field's key."""
        element.kids.append(Widget(page, number))
        self.widgets.append(element)
        return len(self.pages) + len(self.widgets) - 1


def write(root: Element, owners: Owners, objects: Objects) -> None:
    """Write the structure tree of a document into its file; elements that hold nothing are left out."""
    tree = objects.allot()
    parents = dict(_kept(root, None))
    numbers = {element: objects.allot() for element in parents}
    for element, parent in parents.items():
        objects.put(numbers[element], _written(element, tree if parent is None else numbers[parent], numbers, objects))
    keys = [f"[{_references(page, numbers)}]" for page in owners.pages]
    keys += [f"{numbers[element]} 0 R" for element in owners.widgets]
    nums = " ".join(f"{key} {value}" for key, value in enumerate(keys))
    owned = objects.add(f"<</Nums[{nums}]>>")
    objects.put(
        tree,
        f"<</Type/StructTreeRoot/K {numbers[root]} 0 R/ParentTree {owned} 0 R/ParentTreeNextKey {len(keys)}>>",
    )
    objects.catalog(StructTreeRoot=f"{tree} 0 R", MarkInfo="<</Marked true>>")


def _holds(element: Element) -> bool:
    return element.role in CELLS or any(not isinstance(kid, Element) or _holds(kid) for kid in element.kids)


def _kept(element: Element, parent: Element | None) -> Iterator[tuple[Element, Element | None]]:
    yield element, parent
    for kid in element.kids:
        if isinstance(kid, Element) and _holds(kid):
            yield from _kept(kid, element)


def _references(elements: Sequence[Element], numbers: dict[Element, int]) -> str:
    return " ".join(f"{numbers[element]} 0 R" for element in elements)


def _written(element: Element, parent: int, numbers: dict[Element, int], objects: Objects) -> str:
    page = next((kid.page for kid in element.kids if isinstance(kid, Ink)), None)
    kids = " ".join(_kid(kid, page, numbers, objects) for kid in element.kids if _is_leaf(kid) or kid in numbers)
    code = f"<</S/{element.role}/P {parent} 0 R"
    if page is not None:
        code += f"/Pg {objects.page(page)} 0 R"
    if kids:
        code += f"/K[{kids}]"
    if element.language:
        code += f"/Lang{text_string(element.language)}"
    if element.spoken:
        code += f"/ActualText{text_string(element.spoken)}"
    if element.alternative and element.role != "Table":
        code += f"/Alt{text_string(printable(element.alternative))}"
    return f"{code}{_attributes(element)}>>"


def _is_leaf(kid: Element | Ink | Widget) -> bool:
    return not isinstance(kid, Element)


def _kid(kid: Element | Ink | Widget, page: int | None, numbers: dict[Element, int], objects: Objects) -> str:
    match kid:
        case Element():
            return f"{numbers[kid]} 0 R"
        case Ink() if kid.page == page:
            return str(kid.number)
        case Ink():
            return f"<</Type/MCR/Pg {objects.page(kid.page)} 0 R/MCID {kid.number}>>"
        case Widget():
            return f"<</Type/OBJR/Pg {objects.page(kid.page)} 0 R/Obj {kid.number} 0 R>>"


def _attributes(element: Element) -> str:
    if element.box is not None:
        left, bottom, right, top = element.box
        return f"/A<</O/Layout/Placement/Block/BBox[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]>>"
    if element.numbering:
        return f"/A<</O/List/ListNumbering/{element.numbering}>>"
    table = f"/Scope/{element.scope}" if element.scope else ""
    if element.columns > 1:
        table += f"/ColSpan {element.columns}"
    if element.role == "Table" and element.alternative:
        table += f"/Summary{text_string(printable(element.alternative))}"
    return f"/A<</O/Table{table}>>" if table else ""
