"""A desk that leaves lets go of all that it holds, and of nothing else."""

from kneedesk.store.desks import Desk
from kneedesk.store.holds import Holds
from kneedesk.store.postgres import open_server
from kneedesk.store.shared import Shared
from tests.people import ANA, BEN
from tests.store.conftest import BEGIN


def test_who_leaves_lets_go_of_what_is_theirs(server):
    engine = open_server(server.address(), "first")
    shared = Shared(engine, server.address(), Desk("first", "Room 1"), ANA)
    other = Holds(engine, Desk("second", "Room 2"), BEN)
    for key in ("a", "b"):
        shared.holds.take(key, BEGIN)
    other.take("c", BEGIN)
    shared.leave()
    assert [other.of(key) is None for key in ("a", "b", "c")] == [True, True, False]
    engine.dispose()


def test_who_cannot_say_so_leaves_all_the_same(server):
    engine = open_server(server.address(), "first")
    server.rule("ALTER TABLE holds RENAME TO gone")
    try:
        Shared(engine, server.address(), Desk("first", "Room 1"), ANA).leave()
    finally:
        server.rule("ALTER TABLE gone RENAME TO holds")
        engine.dispose()
    assert server.rule("SELECT count(*) FROM holds") == [(0,)]
