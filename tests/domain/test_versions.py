"""A consultation is finalised once, stands as it is, and is amended by a version after it."""

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from kneedesk.domain.digest import content_digest
from kneedesk.domain.signature import Signature
from kneedesk.domain.versions import amend, finalise, is_intact, version_of
from tests.amending import amended, recorded
from tests.domain.test_voiding import SIGNED

PACK = "2026.1"
AT = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)


@pytest.fixture
def signed(cases):
    return amended(recorded(cases["reference"], signatures=(SIGNED,)), "consent", capacity=True, copy_given=True)


def test_finalising_freezes_the_pack_the_number_and_the_digest(signed):
    stands = finalise(signed, PACK, AT)
    assert (stands.knowledge, stands.finalised.version, stands.finalised.at) == (PACK, 1, AT)
    assert stands.finalised.digest == content_digest(stands)
    assert is_intact(stands)
    assert recorded(stands, knowledge=None, finalised=None) == signed
    with pytest.raises(ValueError, match="stands already"):
        finalise(stands, PACK, AT)


def test_any_other_word_has_another_digest(signed):
    stands = finalise(signed, PACK, AT)
    for other in (recorded(stands, knowledge="2026.2"), amended(stands, "decision", reason="x")):
        assert not is_intact(other)
    assert content_digest(finalise(signed, PACK, AT + timedelta(days=1))) == stands.finalised.digest


def test_T3_an_edit_after_finalising_is_a_next_version_that_nobody_has_signed(signed):
    stands = finalise(signed, PACK, AT)
    draft = amend(stands, "The dose was wrong.", AT + timedelta(days=2))
    assert (draft.amends.version, draft.amends.digest) == (1, stands.finalised.digest)
    assert (draft.amends.reason, draft.amends.at) == ("The dose was wrong.", AT + timedelta(days=2))
    assert (draft.finalised, draft.knowledge, draft.signatures) == (None, None, None)
    assert (draft.consent.copy_given, draft.consent.capacity) == (None, True)
    assert version_of(draft) == 2
    assert finalise(draft, PACK, AT).finalised.version == 2
    with pytest.raises(ValueError, match="only a version that stands"):
        amend(draft, "Again.", AT)


def test_an_amendment_needs_a_reason(signed):
    with pytest.raises(ValidationError):
        amend(finalise(signed, PACK, AT), " ", AT)


@pytest.mark.parametrize("changes", [{"knowledge": None}, {"knowledge": " "}, {"amends": {"version": 3}}])
def test_a_version_that_stands_says_with_which_pack_and_after_which(signed, changes):
    stands = finalise(signed, PACK, AT)
    if "amends" in changes:
        before = {"digest": stands.finalised.digest, "reason": "Wrong dose.", "at": AT}
        changes = {"amends": before | changes["amends"]}
    with pytest.raises(ValidationError):
        recorded(stands, **changes)


def test_a_draft_is_always_intact(signed):
    assert is_intact(signed)
    assert isinstance(signed.signatures[0], Signature)
