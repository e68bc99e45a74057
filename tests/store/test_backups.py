"""Backups: one a day, read back before it counts, encrypted as the store is, and seen before it is restored."""

import os
import stat
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone

import pytest

from kneedesk.store import backups, faults
from kneedesk.store.backups import (
    BACKUP_AWAY,
    BACKUP_DAMAGED,
    BACKUP_NOT_KEPT,
    BACKUP_UNSOUND,
    CHOSEN,
    Backup,
    Preview,
    back_up,
    back_up_daily,
    backups_in,
    glance,
    look_into,
    make_place,
    place_of,
)
from kneedesk.store.chain import Deed, Entry, Kind
from kneedesk.store.connections import connect, is_plain
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import open_database, writing
from kneedesk.store.faults import Unavailable
from kneedesk.store.journal import Journal, verify_journal
from kneedesk.store.retention import kept_days
from kneedesk.store.users import Role, User
from tests.store.conftest import BEGIN, KEY

ANA = User("ana-1", "Dr. Ana Núñez", Role.PHYSICIAN)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "elsewhere" / "backups"


@pytest.fixture
def vault(tmp_path):
    path = tmp_path / "vault.json"
    path.write_bytes(b"locked keys")
    return path


@pytest.fixture
def engine(path, key, cases):
    """Return a store with one consultation and an entry of the journal."""
    engine = open_database(path, key)
    Consultations(engine, ANA).save("k", cases["reference"], BEGIN)
    Journal(engine).add(Entry(BEGIN, ANA, Deed.CHANGE, "k"))
    yield engine
    engine.dispose()


def refusal(work, *arguments):
    with pytest.raises(Unavailable) as caught:
        work(*arguments)
    return caught.value.sentence


def test_a_backup_opens_and_holds_what_was_kept(engine, key, folder, vault, cases):
    made = back_up(engine, key, folder, BEGIN, vault)
    assert made == Backup(folder, BEGIN)
    assert list(backups_in(folder)) == [made]
    assert made.vault.read_bytes() == b"locked keys"
    assert sorted(found.name for found in folder.iterdir()) == [
        "2026-11-18T130200Z.sqlite",
        "2026-11-18T130200Z.vault.json",
    ]
    copy = Consultations(open_database(made.path, key), ANA)
    assert copy.read("k") == cases["reference"]
    copy.close()


@pytest.mark.skipif(os.name != "posix", reason="rights of files are POSIX's")
def test_only_its_owner_reads_a_backup(engine, key, folder, vault):
    made = back_up(engine, key, folder, BEGIN, vault)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, made.path, made.vault)] == [0o700, 0o600, 0o600]


def test_a_backup_of_an_encrypted_store_holds_no_word_of_it(path, folder, cases, tmp_path):
    engine = open_database(path, KEY)
    Consultations(engine, ANA).save("k", cases["reference"], BEGIN)
    patient = cases["reference"].patient
    words = [word.encode() for word in (patient.family_name, patient.given_name, "reference", "CREATE TABLE") if word]
    back_up(engine, KEY, folder, BEGIN)
    files = [found for found in tmp_path.rglob("*") if found.is_file()]
    assert len(files) == 4  # the store, its log, the index of the log, the backup
    assert not [found for found in files if any(word in found.read_bytes() for word in words)]
    engine.dispose()


def test_what_is_shown_before_restoring(engine, key, folder):
    made = back_up(engine, key, folder, BEGIN)
    assert look_into(made, key) == Preview(1, BEGIN, Journal(engine).head())
    assert [found.name for found in folder.iterdir()] == [made.path.name], "looking leaves nothing behind"


def test_an_empty_store_is_backed_up_too(tmp_path, folder):
    engine = open_database(tmp_path / "new.db")
    made = back_up(engine, None, folder, BEGIN)
    assert (look_into(made, None).consultations, look_into(made, None).newest_change) == (0, None)
    engine.dispose()


