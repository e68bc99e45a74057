"""The tags of a PDF as somebody gets them who hears it: roles, words and what is said for a drawing, as a tree."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pypdfium2.raw as pdfium
from pypdf import PdfReader

from tests.documents.reading import opened

Place = tuple[int, int]


@dataclass
class Tag:
    """One element; ``own`` are its own words, in their order, ``places`` its runs of ink as page and number."""

    role: str
    own: str = ""
    alternative: str = ""
    spoken: str = ""
    language: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    kids: list["Tag"] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    fields: list[Any] = field(default_factory=list)

    def __iter__(self) -> Iterator["Tag"]:
        """Yield this element and all within it, in the order of reading."""
        yield self
        for kid in self.kids:
            yield from kid

    @property
    def words(self) -> str:
        """All that is read, drawings too, without what belongs to nothing."""
        return "".join([self.own, self.spoken, self.alternative, *(f" {kid.words}" for kid in self.kids)])

    def all(self, *roles: str) -> list["Tag"]:
        """Return the elements of these roles."""
        return [tag for tag in self if tag.role in roles]


def tags_of(content: bytes) -> Tag:
    """Return the one root of the tags of a PDF."""
    reader = PdfReader(BytesIO(content))
    pages = {page.indirect_reference.idnum: index for index, page in enumerate(reader.pages)}
    words = words_by_place(content)
    root = reader.trailer["/Root"]["/StructTreeRoot"]["/K"]
    return _tag(root.get_object(), pages, words)


def words_by_place(content: bytes) -> dict[Place, str]:
    """Return the words of every run of ink, by its page and its number there; what only decorates has number -1."""
    found: dict[Place, str] = {}
    with opened(content) as document:
        for index, page in enumerate(document):
            textpage = page.get_textpage()
            for place in range(pdfium.FPDFPage_CountObjects(page)):
                ink = pdfium.FPDFPage_GetObject(page, place)
                number = pdfium.FPDFPageObj_GetMarkedContentID(ink)
                if pdfium.FPDFPageObj_GetType(ink) == pdfium.FPDF_PAGEOBJ_TEXT:
                    found[index, number] = found.get((index, number), "") + _words(ink, textpage)
                else:
                    found.setdefault((index, number), "")
            textpage.close()
            page.close()
    return found


def _words(ink: Any, textpage: Any) -> str:
    size = pdfium.FPDFTextObj_GetText(ink, textpage, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    pdfium.FPDFTextObj_GetText(ink, textpage, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def _tag(entry: Any, pages: dict[int, int], words: dict[Place, str]) -> Tag:
    tag = Tag(
        str(entry["/S"])[1:],
        alternative=str(entry.get("/Alt", "")),
        spoken=str(entry.get("/ActualText", "")),
        language=str(entry.get("/Lang", "")),
        attributes={str(name): value for name, value in entry.get("/A", {}).items()},
    )
    own = pages[entry.raw_get("/Pg").idnum] if "/Pg" in entry else -1
    for kid in (each.get_object() for each in entry.get("/K", ())):
        if isinstance(kid, int):
            tag.places.append((own, int(kid)))
        elif "/MCID" in kid:
            tag.places.append((pages[kid.raw_get("/Pg").idnum], int(kid["/MCID"])))
        elif "/Obj" in kid:
            tag.fields.append(kid["/Obj"].get_object())
        else:
            tag.kids.append(_tag(kid, pages, words))
    tag.own = "".join(words.get(place, "") for place in tag.places)
    return tag
