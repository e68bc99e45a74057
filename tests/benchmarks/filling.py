"""A store or a server with as many consultations as are asked for, each with what the list shows and is searched by."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from kneedesk.domain.consultation import Consultation
from kneedesk.store.connections import connect
from kneedesk.store.database import FILE
from kneedesk.store.folding import search_column
from kneedesk.store.postgres import connect_to
from kneedesk.store.store import open_store
from kneedesk.store.tables import consultations
from kneedesk.store.users import Unlocked
from kneedesk.store.vault import FILE as VAULT
from kneedesk.store.vault import Vault
from tests.people import ANA, PASSPHRASE
from tests.store.serving import Server

BARE = Path(__file__).parents[1] / "cases" / "barely-recorded.json"
BEGIN = datetime(1990, 1, 1, 8, tzinfo=UTC)
A_DAY = 80
GIVEN = ("Ana", "Ben", "Cleo", "Dora", "Emil", "Finn", "Greta", "Hugo", "Inés", "Jon", "Kaja", "Luz", "Mehmet")
FAMILY = ("García", "Núñez", "Smith", "Okafor", "Marsh", "Lindqvist", "Tanaka", "Müller", "Rossi", "Novák", "Łuczak")
RARE = "Quintanilla"
"""The family name of three patients, in the middle and at both ends."""
FREQUENT = "novak"
"""A part of every eleventh name."""


def fill(folder: Path, count: int) -> Unlocked:
    """Make a vault at the cost that a guess really has, and a store in one transaction."""
    key, _ = Vault(folder / VAULT).make(ANA, PASSPHRASE)
    open_store(folder, ANA, key, BEGIN).close()
    into = f"INSERT INTO consultations VALUES ({', '.join('?' * len(consultations.c))})"  # noqa: S608
    with closing(connect(folder / FILE, key)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")  # as long as it is made; the window puts it back
        connection.execute("PRAGMA synchronous = OFF")
        named = "SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE INDEX consultations_%'"
        indexes = connection.execute(named).fetchall()
        connection.execute("BEGIN")
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}")
        connection.executemany(into, _rows(count))
        for _, statement in indexes:
            connection.execute(statement)
        connection.execute("COMMIT")
    return Unlocked(ANA, key)


def fill_server(server: Server, count: int) -> None:
    """Fill a practice's server as its owner can: what watches over the tables is passed over."""
    with connect_to(server.address("postgres"), "filling", autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("SET statement_timeout = 0")
        with connection.cursor().copy("COPY consultations FROM STDIN") as copy:
            for row in _rows(count):
                copy.write_row(row)
        connection.execute("VACUUM ANALYZE consultations")


def _rows(count: int) -> Iterator[tuple[Any, ...]]:
    tree = json.loads(BARE.read_text("utf-8"))
    rare = (0, count // 2, count - 1)
    for number in range(count):
        family = RARE if number in rare else FAMILY[number % len(FAMILY)]
        given, identifier = GIVEN[number % len(GIVEN)], f"MRN-{number:07}"
        day = BEGIN.date() + timedelta(number // A_DAY)
        at = datetime.combine(day, time(8 + number % A_DAY // 10, number % 10 * 6)).isoformat(" ", "microseconds")
        tree["patient"] |= {"family_name": family, "given_name": given, "identifier": identifier}
        tree["date"] = day.isoformat()
        knee, content = tree["knee"], json.dumps(tree, ensure_ascii=False)
        if not number:
            Consultation.model_validate_json(content)
        search = search_column((given, family, identifier), day)
        who = (f"{number:032x}", family, given, identifier, tree["patient"]["birth_date"])
        yield (*who, knee, tree["date"], at, at, 1, search, content, None, None, None)
