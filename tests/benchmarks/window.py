"""How soon the window is there and can be unlocked, against an empty one, and how soon its list is filled then."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from kneedesk.domain.consultation import Consultation
from kneedesk.exchange.consultation_file import load
from tests.benchmarks.timing import alternating, judged, written
from tests.people import ANA, PASSPHRASE

Row = tuple[str, str, str]
Taken = tuple[float, float]
"""Seconds by the clock, and of the processor in all threads."""
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
# Opened by hand: the passphrase is typed once the window rests, and Enter is pressed.
UNLOCK = """
import sys
from time import perf_counter, process_time
from PySide6.QtCore import QTimer
from kneedesk import application
begin = application.Application.begin
def began(self, *rest):
    pressed = []
    def press():
        page = self.gate.page
        page.secret.edit.setText({passphrase!r})
        pressed.extend((perf_counter(), process_time()))
        page.open.click()
    def filled():
        print(perf_counter() - pressed[0], process_time() - pressed[1], flush=True)
        application.QApplication.exit(0)
    self.window.list.filled.connect(filled)
    begin(self, *rest)
    QTimer.singleShot(2000, press)
application.Application.begin = began
sys.exit(application.run([]))
"""
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
        unlocking, worked = map(median, zip(*(unlock(folder) for _ in range(ROUNDS)), strict=True))
    yield "an empty window of Qt in Fusion", written(bare), ""
    yield "an empty window in the same style", written(dressed), f"{dressed / bare:.2f} times the one in Fusion"
    yield "first frame of the window", written(first), _times(first / dressed, 1.5)
    yield "the passphrase can be typed", written(usable), _times(usable / dressed, 2.0)
    aim = judged("at most 600 ms, with Argon2id", unlocking <= 0.6)
    yield (
        "from Enter to the filled list",
        written(unlocking),
        f"{aim}; of the processor {written(worked)}; {KEPT:,} kept",
    )


def _times(ratio: float, most: float) -> str:
    return judged(f"{ratio:.2f} times, at most {most}", ratio <= most)


def unlock(folder: str) -> Taken:
    """Return the seconds from Enter to the filled list, in a window that was opened two seconds ago."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KNEEDESK_HOME": folder}
    command = [sys.executable, "-c", UNLOCK.format(passphrase=PASSPHRASE)]
    told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    clock, worked = map(float, told.split()[-2:])
    return clock, worked


def open_until_usable(folder: str) -> Taken:
    """Return the seconds that the window takes until a passphrase can be typed, as a whole process."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    _run(folder, "-c", OURS, "open", "--quit-after", "usable")
    clock, after = perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _run(folder: str, *arguments: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KNEEDESK_HOME": folder}
    subprocess.run([sys.executable, *arguments], env=environment, check=True, capture_output=True)


def _fill(folder: Path) -> None:
    from kneedesk.store.store import open_store  # noqa: PLC0415
    from kneedesk.store.vault import FILE, Vault  # noqa: PLC0415

    # At the cost that a guess really has.
    key, _ = Vault(folder / FILE).make(ANA, PASSPHRASE)
    one = load(REFERENCE)
    with closing(open_store(folder, ANA, key, MADE_AT)) as store:
        for number in range(KEPT):
            day = date(2026, 11, 18) + timedelta(number)
            other = Consultation.model_validate({**dict(one), "date": day, "proposal": type(one.proposal)()})
            store.consultations.save(f"{number:032x}", other, MADE_AT)
