"""Who gets in, through the real window: the first run, a passphrase, the recovery key; and what a lock leaves."""

import gc
import weakref
from itertools import count

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QPlainTextEdit

from kneedesk.application import Application
from kneedesk.settings import Folders
from kneedesk.store.backups import back_up
from kneedesk.store.chain import Deed
from kneedesk.store.connections import is_plain
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import FILE, open_database
from kneedesk.store.faults import FULL, Unavailable
from kneedesk.store.store import open_store
from kneedesk.store.users import Role
from kneedesk.store.vault import FILE as VAULT
from kneedesk.store.vault import WRONG, Vault
from kneedesk.ui.dialogs.new_consultation import NewConsultation
from kneedesk.ui.lock.unlock_page import UnlockPage
from kneedesk.ui.opening import NOT_SHOWN
from kneedesk.ui.session import NOT_TO_DECIDE, NOT_TO_FINALISE
from tests.files import CASES
from tests.people import ANA, BEN, CLEO, OTHER_PASSPHRASE, PASSPHRASE, QUICK
from tests.ui.running import NOW, SETTINGS

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


class Hand:
    """Works one window, from before it is unlocked."""

    def __init__(self, application, qtbot):
        self.application, self.window, self.qtbot = application, application.window, qtbot

    @property
    def page(self):
        return self.application.gate.page

    def wait(self, until):
        self.qtbot.waitUntil(until)

    def press(self, name):
        self.qtbot.mouseClick(self.page.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def type(self, words):
        """Type into whatever has the focus."""
        QTest.keyClicks(QApplication.focusWidget(), words)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    def unlock(self, passphrase=PASSPHRASE):
        self.wait(lambda: self.page.open.isEnabled())  # noqa: PLW0108 - the page may be another by then
        self.window.activateWindow()
        self.page.secret.edit.setFocus()
        self.wait(lambda: QApplication.focusWidget() is self.page.secret.edit)
        self.type(passphrase)

    def come_in(self, passphrase=PASSPHRASE):
        self.unlock(passphrase)
        self.wait(lambda: not self.window.is_shut)
        self.wait(lambda: self.window.desk is not None)

    def open(self, case="reference"):
        self.application._opening.open_file(CASES / f"{case}.json")
        self.wait(lambda: self.window.desk.isVisible() and self.window.desk.session is not None)
        return self.window.desk

    def lock(self):
        self.application.lock()
        self.wait(lambda: self.application.shelf._opened is None)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def begun(application, qtbot, file=None):
    """Show the window of an application, until somebody can unlock it."""
    application.begin(file)
    application.window.resize(1366, 768)
    hand = Hand(application, qtbot)
    hand.wait(lambda: application.window.isActiveWindow() and hasattr(application, "_opening"))
    return hand


def close(applications):
    """Close windows, whatever is not saved in them."""
    for application in applications:
        application.leaving.given_up = True
        application.window.close()
        application.end()
        application.window.deleteLater()
        application.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def seen(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def vault(tmp_path):
    vault = Vault(tmp_path / VAULT, QUICK)
    vault.key, vault.recovery = vault.make(ANA, PASSPHRASE)
    vault.add(vault.key, BEN, OTHER_PASSPHRASE)
    return vault


@pytest.fixture
def hands(tmp_path, theme, qtbot):
    """Return what opens the window on a folder of the test; each is closed at the end."""
    made, keys = [], count()

    def begin(clock=lambda: NOW, file=None):
        application = Application(
            Folders(tmp_path, tmp_path), SETTINGS, theme, clock=clock, new_key=lambda: f"key-{next(keys)}"
        )
        made.append(application)
        return begun(application, qtbot, file)

    yield begin
    close(made)


@pytest.fixture
def hand(vault, hands):
    return hands()


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


# The lock


def test_HIPAA_164_312_a2iii_a_lock_leaves_nothing_of_a_patient_and_drops_the_key(hand, tmp_path):
    hand.come_in()
    desk = hand.open()
    key = [hand.application.shelf.store.key]
    store = weakref.ref(hand.application.shelf.store)
    engine = weakref.ref(hand.application.shelf.store.engine)
    left = weakref.ref(desk)
    QGuiApplication.clipboard().setText("Ruiz Peña")
    hand.window.list.search.setText("ruiz")
    session = weakref.ref(desk.session)
    del desk
    hand.lock()
    hand.wait(hand.page.open.isEnabled)
    gc.collect()
    assert (store(), engine(), left(), session()) == (None, None, None, None)
    assert gc.get_referrers(key[0]) == [key]
    assert hand.window.list.model.rowCount() == 0
    assert hand.window.list.search.text() == ""
    assert QGuiApplication.clipboard().text() == ""
    words = [
        *(each.text() for each in hand.window.findChildren(QLabel)),
        *(each.text() for each in hand.window.findChildren(QLineEdit)),
        *(each.toPlainText() for each in hand.window.findChildren(QPlainTextEdit)),
        *(each.windowTitle() for each in QApplication.topLevelWidgets()),
        *(each.accessibleName() for each in QApplication.allWidgets()),
    ]
    assert not any(name in word for word in words for name in ("Ruiz", "RUIZ", "MRN-10293"))


def test_the_same_user_comes_back_to_the_same_step_and_another_one_to_the_list(hand):
    hand.come_in()
    hand.open().visit("options")
    hand.lock()
    hand.come_in()
    hand.wait(lambda: hand.window.desk.isVisible() and hand.window.desk.session is not None)
    assert hand.window.desk.step == "options"
    assert not hand.window.desk.session.can_undo
    hand.lock()
    hand.page.picker.setCurrentIndex(1)
    hand.come_in(OTHER_PASSPHRASE)
    hand.wait(lambda: hand.window.list.model.rowCount() == 1)
    assert hand.window.desk.session is None
    assert hand.window.list.isVisible()


def test_what_is_being_typed_on_a_page_is_recorded_before(hand):
    hand.come_in()
    desk = hand.open()
    desk.visit("patient")
    line = next(each for each in desk.findChildren(QLineEdit, "patient.identifier"))
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "MRN-7")
    hand.lock()
    hand.come_in()
    hand.wait(lambda: hand.window.desk.isVisible() and hand.window.desk.session is not None)
    assert hand.window.desk.session.consultation.patient.identifier == "MRN-7"


def test_what_is_typed_in_a_dialog_is_told_to_the_same_user_and_to_nobody_else(hand, qtbot):
    hand.come_in()
    hand.window.list.new.click()
    dialog = hand.window.findChild(NewConsultation)
    QTest.keyClicks(dialog.family.edit, "Marsh")
    hand.lock()
    assert not any("Marsh" in each.text() for each in hand.window.findChildren(QLabel))
    hand.come_in()
    hand.wait(lambda: "Marsh" in seen(hand.window.list))
    assert "Not recorded" in hand.window.list.notice.title.text()


@pytest.mark.parametrize("other", [False, True])
def test_what_could_not_be_written_is_locked_away_said_and_written_later(hand, monkeypatch, other, vault, tmp_path):
    hand.come_in()
    desk = hand.open()
    hand.wait(lambda: hand.application.shelf.settled)
    real = Consultations.save

    def full(*_rest):
        raise Unavailable(FULL)

    monkeypatch.setattr(Consultations, "save", full)
    monkeypatch.setattr("kneedesk.ui.shelf._PATIENCE", 0.2)
    desk.session.amend("patient.identifier", "MRN-8")
    key = desk.session.key
    del desk
    hand.lock()
    assert "Changes not saved yet: 1." in hand.page.note.text()
    monkeypatch.setattr(Consultations, "save", real)
    if other:
        hand.page.picker.setCurrentIndex(1)
    hand.come_in(OTHER_PASSPHRASE if other else PASSPHRASE)
    hand.wait(lambda: hand.application.shelf.settled)
    assert hand.application.shelf.store.consultations.read(key).patient.identifier == "MRN-8"
    assert hand.application.shelf.unwritten == 0


def test_a_version_that_was_finalised_and_amended_before_the_lock_is_not_lost(hand, monkeypatch):
    hand.come_in()
    desk = hand.open()
    hand.wait(lambda: hand.application.shelf.settled)
    with monkeypatch.context() as meanwhile:

        def full(*_rest):
            raise Unavailable(FULL)

        meanwhile.setattr(Consultations, "save", full)
        meanwhile.setattr("kneedesk.ui.shelf._PATIENCE", 0.2)
        key = desk.session.key
        desk.session.finalise(NOW)
        desk.session.begin_amendment("The dose was wrong.", NOW)
        del desk
        hand.lock()
    hand.come_in()
    hand.wait(lambda: hand.application.shelf.settled)
    consultations = hand.application.shelf.store.consultations
    assert [each.version for each in consultations.versions.of(key)] == [1]
    assert consultations.read(key).amends.reason == "The dose was wrong."


def test_the_key_the_rail_and_the_idle_time_lock(hand):
    hand.come_in()
    QTest.keyClick(
        hand.window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    hand.wait(lambda: hand.window.is_shut)
    hand.wait(lambda: hand.application.shelf._opened is None)
    hand.come_in()
    hand.window.rail.buttons["lock"].click()
    assert hand.window.is_shut
    hand.wait(lambda: hand.application.shelf._opened is None)
    hand.come_in()
    hand.application._idle._last = tuple(instant - 301 for instant in hand.application._idle._last)
    hand.application._idle._look()
    assert hand.window.is_shut


def test_the_minutes_of_the_settings_hold_at_once(hand):
    hand.come_in()
    hand.application.adjusting.change("lock_minutes", 1)
    hand.application._idle._last = tuple(instant - 61 for instant in hand.application._idle._last)
    hand.application._idle._look()
    assert hand.window.is_shut


def test_the_patients_window_goes_and_the_evidence_forgets_what_was_looked_for(hand):
    hand.come_in()
    desk = hand.open()
    hand.application._workplace.following.toggle()
    view = hand.application._workplace.following._view
    assert view.isVisible()
    hand.window.evidence_asked.emit("")
    hand.wait(lambda: hand.window.evidence is not None)
    del desk, view
    hand.lock()
    visible = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert visible == [hand.window]
    assert hand.window.evidence is None


def test_who_closes_the_locked_window_is_asked_before_a_change_is_lost(hand, monkeypatch):
    def full(*_rest):
        raise Unavailable(FULL)

    hand.come_in()
    desk = hand.open()
    hand.wait(lambda: hand.application.shelf.settled)
    monkeypatch.setattr(Consultations, "save", full)
    monkeypatch.setattr("kneedesk.ui.shelf._PATIENCE", 0.2)
    desk.session.amend("patient.identifier", "MRN-8")
    del desk
    hand.lock()
    hand.window.close()
    hand.wait(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    assert hand.window.isVisible()
    QApplication.activeModalWidget().reject()


# What each role is for


def test_an_administrator_sees_no_consultation_and_nothing_of_one_opens(vault, hands, qtbot):
    vault.add(vault.key, CLEO, "saddle copper island thread")
    hand = hands()
    hand.come_in()
    hand.open()
    hand.lock()
    hand.page.picker.setCurrentIndex(2)
    hand.come_in("saddle copper island thread")
    shown = hand.window.list
    assert shown.notice.title.text() == NOT_SHOWN
    assert shown.model.rowCount() == 0
    assert not shown.new.isEnabled()
    assert not shown.search.isEnabled()
    assert "Nothing is kept here yet" not in seen(shown)
    hand.application._opening.open_file(CASES / "reference.json")
    assert shown.notice.text.text() == NOT_SHOWN
    hand.lock()
    hand.page.picker.setCurrentIndex(0)
    hand.come_in()
    hand.wait(lambda: shown.model.rowCount() == 1)
    assert shown.new.isEnabled()


def test_a_nurse_records_and_neither_finalises_nor_decides_otherwise(hand):
    hand.page.picker.setCurrentIndex(1)
    hand.come_in(OTHER_PASSPHRASE)
    desk = hand.open()
    assert desk.session.amend("patient.identifier", "MRN-9")
    desk.visit("candidacy")
    assert NOT_TO_DECIDE in [each.text() for each in desk.findChildren(QAbstractButton) if each.isVisible()]
    assert not desk.session.amend("overrides", ())
    assert desk.notice.title.text() == NOT_TO_DECIDE
    desk.visit("documents")
    button = desk.findChild(QAbstractButton, "documents.finalise")
    assert not button.isEnabled()
    assert button.accessibleDescription() == NOT_TO_FINALISE
    desk.session.finalise(NOW)
    assert not desk.session.stands
    assert desk.notice.title.text() == NOT_TO_FINALISE
