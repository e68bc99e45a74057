"""The head of the journal is found in every backup that opens."""

from kneedesk.store.anchors import anchors_of, backups_of
from kneedesk.store.backups import CHOSEN, FOLDER, back_up
from kneedesk.store.chain import Deed, Entry
from kneedesk.store.journal import Journal
from tests.people import ANA
from tests.store.conftest import BEGIN


def test_each_backup_tells_the_head_that_the_journal_had_then(kept, key, tmp_path):
    journal = Journal(kept._engine)
    heads = []
    (tmp_path / "drive" / CHOSEN).mkdir(parents=True)
    for place in (tmp_path / FOLDER, tmp_path / "drive" / CHOSEN):
        heads.append(journal.add(Entry(BEGIN, ANA, Deed.VIEW, "k")))
        back_up(kept._engine, key, place, BEGIN)
    backups = backups_of(tmp_path, str(tmp_path / "drive"))
    assert sorted(anchors_of(backups, key), key=lambda head: head.count) == heads
    assert anchors_of(backups_of(tmp_path), key) == heads[:1]
    assert anchors_of(backups_of(tmp_path, str(tmp_path / "away")), key) == heads[:1]


def test_a_backup_that_does_not_open_has_none_and_neither_has_one_without_entries(kept, key, tmp_path):
    back_up(kept._engine, key, tmp_path / FOLDER, BEGIN)
    assert anchors_of(backups_of(tmp_path), key) == []
    (backup,) = backups_of(tmp_path)
    backup.path.write_bytes(b"no backup")
    assert anchors_of([backup], key) == []
