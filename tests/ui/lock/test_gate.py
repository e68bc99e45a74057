"""Who gets in, through the real window: the first run, a passphrase, the recovery key."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from kneedesk.store.backups import back_up
from kneedesk.store.chain import Deed
from kneedesk.store.connections import is_plain
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import FILE, open_database
from kneedesk.store.faults import Unavailable
from kneedesk.store.store import open_store
from kneedesk.store.users import Role
from kneedesk.store.vault import FILE as VAULT
from kneedesk.store.vault import WRONG, Vault
from kneedesk.ui.lock.unlock_page import UnlockPage
from tests.files import CASES
from tests.people import ANA, BEN, OTHER_PASSPHRASE, PASSPHRASE, QUICK
from tests.ui.lock.entrance import seen
from tests.ui.running import NOW

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def rows(folder, key):
    store = open_store(folder, ANA, key, NOW)
    links = store.journal.of("")
    store.close()
    return [(link.who, link.deed) for link in links]


# The first run


def test_a_new_computer_begins_with_a_backup_of_the_old_one(hands, tmp_path, cases):
    old, drive = tmp_path / "old", tmp_path / "drive"
    key, _ = Vault(old / VAULT, QUICK).make(ANA, PASSPHRASE)
    store = open_store(old, ANA, key, NOW)
    store.consultations.save("k", cases["reference"], NOW)
    made = back_up(store.engine, key, drive, NOW, old / VAULT)
    store.close()
    hand = hands()
    hand.press("first_run.bring")
    dialog = hand.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(drive / "letter.sqlite"))
    hand.wait(lambda: "This is no backup of KneeDesk" in seen(hand.page))
    dialog.fileSelected.emit(str(made.path))
    dialog.reject()
    hand.wait(lambda: isinstance(hand.page, UnlockPage))
    hand.come_in()
    hand.wait(lambda: hand.window.list.model.rowCount() == 1)
    assert hand.application.shelf.store.consultations.read("k") == cases["reference"]


def test_the_first_run_encrypts_what_was_plain_and_says_what_it_cannot_promise(hands, tmp_path, cases, monkeypatch):
    plain = Consultations(open_database(tmp_path / FILE), ANA)
    plain.save("k", cases["reference"], NOW)
    plain.close()
    hand = hands()
    assert hand.window.is_shut
    hand.page.person.name.setText("Dr Helen Marsh")
    hand.press("first_run.role=physician")
    hand.press("first_run.next")
    for field in (hand.page.secret.first, hand.page.secret.second):
        field.edit.setText(PASSPHRASE)
    hand.press("first_run.next")
    card = hand.page.recovery
    hand.press("recovery.kept")
    card.typed.edit.setText(card._key.split("-")[card.group - 1])
    assert not (tmp_path / VAULT).exists()
    hand.press("recovery.confirm")
    hand.wait(lambda: not hand.window.is_shut)
    assert not is_plain(tmp_path / FILE)
    assert "encrypted as a whole" in hand.window.list.notice.text.text()
    hand.wait(lambda: hand.window.list.model.rowCount() == 1)
    (user,) = Vault(tmp_path / VAULT).users()
    assert (user.name, user.role, user.credentials) == ("Dr Helen Marsh", Role.PHYSICIAN, "MD-44810")
    assert Vault(tmp_path / VAULT).unlock_by_recovery_key(card._key, NOW)


@pytest.mark.parametrize("damage", ["gone", "damaged"])
def test_no_first_run_makes_other_keys_where_those_of_a_store_are_lost(vault, hands, tmp_path, damage):
    open_store(tmp_path, ANA, vault.key, NOW).close()
    keys = tmp_path / VAULT
    whole = keys.read_bytes()
    keys.unlink() if damage == "gone" else keys.write_bytes(b"{}")
    hand = hands()
    hand.wait(lambda: "Put it back from a backup" in seen(hand.page))
    assert not hand.page.card.isEnabled()
    hand.press("gate.again")
    hand.wait(lambda: "Put it back from a backup" in seen(hand.page))
    keys.write_bytes(whole)
    hand.press("gate.again")
    hand.come_in()


# Unlocking


def test_HIPAA_164_312_d_a_wrong_passphrase_is_refused_and_slows_down(hand, vault, tmp_path):
    for _ in range(3):
        hand.unlock("wrong wrong wrong")
        hand.wait(lambda: hand.page.secret.fault() == WRONG)
        hand.page.secret.show_fault("")
    assert hand.page.open.text().startswith("Wait 0:0")
    assert not hand.page.open.isEnabled()
    assert hand.application.shelf._opened is None
    with pytest.raises(Unavailable):
        _ = hand.application.shelf.store


def test_HIPAA_164_312_a2i_each_unlock_names_one_person(vault, hands, tmp_path):
    hand = hands()
    hand.unlock("wrong wrong wrong")
    hand.wait(lambda: hand.page.secret.fault() == WRONG)
    hand.come_in()
    hand.lock()
    hand.page.picker.setCurrentIndex(1)
    hand.come_in(OTHER_PASSPHRASE)
    hand.lock()
    assert [row for row in rows(tmp_path, vault.key) if row[1] in (Deed.UNLOCK, Deed.FAILED_UNLOCK)] == [
        (ANA.id, Deed.FAILED_UNLOCK),
        (ANA.id, Deed.UNLOCK),
        (BEN.id, Deed.UNLOCK),
    ]


def test_who_forgot_comes_in_with_the_recovery_key_and_another_passphrase(hand, vault):
    hand.wait(hand.page.forgot.isEnabled)
    hand.press("unlock.forgotten")
    hand.page.key.setText(vault.recovery)
    for field in (hand.page.secret.first, hand.page.secret.second):
        field.edit.setText("saddle copper island thread")
    hand.press("recovery.open")
    hand.wait(lambda: not hand.window.is_shut)
    hand.lock()
    hand.come_in("saddle copper island thread")


def test_a_file_that_was_named_is_opened_after_unlocking(vault, hands):
    hand = hands(file=CASES / "reference.json")
    assert hand.window.desk is None
    hand.come_in()
    hand.wait(lambda: hand.window.desk.isVisible() and hand.window.desk.session is not None)


def test_a_second_window_is_told_before_anything_is_asked(hand, hands, qtbot):
    second = hands()
    assert "in another window" in seen(second.page)
    assert not second.page.card.isEnabled()
    hand.application.end()
    second.press("gate.again")
    second.come_in()


def test_the_keys_of_the_window_reach_nothing_behind_the_page(hand):
    for keys in (Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_N):
        QTest.keyClick(hand.window.windowHandle(), keys, Qt.KeyboardModifier.ControlModifier)
    QCoreApplication.processEvents()
    assert hand.window.evidence is None
    assert QApplication.activeModalWidget() is None
