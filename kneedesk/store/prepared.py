"""A statement that every save executes: put into words once for each kind of store, and given straight to its driver.

SQLAlchemy takes longer to execute a statement than SQLite to answer it, and the five of a save longer than to encrypt
and write them; what they say is still written once, in its terms, for both kinds of store.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Insert, Update

Value = Callable[[Any], Any]


class _Worded(NamedTuple):
    """A statement in the words of one kind of store, and what is done to a value before it is handed over."""

    text: str
    order: Sequence[str] | None
    """The names in the order of their places, where places have no names."""
    values: Mapping[str, Value]


class Prepared:
    """A statement whose named values are given each time; it is executed inside a transaction of :func:`writing`."""

    def __init__(self, statement: Insert | Update) -> None:
        self._statement = statement
        self._worded: dict[tuple[str, ...], _Worded] = {}

    def execute(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        """Execute it with values by name, those of columns among them; return the cursor of the driver.

        What fails is raised as the driver says it.
        """
        dialect = connection.dialect
        worded = self._worded.get((dialect.name, *values))
        if worded is None:
            worded = self._worded[(dialect.name, *values)] = self._word(dialect, list(values))
        text, order, made = worded
        ready = {**values, **{place: make(values[place]) for place, make in made.items()}} if made else values
        return driver_of(connection).execute(text, ready if order is None else [ready[place] for place in order])

    def _word(self, dialect: Dialect, names: Sequence[str]) -> _Worded:
        compiled = self._statement.compile(dialect=dialect, column_keys=names)
        made = {
            name: make
            for name, bound in compiled.binds.items()
            if (make := bound.type.dialect_impl(dialect).bind_processor(dialect)) is not None
        }
        return _Worded(str(compiled), compiled.positiontup, made)


def driver_of(connection: Connection) -> Any:
    """Return the connection of the driver: of SQLite or of PostgreSQL, which both execute what they are given."""
    return connection.connection.driver_connection
