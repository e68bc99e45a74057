"""How long the save of one change takes, with its entry of the journal, against a bare commit of the same bytes."""

import gc
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from kneedesk.commands.inputs import our_language
from kneedesk.domain.consultation import Consultation
from kneedesk.knowledge.library import Library
from kneedesk.store.changes import History
from kneedesk.store.checking import check
from kneedesk.store.connections import connect
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import FILE, open_database
from kneedesk.ui.recalling import Place, Wish, recall
from tests.amending import amended
from tests.benchmarks.timing import judged, median_of, written
from tests.people import ANA

Row = tuple[str, str, str]
KEY = bytes(range(32))
ROUNDS = 6000


def saves(consultation: Consultation, library: Library) -> Iterator[Row]:
    """Time saves and bare commits in turns, so that a slow moment of the disk strikes both; then what they left."""
    states = [amended(consultation, "examination", flexion_degrees=degrees) for degrees in (95, 100)]
    with TemporaryDirectory() as folder:
        consultations = Consultations(open_database(Path(folder) / FILE, KEY), ANA)
        consultations.save("k", states[-1], datetime.now(UTC), {})
        look = partial(History(consultations._engine).page, "k", 1)
        same = [_same_bytes(consultations, state) for state in states]
        bare = _bare(Path(folder) / "bare.sqlite")
        with closing(bare):
            saved, committed = [], []
            gc.collect()
            gc.freeze()  # as the application does with what it has loaded
            for number in range(ROUNDS):
                at, state, values = datetime.now(UTC), states[number % 2], same[number % 2]
                ours = partial(consultations.save, "k", state, at, {})
                theirs = partial(_commit, bare, number, *values)
                for times, write in ((saved, ours), (committed, theirs)):
                    look()  # what a commit leaves for the disk to do strikes whoever is next: before each the same
                    begin = perf_counter()
                    write()
                    times.append(perf_counter() - begin)
            gc.unfreeze()
        engine = consultations._engine
        read = partial(recall, "k", Wish(), Place(), UTC, library, our_language("en"), History(engine))
        told, checked = median_of(read, rounds=11), median_of(partial(check, engine), rounds=3)
        consultations.close()
    for name, ours, theirs in (
        ("median", median(saved), median(committed)),
        ("p99", quantiles(saved, n=100)[-1], quantiles(committed, n=100)[-1]),
    ):
        bare = f"{ours / theirs:.1f} times a bare SQLCipher commit of the same bytes, {written(theirs)}"
        held = judged(f"{bare}; at most 2", ours <= 2 * theirs) if name == "p99" else bare
        yield f"save of one change, {name}", written(ours), held
    yield f"first lines of a history of {ROUNDS} changes", written(told), "read and put into words away from the window"
    yield f"check of a journal of {ROUNDS} changes", written(checked), "every digest taken anew"


def _bare(path: Path) -> Connection:
    """Return an encrypted file with room for a state and for what is put beside it."""
    path.touch()
    connection = connect(path, KEY)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE state (key TEXT PRIMARY KEY, content TEXT)")
    connection.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY, content TEXT)")
    connection.execute("INSERT INTO state VALUES ('k', '')")
    return connection


def _same_bytes(consultations: Consultations, state: Consultation) -> tuple[str, str]:
    """Return what a save of a state writes: all of it, and the entry with what it changed."""
    consultations.save("k", state, datetime.now(UTC), {})
    (done,) = History(consultations._engine).page("k", 1)
    return state.model_dump_json(exclude_none=True), f"{done.link}{done.changes}"


def _commit(connection: Connection, number: int, content: str, entry: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE state SET content = ? WHERE key = 'k'", (content,))
    connection.execute("INSERT INTO entry VALUES (?, ?)", (number, entry))
    connection.execute("COMMIT")
