"""What the window asks a store on its own thread is noticed; what a test asks by itself is not."""

from tests.ui.storing import UNLOCKED


def test_what_is_asked_on_the_thread_of_the_window_is_noticed(shelves, qtbot, asked_elsewhere):
    shelf, read = shelves(), []
    with qtbot.waitSignal(shelf.taken):
        shelf.open(UNLOCKED)
    shelf.do(lambda store: store.consultations.find(), read.append, read.append)
    qtbot.waitUntil(lambda: read == [[]])
    assert shelf.store.consultations.find() == []
    assert asked_elsewhere == []
    shelf.lend(lambda consultations, _: consultations.find())
    (asked,) = set(asked_elsewhere)
    assert asked.startswith("shelf.py:")
    asked_elsewhere.clear()
