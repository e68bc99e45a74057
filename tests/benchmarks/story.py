"""What our documents are made of, for who sets the same words otherwise: the blocks, their frame and their sources."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from kneedesk.assessment.readiness import Document
from kneedesk.documents import issue as issuing
from kneedesk.documents.material import Material
from kneedesk.documents.page import Frame
from kneedesk.documents.references import References
from kneedesk.documents.text import printable
from kneedesk.presentation.content import Block, Bullets, Continued, Line, Paragraph, Sources, Spoken, Together


@dataclass(frozen=True)
class Story:
    """One document before it is laid out."""

    blocks: tuple[Block, ...]
    frame: Frame
    references: References


def story_of(document: Document, material: Material) -> Story:
    """Return what ``issue`` hands to our own typesetter."""
    taken: list[Story] = []

    def take(blocks: Iterable[Block], frame: Frame, *, references: References, **_others: Any) -> None:
        taken.append(Story(tuple(_flat(blocks)), frame, references))

    with patch.object(issuing, "set_story", take):
        issuing.set_document(document, material, "a4")
    (story,) = taken
    return story


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Together | Continued | Spoken):
            yield from _flat(block.blocks)
        elif isinstance(block, Sources):
            yield from (Paragraph(line, style="note") for line in block.words)
            yield Bullets(block.entries, numbered=True, style="note")
        else:
            yield block


def pieces(line: Line, references: References) -> list[tuple[str, bool]]:
    """Return the words of a line with the numbers of their sources, and whether they are strong; alike as one."""
    found: list[tuple[str, bool]] = []
    for span in line:
        numbers = ",".join(map(str, references.numbers(span.basis)))
        text = printable(span.text) + (f"[{numbers}]" if numbers else "")
        if found and found[-1][1] == span.strong:
            found[-1] = (found[-1][0] + text, span.strong)
        else:
            found.append((text, span.strong))
    return found


def words(line: Line, references: References) -> str:
    """Return the words of a line with the numbers of their sources."""
    return "".join(text for text, _ in pieces(line, references))
