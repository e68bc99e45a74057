"""A first draft says nothing of versions; what stands says since when, what follows and what came later."""

from datetime import UTC, datetime

import pytest

from kneedesk.domain.addendum import Addendum, AddendumKind
from kneedesk.domain.signature import Method, Role, Signature
from kneedesk.domain.versions import amend, finalise
from kneedesk.presentation.versions import (
    KINDS,
    addendum_lines,
    addendum_title,
    additions_line,
    grouped,
    version_lines,
    version_state,
    version_title,
    withdrawal_line,
)
from tests.adding import added
from tests.amending import amended

AT = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


@pytest.fixture
def stands(cases):
    return finalise(cases["reference"], "2026.1", AT)


def test_a_first_draft_says_nothing(cases, english):
    assert version_title(cases["reference"], english) == ""
    assert version_lines(cases["reference"], english) == ()


def test_what_stands_says_since_when(stands, english):
    assert version_title(stands, english) == "Version 1, final since 18 November 2026, 14:02 UTC"
    assert version_lines(stands, english) == ("It can be read, printed and saved, and no longer changed.",)


def test_what_was_changed_outside_says_so(stands, english):
    (line,) = version_lines(amended(stands, "proposal", sessions=9), english)
    assert line.startswith("What is kept is not what was finalised")


def test_an_amendment_says_what_stands_meanwhile_and_why(stands, english):
    draft = amend(stands, "The dose was wrong.", AT)
    assert version_title(draft, english) == "Draft of version 2"
    assert version_lines(draft, english) == (
        "Version 1 stands until this one is final.",
        "Why it was amended: The dose was wrong.",
    )
    assert version_lines(finalise(draft, "2026.1", AT), english)[1] == "Why it was amended: The dose was wrong."


@pytest.mark.parametrize("kind", AddendumKind)
def test_an_addendum_says_what_it_tells_of_and_who_signed(kind, stands, english):
    signature = Signature(role=Role.CLINICIAN, name="Dr Marsh", at=AT, method=Method.TYPED, meaning="I write this.")
    digest = stands.finalised.digest
    said = {"kind": kind, "version": 1, "digest": digest, "at": AT, "words": "As planned.", "lot": "A-17"}
    addendum = Addendum.model_validate({**said, "signature": signature})
    assert addendum_title(addendum, english) == f"{KINDS[kind]}: 18 November 2026, 14:02 UTC, to version 1"
    assert addendum_lines(addendum, english) == (
        "As planned.",
        "Lot: A-17",
        "Signed by Dr Marsh, 18 November 2026, 14:02 UTC",
    )


def test_what_was_added_is_counted(stands, english):
    one = added(stands)
    assert additions_line((), english) == ""
    assert additions_line((one,), english) == "1 addendum, of 3 December 2026."
    assert additions_line((one, one), english) == "2 addenda, the last of 3 December 2026."


def test_consent_is_taken_back_under_one_version(stands, english):
    withdrawn = added(stands, AddendumKind.WITHDRAWAL)
    assert withdrawal_line((added(stands),), stands, english) == ""
    words = "Consent under this version was taken back on 3 December 2026, 09:30 UTC."
    assert withdrawal_line((added(stands), withdrawn), stands, english) == words
    assert withdrawal_line((withdrawn,), amend(stands, "A new talk.", AT), english) == ""


def test_the_record_says_of_every_version_which_it_is(cases, stands, english):
    assert version_state(cases["reference"], english) == "Draft of version 1"
    assert version_state(stands, english) == version_title(stands, english)
    draft = amend(stands, "The dose was wrong.", AT)
    assert version_state(draft, english) == "Draft of version 2; version 1 stands"
    assert version_state(finalise(draft, "2026.1", AT), english).startswith("Version 2, final since")


def test_a_digest_is_read_in_groups():
    assert grouped("0123456789abcdef" * 4) == " ".join(["01234567", "89abcdef"] * 4)
