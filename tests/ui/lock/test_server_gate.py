"""Who gets in where the consultations are on a server: the same users at every desk, and words where it is away."""

import pytest
from PySide6.QtWidgets import QPushButton

from kneedesk.store import server_faults
from kneedesk.store.addresses import UNVERIFIED
from kneedesk.store.vault import WRONG
from kneedesk.ui.dialogs.users import UsersDialog
from kneedesk.ui.lock.first_run import FirstRun
from tests.people import ANA, OTHER_PASSPHRASE, PASSPHRASE
from tests.ui.lock.entrance import seen
from tests.ui.lock.test_managing import twice
from tests.ui.running import NOW

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def test_where_nobody_is_known_yet_the_first_user_begins_and_is_told_where_it_is_kept(begin):
    hand = begin()
    hand.wait(lambda: isinstance(hand.page, FirstRun))
    assert "kept on the practice's server" in seen(hand.page)


def test_who_is_known_at_one_desk_comes_in_at_another(begin, known):
    for desk in ("one", "two"):
        hand = begin(desk)
        hand.come_in()
        assert hand.application.shelf.store.user == ANA


def test_a_server_that_is_named_at_the_start_stands_in_for_that_of_the_settings(begin, known, line):
    hand = begin(place="postgresql://desk@knee.example/other", named=line.place())
    hand.come_in()


def test_a_wrong_passphrase_is_said_and_counts_at_every_desk(begin, known):
    hand = begin()
    hand.unlock("wrong")
    hand.wait(lambda: WRONG in seen(hand.page))
    assert known.failures(ANA.id) == (NOW,)


def test_a_server_that_is_away_is_said_and_asked_again(begin, known, line):
    line.cut()
    hand = begin()
    hand.wait(lambda: server_faults.UNREACHABLE in seen(hand.page))
    line.mend()
    again = next(button for button in hand.page.findChildren(QPushButton) if button.text() == "Try again")
    hand.wait(again.isVisible)
    again.click()
    hand.come_in()


def test_an_address_that_is_not_safe_is_said_and_nobody_gets_in(begin):
    hand = begin(place="postgresql://desk@knee.example/practice?sslmode=require")
    hand.wait(lambda: UNVERIFIED in seen(hand.page))
    assert hand.window.is_shut


def test_after_a_lock_the_same_consultation_is_open_again_and_was_let_go_of_meanwhile(begin, known, server):
    hand = begin()
    hand.come_in()
    hand.open()
    key = hand.window.desk.session.key
    hand.wait(lambda: server.rule("SELECT key FROM holds") == [(key,)])
    hand.lock()
    assert server.rule("SELECT count(*) FROM holds") == [(0,)]
    hand.come_in()
    hand.wait(lambda: hand.window.desk.session is not None and hand.window.desk.session.key == key)
    assert not hand.window.desk.session.reads
    assert server.rule("SELECT key FROM holds") == [(key,)]


def users_of(hand):
    """Ask who unlocks; return the dialog, which is there at once."""
    hand.window.users_asked.emit()
    return next(each for each in hand.window.findChildren(UsersDialog) if each.isVisible())


def test_who_unlocks_is_asked_elsewhere_and_who_closes_the_dialog_waits_for_nothing(begin, known, line):
    hand = begin()
    hand.come_in()
    dialog = users_of(hand)
    assert "Asking the server…" in seen(dialog)
    hand.wait(dialog.old.isEnabled)
    line.cut()
    twice(dialog.secret, OTHER_PASSPHRASE)
    dialog.old.edit.setText(PASSPHRASE)
    dialog.findChild(QPushButton, "users.change").click()
    assert "Asking the server…" in seen(dialog)
    hand.wait(lambda: dialog.notice.isVisible())  # noqa: PLW0108 - it is made anew by then
    assert dialog.secret.text() == OTHER_PASSPHRASE
    dialog.reject()
    again = users_of(hand)
    hand.wait(lambda: again.notice.isVisible())  # noqa: PLW0108
    line.mend()
    again.notice.action.click()
    hand.wait(again.old.isEnabled)
    line.cut()
    closed = users_of(hand)
    closed.reject()
    again.reject()
