"""What an edit costs, counted and not timed: on each page of the whole window, with the longest texts of the pack."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from kneedesk.domain.treatment import Treatment
from kneedesk.presentation import verdicts
from kneedesk.ui.widgets.explanation_view import InputRow
from kneedesk.ui.widgets.painted_row import PaintedRow
from tests.benchmarks.edit import CHANGES, arrive, opened
from tests.ui.hearing import hearing

_ANEW = 3
"""What is within a row of the drawer that gets its button back."""
LAID_OUT = (QEvent.Type.Resize, QEvent.Type.Move)
DONE = (*LAID_OUT, QEvent.Type.Paint, QEvent.Type.Polish, QEvent.Type.PaletteChange)
MOST = {
    QEvent.Type.Paint: 64,
    QEvent.Type.Resize: 12,
    QEvent.Type.Move: 18,
    QEvent.Type.PaletteChange: 6,
    QEvent.Type.FontChange: 0,
}
"""How often a verdict that turns may ask for each; with labels in the rows it was 93 to paint and 45 to move."""
paint = QCoreApplication.processEvents


@pytest.fixture
def still_cursor(qapp):
    """Let the cursor of a line stand still, or two pictures of one window would differ by it."""
    flash = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    yield
    QApplication.setCursorFlashTime(flash)


@pytest.mark.parametrize("tag", ["en", "es"])
def test_an_edit_on_every_page(tag, library, theme, still_cursor, qtbot):
    """The first frame is right, nothing is painted twice or out of sight, and nothing is made that was made before."""
    faults = []
    with opened(library, tag, theme) as (desk, session):
        with qtbot.waitSignal(desk.stack.prepared):
            desk.visit("patient")
        for step, (path, values) in CHANGES.items():
            arrive(desk, step, paint)
            for value in (*values, *values):  # each is shown once before it counts
                session.amend(path, value)
                paint()
            for value in values:
                found = faults_of(desk, lambda path=path, value=value: session.amend(path, value))
                faults += [f"{step}, {value}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("tag", ["en", "es"])
def test_a_verdict_that_turns_on_candidacy(tag, library, theme, monkeypatch):
    """Only the course in sight is asked what would change it, only rows that are others are drawn, the rest moves."""
    asked, drawn = [], []
    changes, draw = verdicts.changes, PaintedRow._paint_lines
    monkeypatch.setattr(
        verdicts, "changes", lambda *of, **about: asked.append(of[0].treatment) or changes(*of, **about)
    )
    monkeypatch.setattr(PaintedRow, "_paint_lines", lambda row, painter: drawn.append(row) or draw(row, painter))
    path = CHANGES["candidacy"][0]
    with opened(library, tag, theme) as (desk, session):
        arrive(desk, "candidacy", paint)
        for value in (None, 3):  # each is shown once before it counts
            session.amend(path, value)
            paint()
        rows = desk.page("candidacy").findChildren(PaintedRow)
        for value in (None, 3):
            before = {row: (row.words, row.size()) for row in rows}
            asked.clear()
            drawn.clear()
            with hearing(*MOST) as told:
                session.amend(path, value)
                paint()
            assert asked == [Treatment.STEM_CELL]
            assert drawn
            assert len(set(drawn)) == len(drawn)
            assert {row for row in rows if before[row] != (row.words, row.size())} >= set(drawn)
            assert all(len(told.of(kind)) <= most for kind, most in MOST.items())
            beside = {each.parentWidget() for kind in LAID_OUT for each in told.of(kind, desk.drawer)}
            assert {type(each) for each in beside} <= {InputRow}


def faults_of(desk, change) -> Iterator[str]:
    """Yield what is done by a change that need not be, and what it does too late."""
    window, made = desk.window(), set(desk.window().findChildren(QWidget))
    hidden = [area for area in desk.stack.findChildren(QScrollArea) if area.parent() is desk.stack]
    hidden.remove(desk.stack.currentWidget())
    assert len(hidden) >= len(CHANGES) - 1
    with hearing(*DONE) as told:
        change()
        paint()
    shown = on_screen(window)
    if desk.step != "decision":  # what is still missing there comes and goes in two cards at once
        yield from laid_out_twice(told)
    painted = [each for each in told.of(QEvent.Type.Paint) if isinstance(each, QLabel)]
    if len(painted) != len(set(painted)):
        yield "something is painted twice"
    for part in (desk.banner, desk.footer, *hidden):
        yield from (f"{kind.name} in {part.objectName()}" for kind in DONE if told.of(kind, part))
    if set(window.findChildren(QWidget)) != made:
        yield "a widget is made"
    with hearing(*LAID_OUT) as late:
        paint()
        paint()
    yield from (
        f"{kind.name} of {each.objectName() or type(each).__name__} after the frame" for each, kind in late.heard
    )
    if shown != window.grab().toImage().convertToFormat(shown.format()):
        yield "the frame is not what a whole new painting gives"


def laid_out_twice(told) -> Iterator[str]:
    """Yield what gets more than one size in a frame; a row that was shown anew may get another one first."""
    sized = Counter(each for each in told.of(QEvent.Type.Resize))
    again = [each for each, times in sized.items() if times > 1]
    if len(again) > _ANEW:
        yield f"{len(again)} are laid out twice: {', '.join(type(each).__name__ for each in again)}"


def on_screen(window: QWidget):
    """Return what stands on the screen, part by part painted as it changed."""
    return window.screen().grabWindow(window.winId(), 0, 0, window.width(), window.height()).toImage()
