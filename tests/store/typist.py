"""Type into a store, be killed, look what is left: ``python -m tests.store.typist FOLDER SEED ROUNDS``.

With an odd seed the store is encrypted.

The changes are numbered. A child types, and writes the number of each change that it was told is saved into a pipe,
which outlives it. It is killed at a random moment; then the store must open whole and hold that change or a later one,
and its journal must tell how it came to be.
"""

import json
import os
import random
import signal
import sys
import time
import traceback
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from kneedesk.domain.changes import applied
from kneedesk.domain.consultation import Consultation
from kneedesk.exchange.consultation_file import load
from kneedesk.store.chain import Anchor
from kneedesk.store.changes import History
from kneedesk.store.checking import check as check_journal
from kneedesk.store.connections import connect
from kneedesk.store.consultations import Consultations
from kneedesk.store.copies import is_sound
from kneedesk.store.database import open_database
from kneedesk.store.faults import Unavailable
from kneedesk.store.journal import Journal
from kneedesk.store.writer import Writer
from tests.amending import amended
from tests.files import CASES
from tests.people import ANA

NUMBER = 8  # bytes


def state(reference: Consultation, number: int) -> Consultation:
    """Return the consultation after a change: its number in two places, and a text as long as a note."""
    numbered = amended(reference, "patient", identifier=f"MRN-{number}")
    return amended(numbered, "preferences", goals=(f"{number} " + "walk to the lake again " * (number % 40),))


def type_until_killed(
    path: Path, secret: bytes | None, key: str, reference: Consultation, hurried: bool, pipe: int
) -> None:
    """Type as fast as the store takes it, or as a clinician does, with the writer's pauses."""
    consultations = Consultations(open_database(path, secret), ANA)
    writer = Writer(consultations, lambda: datetime.now(UTC))
    try:
        begin = int((consultations.read(key).patient.identifier or "").removeprefix("MRN-")) + 1
    except Unavailable:
        begin = 1
    for number in count(begin):

        def acknowledge(at: datetime, number: int = number) -> None:
            os.write(pipe, number.to_bytes(NUMBER))

        writer.keep(key, state(reference, number), acknowledge, lambda sentence: os._exit(3))
        if hurried:
            writer.flush(10)
        else:
            time.sleep(0.01)


def kill_at_random(path: Path, secret: bytes | None, key: str, reference: Consultation, chance: random.Random) -> int:
    """Let a child type and kill it; return the number of the last change that it was told is saved."""
    reader, pipe = os.pipe()
    hurried = chance.random() < 0.5
    child = os.fork()
    if not child:
        os.close(reader)
        try:
            type_until_killed(path, secret, key, reference, hurried, pipe)
        except BaseException:
            traceback.print_exc()
        os._exit(4)
    os.close(pipe)
    time.sleep(chance.uniform(0, 0.5))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), f"the child ended by itself: {os.waitstatus_to_exitcode(status)}"
    with os.fdopen(reader, "rb") as told:
        numbers = told.read()
    return int.from_bytes(numbers[-NUMBER:])


def check(
    path: Path, secret: bytes | None, key: str, reference: Consultation, acknowledged: int, heads: list[Anchor]
) -> None:
    """Check that the store opens whole and holds the acknowledged change or a later one, as it was typed.

    Its journal goes on from every head that it had, and the changes that it tells of lead from nothing to what is kept.
    """
    consultations = Consultations(open_database(path, secret), ANA)
    with closing(connect(path, secret)) as connection:
        assert is_sound(connection, secret is not None)
    if acknowledged:
        kept = consultations.read(key)
        number = int((kept.patient.identifier or "").removeprefix("MRN-"))
        assert number >= acknowledged, f"{acknowledged} was acknowledged, {number} is kept"
        assert kept == state(reference, number)
        assert consultations.count(f"MRN-{number}") >= 1
        done = reversed(History(consultations._engine).page(key, 1_000_000))
        assert applied(None, (change for each in done for change in each.changes)) == kept
    heads.append(Journal(consultations._engine).head())
    assert check_journal(consultations._engine, heads) == []
    consultations.close()


def main(folder: Path, seed: int, rounds: int) -> None:
    """Kill as often as asked; every fourth time a store that is new, on one of three consultations."""
    chance = random.Random(seed)  # noqa: S311
    reference = load(CASES / "reference.json")
    secret = bytes(range(32)) if seed % 2 else None
    acknowledged: dict[tuple[Path, str], int] = {}
    path, heads = folder / f"{seed}.db", list[Anchor]()
    for each in range(rounds):
        if each % 4 == 3:
            path, heads = folder / f"{seed}-{each}.db", []
        key = chance.choice("abc")
        last = kill_at_random(path, secret, key, reference, chance)
        acknowledged[path, key] = max(last, acknowledged.get((path, key), 0))
        for (known, known_key), number in acknowledged.items():
            if known == path:
                check(path, secret, known_key, reference, number, heads)
    print(json.dumps({"rounds": rounds, "acknowledged": sum(acknowledged.values())}))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
