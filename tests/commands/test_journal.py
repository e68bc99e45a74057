"""The command that checks the journal: edits, gaps, a cut tail, a chain that was written anew, and its exit status."""

from contextlib import closing

import pytest

from kneedesk.commands import command_line, journal
from kneedesk.commands.command_line import run
from kneedesk.documents.sealing.seal import seal
from kneedesk.store.backups import FOLDER, back_up
from kneedesk.store.chain import BEGINNING, Deed, Entry, Link
from kneedesk.store.connections import connect
from kneedesk.store.database import FILE
from kneedesk.store.homes import Home
from kneedesk.store.practice_keys import practice_key
from kneedesk.store.users import Unlocked
from kneedesk.store.vault import FILE as VAULT
from kneedesk.store.vault import WRONG, Vault
from tests.documents.reading import MADE_AT
from tests.documents.sealing.conftest import CONTENT, sealable
from tests.people import ANA, BEN, OTHER_PASSPHRASE, PASSPHRASE, QUICK, store_in, unlocked_in


class Practice:
    """A store with a consultation, five entries of the journal, and who is asked for the passphrase."""

    def __init__(self, home, case):
        self.home, self.said = home, PASSPHRASE
        self.asked = []
        with store_in(home) as store:
            store.consultations.save("k", case, MADE_AT)
            store.journal.add(*(Entry(MADE_AT, ANA, Deed.VIEW, "k") for _ in range(4)))

    def ask(self, prompt):
        self.asked.append(prompt)
        return self.said

    def back_up(self):
        with store_in(self.home) as store:
            back_up(store.engine, store.key, self.home / FOLDER, MADE_AT)

    def seal(self, path, key=None):
        """Seal a document as the practice does, or somebody else."""
        with store_in(self.home) as store:
            head = str(store.journal.head())
        key = key or practice_key(self.home, "Riverside Knee Clinic", MADE_AT)
        path.write_bytes(seal(sealable(), key, MADE_AT, meaning="Sealed", content=CONTENT, journal=head))
        return path

    def tamper(self, *statements):
        """Do what somebody can do who holds the key and takes the triggers away."""
        with closing(connect(self.home / FILE, unlocked_in(self.home).key)) as connection:
            for deed in ("update", "delete", "insert"):
                connection.execute(f"DROP TRIGGER IF EXISTS journal_{deed}")
            for statement in statements:
                connection.execute(statement)

    def rewrite(self):
        """Write the whole chain anew in the name of another person."""
        with store_in(self.home) as store:
            links = [link for key in ("", "k") for link in store.journal.of(key)]
        last, statements = BEGINNING, []
        for link in sorted(links):
            anew = Link(*link[:3], "Dr. Nobody", *link[4:8], last, "", link.what)
            last = anew.taken()
            values = f"name = 'Dr. Nobody', previous = '{anew.previous}', digest = '{last}'"
            statements.append(f"UPDATE journal SET {values} WHERE number = {link.number}")  # noqa: S608 - our own words
        self.tamper(*statements)


@pytest.fixture
def practice(tmp_path, monkeypatch, cases):
    home = tmp_path / "home"
    monkeypatch.setenv("KNEEDESK_HOME", str(home))
    made = Practice(home, cases["reference"])
    monkeypatch.setattr("getpass.getpass", made.ask)
    return made


def test_a_sound_journal_gives_status_nought_and_says_so_in_the_journal(practice, capsys):
    practice.back_up()
    assert run(["verify", "--journal"]) == 0
    assert practice.asked == [f"Passphrase of {ANA.name}: "]
    said = capsys.readouterr().out
    assert "The journal is sound: 6 entries" in said
    assert "the 1 place that was kept elsewhere" in said
    with store_in(practice.home) as store:
        assert [(link.deed, link.what) for link in store.journal.of("")] == [("unlock", ""), ("check", "faults 0")]


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE journal SET name = 'Dr. Nobody' WHERE number = 3", "Entry 3 was changed after it was written."),
        ("DELETE FROM journal WHERE number = 3", "Entry 3 is missing."),
        ("UPDATE changes SET content = '[]' WHERE number = 1", "What entry 1 changed was rewritten or taken away."),
        ("UPDATE consultations SET content = '{}'", "The consultation of entry 1 is not as that left it"),
    ],
)
def test_what_was_rewritten_gives_status_one_and_one_sentence(practice, capsys, statement, words):
    practice.tamper("DROP TRIGGER changes_update", statement)
    assert run(["verify", "--journal"]) == 1
    said = capsys.readouterr().out
    assert words in said
    assert "1 fault was found in the journal." in said


