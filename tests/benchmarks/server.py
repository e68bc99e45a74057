"""How a practice's server stands a million consultations: its first page, searches and scrolling, by the clock.

Each is held against the raw query. ``python -m tests.benchmarks.server 10000`` makes fewer.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any

from kneedesk.store.consultations import Consultations
from kneedesk.store.postgres import connect_to, open_server
from kneedesk.store.summary import Near
from kneedesk.ui.consultation_model import PORTION as PAGE
from tests.benchmarks.filling import fill_server
from tests.benchmarks.million import FRAME, KEPT, NEWEST, OLDEST, PAGED, PAGES, ROUNDS, SOUGHT, WHO
from tests.benchmarks.timing import judged, written
from tests.people import ANA
from tests.store.serving import serving

Row = tuple[str, str, str]
Ask = Callable[[], object]
# A server passes over rows as fast as a query can tell it to: the keys are not looked for first.
_SEARCHED = f"SELECT {WHO} FROM consultations WHERE search LIKE ? ORDER BY {NEWEST} LIMIT {PAGE}"  # noqa: S608 - as there


def asked(kept: int = KEPT) -> Iterator[Row]:
    """Fill a server, and ask it what the list asks, in turns with the raw query."""
    with serving() as server:
        begin = perf_counter()
        fill_server(server, kept)
        yield f"making a server of {kept:,} consultations", written(perf_counter() - begin), "copied as its owner can"
        engine = open_server(server.address(), "looker")
        found = Consultations(engine, ANA)
        with closing(connect_to(server.address(), "raw", autocommit=True)) as connection:
            raw = partial(_raw, connection)
            for name, text in SOUGHT:
                theirs = partial(raw, _SEARCHED, f"%{text}%") if text else partial(raw, PAGED.format(NEWEST), 0)
                yield _held(name, [(partial(found.find, text, PAGE), theirs)] * ROUNDS)
            yield _held("one page after the other", list(_onwards(found, raw, min(PAGES, kept // PAGE))))
            last, end = kept - PAGE, Near(kept)
            theirs = partial(raw, PAGED.format(OLDEST), 0)
            yield _held("the last page", [(partial(found.find, "", PAGE, last, end), theirs)] * ROUNDS)
            theirs = partial(raw, PAGED.format(NEWEST), kept // 2)
            yield _held("the middle", [(partial(found.find, "", PAGE, kept // 2), theirs)] * ROUNDS)
        engine.dispose()


def _onwards(found: Consultations, raw: Callable[[str, object], object], pages: int) -> Iterator[tuple[Ask, Ask]]:
    near = Near()
    for page in range(pages):
        ask = partial(found.find, "", PAGE, page * PAGE, near)
        yield ask, partial(raw, PAGED.format(NEWEST), page * PAGE)
        near = Near(page * PAGE + PAGE - 1, ask()[-1])


def _raw(connection: Any, statement: str, value: object) -> list[Any]:
    rows: list[Any] = connection.execute(statement.replace("?", "%s"), (value,)).fetchall()
    return rows


def _held(name: str, turns: list[tuple[Ask, Ask]]) -> Row:
    """Hold the median of ours against that of the raw query: they take turns, so that a slow moment strikes both."""
    taken = [(_seconds(ours), _seconds(theirs)) for ours, theirs in turns]
    ours, theirs = map(median, zip(*taken, strict=True))
    aim = judged("at most twice that and 16 ms", ours <= 2 * theirs + FRAME)
    return f"{name}, from PostgreSQL", written(ours), f"the raw query {written(theirs)}; {aim}"


def _seconds(ask: Ask) -> float:
    begin = perf_counter()
    ask()
    return perf_counter() - begin


if __name__ == "__main__":
    from tests.benchmarks.timing import print_table

    print_table(asked(int(sys.argv[1]) if sys.argv[1:] else KEPT))
