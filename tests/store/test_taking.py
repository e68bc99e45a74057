"""What a desk asks about one consultation, where other desks share the store and where none does."""

from datetime import timedelta

import pytest

from kneedesk.store.chain import Deed
from kneedesk.store.homes import Home
from kneedesk.store.store import open_store
from kneedesk.store.taking import holder, read, take, take_over, take_over_and_read, taken_elsewhere
from kneedesk.store.users import Unlocked
from tests.people import ANA, BEN
from tests.store.conftest import BEGIN, KEY

LATER = BEGIN + timedelta(minutes=1)


@pytest.fixture
def desks(server, tmp_path):
    """Return the stores of two desks of one practice."""
    stores = [Home(tmp_path / user.id, server.place()).open(Unlocked(user, KEY), BEGIN) for user in (ANA, BEN)]
    yield stores
    for store in stores:
        store.close()


def test_who_takes_first_writes_and_only_the_other_is_told_of_another_desk(desks):
    ana, ben = desks
    assert holder(ana, "k") is None
    assert take(ana, "k", BEGIN).name == ANA.name
    assert taken_elsewhere(ana, "k", LATER) is None
    assert taken_elsewhere(ben, "k", LATER).name == holder(ben, "k").name == ANA.name


def test_what_is_taken_over_is_entered_once_and_read_as_it_is_kept(desks, cases):
    ana, ben = desks
    take(ana, "k", BEGIN)
    ana.consultations.save("k", cases["reference"], BEGIN)
    hold, version, (consultation, carried) = take_over_and_read(ben, "k", LATER)
    assert (hold.name, consultation, carried) == (BEN.name, cases["reference"], {})
    assert read(ben, "k") == (version, (consultation, carried))
    take_over(ben, "k", LATER)
    assert [link.who for link in ben.journal.of("k") if link.deed == Deed.TAKE_OVER] == [BEN.id]


def test_alone_nothing_is_held_and_nothing_taken_over(tmp_path):
    store = open_store(tmp_path, ANA, KEY, BEGIN)
    assert holder(store, "k") is take(store, "k", BEGIN) is taken_elsewhere(store, "k", BEGIN) is None
    with pytest.raises(ValueError, match="nobody else"):
        take_over(store, "k", BEGIN)
    store.close()
