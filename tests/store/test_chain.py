"""The chain: an edit, a gap and a link that was put in are found; a cut tail is found by an anchor."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneedesk.store.chain import BEGINNING, Anchor, Deed, Entry, Fault, Kind, Link, faults_of, link
from kneedesk.store.users import Role, User

AT = datetime(2026, 11, 18, 13, 2, tzinfo=UTC)
ANA = User("ana-1", "Dr. Ana Núñez", Role.PHYSICIAN)
FIELDS = [name for name in Link._fields if name not in ("number", "previous", "digest")]
DIGEST = "0f" * 32


def chain(length, name="k"):
    head, links = Anchor(), []
    for number in range(length):
        links.append(link(head, Entry(AT + timedelta(seconds=number), ANA, Deed.CHANGE, f"{name}-{number}")))
        head = Anchor(links[-1].number, links[-1].digest)
    return links


def head(links):
    return Anchor(links[-1].number, links[-1].digest) if links else Anchor()


def found(links, *anchors):
    return list(faults_of(links, anchors))


def linked(links):
    """Return entries whose digests somebody made anew."""
    made, last = [], Anchor()
    for each in links:
        renewed = each._replace(previous=last.digest)
        made.append(renewed._replace(digest=renewed.taken()))
        last = head(made)
    return made


def test_an_entry_follows_the_one_before_with_its_instant_in_utc():
    first = link(Anchor(), Entry(AT.astimezone(timezone(timedelta(hours=-5))), ANA, Deed.VIEW, "k", DIGEST, DIGEST))
    assert first[:9] == (
        1, "2026-11-18T13:02:00.000000+00:00", "ana-1", "Dr. Ana Núñez", "view", "k", DIGEST, DIGEST, BEGINNING,
    )  # fmt: skip
    assert link(head([first]), Entry(AT, ANA, Deed.PRINT)).previous == first.digest


def test_the_digest_is_the_one_that_older_journals_were_written_with():
    first = link(Anchor(), Entry(AT, ANA, Deed.VIEW, "k"))
    assert first.digest == "cfd845a40d487bdb540b08b08f439c6c4e0aba1d4193d39230eb0eace1731314"


@given(st.integers(0, 12))
def test_a_sound_chain_has_no_fault_and_its_head_is_its_anchor(length):
    links = chain(length)
    assert found(links, head(links), *map(head, (links[:each] for each in range(length)))) == []


@given(st.integers(1, 9), st.data())
def test_an_edited_field_is_found(length, data):
    links = chain(length)
    place = data.draw(st.integers(0, length - 1))
    field = data.draw(st.sampled_from(FIELDS))
    links[place] = links[place]._replace(**{field: getattr(links[place], field) + "x"})
    assert found(links) == [Fault(place + 1, Kind.EDITED)]


def test_what_moves_from_one_field_to_the_next_is_an_edit():
    (only,) = chain(1)
    moved = only._replace(name=only.name[:-1], deed=only.name[-1] + only.deed)
    assert found([moved]) == [Fault(1, Kind.EDITED)]


@given(st.integers(2, 9), st.data())
def test_an_edit_with_a_digest_made_anew_breaks_the_next_link(length, data):
    links = chain(length)
    place = data.draw(st.integers(0, length - 2))
    edited = links[place]._replace(key="another")
    links[place] = edited._replace(digest=edited.taken())
    assert found(links) == [Fault(place + 2, Kind.BROKEN)]


@given(st.integers(2, 9), st.data())
def test_a_gap_is_found(length, data):
    links = chain(length)
    place = data.draw(st.integers(0, length - 2))
    del links[place]
    assert found(links) == [Fault(place + 1, Kind.MISSING)]


@given(st.integers(1, 9), st.integers(1, 9))
def test_a_cut_tail_is_found_by_an_anchor_and_only_by_one(length, cut):
    links = chain(length + cut)
    assert found(links[:length]) == []
    assert found(links[:length], head(links[:length]), head(links)) == [Fault(length + 1, Kind.CUT)]


def test_an_empty_journal_that_an_anchor_knows_otherwise_is_cut():
    assert found([], head(chain(3))) == [Fault(1, Kind.CUT)]
    assert found([], Anchor()) == []


def test_a_chain_that_was_written_anew_is_found_by_an_anchor_and_only_by_one():
    links = chain(5)
    anew = linked([links[0], links[1]._replace(key="another"), *links[2:]])
    assert found(anew) == []
    assert found(anew, head(links[:1]), head(links)) == [Fault(5, Kind.REWRITTEN)]


@pytest.mark.parametrize(
    "change", [{"key": "Núñez, Ana"}, {"key": "x" * 37}, {"before": "abc"}, {"after": "F" * 64}, {"what": "Ana"}]
)
def test_nothing_of_a_patient_fits_into_an_entry(change):
    with pytest.raises(ValueError, match=r"key|digest|deed"):
        replace(Entry(AT, ANA, Deed.VIEW), **change)


def test_what_a_deed_concerns_is_part_of_its_digest():
    first = link(Anchor(), Entry(AT, ANA, Deed.PRINT, "k", what="consent_form en a4"))
    assert first.what == "consent_form en a4"
    assert found([first]) == []
    for other in ("consent_form en letter", ""):
        assert found([first._replace(what=other)]) == [Fault(1, Kind.EDITED)]


def test_two_anchors_that_contradict_each_other_are_a_chain_that_was_written_anew():
    links = chain(3)
    other = Anchor(3, "0a" * 32)
    assert found(links, head(links), other) == found(links, other, head(links)) == [Fault(3, Kind.REWRITTEN)]


def test_an_entry_needs_its_time_zone():
    with pytest.raises(ValueError, match="time zone"):
        Entry(AT.replace(tzinfo=None), ANA, Deed.VIEW)


def test_an_anchor_is_written_and_read():
    anchor = head(chain(3))
    assert Anchor.read(str(anchor)) == anchor
    assert Anchor.read(str(Anchor())) == Anchor()


@pytest.mark.parametrize("text", ["", "3", "3:abc", f"-1:{DIGEST}", f"²:{DIGEST}", f"3:{DIGEST.upper()}"])
def test_what_is_no_anchor_is_refused(text):
    with pytest.raises(ValueError, match="no anchor"):
        Anchor.read(text)
