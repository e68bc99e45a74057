"""The list of the consultations, newest first: a portion of those that hold a text, and how many there are."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, case, func, not_, select, tuple_

from kneedesk.store.folding import sought_words
from kneedesk.store.summary import Near, Summary
from kneedesk.store.tables import consultations, versions

_row = consultations.c
_of_row = versions.c.key == _row.key
# Within a text of the file every quotation mark is escaped: this can only be the key. Asked only where versions stand.
_stands = case((_row.content.contains('"finalised":{'), versions.c.version))
_LISTED: tuple[ColumnElement[Any], ...] = (
    _row.key,
    _row.family_name,
    _row.given_name,
    _row.identifier,
    _row.birth_date,
    _row.knee,
    _row.date,
    _row.started_at,
    _row.changed_at,
    _row.version,
    select(func.max(versions.c.version)).where(_of_row).scalar_subquery(),
    select(func.max(_stands)).where(_of_row).scalar_subquery(),
)
_NEWEST: tuple[ColumnElement[Any], ...] = (_row.date.desc(), _row.started_at.desc(), _row.key)
_OLDEST: tuple[ColumnElement[Any], ...] = (_row.date, _row.started_at, _row.key.desc())
_STEPS = 20_000  # of SQLite, between two looks at whether anybody still waits: a few milliseconds
_LOOK = 0.02  # seconds between two such looks while a server reads
_LONGEST = 2.0  # seconds in which it takes the request to break off, or is left to its own limit
_SHAPES = 32  # of statements: so many words, from here or from there


def portion(connection: Connection, text: str, limit: int, offset: int, near: Near) -> list[Summary]:
    """Return the consultations at these places among all that hold the words of a text."""
    onwards = offset > near.place
    if onwards:
        count, skipped = limit, offset - near.place - 1
    else:
        count = min(limit, near.place - offset)
        skipped = near.place - offset - count
    words, known = _words(text), near.summary
    values = words | {"count": count, "skipped": skipped}
    if known is not None:
        values |= {"near_date": known.date, "near_start": known.started_at, "near_key": known.key}
    statement = _portion(len(words), onwards=onwards, known=known is not None)
    return [Summary(*row) for row in connection.execute(statement, values).all()]


def count(connection: Connection, text: str) -> int:
    """Return how many consultations hold all words of a text."""
    words = _words(text)
    statement = select(func.count()).where(*_holding(len(words))).select_from(consultations)
    return connection.scalar(statement, words) or 0


@contextmanager
def stopped(connection: Connection, by: Callable[[], bool]) -> Iterator[None]:
    """Break off what is read inside as soon as nobody waits for it."""
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name == "sqlite":
        driver.set_progress_handler(by, _STEPS)
        try:
            yield
        finally:
            driver.set_progress_handler(None, _STEPS)
        return
    read = threading.Event()
    watching = threading.Thread(target=_break_off, args=(driver, by, read), name="kneedesk-patience")
    watching.start()
    try:
        yield
    finally:
        read.set()
        watching.join()  # what is read next must not be broken off in its place


def _break_off(driver: Any, by: Callable[[], bool], read: threading.Event) -> None:
    """Ask a server to break off, once nobody waits for what a connection reads; it has its own limit besides."""
    from psycopg import Error  # noqa: PLC0415 - only where there is a server

    while not read.wait(_LOOK):
        if by():
            with suppress(Error):  # and again: a server that has not begun yet has nothing to break off
                driver.cancel_safe(timeout=_LONGEST)


@lru_cache(_SHAPES)
def _portion(words: int, *, onwards: bool, known: bool) -> Select[Any]:
    """Return what asks for a portion, its values left open: to build it takes longer than to answer it."""
    # By the index alone: of what is passed over no row is read.
    keys = (
        select(_row.key)
        .where(*_holding(words), *(_beyond(onwards=onwards) if known else ()))
        .order_by(*(_NEWEST if onwards else _OLDEST))
        .limit(bindparam("count"))
        .offset(bindparam("skipped"))
        .subquery()
    )
    return select(*_LISTED).join(keys, keys.c.key == _row.key).order_by(*_NEWEST)


def _words(text: str) -> dict[str, Any]:
    """Return the words of a text as patterns by their names; of what a pattern escapes they hold nothing."""
    return {f"word_{number}": f"%{word}%" for number, word in enumerate(sought_words(text))}


def _holding(words: int) -> list[ColumnElement[bool]]:
    return [_row.search.like(bindparam(f"word_{number}")) for number in range(words)]


def _beyond(*, onwards: bool) -> Sequence[ColumnElement[bool]]:
    """Return what holds of the consultations after a known one, or before it."""
    date, start, key = (
        bindparam(name, type_=column.type)
        for name, column in (("near_date", _row.date), ("near_start", _row.started_at), ("near_key", _row.key))
    )
    place, there = tuple_(_row.date, _row.started_at), tuple_(date, start)
    same = and_(_row.date == date, _row.started_at == start)
    if onwards:
        return place <= there, not_(and_(same, _row.key <= key))
    return place >= there, not_(and_(same, _row.key >= key))
