"""A version that is finalised is kept beside the newest state, and stands whatever follows."""

from datetime import timedelta

import pytest

from kneedesk.domain.addendum import Addendum
from kneedesk.domain.versions import amend, finalise
from kneedesk.store import faults
from kneedesk.store.database import writing
from kneedesk.store.faults import Unavailable
from kneedesk.store.journal import Journal
from kneedesk.store.versions import Standing, Versions
from tests.amending import amended, recorded
from tests.people import ANA
from tests.store.conftest import BEGIN

PACK = "2026.1"
SIGNATURE = {"role": "clinician", "name": "Dr Helen Marsh", "method": "typed", "meaning": "I write this."}


DEEDS = ("UPDATE versions SET content = ''", "DELETE FROM versions", "REPLACE INTO versions SELECT * FROM versions")


@pytest.fixture
def first(cases):
    return finalise(cases["reference"], PACK, BEGIN)


@pytest.fixture
def draft(first):
    return amended(amend(first, "The dose was wrong.", BEGIN), "proposal", sessions=2)


def addendum_to(version, **changes):
    finalised = version.finalised
    signature = SIGNATURE | {"at": BEGIN}
    told = {"kind": "note", "version": finalised.version, "digest": finalised.digest, "words": "He rang.", "at": BEGIN}
    return Addendum.model_validate(told | {"signature": signature} | changes, strict=False)


def test_a_draft_does_not_stand(kept, cases):
    kept.save("k", cases["reference"], BEGIN)
    assert kept.versions.of("k") == []
    with pytest.raises(Unavailable, match="not among those"):
        kept.versions.read("k", 1)


def test_a_version_stands_while_the_next_is_a_draft_and_is_superseded_when_that_stands(kept, first, draft):
    kept.save("k", first, BEGIN)
    kept.save("k", draft, BEGIN)
    assert kept.read("k") == draft
    assert kept.versions.read("k", 1) == first
    assert kept.versions.standing(first.finalised.digest) == "current"
    second = finalise(draft, PACK, BEGIN + timedelta(hours=1))
    kept.save("k", second, BEGIN)
    assert kept.versions.of("k") == [
        Standing(1, BEGIN, first.finalised.digest),
        Standing(2, BEGIN + timedelta(hours=1), second.finalised.digest),
    ]
    assert kept.versions.standing(first.finalised.digest) == "superseded"
    assert kept.versions.standing(second.finalised.digest) == "current"
    assert kept.versions.standing("0" * 64) is None


def test_to_keep_a_version_again_changes_nothing_and_another_content_under_its_number_is_refused(kept, first, cases):
    kept.save("k", first, BEGIN)
    kept.save("k", first, BEGIN + timedelta(minutes=1))
    assert len(kept.versions.of("k")) == 1
    other = finalise(cases["declined"], PACK, BEGIN)
    with pytest.raises(Unavailable) as refused:
        kept.save("k", other, BEGIN)
    assert refused.value.sentence == faults.STANDS
    assert kept.read("k") == first


def test_nobody_writes_over_what_stands(kept, first):
    kept.save("k", first, BEGIN)
    for deed in (
        "UPDATE versions SET content = '{}'",
        "DELETE FROM versions",
        "REPLACE INTO versions SELECT * FROM versions",
    ):
        with pytest.raises(Unavailable), writing(kept._engine) as connection:
            connection.exec_driver_sql(deed)
    assert kept.versions.read("k", 1) == first


def test_an_addendum_stands_under_its_version_and_changes_nothing_of_it(kept, first, draft):
    kept.save("k", first, BEGIN)
    kept.save("k", draft, BEGIN)
    product = addendum_to(first, kind="product", lot="A-17", viability="92 %")
    kept.versions.append("k", addendum_to(first))
    kept.versions.append("k", product)
    assert kept.versions.addenda("k") == [addendum_to(first), product]
    assert kept.versions.addenda("other") == []
    assert kept.versions.read("k", 1) == first


def test_an_addendum_is_kept_with_its_entry_of_the_journal(kept, first):
    addendum = addendum_to(first)
    kept.save("k", first, BEGIN)
    kept.versions.append("k", addendum)
    newest = Journal(kept._engine).of("k")[-1]
    assert (newest.deed, newest.name, newest.what) == ("addendum", ANA.name, f"version 1 {addendum.kind}")
    with pytest.raises(ValueError, match="nobody"):
        Versions(kept._engine).append("k", addendum)
    assert len(kept.versions.addenda("k")) == 1


def test_a_version_is_found_by_the_digest_of_what_it_holds(kept, first):
    kept.save("k", first, BEGIN)
    assert kept.versions.key_of(first.finalised.digest) == "k"
    assert kept.versions.key_of("0" * 64) == ""


def test_an_addendum_to_what_does_not_stand_is_refused(kept, first):
    with pytest.raises(Unavailable):
        kept.versions.append("k", addendum_to(first))
    kept.save("k", first, BEGIN)
    with pytest.raises(Unavailable):
        kept.versions.append("k", addendum_to(first, digest="0" * 64))
    assert kept.versions.addenda("k") == []


def test_a_version_that_cannot_be_read_is_said(kept, first):
    kept.save("k", first, BEGIN)
    with writing(kept._engine) as connection:
        connection.exec_driver_sql("DROP TRIGGER versions_update")
        connection.exec_driver_sql("UPDATE versions SET content = '{}'")
    with pytest.raises(Unavailable) as refused:
        kept.versions.read("k", 1)
    assert refused.value.sentence == faults.UNREADABLE
    assert recorded(first) == first
