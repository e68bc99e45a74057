"""A backup is restored: the store before is backed up, the journal goes on, and power may go at any moment."""

from contextlib import closing
from datetime import timedelta

import pytest

from kneedesk.domain.changes import Change
from kneedesk.store import backups, faults, restoring
from kneedesk.store.backups import BACKUP_DAMAGED, BACKUP_NOT_KEPT, back_up, backups_in, look_into
from kneedesk.store.chain import Deed, Entry, Kind
from kneedesk.store.changes import History
from kneedesk.store.connections import connect
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import open_database, writing
from kneedesk.store.faults import Unavailable
from kneedesk.store.journal import Journal, verify_journal
from kneedesk.store.progress import CalledOff, Progress
from kneedesk.store.removal import Reason, delete, wipe
from kneedesk.store.restoring import restore
from kneedesk.store.users import Role, User
from tests.store.conftest import BEGIN

ANA = User("ana-1", "Dr. Ana Núñez", Role.PHYSICIAN)
LATER = BEGIN + timedelta(hours=1)


class Practice:
    """A store with one consultation, its backup, and then another consultation."""

    def __init__(self, path, key, folder, case):
        self.path, self.key, self.folder, self.case = path, key, folder, case
        self.use(lambda engine: self.save(engine, "old"))
        self.backup = self.use(lambda engine: back_up(engine, key, folder, BEGIN))
        self.use(lambda engine: self.save(engine, "new"))

    def use(self, work):
        engine = open_database(self.path, self.key)
        try:
            return work(engine)
        finally:
            engine.dispose()

    def save(self, engine, key):
        Consultations(engine, ANA).save(key, self.case, BEGIN)
        return Journal(engine).head()

    def restore(self, vault=None, progress=None):
        return restore(self.path, self.key, self.backup, self.folder, LATER, ANA, vault, progress)

    def held(self):
        return self.use(lambda engine: sorted(each.key for each in Consultations(engine, ANA).find()))

    def journal(self, *anchors):
        """Return what was done in order, checking that it is one sound chain."""

        def read(engine):
            assert verify_journal(engine, anchors) == []
            links = [link for key in ("old", "new", "") for link in Journal(engine).of(key)]
            return [(link.deed, link.key) for link in sorted(links)]

        return self.use(read)

    def files(self):
        return sorted(found.name.removeprefix(self.path.name) for found in self.path.parent.iterdir())


@pytest.fixture
def practice(path, key, tmp_path, cases):
    return Practice(path, key, tmp_path / "backups", cases["reference"])


def refusal(work):
    with pytest.raises(Unavailable) as caught:
        work()
    return caught.value.sentence


def test_the_backup_is_in_the_place_of_the_store_which_is_backed_up_before(practice):
    before = practice.restore()
    assert practice.held() == ["old"]
    assert look_into(before, practice.key).consultations == 2
    assert list(backups_in(practice.folder)) == [before, practice.backup]
    assert practice.files() == [""]


def test_the_backup_that_was_made_before_brings_everything_back(practice):
    practice.backup = practice.restore()
    practice.restore()
    assert practice.held() == ["new", "old"]


def test_the_journal_goes_on_and_never_back(practice):
    head = practice.use(lambda engine: Journal(engine).head())
    practice.restore()
    assert practice.journal(head) == [("change", "old"), ("change", "new"), ("restore", "")]
    practice.restore()
    assert len(practice.journal(head)) == 4


def test_what_was_changed_since_stays_in_the_history_and_it_says_to_what_the_store_went_back(practice):
    head = practice.use(lambda engine: Journal(engine).head())
    practice.restore()
    (done,) = practice.use(lambda engine: History(engine).page("new", 10))
    assert Change("knee", None, practice.case.knee) in done.changes
    (restored,) = practice.use(lambda engine: Journal(engine).of(""))
    assert restored.what == "1"
    assert head.count == 2


def test_who_was_deleted_since_does_not_come_back(practice):
    practice.use(lambda engine: delete(engine, ["old"], Reason.ASKED, LATER, ANA))
    practice.restore()
    assert practice.held() == []
    assert practice.journal() == [("change", "old"), ("change", "new"), ("removal", "old"), ("restore", "")]
    assert practice.use(wipe)
    practice.restore()
    assert practice.held() == []


def test_a_restoring_that_is_called_off_leaves_all_as_it_was(practice):
    told = []

    def tell(done, of):
        told.append((done, of))
        if done == 2:
            progress.call_off()

    progress = Progress(tell)
    with pytest.raises(CalledOff):
        practice.restore(progress=progress)
    assert told == [(0, 4), (1, 4), (2, 4)]
    assert practice.held() == ["new", "old"]
    assert practice.files() == [""]


