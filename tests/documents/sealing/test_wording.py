"""A check of a seal in words: each verdict and reason, and what is said of a seal that can be believed."""

import pytest

from kneedesk.documents.sealing.check import Check, Reason, Verdict
from kneedesk.documents.sealing.seal import seal
from kneedesk.documents.sealing.verification import verify
from kneedesk.documents.sealing.wording import anchor_words, reason_words, seal_words, verdict_words
from kneedesk.presentation.versions import grouped
from tests.documents.reading import MADE_AT
from tests.documents.sealing.conftest import CONTENT, JOURNAL


@pytest.mark.parametrize("reason", Reason, ids=str)
def test_every_reason_is_a_sentence_with_nothing_left_open(reason, english):
    words = reason_words(Check(Verdict.NOT_VERIFIABLE, reason, fault="KeyError"), english)
    assert words.endswith(".")
    assert "{" not in words


def test_every_verdict_begins_with_its_own_word(english):
    said = {verdict_words(Check(verdict, Reason.OURS), english).split(":")[0] for verdict in Verdict}
    assert said == {"Intact", "Changed", "Superseded", "Not verifiable"}


def test_of_our_own_seal_it_is_said_whether_a_later_version_is_known(english):
    known = Check(Verdict.INTACT, Reason.OURS, standing="current")
    assert "newest version that is kept here" in reason_words(known, english)
    assert "is not known here" in reason_words(Check(Verdict.INTACT, Reason.OURS), english)


@pytest.mark.parametrize(
    ("standing", "words"),
    [("current", "newest one"), ("superseded", "stays as it is"), (None, "is not known here")],
)
def test_of_an_addendum_it_is_said_what_became_of_its_version(standing, words, english):
    assert words in reason_words(Check(Verdict.INTACT, Reason.ADDENDUM, standing=standing), english)


def test_what_a_seal_says_of_itself(sealed, key, english):
    said = dict(seal_words(verify(sealed, {key.fingerprint}), english))
    assert said["Sealed as"] == "Riverside Knee Clinic"
    assert said["Sealed at, by that computer’s clock"].startswith("20 November 2026, 14:02")
    assert said["Fingerprint of the key"] == grouped(key.fingerprint)
    assert said["Digest of the content"].replace(" ", "") == CONTENT
    assert said["Journal at that time"] == f"41 entries, the last of them {grouped(JOURNAL[3:])}"


def test_why_a_document_tells_nothing_of_the_journal(plain, sealed, key, english):
    ours = {key.fingerprint}
    assert anchor_words(verify(sealed, ours), english) == ""
    without = seal(plain, key, MADE_AT, meaning="Sealed", content=CONTENT)
    assert anchor_words(verify(without, ours), english) == "It was sealed before seals held a place of the journal."
    assert "added after it was sealed" in anchor_words(verify(sealed + b" ", ours), english)


def test_what_was_changed_is_not_quoted(sealed, key, english):
    assert seal_words(verify(sealed + b" ", {key.fingerprint}), english) == ()
