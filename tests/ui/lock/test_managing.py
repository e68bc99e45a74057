"""Who unlocks is managed through the real window, by whom it is for, and the journal knows."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from kneedesk.store.chain import Deed
from kneedesk.store.faults import Unavailable
from kneedesk.store.vault import FILE, WRONG, Vault
from kneedesk.ui.dialogs.users import UsersDialog
from kneedesk.ui.lock.managing import _done
from tests.people import ANA, BEN, OTHER_PASSPHRASE, PASSPHRASE
from tests.ui.running import NOW, running

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def application(qtbot, theme, tmp_path):
    with running(tmp_path, theme, qtbot) as application:
        yield application


@pytest.fixture
def dialog(application, qtbot):
    application.window.users_asked.emit()
    dialog = application.window.findChild(UsersDialog)
    qtbot.waitUntil(dialog.old.isEnabled)
    yield dialog
    dialog.reject()


@pytest.fixture
def vault(tmp_path):
    return Vault(tmp_path / FILE)


def told(application):
    return [(link.who, link.what) for link in application.shelf.store.journal.of("") if link.deed == Deed.USERS]


def twice(secret, words):
    for field in (secret.first, secret.second):
        field.edit.setText(words)


def press(dialog, name):
    dialog.findChild(QAbstractButton, f"users.{name}").click()


def test_HIPAA_164_312_a2i_each_person_has_an_own_name_and_passphrase(application, dialog, vault, qtbot):
    dialog.person.name.setText("Ben Okafor")
    press(dialog, "role=nurse")
    twice(dialog.first_secret, OTHER_PASSPHRASE)
    press(dialog, "add")
    qtbot.waitUntil(lambda: len(vault.users()) == 2)
    ben = vault.users()[1]
    assert vault.unlock(ben.id, OTHER_PASSPHRASE, NOW) == application.shelf.store.key
    qtbot.waitUntil(lambda: dialog.notice.isVisible() and told(application) == [(ANA.id, f"added {ben.id}")])
    dialog.person.name.setText("ben okafor")
    press(dialog, "role=nurse")
    twice(dialog.first_secret, OTHER_PASSPHRASE)
    press(dialog, "add")
    qtbot.waitUntil(lambda: dialog.notice.title.text() == "There is a user of this name already.")
    for _ in range(2):
        press(dialog, f"remove.{ben.id}")
    qtbot.waitUntil(lambda: vault.users() == (ANA,))
    qtbot.waitUntil(lambda: len(told(application)) == 2)


def test_the_own_passphrase_is_changed_and_a_wrong_one_is_refused(application, dialog, vault, qtbot):
    twice(dialog.secret, OTHER_PASSPHRASE)
    dialog.old.edit.setText("wrong wrong wrong")
    press(dialog, "change")
    qtbot.waitUntil(lambda: dialog.notice.isVisible() and dialog.notice.title.text() == WRONG)
    dialog.old.edit.setText(PASSPHRASE)
    press(dialog, "change")
    qtbot.waitUntil(lambda: told(application) == [(ANA.id, "passphrase")])
    assert vault.unlock(ANA.id, OTHER_PASSPHRASE, NOW)


def test_the_recovery_key_is_renewed_once_it_is_on_paper(application, dialog, vault, qtbot):
    press(dialog, "renew")
    card = dialog._recovery.body.itemAt(1).widget()
    card.kept.click()
    card.typed.edit.setText(card._key.split("-")[card.group - 1])
    key = card._key
    card.confirm.click()
    qtbot.waitUntil(lambda: told(application) == [(ANA.id, "recovery key")])
    assert vault.unlock_by_recovery_key(key, NOW) == application.shelf.store.key


def test_who_does_not_manage_is_refused_below_the_screen_too(application, vault):
    store = application.shelf.store
    vault.add(store.key, BEN, OTHER_PASSPHRASE)
    store.user = BEN
    with pytest.raises(PermissionError):
        _done(vault, lambda vault, key: vault.remove(key, ANA.id), "removed", NOW, True, store)
    store.user = ANA
    assert vault.users() == (ANA, BEN)


def test_nothing_is_done_once_the_store_is_locked(application, vault):
    store, key = application.shelf.store, application.shelf.store.key
    store.key = None
    with pytest.raises(Unavailable):
        _done(vault, lambda *_: None, "removed", NOW, True, store)
    store.key = key
