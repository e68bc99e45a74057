"""The numbered objects of a PDF file, for what ReportLab has no words for: tags, metadata, attachments, fields."""

import zlib
from functools import wraps
from typing import Any

from reportlab.pdfbase import pdfdoc, ttfonts

# With both signs, data that happen to end in one of them are still told from the end of the line.
STREAM_END = b"\r\nendstream"
# A map of characters takes no more than this at a time.
MOST_MAPPED = 100


class Objects:
    """Further objects for a document of ReportLab: first their numbers, then what they say."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._bodies: dict[int, _Body] = {}

    def allot(self) -> int:
        """Return the number of a new object, to be written later."""
        body = _Body()
        self._document.Reference(body)
        number: int = self._document.objectcounter
        self._bodies[number] = body
        return number

    def put(self, number: int, body: str | bytes) -> None:
        """Write an object in the syntax of a PDF."""
        self._bodies[number].content = body.encode("ascii") if isinstance(body, str) else body

    def add(self, body: str | bytes) -> int:
        """Write a new object and return its number."""
        number = self.allot()
        self.put(number, body)
        return number

    def add_stream(self, entries: str, content: bytes, *, compressed: bool = True) -> int:
        """Write a new stream with these entries in its dictionary and return its number."""
        stored = zlib.compress(content) if compressed else content
        flate = "/Filter/FlateDecode" if compressed else ""
        head = f"<<{entries}{flate}/Length {len(stored)}>>\nstream\n"
        return self.add(head.encode("ascii") + stored + STREAM_END)

    def page(self, index: int) -> int:
        """Return the number of a page, counted from nought, that is drawn already."""
        number: int = self._document.idToObjectNumberAndVersion[f"Page{index + 1}"][0]
        return number

    def annotate(self, index: int, number: int) -> None:
        """Put an object, a field of a form, on a page that is drawn already."""
        page = self._document.idToObject[f"Page{index + 1}"]
        page.Annots = [*(page.Annots or ()), f"{number} 0 R"]

    def catalog(self, **entries: str) -> None:
        """Write entries into the catalog of the file."""
        for name, value in entries.items():
            enter(self._document.Catalog, name, value)


class _Body(pdfdoc.PDFObject):  # type: ignore[misc, name-defined, unused-ignore]
    """One object as ReportLab's document writes it."""

    content = b"null"

    def format(self, _document: Any) -> bytes:
        return self.content


def enter(dictionary: Any, name: str, value: str) -> None:
    """Write an entry that ReportLab does not know into the dictionary of its page or catalog."""
    dictionary.__NoDefault__ = [*dict.fromkeys((*dictionary.__NoDefault__, name))]
    setattr(dictionary, name, value)


def text_string(text: str) -> str:
    """Return a text in the syntax of a PDF."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"({escaped})"
    return f"<feff{text.encode('utf-16-be').hex()}>"


def _repair() -> None:
    """Put right what an archive forbids: a stream without a line's end before its end, a character mapped to U+0000."""
    written = pdfdoc.PDFStream.format

    @wraps(written)
    def ended(stream: Any, document: Any) -> bytes:
        return bytes(written(stream, document)).removesuffix(b"endstream\n") + STREAM_END + b"\n"

    pdfdoc.PDFStream.format = ended  # type: ignore[assignment, method-assign, unused-ignore]
    ttfonts.makeToUnicodeCMap = character_map  # type: ignore[assignment, unused-ignore]


def character_map(font: str, subset: list[int]) -> str:
    """Return the program that tells which character each code of a subset means; a code without one is left out."""
    mapped = [f"<{code:02X}> <{chr(point).encode('utf-16-be').hex()}>" for code, point in enumerate(subset) if point]
    blocks = [mapped[start : start + MOST_MAPPED] for start in range(0, len(mapped), MOST_MAPPED)]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({font}) /Ordering ({font}) /Supplement 0 >> def",
            f"/CMapName /{font} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )


_repair()
