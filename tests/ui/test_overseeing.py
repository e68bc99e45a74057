"""The journal of the practice in the whole window: who unlocked or failed to, who was added, what was deleted."""

from dataclasses import replace

import pytest

from kneedesk.store.chain import Deed, Entry
from kneedesk.store.users import Role
from kneedesk.store.vault import FILE, Vault
from kneedesk.ui.dialogs.history import HistoryDialog
from kneedesk.ui.dialogs.journal import JournalDialog
from kneedesk.ui.dialogs.settings import SettingsDialog
from tests.people import ANA, BEN, OTHER_PASSPHRASE
from tests.ui.running import NOW, running

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def application(tmp_path, theme, qtbot):
    with running(tmp_path, theme, qtbot) as application:
        yield application


def opened(application, kind, qtbot):
    qtbot.waitUntil(lambda: any(each.isVisible() for each in application.window.findChildren(kind)))
    return next(each for each in application.window.findChildren(kind) if each.isVisible())


def words(dialog):
    return [row.words for row in dialog.model.rows if row.kind == "deed"]


def test_it_is_read_by_kind_and_by_person_and_leads_to_its_check(application, qtbot, tmp_path, cases):
    store = application.shelf.store
    Vault(tmp_path / FILE).add(store.key, BEN, OTHER_PASSPHRASE)
    store.consultations.save("k", cases["reference"], NOW)
    store.consultations.remove("k", NOW)
    done = ((ANA, Deed.USERS, f"added {BEN.id}"), (BEN, Deed.FAILED_UNLOCK, ""), (BEN, Deed.UNLOCK, ""))
    store.journal.add(*(Entry(NOW, who, deed, what=what) for who, deed, what in done))
    application.adjusting.ask()
    settings = opened(application, SettingsDialog, qtbot)
    settings.findChild(object, "settings.journal").click()
    dialog = opened(application, HistoryDialog, qtbot)
    told = ["Unlocked", "Attempt to unlock that failed", "Ben Okafor was added", "A consultation was deleted"]
    qtbot.waitUntil(lambda: words(dialog)[:4] == told)
    assert "Recorded" not in words(dialog)
    qtbot.waitUntil(lambda: dialog.person.findText(BEN.name) >= 0)
    dialog.kind.choose("users")
    dialog.kind.picked.emit("users")
    qtbot.waitUntil(lambda: words(dialog) == ["Ben Okafor was added"])
    dialog.kind.choose(None)
    dialog.person.choose(BEN.id)
    dialog.person.picked.emit(BEN.id)
    qtbot.waitUntil(lambda: words(dialog) == ["Unlocked", "Attempt to unlock that failed"])
    dialog.check.click()
    opened(application, JournalDialog, qtbot).reject()
    dialog.reject()
    settings.reject()


def test_who_was_removed_is_named_by_what_else_they_did(application, qtbot):
    done = ((ANA, Deed.USERS, f"added {BEN.id}"), (BEN, Deed.UNLOCK, ""), (ANA, Deed.USERS, f"removed {BEN.id}"))
    application.shelf.store.journal.add(*(Entry(NOW, who, deed, what=what) for who, deed, what in done))
    application.window.journal_asked.emit()
    dialog = opened(application, HistoryDialog, qtbot)
    qtbot.waitUntil(lambda: words(dialog)[:3] == ["Ben Okafor was removed", "Unlocked", "Ben Okafor was added"])
    dialog.reject()


def test_a_nurse_only_checks_it(application, qtbot, monkeypatch):
    unlocked = replace(application.shelf.unlocked, user=replace(ANA, role=Role.NURSE))
    monkeypatch.setattr(application.shelf, "_unlocked", unlocked)
    application.window.journal_asked.emit()
    opened(application, JournalDialog, qtbot).reject()
    assert not application.window.findChildren(HistoryDialog)


def test_what_cannot_be_read_is_said(application, qtbot, monkeypatch):
    def fail(*_):
        raise OSError("no")

    monkeypatch.setattr(application.shelf.store.history, "people", fail)
    application.window.journal_asked.emit()
    dialog = opened(application, HistoryDialog, qtbot)
    qtbot.waitUntil(dialog.notice.isVisible)
    assert dialog.notice.title.text() == "The history cannot be read"
    dialog.reject()
