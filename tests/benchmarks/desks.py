"""How fast a practice's server takes the changes of fifty desks that write at once, and that none of them is lost."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from kneedesk.store.consultations import Consultations
from kneedesk.store.journal import Journal, verify_journal
from kneedesk.store.postgres import open_server
from tests.benchmarks.timing import written
from tests.people import ANA
from tests.store.serving import serving

ROOT = Path(__file__).parents[2]
Row = tuple[str, str, str]
DESKS, ROUNDS = 50, 20


def desks() -> Iterator[Row]:
    """Let fifty desks change a consultation each; the server writes to its disk before it answers, as in a practice."""
    with serving(quick=False) as server:
        commands = [
            [
                sys.executable,
                "-m",
                "tests.store.deskhand",
                server.place(),
                f"desk{number}",
                f"k{number}",
                str(ROUNDS),
                "x",
            ]
            for number in range(DESKS)
        ]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        hands = [subprocess.Popen(command, cwd=ROOT, **pipes) for command in commands]
        for hand in hands:
            hand.stdout.readline()
        begin = perf_counter()
        for hand in hands:
            hand.stdin.write("\n")
            hand.stdin.flush()
        told = [json.loads(hand.communicate()[0]) for hand in hands]
        whole = perf_counter() - begin
        engine = open_server(server.address(), "looker")
        kept = Consultations(engine, ANA)
        lost = DESKS * ROUNDS - sum(kept.version(f"k{number}") for number in range(DESKS))
        entries, wrong = Journal(engine).head().count, verify_journal(engine)
        engine.dispose()
    if lost or wrong or entries != DESKS * ROUNDS:
        sys.exit("a change of a desk was lost")
    note = f"{DESKS * ROUNDS} changes of {DESKS} processes on this computer, none lost, one chain"
    yield f"{DESKS} desks writing at once", f"{DESKS * ROUNDS / whole:.0f} a second", note
    slowest = max(each["slowest"] for each in told)
    yield "the slowest save of one of them", written(slowest), "while all others write too"


if __name__ == "__main__":
    from tests.benchmarks.timing import print_table

    print_table(desks())
