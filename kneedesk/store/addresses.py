"""The address of a practice's server: read, and refused where it would send anything unprotected or hold a password."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qsl, unquote, urlsplit

from kneedesk.store.faults import Unavailable

SCHEMES = ("postgresql", "postgres")
_ALLOWED = frozenset(("host", "sslmode", "sslrootcert", "sslcert", "sslkey", "passfile"))
_PORT = 5432

# Messages of the application.
NO_ADDRESS = "This is no address of a server: write postgresql://user@server/database."
TELLS_TOO_MUCH = (
    "The address must not hold a password: put it into the password file of PostgreSQL, which only you can read."
)
UNVERIFIED = "The connection must be encrypted and the server verified: only sslmode=verify-full is taken."
UNKNOWN_OPTION = (
    "The address names an option that KneeDesk does not take; host, sslmode, sslrootcert, sslcert, sslkey and passfile "
    "are taken."
)


def is_server(place: str) -> bool:
    """Tell whether a place where consultations are kept is meant as the address of a server."""
    return place.partition("://")[0].lower() in SCHEMES and "://" in place


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is and as whom to come; the connection is verified in full, or stays inside this computer."""

    user: str
    host: str
    port: int
    database: str
    options: Mapping[str, str]
    """Files of libpq: ``sslrootcert``, ``sslcert``, ``sslkey``, ``passfile``."""

    @classmethod
    def read(cls, text: str) -> Self:
        """Return what an address says.

        :raises Unavailable: where it is none, holds a password, or would not have the server verified.
        """
        if not is_server(text):
            raise Unavailable(NO_ADDRESS)
        try:
            parts = urlsplit(text)
            given = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
            port = parts.port or _PORT
        except ValueError:
            raise Unavailable(NO_ADDRESS) from None
        if parts.password is not None or "password" in given:
            raise Unavailable(TELLS_TOO_MUCH)
        if not set(given) <= _ALLOWED or parts.fragment:
            raise Unavailable(UNKNOWN_OPTION)
        host, database = given.pop("host", "") or parts.hostname or "", unquote(parts.path[1:])
        if not (host and database and parts.username):
            raise Unavailable(NO_ADDRESS)
        mode = given.pop("sslmode", "")
        if mode not in ("", "verify-full") or "," in host:
            raise Unavailable(UNVERIFIED)
        return cls(unquote(parts.username), host, port, database, given)

    @property
    def is_local(self) -> bool:
        """Tell whether it is a socket in a folder of this computer, which no network carries."""
        return self.host.startswith("/")

    def parameters(self) -> dict[str, str | int]:
        """Return what libpq is given: never a password, and nothing that it may fall back to."""
        mode = "disable" if self.is_local else "verify-full"
        parameters: dict[str, str | int] = {**self.options, "user": self.user, "host": self.host, "port": self.port}
        return parameters | {"dbname": self.database, "sslmode": mode, "gssencmode": "disable"}

    def __str__(self) -> str:
        """Return how it is shown: who, where and which database."""
        return f"{self.user}@{self.host}/{self.database}"
