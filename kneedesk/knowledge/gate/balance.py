"""What a course may do and what it may harm are told in equal detail, in every language: item C1 of IPDAS."""

from collections.abc import Iterator, Sequence

from kneedesk.knowledge.entry import PLACEHOLDER, Passage
from kneedesk.knowledge.gate.walk import LANGUAGES, Broken, Told
from kneedesk.knowledge.library import Library


def broken_balance(library: Library, told: Sequence[Told]) -> Iterator[Broken]:
    """Yield every course whose benefits and harms differ by more than a statement or by twice the words."""
    for option in library.options.values():
        rows, short = option.rows, option.short
        if abs(len(rows.what_it_may_do) - len(rows.harms)) > 1:
            reason = f"{len(rows.what_it_may_do)} statements on what it may do, {len(rows.harms)} on harms"
            yield option, ("rows", "harms"), f"C1: {reason}"
        pairs = (("rows", rows.what_it_may_do, rows.harms), ("short", (short.what_it_may_do,), (short.harms,)))
        for part, may_do, harms in pairs:
            for language in LANGUAGES:
                if language == "es" and not all(passage.text.es for passage in (*may_do, *harms)):
                    continue
                told_of = [_length(passages, language) for passages in (may_do, harms)]
                if max(told_of) > 2 * min(told_of):
                    reason = f"{told_of[0]} words on what it may do, {told_of[1]} on harms ({language})"
                    yield option, (part, "harms"), f"C1: {reason}"


def _length(passages: Sequence[Passage], language: str) -> int:
    return sum(len(PLACEHOLDER.sub("0", passage.text.spoken(language)).split()) for passage in passages)
