"""What a lock leaves, and what it does not: nothing of a patient, and all that was being written."""

import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPlainTextEdit

from kneedesk.store.consultations import Consultations
from kneedesk.store.faults import FULL, Unavailable
from kneedesk.ui.dialogs.new_consultation import NewConsultation
from tests.people import OTHER_PASSPHRASE, PASSPHRASE
from tests.ui.lock.entrance import seen
from tests.ui.running import NOW

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


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
    hand.application.attending.idle._last = tuple(instant - 301 for instant in hand.application.attending.idle._last)
    hand.application.attending.idle._look()
    assert hand.window.is_shut


def test_the_minutes_of_the_settings_hold_at_once(hand):
    hand.come_in()
    hand.application.adjusting.change("lock_minutes", 1)
    hand.application.attending.idle._last = tuple(instant - 61 for instant in hand.application.attending.idle._last)
    hand.application.attending.idle._look()
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
