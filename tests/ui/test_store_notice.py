"""One notice for all that is said of the store; that something is not saved is not talked over."""

import pytest
from PySide6.QtCore import Qt

from kneedesk.store.encryption import Encrypted
from kneedesk.store.faults import DAMAGED, FULL, Unavailable
from kneedesk.ui.store_notice import NOT_WRITTEN_OVER, REMNANTS, RESTORABLE, WRITTEN_OVER, StoreNotice


@pytest.fixture
def store_notice(notice, english):
    return StoreNotice(notice, english)


def test_that_something_is_not_saved_stays_until_it_is(store_notice, notice, qtbot):
    gone = []
    store_notice.say_not_saved(FULL, lambda: gone.append("there"))
    store_notice.say_unreadable(Unavailable(DAMAGED))
    store_notice.say_readable()
    store_notice.say_entered(FULL)
    store_notice.say_entered("")
    assert notice.title.text() == "Not saved"
    assert FULL in notice.text.text()
    qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    assert gone == ["there"]
    assert store_notice.say_saved()
    assert notice.isHidden()
    assert not store_notice.say_saved()


@pytest.mark.parametrize("about", ["readable", "entered"])
def test_what_can_be_read_or_entered_again_is_unsaid_and_nothing_else(store_notice, notice, about):
    say = {
        "readable": (lambda: store_notice.say_unreadable(Unavailable(DAMAGED)), store_notice.say_readable),
        "entered": (lambda: store_notice.say_entered(FULL), lambda: store_notice.say_entered("")),
    }
    said, unsaid = say.pop(about)
    ((_, other_unsaid),) = say.values()
    said()
    other_unsaid()
    assert not notice.isHidden()
    unsaid()
    assert notice.isHidden()


@pytest.mark.parametrize(("sentence", "restorable"), [(DAMAGED, True), (FULL, False)])
def test_where_what_is_kept_is_lost_a_backup_is_named(store_notice, notice, qtbot, sentence, restorable):
    tried = []
    store_notice.say_lost(Unavailable(sentence), lambda: tried.append(1))
    assert (RESTORABLE in notice.text.text()) is restorable
    qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    assert tried == [1]


@pytest.mark.parametrize(("written_over", "said"), [(True, WRITTEN_OVER), (False, NOT_WRITTEN_OVER)])
def test_what_was_encrypted_is_said_with_what_that_cannot_promise(store_notice, notice, written_over, said):
    store_notice.say_encrypted(None)
    assert notice.isHidden()
    store_notice.say_encrypted(Encrypted({"consultations": 7}, written_over))
    assert notice.text.text() == f"{said}\n{REMNANTS}"
