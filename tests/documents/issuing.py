"""The documents of a consultation as a test reads them: their blocks as words, and their pages as PDF."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.readiness import Document
from kneedesk.bundle import resources
from kneedesk.documents import blank_forms, clinical_record, consent_form, discussed, sheet
from kneedesk.documents.issue import issue
from kneedesk.documents.material import Material
from kneedesk.domain.consultation import Consultation
from kneedesk.knowledge.library import Library
from kneedesk.language import language
from kneedesk.presentation.content import Block, Fields, Heading, Line, Paragraph, Span, Table
from kneedesk.presentation.shapes import Drawing

MADE_AT = datetime(2026, 11, 18, 14, 2, tzinfo=timezone(timedelta(hours=1)))
MODULES = {
    Document.CONSENT: consent_form,
    Document.SHEET: sheet,
    Document.DISCUSSED: discussed,
    Document.RECORD: clinical_record,
    Document.BLANK: blank_forms,
}
OF_PATIENT = tuple(document for document in Document if document is not Document.BLANK)
"""The documents that name the patient and the knee; the blank forms are printed before anybody comes."""
# Said otherwise, or only again at the head of a page.
_LOOKS = {"style", "tone", "header_style", "large", "again", "mark", "goes_on"}
_MARK = re.compile(r"\[(\d+(?:,\d+)*)\]")


def material_of(consultation: Consultation, library: Library) -> Material:
    """Return what the documents of a consultation are made from, in English, at a fixed time."""
    english = language("en", resources() / "translations")
    return Material(consultation, assess(consultation, library), library, english, MADE_AT)


def issued(document: Document, consultation: Consultation, library: Library) -> bytes:
    """Return a document as PDF."""
    return issue(document, material_of(consultation, library), "a4")


def blocks_of(document: Document, consultation: Consultation, library: Library) -> tuple[Block, ...]:
    """Return the blocks of a document."""
    return MODULES[document].blocks(material_of(consultation, library))


def texts_in(value: Any) -> Iterator[str]:
    """Yield every text within a block or many, in the order of reading."""
    match value:
        case str():
            yield value
        case Span(text=text) | Drawing(description=text):
            yield text
        case tuple() | list():
            for item in value:
                yield from texts_in(item)
        case _ if is_dataclass(value):
            for field in fields(value):
                if field.name not in _LOOKS:
                    yield from texts_in(getattr(value, field.name))


def words_in(value: Any) -> str:
    """Return all words of a block or many, in one line."""
    return " ".join(" ".join(texts_in(value)).replace("\N{NO-BREAK SPACE}", " ").split())


def lines_in(value: Any) -> Iterator[Line]:
    """Yield every line within a block or many."""
    match value:
        case tuple() if value and all(isinstance(item, Span) for item in value):
            yield value
        case tuple() | list():
            for item in value:
                yield from lines_in(item)
        case _ if is_dataclass(value) and not isinstance(value, Drawing):
            for field in fields(value):
                yield from lines_in(getattr(value, field.name))


def spans_in(value: Any) -> Iterator[Span]:
    """Yield every span within a block or many."""
    for line in lines_in(value):
        yield from line


def of_kind(blocks: Iterable[Any], kind: type) -> list[Any]:
    """Return the blocks of a kind, also those that are kept together with others."""
    return [block for block in flat(blocks) if isinstance(block, kind)]


def fields_of(blocks: Iterable[Any]) -> dict[str, str]:
    """Return the labels of all fields with the words of their values."""
    return {label: words_in(cell) for each in of_kind(blocks, Fields) for label, cell in each.pairs}


def section(blocks: Iterable[Any], title: str) -> tuple[Any, ...]:
    """Return the blocks under a heading, up to the next one that stands no lower."""
    under: list[Any] | None = None
    level = 0
    for block in flat(blocks):
        if isinstance(block, Heading):
            if under is not None and block.level <= level:
                break
            if block.text == title:
                under, level = [], block.level
                continue
        if under is not None:
            under.append(block)
    assert under is not None, f"there is no heading {title!r}"
    return tuple(under)


def flat(blocks: Iterable[Any]) -> Iterator[Any]:
    """Yield the blocks one by one, also those that are kept together with others."""
    for block in blocks:
        if hasattr(block, "blocks"):
            yield from flat(block.blocks)
        else:
            yield block


def headings_of(blocks: Iterable[Any]) -> list[str]:
    """Return the text of every heading."""
    return [block.text for block in of_kind(blocks, Heading)]


def columns_of(table: Table) -> list[list[str]]:
    """Return the words of a table, row by row."""
    return [[words_in(cell) for cell in row] for row in table.rows]


def body_and_sources(pages: list[str]) -> tuple[str, str]:
    """Return what a document says, and its list of sources."""
    body, _, sources = "\n".join(pages).replace("\r\n", "\n").partition("\nSources\n")
    return body, sources


def numbers_cited(body: str) -> set[int]:
    """Return every number that stands in brackets in a text."""
    return {int(number) for marks in _MARK.findall(body) for number in marks.split(",")}


def numbers_listed(sources: str) -> list[int]:
    """Return the numbers that open an entry, as long as they count up from one; two entries may share a line."""
    expected, after = 1, 0
    while found := re.compile(rf"(?<!\S){expected}\. ").search(sources, after):
        expected, after = expected + 1, found.end()
    return list(range(1, expected))


def paragraphs_of(blocks: Iterable[Any], style: str) -> list[str]:
    """Return the words of all paragraphs of a style."""
    return [words_in(block.line) for block in of_kind(blocks, Paragraph) if block.style == style]
