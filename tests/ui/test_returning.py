"""Who comes back after a lock finds what was open, on the same step; another user begins at the list."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from kneedesk.store.homes import Home
from kneedesk.ui.notice import Notice
from kneedesk.ui.returning import Returning


class Desk:
    step = "risks"

    def __init__(self, notice):
        self.session, self.notice, self.visited = type("Session", (), {"key": "k"})(), notice, []

    def visit(self, step):
        self.visited.append(step)


class Window:
    def __init__(self, notice, desk):
        self.list, self.desk = type("List", (), {"notice": notice})(), desk


class Shelf:
    typed = ()
    home = Home(Path("here"))

    def take_typed(self):
        typed, self.typed = self.typed, ()
        return typed


class Opening(QObject):
    resumed = Signal(str)

    def resume(self, key):
        self.resumed.emit(key)


@pytest.fixture
def around(qtbot, english, theme):
    """Return what returning is made from: a window with a desk, a shelf, what opens, and the language."""
    listed, shown = Notice(english, theme), Notice(english, theme)
    qtbot.addWidget(listed)
    qtbot.addWidget(shown)
    return Window(listed, Desk(shown)), Shelf(), Opening(), english


def test_the_same_user_comes_back_to_the_same_step_and_is_told_what_was_typed(around, qtbot):
    window, shelf, opening, _ = around
    returning = Returning(*around)
    returning.remember("ana")
    shelf.typed = ("Reason: not to",)
    with qtbot.waitSignal(opening.resumed) as resumed:
        returning.go_back("ana")
    assert resumed.args == ["k"]
    returning.arrive()
    assert window.desk.visited == ["risks"]
    assert window.desk.notice.text.text() == "Reason: not to"
    returning.arrive()
    assert window.desk.visited == ["risks"]


@pytest.mark.parametrize("who", ["ben", "ana"])
def test_who_had_nothing_open_or_is_another_begins_at_the_list(around, qtbot, who):
    window, shelf, opening, _ = around
    returning = Returning(*around)
    if who == "ana":
        window.desk.session = None
    returning.remember("ana")
    window.desk, shelf.typed = None, ("Reason: not to",)
    with qtbot.assertNotEmitted(opening.resumed):
        returning.go_back(who)
    assert window.list.notice.text.text() == "Reason: not to"


def test_who_unlocks_another_store_meanwhile_begins_at_its_list(around, qtbot):
    _, shelf, opening, _ = around
    returning = Returning(*around)
    returning.remember("ana")
    shelf.home = Home(Path("here"), "postgresql://desk@knee.example/practice")
    with qtbot.assertNotEmitted(opening.resumed):
        returning.go_back("ana")
