"""What other desks change is heard at once; a line that is lost is told, and that it is back."""

import queue

import pytest

from kneedesk.store import news as module
from kneedesk.store import server_faults
from kneedesk.store.addresses import Address
from kneedesk.store.consultations import Consultations
from kneedesk.store.desks import Desk
from kneedesk.store.holds import Holds
from kneedesk.store.news import Change, News
from kneedesk.store.postgres import open_server
from tests.people import ANA, BEN
from tests.store.conftest import BEGIN
from tests.store.line import Certificates, Line
from tests.store.listening import LATEST


class Heard:
    """All that was told, in order."""

    def __init__(self):
        self.told = queue.Queue()

    def next(self):
        return self.told.get(timeout=LATEST)

    def news(self, address, desk):
        return News(
            address, desk, self.told.put, lambda why: self.told.put(("lost", why)), lambda: self.told.put("found")
        )


@pytest.fixture
def line(server, tmp_path):
    line = Line(server, Certificates(tmp_path, "localhost"))
    yield line
    line.close()


@pytest.fixture
def heard(line, monkeypatch):
    """Return what the first desk is told."""
    monkeypatch.setattr(module, "_FIRST_RETRY", 0.02)
    heard = Heard()
    news = heard.news(Address.read(line.place()), "first")
    news.begin()
    assert heard.next() == "found"
    yield heard
    news.close()


@pytest.fixture
def other(server):
    engine = open_server(server.address(), "second")
    yield engine
    engine.dispose()


def test_what_another_desk_keeps_holds_and_removes_is_heard_and_not_what_this_one_does(heard, other, server, cases):
    own = open_server(server.address(), "first")
    Consultations(own, ANA).save("mine", cases["reference"], BEGIN)
    Consultations(other, BEN).save("theirs", cases["reference"], BEGIN)
    assert heard.next() == Change("consultations", "theirs")
    Holds(other, Desk("second", "Room 2"), BEN).take("mine", BEGIN)
    assert heard.next() == Change("holds", "mine")
    Consultations(other, BEN).remove("theirs", BEGIN)
    assert heard.next() == Change("consultations", "theirs")
    own.dispose()


def test_what_is_not_committed_is_not_heard(heard, other, cases, monkeypatch):
    kept = Consultations(other, BEN)
    with monkeypatch.context() as broken:
        broken.setattr("kneedesk.store.consultations.keep_standing", None)
        with pytest.raises(TypeError):
            kept.save("half", cases["reference"], BEGIN)
    kept.save("whole", cases["reference"], BEGIN)
    assert heard.next() == Change("consultations", "whole")


def test_a_lost_line_is_told_as_often_as_it_is_tried_and_when_it_is_back(heard, line, other, cases):
    line.cut()
    assert heard.next() == ("lost", server_faults.UNREACHABLE)
    assert heard.next() == ("lost", server_faults.UNREACHABLE)
    line.mend()
    while (told := heard.next()) != "found":
        assert told == ("lost", server_faults.UNREACHABLE)
    Consultations(other, BEN).save("k", cases["reference"], BEGIN)
    assert heard.next() == Change("consultations", "k")


def test_who_closes_is_told_nothing_more(line, server, other, cases):
    heard = Heard()
    news = heard.news(Address.read(line.place()), "first")
    news.begin()
    assert heard.next() == "found"
    news.close()
    Consultations(other, BEN).save("k", cases["reference"], BEGIN)
    line.cut()
    assert heard.told.empty()


def test_what_was_never_begun_is_closed_as_well(server):
    Heard().news(server.address(), "first").close()
