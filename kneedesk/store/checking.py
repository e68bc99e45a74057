"""Check that nobody rewrote what was done: the chain, what each entry changed, and what is kept because of it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from sqlalchemy import ColumnElement, Connection, Engine, and_, func, or_, select

from kneedesk.store.chain import Anchor, Deed, Fault, Kind, Link, faults_of
from kneedesk.store.changes import CHANGING, WITH_CHANGES, digest_of
from kneedesk.store.database import reading
from kneedesk.store.journal import LINKS
from kneedesk.store.progress import Progress
from kneedesk.store.tables import consultations, journal, tombstones

_MOST_FAULTS = 100
_AT_ONCE = 1000
_TAIL = 200
# Entries of an older KneeDesk tell of no change what it was.
_CHANGED = and_(journal.c.deed.in_([deed.value for deed in CHANGING]), journal.c.what != "")


def check(engine: Engine, anchors: Iterable[Anchor] = (), progress: Progress | None = None) -> Sequence[Fault]:
    """Return what is wrong with what a store says was done, at most the first hundred; nothing where it is sound.

    A cut tail, and a chain that was written anew, are found only by an anchor from before.

    :raises Unavailable: where the store cannot be read.
    :raises CalledOff: where progress was called off.
    """
    progress = progress or Progress()
    with reading(engine) as connection:
        of = sum(connection.scalar(select(func.count()).select_from(table)) or 0 for table in (journal, consultations))
        beside: list[Fault] = []
        found = list(islice(faults_of(_links(connection, beside, progress, of), anchors), _MOST_FAULTS))
        if len(found) < _MOST_FAULTS:
            found += beside[:_MOST_FAULTS]
            found += islice(_of_contents(connection, progress, of), _MOST_FAULTS)
        progress.tell(of, of)
    return sorted(found, key=lambda fault: fault.number)[:_MOST_FAULTS]


def check_tail(engine: Engine) -> Sequence[Fault]:
    """Return what is wrong with the last entries of a journal; quick, for every start.

    :raises Unavailable: where the store cannot be read.
    """
    with reading(engine) as connection:
        newest = connection.scalar(select(func.max(journal.c.number))) or 0
        links = [Link(*row) for row in connection.execute(LINKS.where(journal.c.number > newest - _TAIL))]
    return list(faults_of(links, since=Anchor(links[0].number - 1, links[0].previous) if links else Anchor()))


def _links(connection: Connection, beside: list[Fault], progress: Progress, of: int) -> Iterator[Link]:
    """Yield all links, and note whose changes are not those that they were written with, or gone."""
    gone: dict[str, list[Fault]] = {}
    with connection.execute(WITH_CHANGES.execution_options(yield_per=_AT_ONCE)) as rows:
        for place, (*entry, changed) in enumerate(rows):
            if not place % _AT_ONCE:
                progress.tell(place, of)
            each = Link(*entry)
            if each.deed == Deed.REMOVAL:
                gone.pop(each.key, None)  # they went with the consultation
            elif changed is None and each.what and each.deed in CHANGING:
                gone.setdefault(each.key, []).append(Fault(each.number, Kind.CHANGES))
            elif changed is not None and digest_of(changed) != each.what:
                beside.append(Fault(each.number, Kind.CHANGES))
            yield each
    beside += chain.from_iterable(gone.values())


def _of_contents(connection: Connection, progress: Progress, of: int) -> Iterator[Fault]:
    """Yield the last entries of consultations that are not as these left them, or are gone without a word."""
    kept, done = consultations.c, (journal.c.deed == Deed.REMOVAL) | _CHANGED
    last = (
        select(func.max(journal.c.number))
        .where(journal.c.key == kept.key, done, ~_undone(connection))
        .correlate(consultations)
    )
    left = consultations.join(journal, journal.c.number == last.scalar_subquery())
    statement = select(kept.content, journal.c.number, journal.c.deed, journal.c.after).select_from(left)
    with connection.execute(statement.execution_options(yield_per=_AT_ONCE)) as rows:
        for place, row in enumerate(rows):
            if not place % _AT_ONCE:
                progress.tell(of - of // 2 + place // 2, of)
            if row.deed == Deed.REMOVAL or digest_of(row.content) != row.after:
                yield Fault(row.number, Kind.CONTENT)
    newest = (
        select(func.max(journal.c.number).label("number"))
        .where(done, ~_undone(connection), journal.c.key.not_in(select(kept.key)))
        .where(journal.c.key.not_in(select(tombstones.c.key)))
        .group_by(journal.c.key)
        .subquery()
    )
    gone = select(journal.c.number).join(newest, newest.c.number == journal.c.number).where(_CHANGED)
    yield from (Fault(number, Kind.CONTENT) for number in connection.scalars(gone))


def _undone(connection: Connection) -> ColumnElement[bool]:
    """Return what holds of the entries whose effect was undone by going back to a backup."""
    restored = select(journal.c.number, journal.c.what).where(journal.c.deed == Deed.RESTORE)
    number = journal.c.number
    spans = [(int(what), at) for at, what in connection.execute(restored).all() if what.isdigit()]
    return or_(number < 0, *(and_(number > head, number < at) for head, at in spans))
