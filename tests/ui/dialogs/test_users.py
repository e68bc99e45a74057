"""Who unlocks is shown and changed: what is missing is said, and nothing is done on one press that cannot be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton

from kneedesk.store.recovery_key import make_recovery_key
from kneedesk.ui.dialogs.users import OTHERS_MANAGE, UsersDialog
from kneedesk.ui.lock.recovery_card import RecoveryCard
from tests.people import ANA, BEN, CLEO, OTHER_PASSPHRASE, PASSPHRASE
from tests.ui.hosting import unnamed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def ask(qtbot, english, theme):
    def make(user=CLEO, manages=True, known=True):
        dialog = UsersDialog(user, english, theme)
        if known:
            dialog.show_users([ANA, BEN, CLEO], manages=manages)
        dialog.done_ = []
        for signal in (dialog.added, dialog.removed, dialog.changed):
            signal.connect(lambda *parts: dialog.done_.append(parts))
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    return make


def press(dialog, name):
    dialog.findChild(QAbstractButton, f"users.{name}").click()


def seen(dialog):
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def twice(secret, words):
    for field in (secret.first, secret.second):
        field.edit.setText(words)


def test_who_unlocks_is_shown_and_every_control_has_a_name(ask):
    dialog = ask()
    for words in ("Dr. Ana Núñez", "Ben Okafor", "Cleo Lindqvist", "Physician", "Nurse", "Administrator"):
        assert words in seen(dialog)
    assert unnamed(dialog) == []


def test_somebody_is_added_with_a_first_passphrase_of_their_own(ask):
    dialog = ask()
    press(dialog, "add")
    assert "This is needed." in seen(dialog)
    dialog.person.name.setText("Dr Helen Marsh")
    dialog.person.credentials.setText("MD-44810")
    press(dialog, "role=physician")
    twice(dialog.first_secret, "short")
    press(dialog, "add")
    assert dialog.done_ == []
    twice(dialog.first_secret, PASSPHRASE)
    press(dialog, "add")
    assert dialog.done_ == [("Dr Helen Marsh", "physician", "MD-44810", PASSPHRASE)]
    dialog.tell("Dr Helen Marsh unlocks from now on.")
    assert dialog.first_secret.text() == dialog.person.name.text() == ""


def test_nobody_is_removed_on_one_press_nor_by_themselves(ask):
    dialog = ask()
    assert dialog.findChild(QPushButton, f"users.remove.{CLEO.id}") is None
    press(dialog, f"remove.{BEN.id}")
    assert dialog.done_ == []
    assert "Remove Ben Okafor" in dialog.findChild(QPushButton, f"users.remove.{BEN.id}").text()
    press(dialog, f"remove.{BEN.id}")
    assert dialog.done_ == [(BEN.id,)]


def test_the_own_passphrase_is_changed_with_the_one_until_now(ask):
    dialog = ask()
    twice(dialog.secret, OTHER_PASSPHRASE)
    press(dialog, "change")
    assert dialog.old.fault() == "This is needed."
    dialog.old.edit.setText(PASSPHRASE)
    press(dialog, "change")
    assert dialog.done_ == [(PASSPHRASE, OTHER_PASSPHRASE)]
    dialog.refuse("This passphrase does not unlock.")
    assert dialog.notice.title.text() == "This passphrase does not unlock."
    assert dialog.secret.text() == OTHER_PASSPHRASE


def test_who_does_not_manage_changes_the_own_passphrase_only(ask):
    dialog = ask(BEN, manages=False)
    assert OTHERS_MANAGE in seen(dialog)
    for name in ("add", "renew"):
        assert not dialog.findChild(QPushButton, f"users.{name}").isVisible()
    assert dialog.findChild(QPushButton, f"users.remove.{ANA.id}") is None


def test_a_new_recovery_key_is_shown_in_the_place_of_the_button(ask, english, theme, qtbot):
    dialog = ask()
    with qtbot.waitSignal(dialog.renewal_asked):
        press(dialog, "renew")
    card = RecoveryCard(make_recovery_key(), "", english, theme)
    dialog.show_recovery(card)
    qtbot.waitUntil(card.isVisible)
    assert not dialog.findChild(QPushButton, "users.renew").isVisible()
    dialog.hide_recovery(card)
    assert dialog.findChild(QPushButton, "users.renew").isVisible()


def test_until_it_is_known_who_unlocks_it_says_that_it_waits_and_takes_nothing(ask, qtbot):
    dialog = ask(known=False)
    dialog.show_busy("Asking the server")
    assert "Asking the server…" in seen(dialog)
    assert "Who unlocks" not in seen(dialog)
    assert not dialog.old.isEnabled()
    assert dialog.findChild(QPushButton, "users.close").isEnabled()
    dialog.show_users([ANA, BEN], manages=False)
    assert "Asking the server…" not in seen(dialog)
    qtbot.waitUntil(lambda: "Ben Okafor" in seen(dialog))
    assert dialog.focusWidget() is dialog.old.edit


def test_where_it_cannot_be_known_it_says_why_and_asks_again(ask, qtbot):
    dialog = ask(known=False)
    dialog.show_busy("Asking the server")
    dialog.say_unknown("The server does not answer.")
    assert dialog.notice.title.text() == "The server does not answer."
    with qtbot.waitSignal(dialog.asked):
        dialog.notice.action.click()


@pytest.mark.parametrize("busy", [False, True])
def test_it_closes_with_escape(ask, qtbot, busy):
    dialog = ask()
    dialog.show_busy("Asking the server" if busy else "")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_is_being_changed_is_not_closed_before_its_answer(ask, qtbot):
    dialog = ask()
    dialog.show_busy("Asking the server", may_close=False)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    press(dialog, "close")
    assert dialog.isVisible()
    dialog.refuse("The server does not answer.")
    press(dialog, "close")
    assert not dialog.isVisible()
