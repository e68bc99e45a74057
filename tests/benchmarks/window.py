"""How soon the window is there and usable, against an empty one in the same style, and how soon an edit is painted."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from kneedesk.domain.consultation import Consultation
from kneedesk.exchange.consultation_file import load
from kneedesk.knowledge.library import Library
from tests.benchmarks.timing import alternating, written

Row = tuple[str, str, str]
ROUNDS = 11
KEPT = 1000
EDITS = 400
FRAME = 0.016
MADE_AT = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
REFERENCE = Path(__file__).parents[1] / "cases" / "reference.json"
# An empty window, painted once: in the style of Qt alone, and dressed as ours is.
BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, QApplication.quit)
application = QApplication([])
{dress}
window = Window()
window.resize(1366, 768)
window.show()
application.exec()
"""
FUSION = 'application.setStyle("Fusion")'
DRESSED = 'from kneedesk.ui.theme import Theme; theme = Theme("light"); theme.apply(application)'


def rows(library: Library) -> Iterator[Row]:
    """Yield what was measured, the result and what it is held against."""
    yield from starts()
    yield edits(library)


def starts() -> Iterator[Row]:
    """Time whole processes that take turns, the store with a thousand consultations."""
    with TemporaryDirectory() as folder:
        _fill(Path(folder))
        run = partial(_run, folder)
        acts = (
            partial(run, "-c", BARE.format(dress=FUSION)),
            partial(run, "-c", BARE.format(dress=DRESSED)),
            partial(run, "-m", "kneedesk", "open", "--quit-after", "first-frame"),
            partial(run, "-m", "kneedesk", "open", "--quit-after", "usable"),
        )
        bare, dressed, first, usable = alternating(acts, rounds=ROUNDS)
    yield "an empty window of Qt in Fusion", written(bare), ""
    yield "an empty window in the same style", written(dressed), f"{dressed / bare:.2f} times the one in Fusion"
    yield "first frame of the window", written(first), f"{first / dressed:.2f} times, at most 1.5"
    yield "window usable", written(usable), f"{usable / dressed:.2f} times, at most 4.0; {KEPT:,} consultations kept"


def _run(folder: str, *arguments: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KNEEDESK_HOME": folder}
    subprocess.run([sys.executable, *arguments], env=environment, check=True, capture_output=True)


def _fill(folder: Path) -> None:
    from kneedesk.store.consultations import Consultations  # noqa: PLC0415
    from kneedesk.store.database import open_database  # noqa: PLC0415

    one = load(REFERENCE)
    consultations = Consultations(open_database(folder / "consultations.sqlite"))
    for number in range(KEPT):
        day = date(2026, 11, 18) + timedelta(number)
        other = Consultation.model_validate({**dict(one), "date": day, "proposal": type(one.proposal)()})
        consultations.save(f"{number:032x}", other, MADE_AT)
    consultations.close()


def edits(library: Library) -> Row:
    """Time one edit on the page of the verdicts, from the change until it is laid out and painted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from kneedesk.commands.inputs import our_language  # noqa: PLC0415
    from kneedesk.ui.desk import Desk  # noqa: PLC0415
    from kneedesk.ui.session import Session  # noqa: PLC0415
    from kneedesk.ui.steps import PAGES, page_maker  # noqa: PLC0415
    from kneedesk.ui.theme import Theme  # noqa: PLC0415

    application = QApplication.instance() or QApplication([])
    theme = Theme("light")
    theme.apply(application)  # type: ignore[arg-type]
    language = our_language("en")
    maker = partial(page_maker, clock=lambda: MADE_AT, languages={"en": language})
    desk = Desk(PAGES, library, language, theme, maker)
    desk.resize(1150, 768)
    session = Session(library, _Nowhere())
    desk.take(session)
    session.open("one", load(REFERENCE))
    desk.show()
    desk.visit("candidacy")
    desk.show_basis(True)
    application.processEvents()
    gc.collect()
    gc.freeze()  # as the application does with what it has loaded
    taken = []
    for number in range(EDITS):
        start = perf_counter()
        session.amend("imaging.kellgren_lawrence", (2, 3, 4, None)[number % 4])
        application.processEvents()  # laid out and painted, as far as it is another
        taken.append(perf_counter() - start)
    gc.unfreeze()
    desk.close()
    slowest = quantiles(taken, n=100)[98]
    share = sum(each <= FRAME for each in taken) / len(taken)
    return "one edit to painted verdicts, 99 %", written(slowest), f"{share:.1%} within 16 ms, at least 99 %"


class _Nowhere:
    """Keeps nothing: what keeping takes is measured with the store."""

    def keep(self, *_arguments: object) -> None:
        """Keep nothing."""
