"""The headings of a document as levels without gaps, and as the bookmarks of the file."""

from collections.abc import Iterable
from dataclasses import replace

from kneedesk.documents.canvas import Sheet
from kneedesk.documents.strips import Bookmark, Strip
from kneedesk.documents.structure import Heading

ROLES: tuple[Heading, ...] = ("H1", "H2", "H3")
# White above a heading where a bookmark leads to.
ABOVE = 8.0


def grade(strips: Iterable[Strip]) -> None:
    """Give each heading its level among the others: none more than one below the heading before it."""
    level = 0
    for strip in strips:
        if strip.bookmark is not None:
            level = min(strip.bookmark.level, level + 1)
            strip.bookmark = replace(strip.bookmark, level=level)
            for part in strip.parts:
                if part.element is not None:
                    part.element.role = ROLES[level - 1]


def add_bookmark(canvas: Sheet, bookmark: Bookmark, top: float) -> None:
    """Add the bookmark of a heading whose line begins at ``top``."""
    key = f"heading-{len(canvas.outlined)}"
    canvas.outlined.append(key)
    canvas.bookmarkHorizontalAbsolute(key, top + ABOVE)
    canvas.addOutlineEntry(bookmark.text, key, bookmark.level - 1)
