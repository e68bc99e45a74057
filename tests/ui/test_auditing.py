"""The journal is checked at the start and once a week, and what is wrong is said where the consultations are listed."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta

import pytest

from kneedesk.store.backups import FOLDER, back_up
from kneedesk.store.chain import Deed, Entry, Fault, Kind
from kneedesk.store.connections import connect
from kneedesk.store.database import FILE
from kneedesk.store.progress import CalledOff, Progress
from kneedesk.ui.auditing import _check, _look
from kneedesk.ui.dialogs.journal import JournalDialog
from tests.people import ANA, store_in, unlocked_in
from tests.ui.running import NOW, running

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def store(tmp_path, cases):
    with store_in(tmp_path) as opened:
        opened.consultations.save("k", cases["reference"], NOW)
        opened.journal.add(*(Entry(NOW, ANA, Deed.VIEW, "k") for _ in range(3)))
        yield opened


def tamper(folder, *statements):
    """Do what somebody can do who holds the key and takes the triggers away."""
    with closing(connect(folder / FILE, unlocked_in(folder).key)) as connection:
        for deed in ("update", "delete", "insert"):
            connection.execute(f"DROP TRIGGER IF EXISTS journal_{deed}")
        for statement in statements:
            connection.execute(statement)


def checks(store):
    return [(link.deed, link.what) for link in store.journal.of("")]


def test_all_of_it_is_checked_once_a_week_and_its_end_every_time(store, tmp_path):
    for days in (0, 3, 6):
        assert _look(tmp_path, "", NOW + timedelta(days=days), Progress(), store) == []
    assert checks(store) == [("check", "faults 0")]
    _look(tmp_path, "", NOW + timedelta(days=8), Progress(), store)
    assert len(checks(store)) == 2
    tamper(tmp_path, "UPDATE journal SET name = 'x' WHERE number = 3")
    assert _look(tmp_path, "", NOW + timedelta(days=9), Progress(), store) == [Fault(3, Kind.EDITED)]


def test_it_is_held_against_the_backups(store, tmp_path):
    back_up(store.engine, store.key, tmp_path / FOLDER, NOW)
    checked = _check(tmp_path, "", NOW, (), Progress(), store)
    assert (checked.faults, checked.entries, checked.anchors) == ([], 4, 1)
    tamper(tmp_path, "DELETE FROM journal WHERE number > 2")
    assert _check(tmp_path, "", NOW, (), Progress(), store).faults == [Fault(3, Kind.CUT)]


def test_a_file_that_is_no_sealed_document_is_named_and_said_why(store, tmp_path):
    (tmp_path / "other.pdf").write_bytes(b"%PDF-")
    checked = _check(tmp_path, "", NOW, (tmp_path / "other.pdf",), Progress(), store)
    assert [(name, found.reason) for name, found in checked.refused] == [("other.pdf", "no_seal")]
    assert checked.anchors == 0


def test_a_check_that_is_called_off_leaves_no_entry(store, tmp_path):
    progress = Progress()
    progress.call_off()
    with pytest.raises(CalledOff):
        _check(tmp_path, "", NOW, (), progress, store)
    assert checks(store) == []


def test_who_locks_the_window_calls_a_look_off(qtbot, theme, tmp_path, monkeypatch):
    with running(tmp_path, theme, qtbot) as application:
        auditing, given = application.attending.caring.auditing, []
        monkeypatch.setattr(auditing._work, "run", lambda work, then, failed: given.append(work))
        auditing.look()
        application.attending.caring.stop()
        with ThreadPoolExecutor() as elsewhere, pytest.raises(CalledOff):
            elsewhere.submit(given[0]).result()


def test_what_is_wrong_is_said_above_the_list_and_what_is_sound_is_not(qtbot, theme, tmp_path, cases):
    with running(tmp_path, theme, qtbot) as application:
        notice = application.window.list.notice
        told = []
        auditing = application.attending.caring.auditing
        auditing.changed.connect(told.append)
        auditing.look()
        auditing.check((), Progress(), lambda checked: told.append(checked.entries), told.append)
        qtbot.waitUntil(lambda: len(told) == 1)
        assert told[0] >= 1
        assert not notice.isVisible()
    tamper(tmp_path, "UPDATE journal SET name = 'x' WHERE number = 1")
    with running(tmp_path, theme, qtbot) as application:
        window = application.window
        notice = window.list.notice
        application.attending.caring.auditing.look()
        qtbot.waitUntil(notice.isVisible)
        assert notice.title.text() == "What was kept was changed outside of KneeDesk"
        notice.action.click()
        dialog = window.findChild(JournalDialog)
        dialog.check.click()
        qtbot.waitUntil(dialog.notice.isVisible)
        assert dialog.notice.title.text() == "1 fault was found in the journal."
        dialog.reject()
