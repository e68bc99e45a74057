"""How soon an edit of the reference consultation is seen: from the change to the painted page, in the whole window."""

import gc
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import quantiles
from time import perf_counter, thread_time
from typing import Any

from kneedesk.domain.history import Diabetes
from kneedesk.domain.treatment import ProductStatus
from kneedesk.exchange.consultation_file import load
from kneedesk.knowledge.library import Library
from tests.benchmarks.timing import SWITCHING, judged, written

Row = tuple[str, str, str]
EDITS = 200
FRAME = 0.016
RESTING = 0.5
MADE_AT = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
REFERENCE = Path(__file__).parents[1] / "cases" / "reference.json"
# What is typed or chosen on the page in sight, as it goes back and forth; most of it turns a verdict.
CHANGES: Mapping[str, tuple[str, tuple[Any, ...]]] = {
    "patient": ("preferences.accepts_uncertainty", (False, None, True)),
    "evaluation": ("history.diabetes", (Diabetes.UNCONTROLLED, None, Diabetes.CONTROLLED)),
    "candidacy": ("imaging.kellgren_lawrence", (2, 4, None, 3)),
    "options": ("proposal.product_status", (ProductStatus.APPROVED, None, ProductStatus.UNAPPROVED)),
    "risks": ("product.minimally_manipulated", (True, None, False)),
    "expectations": ("stop_rule.amount", (2, 4, None)),
    "decision": ("consent.capacity", (True, None, False)),
}


def edits(library: Library) -> Iterator[Row]:
    """Yield the median and the 99th percentile of an edit on each page, in both languages: Spanish is the longer."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.setswitchinterval(SWITCHING)
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from kneedesk.ui.theme import Theme  # noqa: PLC0415

    program, theme = QApplication.instance() or QApplication([]), Theme("light")
    theme.apply(program)  # type: ignore[arg-type]
    for tag in ("en", "es"):
        with opened(library, tag, theme) as (desk, session):
            for step in CHANGES:
                arrive(desk, step, program.processEvents)
                yield _row(f"{step}, {tag}", _times(session, step, program.processEvents))


@contextmanager
def opened(library: Library, tag: str, theme: Any) -> Iterator[tuple[Any, Any]]:
    """Open the reference consultation in the whole window, with the basis beside it; yield its desk and session."""
    from kneedesk.commands.inputs import our_language  # noqa: PLC0415
    from kneedesk.ui.desk import Desk  # noqa: PLC0415
    from kneedesk.ui.main_window import MainWindow  # noqa: PLC0415
    from kneedesk.ui.session import Session  # noqa: PLC0415
    from kneedesk.ui.steps import PAGES, page_maker  # noqa: PLC0415

    languages = {each: our_language(each) for each in ("en", "es")}
    language = languages[tag]
    window = MainWindow(theme, language)
    maker = partial(page_maker, clock=lambda: MADE_AT, languages=languages)
    desk, session = Desk(PAGES, library, language, theme, maker), Session(library, Nowhere())
    window.add_desk(desk)
    desk.take(session)
    session.open("one", load(REFERENCE))
    desk.show_basis(True)
    window.show()
    window.show_desk()
    gc.collect()
    gc.freeze()  # as the application does with what it has loaded
    try:
        yield desk, session
    finally:
        gc.unfreeze()
        window.close()
        window.deleteLater()


def arrive(desk: Any, step: str, paint: Any) -> None:
    """Visit a page, with its finding explained as the focus on its control does, and let the page be finished."""
    desk.visit(step)
    desk.drawer.explain(CHANGES[step][0])
    end = perf_counter() + RESTING  # what a hand takes to reach the first key on it
    while perf_counter() < end:
        paint()


def _times(session: Any, step: str, paint: Any) -> tuple[list[float], list[float]]:
    """Return what each edit took by the clock, and of the processor: others may use it meanwhile."""
    path, values = CHANGES[step]
    clock, processor = [], []
    for number in range(EDITS):
        start, worked = perf_counter(), thread_time()
        session.amend(path, values[number % len(values)])
        paint()  # lays out and paints what changed
        clock.append(perf_counter() - start)
        processor.append(thread_time() - worked)
    return clock, processor


def _row(step: str, times: tuple[list[float], list[float]]) -> Row:
    (clock, processor), share = (quantiles(taken, n=100) for taken in times), _share(times[0])
    worked = f"of the processor {written(processor[49])} and {written(processor[98])}"
    note = f"99 %: {written(clock[98])}, {judged(f'{share:.1%} within 16 ms, at least 99 %', share >= 0.99)}; {worked}"
    return f"one edit to painted page, {step}", written(clock[49]), note


def _share(taken: list[float]) -> float:
    return sum(each <= FRAME for each in taken) / len(taken)


class Nowhere:
    """Keeps nothing: what keeping takes is measured with the store, and happens on another thread."""

    def keep(self, *_arguments: object) -> None:
        """Keep nothing."""
