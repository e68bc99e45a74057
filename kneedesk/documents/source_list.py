"""The list of sources: small print with hanging numbers, in two columns where the letters are not large."""

from dataclasses import replace
from itertools import pairwise

from kneedesk.documents.lists import item_strips
from kneedesk.documents.parts import Column, said, type_strips
from kneedesk.documents.strips import Strip
from kneedesk.presentation.content import Sources

GUTTER = 16.0
# Between two entries and, above the first, below the words that hold for all; in gaps.
APART = 0.2
BELOW_WORDS = 0.7


def source_strips(sources: Sources, column: Column) -> list[Strip]:
    """Lay out the words that hold for all sources, which stay with the first entry, then the entries, each whole."""
    style = column.style
    words: list[Strip] = []
    for line in sources.words:
        laid = type_strips(said(line, style.note, column.references), style.note, column, "P")
        laid[0].before = APART * style.gap if words else 0.0
        words += laid
    for strip in words:
        strip.glued = True
    width = (column.width - GUTTER) / 2 if style.halved else column.width
    entries = item_strips(sources.entries, replace(column, width=width), style.reference, "number", air=APART)
    for strip in entries:
        strip.second = width + GUTTER if style.halved else 0.0
    for strip, following in pairwise(entries):
        strip.glued = not following.before
    if words and entries:
        entries[0].before = BELOW_WORDS * style.gap
    return [*words, *entries]
