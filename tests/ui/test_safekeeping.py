"""Backups and exports are made away from the window, and a restored store is the one that the window goes on with."""

import json
from datetime import timedelta

import pytest

from kneedesk.store import faults
from kneedesk.store.backups import BACKUP_AWAY, CHOSEN, backups_in
from kneedesk.store.chain import Deed
from kneedesk.store.everything import MANIFEST
from kneedesk.store.faults import Unavailable
from kneedesk.store.progress import CalledOff, Progress
from kneedesk.ui.safekeeping import NOT_SETTLED, Safekeeping, Told
from tests.ui.storing import NOW, UNLOCKED


@pytest.fixture
def chosen():
    """Return what was chosen as the folder for backups: the first of a list, which a test fills."""
    return [""]


@pytest.fixture
def safe(shelf, chosen):
    made = Safekeeping(shelf, lambda: chosen[0], lambda: NOW)
    yield made
    made.deleteLater()


@pytest.fixture
def ask(qtbot):
    """Return what asks, and waits for the answer or the fault."""

    def asked(method, *arguments):
        told = []
        method(*arguments, lambda answer: told.append(("done", answer)), lambda error: told.append(("failed", error)))
        qtbot.waitUntil(lambda: bool(told))
        return told[0]

    return asked


def deeds(shelf):
    return [link.deed for link in shelf.store.journal.of("")]


def test_a_backup_is_made_listed_and_written_in_the_journal(shelf, safe, ask, cases):
    shelf.store.consultations.save("k", cases["reference"], NOW)
    what, made = ask(safe.back_up, Progress())
    assert what == "done"
    _, (listed,) = ask(safe.list)
    assert (listed.backup, listed.consultations, listed.beside) == (made, 1, False)
    assert listed.size == made.path.stat().st_size
    assert deeds(shelf) == [Deed.BACKUP]


def test_it_knows_when_something_was_kept_last(shelf, safe, ask, cases):
    assert ask(safe.last_kept) == ("done", None)
    shelf.store.consultations.save("k", cases["reference"], NOW)
    assert ask(safe.last_kept) == ("done", NOW)


def test_there_is_one_a_day_and_who_listens_hears_of_it_once(shelf, safe, ask, qtbot):
    heard = []
    safe.changed.connect(lambda: heard.append(1))
    assert ask(safe.back_up_today, Progress())[1] is not None
    assert ask(safe.back_up_today, Progress()) == ("done", None)
    assert heard == [1]
    assert deeds(shelf) == [Deed.BACKUP]


def test_a_backup_that_is_called_off_is_none(safe, ask, tmp_path):
    progress = Progress()
    progress.call_off()
    what, error = ask(safe.back_up, progress)
    assert (what, type(error)) == ("failed", CalledOff)
    assert not backups_in(tmp_path / "data" / "backups")


def test_a_chosen_folder_takes_the_next_and_those_beside_the_store_are_still_listed(safe, ask, chosen, tmp_path):
    beside = ask(safe.back_up, Progress())[1]
    drive = tmp_path / "drive"
    drive.mkdir()
    assert ask(safe.choose, drive) == ("done", None)
    chosen[0] = str(drive)
    other = ask(safe.back_up, Progress())[1]
    assert other.folder == safe.place() == drive / CHOSEN
    listed = {each.backup: each.beside for each in ask(safe.list)[1]}
    assert listed == {beside: True, other: False}


def test_a_drive_that_is_away_is_said_and_what_lies_beside_the_store_is_listed(safe, ask, chosen, tmp_path):
    beside = ask(safe.back_up, Progress())[1]
    chosen[0] = str(tmp_path / "away")
    what, error = ask(safe.back_up_today, Progress())
    assert (what, error.sentence) == ("failed", BACKUP_AWAY)
    assert [each.backup for each in ask(safe.list)[1]] == [beside]


def test_a_backup_is_restored_and_the_window_goes_on_with_it(shelf, safe, ask, qtbot, cases):
    shelf.store.consultations.save("old", cases["reference"], NOW)
    backup = ask(safe.back_up, Progress())[1]
    shelf.store.consultations.save("new", cases["reference"], NOW + timedelta(minutes=1))
    _, (preview, found) = ask(safe.look, backup)
    assert (preview.consultations, found.lost) == (1, 1)
    with qtbot.waitSignals([safe.swapped, shelf.taken]):
        what, before = ask(safe.restore, backup)
    assert what == "done"
    assert [each.key for each in shelf.store.consultations.find()] == ["old"]
    assert deeds(shelf)[-1] == Deed.RESTORE
    assert ask(safe.look, before)[1][1].back == 1


def test_what_cannot_be_restored_leaves_the_store_open_as_it_was(shelf, safe, ask, qtbot, cases):
    shelf.store.consultations.save("k", cases["reference"], NOW)
    backup = ask(safe.back_up, Progress())[1]
    backup.path.write_bytes(b"a letter")
    with qtbot.waitSignal(shelf.taken):
        what, error = ask(safe.restore, backup)
    assert what == "failed"
    assert isinstance(error, Unavailable)
    assert shelf.store.consultations.count() == 1


def test_nothing_is_restored_over_what_is_not_saved_yet(shelf, safe, ask):
    backup = ask(safe.back_up, Progress())[1]
    shelf.notes.take("k", "afraid of needles")
    assert ask(safe.restore, backup)[1].sentence == NOT_SETTLED
    shelf.notes.write(lambda _: None)


def test_a_store_that_does_not_open_is_restored_too(shelf, safe, ask, qtbot, cases, tmp_path):
    shelf.store.consultations.save("k", cases["reference"], NOW)
    backup = ask(safe.back_up, Progress())[1]
    shelf.close()
    (tmp_path / "data" / "consultations.sqlite").write_bytes(b"\x55" * 8192)
    with qtbot.waitSignal(shelf.refused):
        shelf.open(UNLOCKED)
    with pytest.raises(Unavailable):
        shelf.store  # noqa: B018 - it is there no more
    preview, found = ask(safe.look, backup)[1]
    assert (preview.consultations, found) == (1, None)
    with qtbot.waitSignal(shelf.taken):
        assert ask(safe.restore, backup) == ("done", None)
    assert shelf.store.consultations.read("k") == cases["reference"]


def test_everything_is_exported_and_the_journal_says_so(shelf, safe, ask, cases, tmp_path):
    shelf.store.consultations.save("k", cases["reference"], NOW)
    exported = ask(safe.export, tmp_path, Progress())[1]
    assert json.loads((exported.folder / MANIFEST).read_bytes())["consultations"] == exported.consultations == 1
    assert [(link.deed, link.what) for link in shelf.store.journal.of("")] == [(Deed.EXPORT, "everything")]


def test_nothing_is_done_while_it_is_locked(shelf, safe, ask):
    shelf.close()
    for method, *arguments in ((safe.back_up, Progress()), (safe.back_up_today, Progress())):
        assert ask(method, *arguments)[1].sentence == faults.SHUT


def test_only_whole_percents_are_told():
    heard, told = [], Told()
    told.reached.connect(heard.append)
    for done in range(1001):
        told.take(done, 1000)
    assert heard == list(range(101))
