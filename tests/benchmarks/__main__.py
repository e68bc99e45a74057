"""Measure and print: verdicts, a thousand consultations, PDFs, seals, saves, desks, a million twice, the window, edits.

``python -m tests.benchmarks 10000`` lists that many in the place of a million.
"""

import json
import platform
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import UTC, datetime
from io import StringIO
from os import cpu_count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

from kneedesk.assessment.assessment import assess, weigh_all
from kneedesk.assessment.findings import findings_of
from kneedesk.commands import assess as command
from kneedesk.commands.inputs import library_of
from kneedesk.domain.consultation import Consultation
from kneedesk.exchange.consultation_file import load
from kneedesk.knowledge.library import Library
from tests.benchmarks.desks import desks
from tests.benchmarks.documents import exports
from tests.benchmarks.edit import edits
from tests.benchmarks.million import KEPT, lists
from tests.benchmarks.patient_view import views
from tests.benchmarks.preview import previews
from tests.benchmarks.saving import saves
from tests.benchmarks.sealing import seals
from tests.benchmarks.server import asked
from tests.benchmarks.timing import judged, median_of, print_table, written
from tests.benchmarks.window import starts

CASES = Path(__file__).parents[1] / "cases"
MADE_AT = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
FILES = 1000
Row = tuple[str, str, str]


def main() -> None:
    """Print everything, each part as soon as it is measured."""
    library = library_of(None)
    consultations = {path.stem: load(path) for path in sorted(CASES.glob("*.json"))}
    kept = int(sys.argv[1]) if sys.argv[1:] else KEPT
    print(f"Python {platform.python_version()}, {cpu_count()} processors, pack {library.pack.version}\n")
    for part in (
        verdicts(consultations, library),
        thousand(),
        exports(consultations["reference"], library, MADE_AT),
        seals(consultations["reference"], library, MADE_AT),
        saves(consultations["reference"], library),
        desks(),
        starts(),
        lists(kept),
        asked(kept),
        edits(library),
        views(library),
        previews(),
    ):
        print_table(part)
        sys.stdout.flush()


def verdicts(consultations: dict[str, Consultation], library: Library) -> Iterator[Row]:
    """Time all seven verdicts for one consultation, of each case."""
    taken = {
        name: median_of(
            lambda each=each: weigh_all(findings_of(each), library), rounds=21, times=100, clock=thread_time
        )
        for name, each in consultations.items()
    }
    slowest = max(taken, key=lambda name: taken[name])
    aim = judged("of the processor, must stay under 1 ms", taken["reference"] < 1e-3)
    yield "all seven verdicts, reference", written(taken["reference"]), aim
    yield "all seven verdicts, slowest case", written(taken[slowest]), slowest
    whole = median_of(lambda: assess(consultations["reference"], library), rounds=21, times=20)
    yield "the same with what would change them", written(whole), "and what the documents lack"


def thousand() -> Iterator[Row]:
    """Time ``assess`` over a thousand files in this process, the pack read once."""
    texts = [path.read_text("utf-8") for path in sorted(CASES.glob("*.json"))]
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number:04}.json" for number in range(FILES)]
        for number, path in enumerate(files):
            tree = json.loads(texts[number % len(texts)])
            tree["patient"]["identifier"] = f"MRN-{number:05}"
            path.write_text(json.dumps(tree), encoding="utf-8")
        for as_json in (True, False):
            printed = StringIO()
            start = perf_counter()
            with redirect_stdout(printed):
                status = command.run(files, as_json=as_json)
            taken = perf_counter() - start
            if status:
                sys.exit("a file was refused")
            name = f"{FILES} consultations by assess{' --json' if as_json else ''}"
            yield name, written(taken), f"{written(taken / FILES)} each, {len(printed.getvalue()) / 1e6:.1f} MB printed"
    yield "of that, reading the pack", written(median_of(lambda: library_of(None), rounds=3)), ""


if __name__ == "__main__":
    main()
