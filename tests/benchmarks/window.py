"""How soon the window is there and usable, against an empty one in the same style."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from kneedesk.domain.consultation import Consultation
from kneedesk.exchange.consultation_file import load
from tests.benchmarks.timing import alternating, written

Row = tuple[str, str, str]
ROUNDS = 11
KEPT = 1000
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
# What the command `kneedesk` does.
OURS = "from kneedesk.__main__ import main; main()"
FUSION = 'application.setStyle("Fusion")'
DRESSED = 'from kneedesk.ui.theme import Theme; theme = Theme("light"); theme.apply(application)'


def starts() -> Iterator[Row]:
    """Time whole processes that take turns, the store with a thousand consultations."""
    with TemporaryDirectory() as folder:
        _fill(Path(folder))
        run = partial(_run, folder)
        acts = (
            partial(run, "-c", BARE.format(dress=FUSION)),
            partial(run, "-c", BARE.format(dress=DRESSED)),
            partial(run, "-c", OURS, "open", "--quit-after", "first-frame"),
            partial(run, "-c", OURS, "open", "--quit-after", "usable"),
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
    from tests.people import store_in  # noqa: PLC0415

    one = load(REFERENCE)
    with store_in(folder) as store:
        for number in range(KEPT):
            day = date(2026, 11, 18) + timedelta(number)
            other = Consultation.model_validate({**dict(one), "date": day, "proposal": type(one.proposal)()})
            store.consultations.save(f"{number:032x}", other, MADE_AT)
