"""What is said of a backup: whole sentences, one and many, and nothing that is not so."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kneedesk.store.backups import Backup, Preview
from kneedesk.store.chain import Anchor
from kneedesk.store.differences import Differences
from kneedesk.store.everything import Exported
from kneedesk.ui.backup_words import (
    difference_words,
    exported_words,
    listed_words,
    moment_words,
    preview_words,
    size_words,
)
from kneedesk.ui.safekeeping import Listed

AT = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
BACKUP = Backup(Path("backups"), AT)


@pytest.mark.parametrize(
    ("listed", "words"),
    [
        (Listed(BACKUP, 122_880, 1, False), "1 consultation \N{MIDDLE DOT} 123 kB"),
        (
            Listed(BACKUP, 148_000_000, 100_000, True),
            "100,000 consultations \N{MIDDLE DOT} 148 MB \N{MIDDLE DOT} beside the consultations",
        ),
        (Listed(BACKUP, 10, None, False), "does not open \N{MIDDLE DOT} 1 kB"),
    ],
)
def test_a_backup_in_the_list(english, listed, words):
    assert listed_words(listed, english) == words


def test_a_size_is_short(english):
    assert [size_words(size, english) for size in (0, 999_499, 1_500_000)] == ["1 kB", "999 kB", "1.5 MB"]


def test_what_a_backup_holds(english):
    assert preview_words(Preview(0, None, Anchor()), english).endswith("It holds 0 consultations.")
    moment = moment_words(AT, english)
    said = preview_words(Preview(2, AT, Anchor()), english)
    assert said == f"It was read whole and is sound. It holds 2 consultations; the newest change is of {moment}."


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Differences(), ["It holds the same consultations as are kept now: nothing would be lost."]),
        (Differences(lost=1), ["1 consultation that is kept now would be gone."]),
        (
            Differences(lost=2, earlier=3, addenda=4, back=5, deleted=6),
            [
                "2 consultations that are kept now would be gone.",
                "3 consultations would go back to how they were then.",
                "4 addenda would be gone.",
                "5 consultations that are not kept now would come back.",
                "6 that were deleted stay deleted.",
            ],
        ),
    ],
)
def test_what_restoring_changes_is_said_a_sentence_each(english, found, words):
    assert list(difference_words(found, english)) == words


def test_of_a_store_that_does_not_open_it_is_said_what_becomes_of_it(english):
    assert "kept aside" in difference_words(None, english)[0]


def test_an_export_says_that_it_is_not_encrypted(english):
    first, unread, last = exported_words(Exported(Path("kneedesk-export"), 3, 7, 1), english)
    assert first == "3 consultations in 7 files were written into kneedesk-export, read back and counted."
    assert unread.startswith("1 consultation cannot be read")
    assert "not encrypted" in last
