"""The list of the consultations, newest first: a portion of those that hold a text, and how many there are."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, func, not_, select, tuple_

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


def portion(connection: Connection, text: str, limit: int, offset: int, near: Near) -> list[Summary]:
    """Return the consultations at these places among all that hold the words of a text."""
    if offset > near.place:
        order, skipped = _NEWEST, offset - near.place - 1
        count = limit
    else:
        order, count = _OLDEST, min(limit, near.place - offset)
        skipped = near.place - offset - count
    # By the index alone: of what is passed over no row is read.
    keys = (
        select(_row.key)
        .where(*_holding(text), *_beyond(near, onwards=order is _NEWEST))
        .order_by(*order)
        .limit(count)
        .offset(skipped)
        .subquery()
    )
    statement = select(*_LISTED).join(keys, keys.c.key == _row.key).order_by(*_NEWEST)
    return [Summary(*row) for row in connection.execute(statement).all()]


def count(connection: Connection, text: str) -> int:
    """Return how many consultations hold all words of a text."""
    return connection.scalar(select(func.count()).where(*_holding(text)).select_from(consultations)) or 0


@contextmanager
def stopped(connection: Connection, by: Callable[[], bool]) -> Iterator[None]:
    """Break off what is read inside as soon as nobody waits for it; a server has its own limit."""
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name != "sqlite":
        yield
        return
    driver.set_progress_handler(by, _STEPS)
    try:
        yield
    finally:
        driver.set_progress_handler(None, _STEPS)


def _holding(text: str) -> list[ColumnElement[bool]]:
    return [_row.search.contains(word, autoescape=True) for word in sought_words(text)]


def _beyond(near: Near, *, onwards: bool) -> Sequence[ColumnElement[bool]]:
    """Return what holds of the consultations after a known one, or before it."""
    known = near.summary
    if known is None:
        return ()
    place, same = tuple_(_row.date, _row.started_at), and_(_row.date == known.date, _row.started_at == known.started_at)
    there = (known.date, known.started_at)
    if onwards:
        return place <= there, not_(and_(same, _row.key <= known.key))
    return place >= there, not_(and_(same, _row.key >= known.key))
