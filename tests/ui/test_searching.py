"""What the list shows is looked for in the store, and broken off once something else is searched for."""

from datetime import UTC, datetime
from threading import Event

from tests.ui.storing import UNLOCKED
from tests.ui.test_shelf import lent


def test_a_search_is_broken_off_as_soon_as_something_else_is_searched_for(shelves, shown, qtbot, monkeypatch):
    shelf = shelves()
    shelf.open(UNLOCKED)
    qtbot.waitUntil(lambda: lent(shelf) != [] and shown.model.begun)
    consultations, begun, left = lent(shelf)[0], Event(), []
    find = consultations.find

    def find_slowly(text, limit, offset, near, vain):
        if text == "r":
            begun.set()
            while not vain():
                begun.wait(0.001)
            left.append(text)
        return find(text, limit, offset, near)

    monkeypatch.setattr(consultations, "find", find_slowly)
    shown.search.setText("r")
    assert begun.wait(10)
    shown.search.setText("ru")
    qtbot.waitUntil(lambda: shown.model.begun)
    assert left == ["r"]
    assert shown.results.nothing.text().count("ru")


def test_all_that_is_kept_is_counted_once_its_first_portion_is_shown(shelves, shown, qtbot, cases):
    shelf = shelves()
    shelf.open(UNLOCKED)
    qtbot.waitUntil(lambda: lent(shelf) != [])
    for number in range(130):
        lent(shelf)[0].save(f"k{number:03}", cases["barely-recorded"], datetime(2026, 11, 18, tzinfo=UTC))
    shelf.refresh()
    qtbot.waitUntil(lambda: shown.model.rowCount() == 130)
    shown.list.scrollToBottom()
    qtbot.waitUntil(lambda: shown.model.summary(shown.model.index(129)) is not None)
    assert shown.model.summary(shown.model.index(129)).key == "k129"
