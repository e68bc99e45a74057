"""What the changes of a store are written with: a connection that stays at hand from one change to the next.

To borrow one of SQLAlchemy's pool, to begin and to commit there takes as long as to encrypt what is written.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from weakref import finalize

from sqlalchemy import Connection, Engine, event

from kneedesk.store import faults
from kneedesk.store.database import is_gone, writing
from kneedesk.store.faults import Unavailable, explained
from kneedesk.store.prepared import driver_of


class Pen:
    """It may be asked from any thread, and is put down when its engine is disposed of, or when nobody has it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._at_hand = at_hand = deque[Connection]()
        event.listen(engine, "engine_disposed", lambda _: _put_down(at_hand))
        finalize(self, _put_down, at_hand)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write as :func:`kneedesk.store.database.writing` does.

        :raises Unavailable: as there.
        """
        file, pool = self._engine.url.database, self._engine.pool
        if file is None:  # a line to a server may be cut while it waits, which the pool notices
            with writing(self._engine) as connection:
                yield connection
            return
        with explained(file):
            connection = self._take()
            driver = driver_of(connection)
            try:
                driver.execute("BEGIN IMMEDIATE")
                yield connection
                driver.execute("COMMIT")
                if is_gone(connection):
                    raise Unavailable(faults.GONE)
            except BaseException:
                _close(connection)  # which undoes what was written; the next one begins with a file that is opened anew
                raise
            self._at_hand.append(connection)
            if self._engine.pool is not pool:
                _put_down(self._at_hand)

    def _take(self) -> Connection:
        with suppress(IndexError):
            return self._at_hand.pop()
        return self._engine.connect()


def _put_down(at_hand: deque[Connection]) -> None:
    with suppress(IndexError):
        while True:
            _close(at_hand.pop())


def _close(connection: Connection) -> None:
    connection.invalidate()  # or it would be given back to a pool that may be closed already, and stay open there
    connection.close()
