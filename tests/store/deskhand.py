"""One desk as a process of its own: ``python -m tests.store.deskhand PLACE DESK KEY ROUNDS``; prints what it did.

It changes the same consultation as others again and again: each adds to a count of its own in the identifier, from the
version that it read last, and reads again when it is refused.
"""

import json
import sys
from datetime import UTC, datetime
from time import perf_counter

from kneedesk.domain.consultation import Consultation
from kneedesk.exchange.consultation_file import load
from kneedesk.store import faults
from kneedesk.store.addresses import Address
from kneedesk.store.consultations import Consultations
from kneedesk.store.faults import Unavailable
from kneedesk.store.postgres import open_server
from kneedesk.store.server_faults import OTHERS_WRITE
from tests.amending import amended
from tests.files import CASES
from tests.people import ANA


def work(place: str, desk: str, key: str, rounds: int) -> dict[str, float]:
    """Add to the own count as often as asked; return how long it took and how often another desk was faster."""
    engine = open_server(Address.read(place), desk)
    kept = Consultations(engine, ANA)
    refused, begin = 0, perf_counter()
    for _ in range(rounds):
        while True:
            base = kept.version(key)
            state = kept.read(key)
            counts = read_counts(state.patient.identifier)
            counts[desk] = counts.get(desk, 0) + 1
            try:
                kept.save(key, amended(state, "patient", identifier=json.dumps(counts)), datetime.now(UTC), base=base)
            except Unavailable as fault:
                if fault.sentence not in (faults.SUPERSEDED, OTHERS_WRITE):
                    raise
                refused += 1
            else:
                break
    taken = perf_counter() - begin
    engine.dispose()
    return {"seconds": taken, "refused": refused}


def alone(place: str, desk: str, key: str, rounds: int) -> dict[str, float]:
    """Change a consultation that no other desk works on, once a line is read; return the seconds, and the slowest."""
    engine = open_server(Address.read(place), desk)
    kept, reference = Consultations(engine, ANA), load(CASES / "reference.json")
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    base, slowest, begin = 0, 0.0, perf_counter()
    for number in range(rounds):
        state, at = amended(reference, "patient", identifier=f"{number}"), datetime.now(UTC)
        before = perf_counter()
        base = _saved(kept, key, state, at, base)
        slowest = max(slowest, perf_counter() - before)
    taken = perf_counter() - begin
    engine.dispose()
    return {"seconds": taken, "slowest": slowest}


def _saved(kept: Consultations, key: str, state: Consultation, at: datetime, base: int) -> int:
    """Save as the writer of the window does: again, where others write for longer than a desk waits."""
    while True:
        try:
            return kept.save(key, state, at, base=base)
        except Unavailable as fault:
            if fault.sentence != OTHERS_WRITE:
                raise


def read_counts(identifier: str | None) -> dict[str, int]:
    """Return how often each desk has changed a consultation."""
    return dict(json.loads(identifier or "{}"))


if __name__ == "__main__":
    place, desk, key, rounds = sys.argv[1:5]
    done = (alone if sys.argv[5:] else work)(place, desk, key, int(rounds))
    sys.stdout.write(json.dumps(done))