@pytest.mark.parametrize("kept_in", ["backup", "document"])
def test_a_cut_tail_is_found_by_what_is_kept_elsewhere(practice, tmp_path, capsys, kept_in):
    files = []
    if kept_in == "backup":
        practice.back_up()
    else:
        files = [str(practice.seal(tmp_path / "consent.pdf"))]
    practice.tamper("DELETE FROM journal WHERE number > 1")
    assert run(["verify", "--journal", *files]) == 1
    said = capsys.readouterr().out
    # Who checks unlocks, and that is an entry of its own.
    assert "Entry 5 is another one" in said or "The entries from 3 on are gone" in said


@pytest.mark.parametrize("kept_in", ["backup", "document"])
def test_a_chain_that_was_written_anew_is_found_by_what_is_kept_elsewhere(practice, tmp_path, capsys, kept_in):
    files = []
    if kept_in == "backup":
        practice.back_up()
    else:
        files = [str(practice.seal(tmp_path / "consent.pdf"))]
    practice.rewrite()
    assert run(["verify", "--journal", *files]) == 1
    assert "Entry 5 is another one than a backup or a sealed document knows." in capsys.readouterr().out


def test_without_anything_that_is_kept_elsewhere_it_says_that_the_end_is_not_known(practice, capsys):
    practice.rewrite()
    assert run(["verify", "--journal"]) == 0
    assert "cannot be told" in capsys.readouterr().out


def test_the_seal_of_another_practice_is_no_anchor(practice, tmp_path, capsys):
    other = practice.seal(tmp_path / "other.pdf", practice_key(tmp_path / "other", "Hillside", MADE_AT))
    practice_key(practice.home, "Riverside Knee Clinic", MADE_AT)
    assert run(["verify", "--journal", str(other), str(tmp_path / "nowhere.pdf")]) == 0
    told = capsys.readouterr()
    assert "made with another key" in told.err
    assert "The file cannot be read." in told.err
    assert "no backup and no sealed document" in told.out


def test_a_document_that_was_sealed_earlier_says_why_it_is_no_anchor(practice, tmp_path, capsys):
    key, path = practice_key(practice.home, "Riverside", MADE_AT), tmp_path / "older.pdf"
    path.write_bytes(seal(sealable(), key, MADE_AT, meaning="Sealed", content=CONTENT))
    assert run(["verify", "--journal", str(path)]) == 0
    assert "before seals held a place of the journal" in capsys.readouterr().err


def test_a_wrong_passphrase_gives_status_two_and_is_entered_when_somebody_unlocks(practice, capsys):
    practice.said = OTHER_PASSPHRASE
    assert run(["verify", "--journal"]) == 2
    assert capsys.readouterr().err == f"{WRONG}\n"
    practice.said = PASSPHRASE
    assert run(["verify", "--journal"]) == 0
    with store_in(practice.home) as store:
        assert [link.deed for link in store.journal.of("")] == ["failed unlock", "unlock", "check"]


def test_where_there_are_several_the_one_who_unlocks_is_named(practice, capsys):
    Vault(practice.home / VAULT, QUICK).add(unlocked_in(practice.home).key, BEN, OTHER_PASSPHRASE)
    assert run(["verify", "--journal"]) == 2
    assert "Name by --user who unlocks" in capsys.readouterr().err
    assert run(["verify", "--journal", "--user", "nobody"]) == 2
    assert "Name by --user who unlocks" in capsys.readouterr().err
    practice.said = OTHER_PASSPHRASE
    assert run(["verify", "--journal", "--user", "ben okafor"]) == 0


def test_where_nothing_is_kept_there_is_nothing_to_check_and_nothing_is_made(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("KNEEDESK_HOME", str(tmp_path / "empty"))
    assert run(["verify", "--journal"]) == 2
    assert journal.NOTHING_HERE in capsys.readouterr().err
    assert not (tmp_path / "empty").exists()


def test_verify_wants_a_document_or_the_journal(capsys):
    with pytest.raises(SystemExit) as left:
        command_line.run(["verify"])
    assert left.value.code == 2
    assert "--journal" in capsys.readouterr().err


def test_the_journal_on_a_server_is_checked_as_well(server, tmp_path, cases, capsys):
    home = Home(tmp_path, server.place())
    key, _ = Vault(home.vault()._place, QUICK).make(ANA, PASSPHRASE)
    store = home.open(Unlocked(ANA, key), MADE_AT)
    store.consultations.save("k", cases["reference"], MADE_AT)
    store.close()

    def check():
        return journal.run(
            [], data=tmp_path, chosen="", name="", ask=lambda _: PASSPHRASE, clock=lambda: MADE_AT, server=home.server
        )

    assert check() == 0
    server.rule("SET session_replication_role = replica", "UPDATE journal SET name = 'Nobody' WHERE number = 1")
    assert check() == 1
    assert "1" in capsys.readouterr().out
