"""How soon the patient's window is open, and how soon it follows: from the key to the painted window."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, thread_time
from typing import Any

from kneedesk.exchange.consultation_file import load
from kneedesk.knowledge.library import Library
from tests.benchmarks.edit import FRAME, Nowhere
from tests.benchmarks.timing import judged, written

Row = tuple[str, str, str]
REFERENCE = Path(__file__).parents[1] / "cases" / "reference.json"
OPENINGS = 21
ROUNDS = 10


def views(library: Library) -> Iterator[Row]:
    """Yield opening and following, in both languages: the longest texts are Spanish."""
    for tag in ("en", "es"):
        yield from _views(library, tag)


def _views(library: Library, tag: str) -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QPaintEvent  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from kneedesk.commands.inputs import our_language  # noqa: PLC0415
    from kneedesk.domain.patient import LanguageTag  # noqa: PLC0415
    from kneedesk.presentation.patient_view import Focus  # noqa: PLC0415
    from kneedesk.ui.desk import Desk  # noqa: PLC0415
    from kneedesk.ui.pages.options import OptionsPage  # noqa: PLC0415
    from kneedesk.ui.patient_view.following import Following  # noqa: PLC0415
    from kneedesk.ui.patient_view.window import PatientView  # noqa: PLC0415
    from kneedesk.ui.session import Session  # noqa: PLC0415
    from kneedesk.ui.theme import Theme  # noqa: PLC0415

    program = QApplication.instance() or QApplication([])
    theme, language = Theme("light"), our_language(tag)
    theme.apply(program)  # type: ignore[arg-type]
    desk, session = Desk((OptionsPage,), library, language, theme), Session(library, Nowhere())
    desk.take(session)
    session.open("one", load(REFERENCE))
    session.amend("patient.language", LanguageTag(tag))

    class Watched(PatientView):
        painted = 0

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            self.painted += 1

    view = Watched(theme, desk)
    following = Following(desk, view, library, {tag: language}, language)
    desk.visit("options")
    page = desk.page("options")
    courses, rows = tuple(library.options)[:5], page.grid.rows  # type: ignore[attr-defined]
    focuses = [Focus("options", row, courses[:count]) for count in (2, 3, 5) for row in rows]
    focuses += [Focus("risks", name) for name in library.risks]
    gc.collect()
    gc.freeze()
    yield _opening(following, view, program.processEvents, tag)
    following.toggle()
    yield _following(desk, focuses, program.processEvents, tag)
    view.close()
    gc.unfreeze()
    desk.let_go()


def _opening(following: Any, view: Any, paint: Callable[[], None], tag: str) -> Row:
    """Return how long the window takes the first time, and again."""
    taken, processor = [], []
    for _ in range(OPENINGS):
        view.painted = 0
        start, worked = perf_counter(), thread_time()
        following.toggle()
        while not view.painted:
            paint()
        taken.append(perf_counter() - start)
        processor.append(thread_time() - worked)
        following.toggle()
        paint()
    aim = judged("must stay under 100 ms", max(taken) < 0.1)
    note = f"again {written(median(taken[1:]))}; {aim}; of the processor {written(processor[0])}"
    return f"patient view opened, {tag}", written(taken[0]), note


def _following(desk: Any, focuses: list[Any], paint: Callable[[], None], tag: str) -> Row:
    """Return how long the patient's window takes to show the next question or risk."""
    clock, processor = [], []
    for _ in range(ROUNDS):
        for focus in focuses:
            start, worked = perf_counter(), thread_time()
            desk.projected.emit(focus)
            paint()
            paint()
            clock.append(perf_counter() - start)
            processor.append(thread_time() - worked)
    (middle, most), share = (quantiles(clock, n=100)[place] for place in (49, 98)), _share(clock)
    worked = f"of the processor {written(quantiles(processor, n=100)[98])}"
    note = f"99 %: {written(most)}, {judged(f'{share:.1%} within 16 ms, at least 99 %', share >= 0.99)}; {worked}"
    return f"patient view follows, {tag}", written(middle), note


def _share(taken: list[float]) -> float:
    return sum(each <= FRAME for each in taken) / len(taken)
