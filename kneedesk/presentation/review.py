"""What of the pack is past its day of review: in one line on a page, and all of it in the evidence."""

from collections.abc import Sequence

from kneedesk.knowledge.entry import Entry
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.content import Block, Bullets, Heading, Line, Paragraph, Span, say
from kneedesk.presentation.register import OVERDUE, PACK_PAGES

_MOST = 8


def overdue_words(entries: Sequence[Entry], language: Language) -> str:
    """Return how many statements are past their day of review; nothing where none is."""
    if not entries:
        return ""
    if len(entries) == 1:
        return language.say("One statement is past its day of review")
    return language.say("{count} statements are past their day of review").format(count=len(entries))


def overdue_names(entries: Sequence[Entry], language: Language) -> str:
    """Return the first of them by their ids, and how many more there are."""
    said = ", ".join(entry.id for entry in entries[:_MOST])
    more = len(entries) - _MOST
    return said if more <= 0 else f"{said} {language.say('and {count} more').format(count=more)}"


def overdue_line(entries: Sequence[Entry], language: Language) -> Line:
    """Return the line of a page on paper; an empty one where nothing is overdue."""
    if not entries:
        return ()
    return say(f"{overdue_words(entries, language)}: {overdue_names(entries, language)}.")


def overdue_page(entries: Sequence[Entry], library: Library, language: Language) -> tuple[Block, ...]:
    """Return all that is overdue; what the evidence holds can be opened from here."""
    heading = Heading(language.say(PACK_PAGES[OVERDUE]), 2)
    if not entries:
        return heading, Paragraph(say(language.say("No statement is past its day of review.")))
    return heading, Bullets(tuple(_entry(entry, library, language) for entry in entries))


def _entry(entry: Entry, library: Library, language: Language) -> Line:
    said = language.say("Reviewed {day}, next by {due}")
    words = said.format(day=language.day(entry.reviewed), due=language.day(entry.review_due))
    opened = any(entry is shelf.get(entry.id) for shelf in (library.facts, library.sources, library.claims))
    return (Span(f"{entry.id}. {words}", basis=(entry.id,) if opened else ()),)
