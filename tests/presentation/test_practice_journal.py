"""What was done besides the consultations is told in words, with the names of users and never their ids."""

from datetime import UTC, date, datetime

import pytest

from kneedesk.presentation.history import Told
from kneedesk.presentation.practice_journal import KINDS, practice_rows, practice_words
from kneedesk.store.chain import Deed

AT = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
NAMES = {"ben-1": "Ben Okafor"}


@pytest.mark.parametrize(
    ("deed", "what", "words"),
    [
        ("unlock", "", "Unlocked"),
        ("unlock", "recovery key", "Unlocked with the recovery key"),
        ("failed unlock", "", "Attempt to unlock that failed"),
        ("users", "added ben-1", "Ben Okafor was added"),
        ("users", "removed gone-1", "Somebody was removed"),
        ("users", "passphrase", "Passphrase changed"),
        ("users", "recovery key", "Recovery key renewed"),
        ("backup", "", "Backed up"),
        ("restore", "412", "Went back to a backup"),
        ("restore", "moved to the server", "Moved to the server"),
        ("export", "everything", "Everything saved as files, not encrypted"),
        ("removal", "", "A consultation was deleted"),
        ("check", "faults 0", "Journal checked: no fault"),
        ("check", "faults 3", "Journal checked: 3 faults"),
    ],
)
def test_each_deed_has_its_words(deed, what, words, english):
    assert practice_words(Told(1, AT, "Dr. Ana Núñez", deed, what), NAMES, english) == words


def test_a_day_is_named_once_and_who_did_it_stands_beside(english):
    told = [Told(number, AT, "Dr. Ana Núñez", "unlock") for number in (2, 1)]
    rows = list(practice_rows(told, None, NAMES, english))
    assert [(row.kind, row.words, row.beside) for row in rows] == [
        ("day", "18 November 2026", ""),
        ("deed", "Unlocked", "Dr. Ana Núñez, 14:02 UTC"),
        ("deed", "Unlocked", "Dr. Ana Núñez, 14:02 UTC"),
    ]
    assert [row.kind for row in practice_rows(told, date(2026, 11, 18), NAMES, english)] == ["deed", "deed"]


def test_every_deed_without_a_consultation_can_be_looked_for_alone():
    named = {deed for _, deeds in KINDS.values() for deed in deeds}
    beside = {Deed.UNLOCK, Deed.FAILED_UNLOCK, Deed.USERS, Deed.BACKUP, Deed.RESTORE, Deed.EXPORT, Deed.CHECK}
    assert named == {*beside, Deed.REMOVAL}
