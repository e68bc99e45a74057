"""What every test of the window shares: one dressed application, and nothing left over after a test."""

import gc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from kneedesk.knowledge.library import Library
from kneedesk.store.store import Store
from kneedesk.ui.consultation_list import ConsultationList
from kneedesk.ui.notice import Notice
from kneedesk.ui.sealing import Seals
from kneedesk.ui.shelf import Shelf
from kneedesk.ui.theme import Theme
from tests.store.line import Certificates, Line
from tests.ui.elsewhere import watched
from tests.ui.neighbour import neighbour
from tests.ui.storing import NOW, UNLOCKED, lending


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Ignore what the offscreen plugin says of itself; every other Qt warning still fails a test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support "))


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """Return the light theme, applied once: each further time costs as much as all widgets alive."""
    made = Theme("light")
    made.apply(qapp)
    return made


@pytest.fixture
def store_of() -> Iterator[Callable[[Path], Store]]:
    """Return what opens the store in a folder, once; it is closed at the end."""
    with lending() as lend:
        yield lend


@pytest.fixture
def seals_in(store_of: Callable[[Path], Store]) -> Callable[[Path], Seals]:
    """Return what makes seals of the store in a folder, which is opened when they are first asked for something."""
    return lambda folder, at=NOW: Seals(lambda: store_of(folder), lambda: at)


@pytest.fixture
def shown(qtbot, theme, english):
    """Return the list of consultations, alone."""
    made = ConsultationList(theme, english)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def notice(qtbot, theme, english):
    """Return a notice that says nothing yet."""
    made = Notice(english, theme)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def shelves(shown, english, tmp_path):
    """Return what makes a shelf on one folder; each is closed at the end."""
    made = []

    def make(folder=tmp_path / "data"):
        made.append(Shelf(folder, shown, english, lambda: datetime(2026, 11, 18, tzinfo=UTC)))
        return made[-1]

    yield make
    for each in made:
        each.close()
        each.deleteLater()


@pytest.fixture
def shelf(shelves, qtbot):
    """Return a shelf that somebody has unlocked."""
    made = shelves()
    with qtbot.waitSignal(made.taken):
        made.open(UNLOCKED)
    return made


@pytest.fixture
def line(server, tmp_path):
    """Return the line to a practice's server, which can be cut."""
    line = Line(server, Certificates(tmp_path / "certificates", "localhost"))
    yield line
    line.close()


@pytest.fixture
def ben(server):
    """Return Ben, who works at another desk of the practice."""
    with neighbour(server) as made:
        yield made


@pytest.fixture
def text_size(theme: Theme) -> Iterator[Callable[[int], None]]:
    """Take another size of text, in percent, and the usual one again for the tests that follow."""
    yield theme.resize_text
    theme.resize_text(100)


@pytest.fixture(autouse=True)
def asked_elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Fail a test in which the window stands still while it asks a store, whatever else the test is about."""
    with watched(monkeypatch) as asked:
        yield asked
    assert asked == []


@pytest.fixture(scope="module", autouse=True)
def rest_of_the_heap(library: Library, theme: Theme) -> None:
    """Set aside what lives on from module to module: to look through it after every test took longer than the test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication, theme: Theme, pack_at_hand: None) -> Iterator[None]:
    """Fail a test that leaves a window, a running timer or a running animation behind."""
    before = set(map(id, QApplication.topLevelWidgets()))
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    windows = [w for w in QApplication.topLevelWidgets() if id(w) not in before and w.isVisible()]
    running = [
        each
        for root in (qapp, *QApplication.topLevelWidgets())
        for kind in (QTimer, QAbstractAnimation)
        for each in root.findChildren(kind)
        if _runs(each)
    ]
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not windows, f"windows left open: {windows}"
    assert not running, f"still running: {running}"


def _runs(each: QObject) -> bool:
    if isinstance(each, QTimer):
        return each.isActive()
    return isinstance(each, QAbstractAnimation) and each.state() == QAbstractAnimation.State.Running
