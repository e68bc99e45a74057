"""Every page has the room that it needs: nothing scrolls sideways, no word is cut, at any size, in either language."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QPushButton, QWidget

from kneedesk.ui.main_window import STEPS
from kneedesk.ui.widgets.elided_label import ElidedLabel
from kneedesk.ui.widgets.painted_row import PaintedRow
from tests.ui.running import SETTINGS, running

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.json"))
# The smallest screen, with the drawer and without, and what is left of it where everything is drawn at 125 %.
SCREENS = ((1366, 768, False), (1366, 768, True), (1093, 614, False))
LARGEST = SCREENS[:2]
# Every case at the usual size of text; at half as much again and at twice the usual one, full, odd and empty records.
LARGE = [case for case in CASES if case.stem in ("reference", "hostile-text", "barely-recorded")]
ROOMS = [
    *((case, 100, SCREENS) for case in CASES),
    *((case, 150, SCREENS) for case in LARGE),
    *((case, 200, LARGEST) for case in LARGE[-1:]),
]
MOST_TURNS = 20


def crowded(root: QWidget) -> Iterator[str]:
    """Yield what needs more room than it has."""
    for area in root.findChildren(QAbstractScrollArea):
        over = area.horizontalScrollBar().maximum()
        if area.isVisible() and over:
            yield f"{_named(area)} scrolls sideways by {over}"
    for words in (*root.findChildren(QLabel), *root.findChildren(QPushButton)):
        if words.isVisible() and words.text() and not isinstance(words, ElidedLabel) and _is_cut(words):
            yield f"{_named(words)} cuts {words.text()[:60]!r}"
    for row in root.findChildren(PaintedRow):
        if row.isVisible() and _is_cut(row):
            yield f"{_named(row)} cuts {row.words[:60]!r}"


def _is_cut(words: QLabel | QPushButton) -> bool:
    if words.hasHeightForWidth():
        return words.width() < words.minimumSizeHint().width() or words.height() < words.heightForWidth(words.width())
    return words.width() < words.sizeHint().width() or words.height() < words.minimumSizeHint().height()


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()!r}"


def settled(window: QWidget) -> list[str]:
    """Return what is crowded once the page is laid out, what stands in it, and what that one has hidden."""
    found = []
    for _ in range(MOST_TURNS):
        QApplication.processEvents()
        found = list(crowded(window))
        if not found:
            break
    return found


@pytest.mark.parametrize(("case", "size", "screens"), ROOMS, ids=lambda each: getattr(each, "stem", None))
@pytest.mark.parametrize("tag", ["en", "es"])
@pytest.mark.usefixtures("text_size")
def test_every_step_has_room(case, size, screens, tag, tmp_path, theme, qtbot):
    found = {}
    with running(tmp_path, theme, qtbot, replace(SETTINGS, language=tag)) as application:
        window = application.window
        application._opening.open_file(case)
        qtbot.waitUntil(lambda: window.desk.isVisible() and window.desk.session is not None)
        application.adjusting.change("text_size", size)
        for (width, height, basis), step in product(screens, STEPS):
            window.resize(width, height)
            window.desk.show_basis(basis)
            window.go(step.id)
            found[step.id, width, basis] = settled(window)
            assert (window.width(), window.height()) == (width, height), f"{step.id} makes the window larger"
    assert {place: each for place, each in found.items() if each} == {}


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.usefixtures("text_size")
def test_what_stands_beside_the_steps_has_room(size, tmp_path, theme, qtbot):
    found = {}
    with running(tmp_path, theme, qtbot, replace(SETTINGS, language="es")) as application:
        window = application.window
        application._opening.open_file(CASES[-1])
        qtbot.waitUntil(lambda: window.desk.isVisible() and window.desk.session is not None)
        application.adjusting.change("text_size", size)
        for place in ("evidence", "consultations"):
            window.go(place)
            found[place] = settled(window)
        for ask in (application.adjusting.ask, application.asking.ask_beginning):
            ask()
            dialog = QApplication.activeModalWidget()
            found[dialog.objectName()] = settled(dialog)
            inside = dialog.width() <= window.width() and dialog.height() <= window.height()
            assert inside, f"{dialog.objectName()} is larger than the window"
            dialog.reject()
    assert {place: each for place, each in found.items() if each} == {}
