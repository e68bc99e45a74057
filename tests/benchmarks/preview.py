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
from time import perf_counter, process_time, sleep
from typing import Any

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kneedesk.assessment.readiness import Document
from tests.benchmarks.timing import SWITCHING, judged, written

Row = tuple[str, str, str]
Taken = tuple[float, float]
"""Seconds by the clock, and of the processor."""
MADE_AT = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
REFERENCE = Path(__file__).parents[1] / "cases" / "reference.json"
READY, NOT_READY = "made ready", "not made ready"
# On another paper or larger, one after the other, from Letter in usual print: each has all pages set anew.
PAPERS = ("paper=a4", "paper=letter") * 2
KEYS = ("paper=a4", "size=large", "paper=letter", "size=usual") * 5
SHORT = 0.05
AT_ONCE = 0.1


def previews() -> Iterator[Row]:
    """Yield what was measured in a process of its own, in which nobody has loaded what sets pages."""
    run = subprocess.run([sys.executable, "-m", __name__], check=True, capture_output=True, text=True)
    for what, taken, note in json.loads(run.stdout):
        yield what, written(taken), note


def measure() -> Iterator[tuple[str, float, str]]:
    """Yield what is pressed, the seconds until its first page was painted, and what that is held against."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.setswitchinterval(SWITCHING)
    program = QApplication([])
    wait = partial(program.processEvents, QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    window, page = _opened(program, wait)
    press = partial(QTest.keyClick, window, Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    clock, processor = _seen(page, press, wait)
    aim = judged("must stay under 100 ms", clock < AT_ONCE)
    yield "preview opened by Alt+8", clock, f"the first document of a session; {aim}; {_worked(processor)}"
    press = partial(_press, page, wait)
    taken: dict[str, list[Taken]] = {READY: [], NOT_READY: []}
    for language in ("en", "es"):
        for document in Document:
            for name in (f"language={language}", f"document={document}", "paper=letter", "size=usual"):
                press(name)
            for state, keys in ((READY, PAPERS), (NOT_READY, KEYS)):
                times = [each for key in keys if (each := press(key, ready=state == READY))]
                yield f"preview set otherwise, {document} {language}, {state}", *_told(times)
                taken[state] += times
    for state, times in taken.items():
        yield f"preview set otherwise, all {len(times)} presses, {state}", *_judged(times)
    gc.unfreeze()
    window.close()


def _opened(program: Any, wait: Callable[[], object]) -> tuple[Any, Any]:
    """Return the window with the reference consultation, and its page of documents: made at rest, not yet visited."""
    from kneedesk.commands.inputs import library_of, our_language  # noqa: PLC0415
    from kneedesk.exchange.consultation_file import load  # noqa: PLC0415
    from kneedesk.ui.desk import Desk  # noqa: PLC0415
    from kneedesk.ui.main_window import MainWindow  # noqa: PLC0415
    from kneedesk.ui.program import leave_out_of_collection  # noqa: PLC0415
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
    leave_out_of_collection()
    prepared: list[bool] = []
    desk.stack.prepared.connect(lambda: prepared.append(True))
    while not prepared:
        wait()
    leave_out_of_collection()  # again once all pages are made, as the application does
    page = desk.page("documents")
    _rest(page, wait, lambda: page.issued(Document.CONSENT) is not None)  # what sets the pages is loaded meanwhile
    return window, page


def _press(page: Any, wait: Callable[[], object], name: str, *, ready: bool = True) -> Taken | None:
    """Press a choice, unless it is chosen, once all that it may show is made ready or, for once, is thrown away."""
    choice = page.findChild(object, f"documents.{name}")
    if choice.isChecked():
        return None
    choice.setFocus()
    _rest(page, wait, lambda: page.issued(page._choice.edition.document) is not None)
    if ready:
        _rest(page, wait, lambda: page._typesetter._ahead is None and not page._rest.isActive())
    else:
        page._rest.stop()
        page._typesetter.take(*page._shown)
    return _seen(page, partial(QTest.keyClick, choice, Qt.Key.Key_Space), wait)


def _seen(page: Any, press: Callable[[], object], wait: Callable[[], object]) -> Taken:
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


def _told(times: list[Taken]) -> tuple[float, str]:
    """Return the median by the clock, the slowest, and the median of the processor."""
    clocks, worked = zip(*times, strict=True)
    return median(clocks), f"slowest of {len(clocks)} {written(max(clocks))}; {_worked(median(worked))}"


def _judged(times: list[Taken]) -> tuple[float, str]:
    """Return the median by the clock, and how many of all presses showed a page at once."""
    clocks = sorted(clock for clock, _ in times)
    share = sum(clock < AT_ONCE for clock in clocks) / len(clocks)
    aim = judged(f"{share:.1%} within 100 ms, at least 99 %", share >= 0.99)
    return median(clocks), f"slowest {written(clocks[-1])}; {aim}"


def _worked(seconds: float) -> str:
    return f"of the processor {written(seconds)}"


def _rest(page: Any, wait: Callable[[], object], over: Callable[[], bool]) -> None:
    """Let what is asked for and what is foreseen be made, its pictures too, and then a hand reach the next key."""
    while not over():
        wait()
    for _ in range(2):  # what is answered may ask for more
        answers: list[object] = []
        page._background.run(partial(sleep, SHORT), answers.append, answers.append)
        while not answers:
            wait()


if __name__ == "__main__":
    print(json.dumps(list(measure())))