def test_the_head_in_a_backup_shows_that_the_tail_of_the_journal_was_cut(engine, key, folder):
    head = look_into(back_up(engine, key, folder, BEGIN), key).head
    with writing(engine) as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_delete")
        connection.exec_driver_sql("DELETE FROM journal")
    assert [fault.kind for fault in verify_journal(engine, [head])] == [Kind.CUT]


def test_others_write_while_a_backup_is_made_and_it_holds_one_moment(engine, key, path, folder, cases):
    stop, counted = threading.Event(), []

    def write():
        own = Consultations(open_database(path, key), ANA)
        while not stop.is_set():
            own.save(f"more-{len(counted)}", cases["reference"], BEGIN)
            counted.append(1)
        own.close()

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for number in range(5):
            back_up(engine, key, folder, BEGIN + timedelta(minutes=number))
    finally:
        stop.set()
        thread.join()
    held = [look_into(backup, key).consultations for backup in reversed(backups_in(folder))]
    assert held == sorted(held)
    assert held[-1] <= Consultations(engine, ANA).count() == len(counted) + 1


def test_a_second_backup_of_the_same_second_writes_over_nothing(engine, key, folder):
    first, second = back_up(engine, key, folder, BEGIN), back_up(engine, key, folder, BEGIN)
    assert second.at == first.at + timedelta(seconds=1)
    assert list(backups_in(folder)) == [second, first]


def test_a_damaged_backup_is_said_and_so_is_a_wrong_key(engine, key, folder):
    made = back_up(engine, key, folder, BEGIN)
    assert refusal(look_into, made, bytes(32)) == BACKUP_DAMAGED
    content = bytearray(made.path.read_bytes())
    content[8192:12288] = bytes(4096)
    made.path.write_bytes(content)
    assert refusal(look_into, made, key) == BACKUP_DAMAGED
    made.path.write_bytes(b"a letter")
    assert refusal(look_into, made, key) == BACKUP_DAMAGED
    made.path.unlink()
    assert refusal(look_into, made, key) == faults.GONE


