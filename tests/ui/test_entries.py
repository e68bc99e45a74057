"""What was done is entered in the journal; where that fails it is said, tried again, and said no more."""

from kneedesk.store.chain import Deed
from kneedesk.store.faults import Unavailable
from kneedesk.ui import entries as module
from kneedesk.ui.store_notice import UNENTERED


def entries(shelf, qtbot):
    """Return what the journal says of one consultation, asked as the window asks."""
    told = []
    shelf.do(lambda store: store.journal.of("k"), told.append, told.append)
    qtbot.waitUntil(lambda: bool(told))
    return [(link.deed, link.what) for link in told[0]]


def test_what_was_done_is_entered(shelf, qtbot):
    shelf.entries.note(Deed.VIEW, "k", "versions")
    assert entries(shelf, qtbot) == [("view", "versions")]


def test_what_cannot_be_entered_is_said_and_tried_again_until_it_is(shelf, shown, qtbot, monkeypatch):
    monkeypatch.setattr(module, "_RETRY", 10)

    def full(*_):
        raise Unavailable("The disk is full.")

    with monkeypatch.context() as disk:
        disk.setattr(shelf.store.journal, "add", full)
        shelf.entries.note(Deed.EXPORT, "k", "calendar")
        qtbot.waitUntil(shown.notice.isVisible)
        assert shown.notice.title.text() == UNENTERED
        assert "The disk is full." in shown.notice.text.text()
        assert not shelf.settled
    qtbot.waitUntil(shown.notice.isHidden)
    assert entries(shelf, qtbot) == [("export", "calendar")]
    assert shelf.settled


def test_nothing_is_entered_while_no_store_is_open(shelves, shown):
    shelf = shelves()
    shelf.entries.note(Deed.VIEW, "k")
    shelf.entries.write()
    assert shown.notice.isHidden()
    assert shelf.settled
