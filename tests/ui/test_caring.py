"""In the whole window: backups and deletions are reached, done, and the window goes on with what is there then."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from kneedesk.domain.consultation import Knee
from kneedesk.store.backups import backups_in
from kneedesk.store.chain import Deed
from kneedesk.store.removal import Reason
from kneedesk.store.users import Role
from kneedesk.ui import daily, safekeeping
from kneedesk.ui.dialogs.backups import BackupsDialog
from kneedesk.ui.dialogs.deletion import DeletionDialog
from kneedesk.ui.dialogs.retention import RetentionDialog
from kneedesk.ui.dialogs.settings import SettingsDialog
from kneedesk.ui.lock.cover import Cover
from kneedesk.ui.lock.unlock_page import UnlockPage
from tests.people import ANA
from tests.store.listening import LATEST
from tests.ui.clinician import Clinician
from tests.ui.hands import Mouse
from tests.ui.running import NOW, kept, running
from tests.ui.widgets.hands import click

# Said by Qt's platform without a screen, whenever a dialog is opened.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def application(tmp_path, theme, qtbot):
    with running(tmp_path / "desk", theme, qtbot) as application:
        yield application


@pytest.fixture
def clinician(application, library, english, qtbot):
    return Clinician(application.window, Mouse(), library, english, qtbot)


def asked(qtbot, method, *arguments):
    """Ask and wait for the answer."""
    told = []
    method(*arguments, told.append, told.append)
    qtbot.waitUntil(lambda: bool(told))
    return told[0]


def opened(application, kind, qtbot):
    qtbot.waitUntil(lambda: any(each.isVisible() for each in application.window.findChildren(kind)))
    return next(each for each in application.window.findChildren(kind) if each.isVisible())


def backups_of(application, qtbot):
    """Open the backups and wait until it is said what the newest holds."""
    application.window.backups_asked.emit()
    dialog = opened(application, BackupsDialog, qtbot)
    qtbot.waitUntil(lambda: dialog.nothing.isVisible() or "sound" in dialog.preview.text())
    return dialog


def back_up(application, qtbot):
    dialog = backups_of(application, qtbot)
    click(qtbot, dialog.now)
    qtbot.waitUntil(dialog.notice.isVisible)
    dialog.reject()


def test_each_day_that_the_window_is_open_has_its_backup_with_the_locked_keys(tmp_path, theme, qtbot, monkeypatch):
    monkeypatch.setattr(daily, "_REST", 1)
    monkeypatch.setattr(daily, "_LOOK", 20)
    folder = tmp_path / "desk"
    with running(folder, theme, qtbot) as application:
        qtbot.waitUntil(lambda: len(backups_in(folder / "backups")) == 1)
        application.attending.caring.safekeeping._clock = lambda: NOW + timedelta(days=1)
        qtbot.waitUntil(lambda: len(backups_in(folder / "backups")) == 2)
        assert [backup.at for backup in backups_in(folder / "backups")] == [NOW + timedelta(days=1), NOW]
        assert all(backup.vault.exists() for backup in backups_in(folder / "backups"))
        journal = application.shelf.store.journal
        qtbot.waitUntil(lambda: [link.deed for link in journal.of("")].count(Deed.BACKUP) == 2)
        application.attending.caring.stop()


def test_a_backup_is_restored_and_the_clinician_goes_on_in_it(application, clinician, qtbot, tmp_path):
    clinician.begins("Okafor", "Ben", Knee.LEFT)
    clinician.leaves()
    clinician.sees_in_the_list("OKAFOR, Ben")
    back_up(application, qtbot)
    clinician.begins("Marsh", "Ida", Knee.RIGHT)
    clinician.leaves()
    clinician.sees_in_the_list("MARSH, Ida")
    dialog = backups_of(application, qtbot)
    assert "1 consultation that is kept now would be gone." in dialog.preview.text()
    click(qtbot, dialog.restore)
    click(qtbot, dialog.findChild(QPushButton, "restore.confirm"))
    qtbot.waitUntil(dialog.notice.isVisible)
    assert dialog.notice.title.text() == "The backup was restored."
    dialog.reject()
    application.window.activateWindow()
    rows = application.window.list.model
    qtbot.waitUntil(lambda: rows.rowCount() == 1)
    clinician.resumes("okafor")
    clinician.opens("Patient & goal")
    clinician.records("patient.identifier", "MRN-7")
    clinician.opens("Evaluation")
    clinician.waits_until_saved()
    clinician.leaves()
    application.window.close()
    application.end()
    with kept(tmp_path / "desk") as consultations:
        (only,) = consultations.find()
        assert consultations.read(only.key).patient.identifier == "MRN-7"


def test_beside_an_open_consultation_nothing_is_restored_or_deleted(application, clinician, qtbot):
    clinician.begins("Okafor", "Ben", Knee.LEFT)
    dialog = backups_of(application, qtbot)
    assert not dialog.restore.isEnabled()
    dialog.reject()
    application.window.retention_asked.emit()
    asked = opened(application, RetentionDialog, qtbot)
    assert asked.notice.text.text() == "For this, go back to the list of consultations first."
    asked.reject()


def test_a_patient_is_deleted_by_hand_and_is_in_the_list_no_more(application, clinician, qtbot):
    clinician.begins("Okafor", "Ben", Knee.LEFT)
    clinician.leaves()
    clinician.sees_in_the_list("OKAFOR, Ben")
    application.window.retention_asked.emit()
    dialog = opened(application, RetentionDialog, qtbot)
    qtbot.keyClicks(dialog.search, "okafor")
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    click(qtbot, dialog.delete)
    question = opened(application, DeletionDialog, qtbot)
    question.reason.choose(Reason.ASKED)
    question.typed.setText("okafor")
    question.accept()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert dialog.notice.title.text() == "Deleted"
    qtbot.waitUntil(lambda: application.window.list.model.rowCount() == 0)
    dialog.reject()


def test_the_settings_lead_there_and_keep_what_was_chosen_meanwhile(application, qtbot):
    application.window.settings_asked.emit()
    settings = opened(application, SettingsDialog, qtbot)
    click(qtbot, settings.findChild(QPushButton, "settings.retention"))
    dialog = opened(application, RetentionDialog, qtbot)
    dialog.years.choose(10)
    dialog.years.picked.emit(10)
    dialog.reject()
    click(qtbot, settings.findChild(QPushButton, "settings.backups"))
    opened(application, BackupsDialog, qtbot).folder_chosen.emit("/drive")
    opened(application, BackupsDialog, qtbot).reject()
    click(qtbot, settings.save)
    kept_now = application.adjusting.settings
    assert (kept_now.retention_years, kept_now.backup_folder) == (10, "/drive")


@pytest.mark.parametrize("role", [Role.NURSE, Role.ADMINISTRATOR])
def test_who_is_no_physician_backs_up_and_is_shown_nobody(role, application, qtbot, monkeypatch):
    unlocked = replace(application.shelf.unlocked, user=replace(ANA, role=role))
    monkeypatch.setattr(application.shelf, "_unlocked", unlocked)
    back_up(application, qtbot)
    dialog = backups_of(application, qtbot)
    assert dialog.restore.isEnabled() is (role is Role.ADMINISTRATOR)
    assert not dialog.export.isEnabled()
    assert dialog.now.isEnabled()
    dialog.reject()
    application.window.retention_asked.emit()
    retention = opened(application, RetentionDialog, qtbot)
    assert not retention.search.isEnabled()
    assert not retention.delete.isEnabled()
    assert retention.notice.text.text().startswith("A physician deletes patients")
    retention.reject()


@pytest.fixture
def held(monkeypatch):
    """Return what holds up a part of safekeeping until it is let go of."""
    going = threading.Event()

    def hold(name):
        real = getattr(safekeeping, name)

        def waits(*arguments):
            assert going.wait(LATEST)
            return real(*arguments)

        monkeypatch.setattr(safekeeping, name, waits)
        return going

    yield hold
    going.set()


def covered(application):
    """Return whether nothing but the cover is seen, and what it says."""
    visible = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert visible == [application.window]
    page = application.window.findChild(Cover)
    assert application.window.is_shut
    assert application.window.list.model.rowCount() == 0
    return page.words.text()


def locks_at_its_end(application, qtbot):
    qtbot.waitUntil(lambda: application.gate is not None and application.gate.page.open.isEnabled())
    assert application.shelf.unlocked is None
    assert application.shelf._opened is None
    assert application.window.is_shut
    assert not application.attending.caring.daily._timer.isActive()


def test_a_lock_covers_a_restoring_at_once_and_drops_the_key_at_its_end(application, clinician, qtbot, held):
    clinician.begins("Okafor", "Ben", Knee.LEFT)
    clinician.leaves()
    clinician.sees_in_the_list("OKAFOR, Ben")
    back_up(application, qtbot)
    dialog = backups_of(application, qtbot)
    going = held("_restore")
    click(qtbot, dialog.restore)
    click(qtbot, dialog.findChild(QPushButton, "restore.confirm"))
    del dialog
    application.lock()
    assert covered(application) == "A backup is being restored. When it is done you can unlock."
    going.set()
    locks_at_its_end(application, qtbot)


def test_a_lock_covers_a_deletion_at_once_and_drops_the_key_at_its_end(application, clinician, qtbot, held, tmp_path):
    clinician.begins("Okafor", "Ben", Knee.LEFT)
    clinician.leaves()
    clinician.sees_in_the_list("OKAFOR, Ben")
    safe = application.attending.caring.safekeeping
    (patient,) = asked(qtbot, safe.patients, "okafor", 0)
    going = held("_delete")
    safe.delete([each.key for each in patient.consultations], Reason.ASKED, lambda _: None, lambda _: None)
    application.lock()
    assert covered(application) == "Patients are being deleted. When it is done you can unlock."
    going.set()
    locks_at_its_end(application, qtbot)
    application.end()
    with kept(tmp_path / "desk") as consultations:
        assert consultations.find() == []


def test_what_can_be_called_off_is_at_a_lock(application, clinician, qtbot, held, tmp_path):
    dialog = backups_of(application, qtbot)
    going = held("_back_up")
    click(qtbot, dialog.now)
    del dialog
    application.lock()
    assert isinstance(application.gate.page, UnlockPage)
    going.set()
    locks_at_its_end(application, qtbot)
    assert backups_in(tmp_path / "desk" / "backups") == []