def test_a_backup_of_a_newer_kneedesk_is_refused(engine, key, folder):
    made = back_up(engine, key, folder, BEGIN)
    with closing(connect(made.path, key)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert refusal(look_into, made, key) == faults.NEWER


def test_a_backup_that_does_not_read_back_is_none(engine, key, folder, vault, monkeypatch):
    told = iter([{"consultations": 2}, {"consultations": 1}])
    monkeypatch.setattr(backups, "counts", lambda _: next(told))
    assert refusal(back_up, engine, key, folder, BEGIN, vault) == BACKUP_UNSOUND
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(engine, key, tmp_path):
    (tmp_path / "file").touch()
    assert refusal(back_up, engine, key, tmp_path / "file" / "backups", BEGIN) == BACKUP_NOT_KEPT


def test_a_full_disk_leaves_no_half_backup(engine, key, disk):
    disk.fill(50_000)
    assert refusal(back_up, engine, key, disk.folder / "backups", BEGIN) in (BACKUP_NOT_KEPT, disk.full)
    disk.free()
    assert list((disk.folder / "backups").iterdir()) == []


def test_a_store_that_is_gone_is_said(engine, key, path, folder):
    path.rename(path.with_suffix(".away"))
    assert refusal(back_up, engine, key, folder, BEGIN) == faults.GONE
    assert not backups_in(folder)


def test_there_is_one_a_day_by_the_clock_of_the_practice(engine, key, folder):
    evening = datetime(2026, 11, 18, 23, 30, tzinfo=timezone(timedelta(hours=-6)))
    assert back_up_daily(engine, key, folder, evening)
    assert not back_up_daily(engine, key, folder, evening + timedelta(minutes=20))
    assert back_up_daily(engine, key, folder, evening + timedelta(minutes=40))
    assert len(backups_in(folder)) == 2


def test_after_a_hundred_days_the_rule_has_kept_its_days_with_their_keys(engine, key, folder, vault):
    days = [BEGIN + timedelta(days=number) for number in range(100)]
    made = back_up(engine, key, folder, days[0], vault)
    for at in days[1:-1]:
        other = Backup(folder, at)
        other.path.write_bytes(made.path.read_bytes())
        other.vault.write_bytes(b"locked keys")
    (folder / "letter.txt").write_text("not ours")
    back_up_daily(engine, key, folder, days[-1], vault)
    kept = {at for at in days if at.date() in kept_days(day.date() for day in days)}
    assert {backup.at for backup in backups_in(folder)} == kept
    assert {path for path in folder.iterdir() if path.name.endswith(".vault.json")} == {
        Backup(folder, at).vault for at in kept
    }
    assert (folder / "letter.txt").exists()


def test_nothing_is_removed_where_the_backup_of_today_fails(engine, key, folder, monkeypatch):
    old = back_up(engine, key, folder, BEGIN - timedelta(days=5000))
    monkeypatch.setattr(backups, "_reads_back", lambda *_: False)
    assert refusal(back_up_daily, engine, key, folder, BEGIN) == BACKUP_UNSOUND
    assert list(backups_in(folder)) == [old]


def test_other_files_are_no_backups(folder, tmp_path):
    folder.mkdir(parents=True)
    for name in ("x.sqlite", "2026-11-18.sqlite", "2026-11-18T130200Z.part", "2026-13-18T130200Z.sqlite"):
        (folder / name).touch()
    assert list(backups_in(folder)) == []
    assert list(backups_in(tmp_path / "nowhere")) == []


def test_the_copy_is_plain_only_where_the_store_is(engine, key, folder):
    assert is_plain(back_up(engine, key, folder, datetime(2026, 1, 1, tzinfo=UTC)).path) is (key is None)


def test_the_key_for_seals_goes_along_but_never_unlocked(engine, key, folder, vault):
    seals = vault.with_name("practice-key.pem")
    assert not back_up(engine, key, folder, BEGIN, vault).seals.exists()
    seals.write_bytes(b"-----BEGIN PRIVATE KEY-----\nnot locked yet")
    assert not back_up(engine, key, folder, BEGIN, vault).seals.exists()
    seals.write_bytes(b"-----BEGIN ENCRYPTED PRIVATE KEY-----\nlocked")
    made = back_up(engine, key, folder, BEGIN, vault)
    assert made.seals.read_bytes() == seals.read_bytes()
    made.put_seals_back(folder / "new")
    assert (folder / "new" / "practice-key.pem").read_bytes() == seals.read_bytes()
    seals.write_bytes(b"of today")
    made.put_seals_back(vault.parent)
    assert seals.read_bytes() == b"of today"


def test_a_glance_counts_and_says_nothing_of_what_does_not_open(engine, key, folder):
    made = back_up(engine, key, folder, BEGIN)
    assert glance(made, key) == 1
    assert glance(made, bytes(32)) is None
    assert glance(Backup(folder, BEGIN + timedelta(days=1)), key) is None


def test_backups_lie_beside_the_store_or_where_they_were_chosen_to(tmp_path):
    assert place_of("", tmp_path) == tmp_path / "backups"
    drive = tmp_path / "drive"
    drive.mkdir()
    make_place(drive)
    make_place(drive)
    assert place_of(str(drive), tmp_path) == drive / CHOSEN


def test_a_drive_that_is_away_is_said_and_no_folder_is_made_in_its_place(engine, key, tmp_path):
    assert refusal(place_of, str(tmp_path / "drive"), tmp_path) == BACKUP_AWAY
    (tmp_path / "drive").mkdir()  # where it would be mounted
    assert refusal(place_of, str(tmp_path / "drive"), tmp_path) == BACKUP_AWAY
    assert refusal(make_place, tmp_path / "nowhere") == BACKUP_NOT_KEPT
