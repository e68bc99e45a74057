"""How the list stands a million consultations: its first page, searches, scrolling, its memory, and the start with it.

Each is held against the raw query on the same connection. ``python -m tests.benchmarks.million 10000`` makes fewer.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from kneedesk.ui.consultation_model import PORTION as PAGE
from tests.benchmarks.filling import FREQUENT, RARE, fill
from tests.benchmarks.timing import judged, written
from tests.benchmarks.window import Taken, open_until_usable, unlock

Row = tuple[str, str, str]
KEPT = 1_000_000
FRAME = 0.016
ROUNDS = 7
STARTS = 9
FEW = 10
RESTING = 5.0  # seconds after the start, in which the pages of a consultation are made
PAGES = 200
WHO = "key, family_name, given_name, identifier, birth_date, knee, date, started_at, changed_at, version"
NEWEST = "date DESC, started_at DESC, key"
OLDEST = "date, started_at, key DESC"
PAGED = f"SELECT {WHO} FROM consultations ORDER BY {{}} LIMIT {PAGE} OFFSET ?"  # noqa: S608 - our own words
# What is passed over is read from an index alone: without it a search for nothing takes ten times as long.
SEARCHED = (
    f"SELECT {WHO} FROM consultations WHERE key IN (SELECT key FROM consultations "  # noqa: S608
    f"WHERE search LIKE ? ORDER BY {NEWEST} LIMIT {PAGE}) ORDER BY {NEWEST}"
)
SOUGHT = (
    ("the list's first page", ""),
    ("a search by a frequent part of a name", FREQUENT),
    ("a search by a rare name", RARE.lower()),
    ("a search that finds nothing", RARE.lower()[:-1] + "x"),
)


def lists(kept: int = KEPT) -> Iterator[Row]:
    """Fill a store, and use the list of the real window on it as a hand does."""
    with TemporaryDirectory() as folder:
        begin = perf_counter()
        unlocked = fill(Path(folder), kept)
        yield f"making a store of {kept:,} consultations", written(perf_counter() - begin), "in one transaction"
        hand = Hand(Path(folder), unlocked)
        try:
            yield from _searches(hand)
            yield from _scrolls(hand, kept)
            yield _memory(hand, kept)
        finally:
            hand.close()
        yield from _starts(folder, kept)


class Hand:
    """Somebody at the list of the real window, who waits until what was asked for is painted."""

    def __init__(self, folder: Path, unlocked: Any) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        from kneedesk.application import Application  # noqa: PLC0415
        from kneedesk.settings import Folders  # noqa: PLC0415
        from kneedesk.ui.theme import Theme  # noqa: PLC0415
        from tests.ui.running import NOW, SETTINGS  # noqa: PLC0415

        self._program = QApplication.instance() or QApplication([])
        theme = Theme("light")
        theme.apply(self._program)  # type: ignore[arg-type]
        self._application = Application(
            Folders(folder, folder), SETTINGS, theme, clock=lambda: NOW, new_key=lambda: "new", unlocked=unlocked
        )
        self._window = self._application.window
        self._application.begin()
        self._wait(lambda: self._window.desk is not None)
        self._application.attending.caring.stop()  # type: ignore[union-attr]  # or a backup is made meanwhile
        self._window.resize(1366, 768)
        self._list = self._window.list
        self._wait(self._is_there)
        self.rest(RESTING)

    @property
    def count(self) -> int:
        """Return how many rows the list has."""
        return self._list.model.rowCount()

    def know_count(self, count: int) -> None:
        """Wait until the list knows how many there are."""
        self._wait(lambda: self.count == count)

    def type(self, text: str) -> Callable[[], object]:
        """Write all of a search but its last letter; return the press of that one, or of the key that empties it."""
        from PySide6.QtCore import Qt  # noqa: PLC0415

        if not text:
            self._list.search.setText("a")
            self._list.search.selectAll()
            self._wait(self._is_there)
            return lambda: self._press(self._list.search, Qt.Key.Key_Delete, "")
        self._list.search.setText(text[:-1])
        self._wait(self._is_there)
        return lambda: self._press(self._list.search, Qt.Key.Key_A, text[-1])

    def end(self) -> None:
        """Press the key that leads to the last row."""
        from PySide6.QtCore import Qt  # noqa: PLC0415

        self._press(self._list.list, Qt.Key.Key_End, "")

    def home(self) -> None:
        """Press the key that leads to the first row."""
        from PySide6.QtCore import Qt  # noqa: PLC0415

        self._press(self._list.list, Qt.Key.Key_Home, "")

    def scroll(self, row: int) -> None:
        """Move the scroll bar until a row is the first in sight."""
        shown = self._list.list
        shown.verticalScrollBar().setValue(row * shown.verticalHeader().defaultSectionSize())
        self._wait(self._is_there)

    def ask(self, statement: str, *values: object) -> int:
        """Run a query on the connection that the list uses; return how many rows it brought."""
        with self._application.shelf.store.engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            return len(driver.execute(statement, values).fetchall())

    def rest(self, seconds: float = 0.2) -> None:
        """Wait until nothing is on its way."""
        from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def close(self) -> None:
        """Close the window as its owner does."""
        self._window.close()
        self._wait(lambda: not self._window.isVisible())
        self._application.end()
        self._window.deleteLater()

    def _press(self, widget: Any, key: Any, letter: str) -> None:
        from PySide6.QtCore import QEvent, Qt  # noqa: PLC0415
        from PySide6.QtGui import QKeyEvent  # noqa: PLC0415
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415

        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter))
        self._wait(self._is_there)

    def _is_there(self) -> bool:
        """Tell whether all rows in sight are those that were asked for."""
        model, results = self._list.model, self._list.results
        if not model.begun or self._list.search.text() != model.text:
            return False
        if not model.rowCount():
            return True
        rows = (max(0, results.list.rowAt(0)), results.last_in_sight)
        return all(model.summary(model.index(row)) is not None for row in rows)

    def _wait(self, until: Callable[[], bool]) -> None:
        from PySide6.QtCore import QEventLoop  # noqa: PLC0415

        while not until():
            self._program.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._program.processEvents()  # what was asked for is painted


def _searches(hand: Hand) -> Iterator[Row]:
    for name, text in SOUGHT:
        ours, theirs = [], []
        raw = (SEARCHED, f"%{text}%") if text else (PAGED.format(NEWEST), 0)
        for _ in range(ROUNDS):
            press = hand.type(text)
            ours.append(_taken(press))
            theirs.append(_taken(lambda raw=raw: hand.ask(*raw)))
        yield _held(f"{name}, key to rows", ours, theirs)


def _scrolls(hand: Hand, kept: int) -> Iterator[Row]:
    hand.type("")()
    hand.know_count(kept)
    last = min(PAGES, kept // PAGE)
    ours, theirs = [], []
    for page in range(1, last):
        ours.append(_taken(lambda page=page: hand.scroll(page * PAGE)))
        theirs.append(_taken(lambda page=page: hand.ask(PAGED.format(NEWEST), page * PAGE)))
        hand.rest()
    yield _held(f"scrolled to page 2 to {last}", ours, theirs)
    yield _held(
        f"the slowest of a hundred of these {last - 1}", ours, theirs, lambda taken: quantiles(taken, n=100)[-1]
    )
    for name, act, raw in (
        ("the last page by the End key", hand.end, (PAGED.format(OLDEST), 0)),
        ("the middle by the scroll bar", lambda: hand.scroll(kept // 2), (PAGED.format(NEWEST), kept // 2)),
    ):
        ours, theirs = [], []
        for _ in range(ROUNDS):
            hand.home()
            for step in range(12):  # far enough for what was fetched before to be let go of
                hand.scroll(step * PAGE * 2)
            ours.append(_taken(act))
            theirs.append(_taken(lambda raw=raw: hand.ask(*raw)))
        yield _held(name, ours, theirs)


def _memory(hand: Hand, kept: int) -> Row:
    """Scroll a hundred pages; what twenty before them took has been allocated by then."""
    pages = min(120, kept // PAGE)
    for page in range(pages - 100 if pages > 100 else 1):
        hand.scroll(page * PAGE)
    gc.collect()
    before = _resident()
    for page in range(max(pages - 100, 1), pages):
        hand.scroll(page * PAGE)
    gc.collect()
    grown = (_resident() - before) / 2**20
    aim = judged(f"of {before / 2**20:.0f} MB; at most 1", grown <= 1)
    return "memory after a hundred pages more", f"{grown:+.1f} MB", aim


def _starts(folder: str, kept: int) -> Iterator[Row]:
    """Start with many and with few in turns."""
    with TemporaryDirectory() as other:
        fill(Path(other), FEW)
        for name, act in (("until a passphrase can be typed", open_until_usable), ("from Enter to the list", unlock)):
            many, few = [], []
            act(folder), act(other)
            for _ in range(STARTS):
                many.append(act(folder))
                few.append(act(other))
            (clock, worked), (few_clock, few_worked) = (_medians(taken) for taken in (many, few))
            ratio = worked / few_worked
            aim = judged(f"of the processor {ratio:.2f} times, at most 1.1", ratio <= 1.1)
            held = f"with {FEW} {written(few_clock)}; {aim}"
            yield f"{name}, with {kept:,}", written(clock), held


def _medians(taken: list[Taken]) -> Taken:
    clock, worked = (median(each) for each in zip(*taken, strict=True))
    return clock, worked


def _taken(act: Callable[[], object]) -> Taken:
    """Return the seconds that something takes by the clock, and of the processor in all threads: others use it, too."""
    begin, worked = perf_counter(), process_time()
    act()
    return perf_counter() - begin, process_time() - worked


def _held(name: str, ours: list[Taken], theirs: list[Taken], of: Callable[[list[float]], float] = median) -> Row:
    """Hold what was taken of the processor against the raw query, for by the clock it is what others leave."""
    (clock, worked), (raw_clock, raw) = (
        [of(list(each)) for each in zip(*taken, strict=True)] for taken in (ours, theirs)
    )
    aim = judged("at most twice that and 16 ms", worked <= 2 * raw + FRAME)
    held = f"of the processor {written(worked)}, the raw query {written(raw)} ({written(raw_clock)})"
    return name, written(clock), f"{held}; {aim}"


def _resident() -> int:
    """Return the bytes of memory that this process holds now, by Linux's own account."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    from tests.benchmarks.timing import print_table

    print_table(lists(int(sys.argv[1]) if sys.argv[1:] else KEPT))
