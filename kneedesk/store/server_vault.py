"""The locked keys of a practice on its server, so that all desks know the same users; each unlocks by a passphrase."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, insert, select, update

from kneedesk.store.addresses import Address
from kneedesk.store.database import reading, writing
from kneedesk.store.faults import Unavailable
from kneedesk.store.postgres import open_server
from kneedesk.store.server_tables import locked_keys
from kneedesk.store.vault_file import VAULT_MISSING, Contents, contents_of, text_of

_ONLY = 1
_CONTENT = select(locked_keys.c.content).where(locked_keys.c.number == _ONLY)

# Message of the application.
OTHERS_CHANGED = "Another desk has changed at the same moment who can unlock: try again."


class ServerVault:
    """The place of a vault on a server; every method raises ``Unavailable`` with a sentence where it fails.

    It waits for the server: not for the thread of the window.
    """

    def __init__(self, address: Address, desk: str) -> None:
        self._address = address
        self._desk = desk
        self._known: str | None = None

    def is_made(self) -> bool:
        """Tell whether there are users of this practice already."""
        return self._read() is not None

    def read(self) -> Contents:
        """Return what is locked, and for whom."""
        text = self._read()
        if text is None:
            raise Unavailable(VAULT_MISSING)
        return contents_of(text)

    def write(self, contents: Contents) -> None:
        """Put contents into the place of what this desk read last.

        :raises Unavailable: also where another desk was faster.
        """
        text = text_of(contents)
        with self._open() as engine, writing(engine) as connection:
            if connection.scalar(_CONTENT) != self._known:
                raise Unavailable(OTHERS_CHANGED)
            if self._known is None:
                connection.execute(insert(locked_keys).values(number=_ONLY, content=text))
            else:
                connection.execute(update(locked_keys).where(locked_keys.c.number == _ONLY).values(content=text))
        self._known = text

    def _read(self) -> str | None:
        with self._open() as engine, reading(engine) as connection:
            self._known = connection.scalar(_CONTENT)
        return self._known

    @contextmanager
    def _open(self) -> Iterator[Engine]:
        """Come to the server for one question: who unlocks asks rarely, and leaves nothing open."""
        engine = open_server(self._address, self._desk)
        try:
            yield engine
        finally:
            engine.dispose()
