"""How soon the first page of a document is seen: from the key press to its picture on the page of documents."""

import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.timing import judged, written

Row = tuple[str, str, str]
MADE_AT = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
REFERENCE = Path(__file__).parents[1] / "cases" / "reference.json"
RESTING = 1.0
# One after the other: what each changes on the page, and then the papers, which have all pages set anew.
CHOICES = ("language=en", "document=sheet", "language=es", "document=consent")
READY, NOT_READY = "made ready", "not made ready"
KEYS = ("paper=a4", "paper=letter") * 5


def previews() -> Iterator[Row]:
    """Yield what was measured in a process of its own, in which nobody has loaded what sets pages."""
    run = subprocess.run([sys.executable, "-m", __name__], check=True, capture_output=True, text=True)
    for what, taken, note in json.loads(run.stdout):
        yield what, written(taken), note


def measure() -> Iterator[tuple[str, float, str]]:
    """Yield what is pressed, the seconds until its first page was painted, and what that is held against."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    program = QApplication([])
    wait = partial(program.processEvents, QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    window, page = _opened(program, wait)
    press = partial(QTest.keyClick, window, Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    clock, processor = _seen(page, press, wait)
    yield "preview opened by Alt+8", clock, f"the first document of a session; {_worked(processor)}"
    press = partial(_press, page, wait, program.processEvents)
    for name in CHOICES:
        press(name)
        for made in (READY, NOT_READY):
            times = [press(key, ready=made is READY) for key in KEYS]
            clocks, worked = ([time[place] for time in times] for place in (0, 1))
            aim = judged("must stay under 100 ms", median(clocks) < 0.1)
            note = f"{aim}; slowest {written(max(clocks))}; {_worked(median(worked))}"
            yield f"preview on another paper, {name}, {made}", median(clocks), note
    gc.unfreeze()
    window.close()


def _opened(program: Any, wait: Callable[[], object]) -> tuple[Any, Any]:
    """Return the window with the reference consultation, and its page of documents: made at rest, not yet visited."""
    from kneedesk.commands.inputs import library_of, our_language  # noqa: PLC0415
    from kneedesk.exchange.consultation_file import load  # noqa: PLC0415
    from kneedesk.ui.desk import Desk  # noqa: PLC0415
    from kneedesk.ui.main_window import MainWindow  # noqa: PLC0415
    from kneedesk.ui.session import Session  # noqa: PLC0415
    from kneedesk.ui.steps import PAGES, page_maker  # noqa: PLC0415
    from kneedesk.ui.theme import Theme  # noqa: PLC0415
    from tests.benchmarks.edit import Nowhere  # noqa: PLC0415

    library, languages = library_of(None), {tag: our_language(tag) for tag in ("en", "es")}
    theme = Theme("light")
    theme.apply(program)
    window = MainWindow(theme, languages["en"])
    maker = partial(page_maker, clock=lambda: MADE_AT, languages=languages)
    desk, session = Desk(PAGES, library, languages["en"], theme, maker), Session(library, Nowhere())
    window.add_desk(desk)
    desk.take(session)
    session.open("one", load(REFERENCE))
    window.show()
    window.activateWindow()
    window.show_desk()
    gc.collect()
    gc.freeze()  # as the application does with what it has loaded
    prepared: list[bool] = []
    desk.stack.prepared.connect(lambda: prepared.append(True))
    while not prepared:
        wait()
    _rest(program.processEvents, 3.0)  # what sets the pages is loaded meanwhile, and the first document is set
    return window, desk.page("documents")


def _press(
    page: Any, wait: Callable[[], object], paint: Callable[[], object], name: str, *, ready: bool = True
) -> tuple[float, float]:
    """Press a choice after a rest, in which documents are made ready or, for once, are not."""
    choice = page.findChild(object, f"documents.{name}")
    choice.setFocus()
    _rest(paint)
    if not ready:
        page._typesetter.take(*page._shown)
    return _seen(page, partial(QTest.keyClick, choice, Qt.Key.Key_Space), wait)


def _seen(page: Any, press: Callable[[], object], wait: Callable[[], object]) -> tuple[float, float]:
    """Press and return how long it took until another first page was painted, by the clock and of the processor."""
    before = _picture(page)
    start, worked = perf_counter(), process_time()
    press()
    while _picture(page) in (0, before):
        wait()
    page.preview.pages[0].repaint()
    return perf_counter() - start, process_time() - worked


def _picture(page: Any) -> int:
    """Return which picture the first page shows, 0 for none."""
    pixmap = page.preview.pages[0].pixmap() if page.preview.pages else None
    return 0 if pixmap is None or pixmap.isNull() else pixmap.cacheKey()


def _worked(seconds: float) -> str:
    return f"of the processor {written(seconds)}"


def _rest(paint: Callable[[], object], seconds: float = RESTING) -> None:
    """Let everything else be finished, as it is in the time that a hand takes to reach the next key."""
    end = perf_counter() + seconds
    while perf_counter() < end:
        paint()


if __name__ == "__main__":
    print(json.dumps(list(measure())))