def test_a_journal_that_somebody_broke_is_taken_over_as_far_as_it_follows(practice):
    def break_it(engine):
        Journal(engine).add(*(Entry(BEGIN, ANA, Deed.VIEW, "new") for _ in range(3)))
        with writing(engine) as connection:
            connection.exec_driver_sql("DROP TRIGGER journal_delete")
            connection.exec_driver_sql("DELETE FROM journal WHERE number = 4")
        return Journal(engine).head()

    head = practice.use(break_it)
    practice.restore()
    assert practice.journal() == [("change", "old"), ("change", "new"), ("view", "new"), ("restore", "")]
    assert practice.use(lambda engine: verify_journal(engine, [head]))[0].kind == Kind.CUT


def test_a_backup_of_another_journal_is_restored_with_its_own(practice, tmp_path, cases):
    other = Practice(tmp_path / "other" / "o.db", practice.key, tmp_path / "others", cases["reference"])
    other.use(lambda engine: Journal(engine).add(Entry(LATER, ANA, Deed.PRINT)))
    practice.backup = other.use(lambda engine: back_up(engine, practice.key, other.folder, LATER))
    practice.restore()
    assert practice.journal() == [("change", "old"), ("change", "new"), ("print", ""), ("restore", "")]


def test_a_store_that_is_gone_is_restored_with_its_locked_keys(practice, tmp_path):
    vault = tmp_path / "vault.json"
    practice.backup.vault.write_bytes(b"locked keys")
    practice.path.unlink()
    assert practice.restore(vault) is None
    assert practice.held() == ["old"]
    assert practice.journal() == [("change", "old"), ("restore", "")]
    assert vault.read_bytes() == b"locked keys"


def test_a_log_without_its_store_is_moved_aside_and_not_played_into_the_backup(practice):
    engine = open_database(practice.path, practice.key)
    practice.save(engine, "logged")
    log = practice.path.with_name(practice.path.name + "-wal")
    content = log.read_bytes()
    engine.dispose()
    practice.path.unlink()
    log.write_bytes(content)
    assert practice.restore() is None
    assert practice.held() == ["old"]
    assert practice.files() == ["", "-wal.2026-11-18T140200Z.aside"]


def test_locked_keys_that_are_there_are_not_written_over(practice, tmp_path):
    vault = tmp_path / "vault.json"
    vault.write_bytes(b"of today")
    practice.backup.vault.write_bytes(b"of then")
    before = practice.restore(vault)
    assert vault.read_bytes() == before.vault.read_bytes() == b"of today"


def test_a_store_that_cannot_be_read_is_moved_aside(practice):
    practice.path.write_bytes(b"no store " * 1000)
    assert practice.restore() is None
    assert practice.held() == ["old"]
    assert practice.files() == ["", ".2026-11-18T140200Z.aside"]
    aside = practice.path.with_name(practice.path.name + ".2026-11-18T140200Z.aside")
    assert aside.read_bytes() == b"no store " * 1000


def test_a_store_with_a_damaged_page_is_moved_aside(practice):
    content = bytearray(practice.path.read_bytes())
    content[-4096:] = b"\x55" * 4096
    practice.path.write_bytes(content)
    assert practice.restore() is None
    assert practice.held() == ["old"]


def test_a_damaged_backup_changes_nothing(practice):
    practice.backup.path.write_bytes(practice.backup.path.read_bytes()[:-5000])
    assert refusal(practice.restore) == BACKUP_DAMAGED
    assert practice.held() == ["new", "old"]
    assert practice.files() == [""]


def test_where_the_store_cannot_be_backed_up_it_stays(practice, tmp_path):
    practice.backup = backups.Backup(practice.folder.rename(tmp_path / "moved"), practice.backup.at)
    practice.folder.touch()
    assert refusal(practice.restore) == BACKUP_NOT_KEPT
    assert practice.held() == ["new", "old"]


def test_a_store_that_another_program_uses_stays(practice):
    with closing(connect(practice.path, practice.key)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert refusal(practice.restore) == faults.LOCKED
    assert practice.held() == ["new", "old"]
    assert practice.files() == [""]


@pytest.mark.parametrize("step", ["_prepare", "_secure", "_take_over", "_pour", "_discard"])
@pytest.mark.parametrize("moment", ["before", "after"])
def test_when_power_goes_the_store_is_the_old_one_or_the_new_one(practice, monkeypatch, step, moment):
    class PowerGone(BaseException):
        pass

    done = getattr(restoring, step)

    def fail(*arguments):
        if moment == "after":
            done(*arguments)
        raise PowerGone

    monkeypatch.setattr(restoring, step, fail)
    with pytest.raises(PowerGone):
        practice.restore()
    monkeypatch.undo()
    assert practice.held() in (["old"], ["new", "old"])
    practice.restore()
    assert practice.held() == ["old"]
    assert practice.files() == [""]
