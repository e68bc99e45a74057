"""Documents are issued once a state and kept ready; of a state before nothing is shown, however late it comes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QObject

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.readiness import Document
from kneedesk.domain.versions import finalise
from kneedesk.ui.background import Ticket
from kneedesk.ui.typesetter import Edition, Typesetter

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
CONSENT = Edition(Document.CONSENT, "en", "a4")
SHEET, LETTER = CONSENT._replace(document=Document.SHEET), CONSENT._replace(paper="letter")


@dataclass
class Work:
    """What the other thread was asked for."""

    work: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Callable[[Exception], None]
    ticket: Ticket


class Queue(QObject):
    """The other thread, which works when the test says so."""

    def __init__(self, parent):
        super().__init__(parent)
        self.waiting: list[Work] = []

    def run(self, *asked):
        self.waiting.append(Work(*asked))

    def begin(self) -> Callable[[], None]:
        """Do the first work that somebody waits for; return what delivers its answer."""
        while not self.waiting[0].ticket.valid:
            del self.waiting[0]
        work = self.waiting.pop(0)
        try:
            result = work.work()
        except Exception as error:
            return partial(self.deliver, work.ticket, partial(work.failed, error))
        return partial(self.deliver, work.ticket, partial(work.then, result))

    def deliver(self, ticket, call):
        if ticket.valid:
            call()

    def finish(self):
        while any(work.ticket.valid for work in self.waiting):
            self.begin()()


class Desk:
    """A typesetter and all that it did."""

    def __init__(self, window, library, language, monkeypatch):
        self.queue, self.now = Queue(window), NOW
        self.made, self.proved, self.announced, self.failures, self.broken = [], [], [], [], set()
        self.meanwhile: Callable[[], object] = lambda: None
        """What happens on the window's thread while pages are set."""
        self.typesetter = Typesetter(
            self.queue, library, language, {"en": language}, lambda: self.now, seals=None, logo=str
        )
        self.typesetter.proved.connect(self.proved.append)
        self.typesetter.issued.connect(self.announced.append)
        self.typesetter.failed.connect(self.failures.append)
        self.typesetter._unloaded = []
        monkeypatch.setattr("kneedesk.ui.typesetter.set_request", self.set)
        monkeypatch.setattr("kneedesk.ui.typesetter.finish", self.finish)

    def set(self, request, _seals, watch, _known):
        self.meanwhile()
        watch()
        self.made.append(request)
        if request.document in self.broken:
            raise ValueError("it cannot be drawn")
        return request

    def finish(self, request, _seals, watch):
        watch()
        return request

    @property
    def documents(self):
        return [request.document for request in self.made]


@pytest.fixture
def desk(qtbot, library, english, monkeypatch):
    window = QObject()
    desk = Desk(window, library, english, monkeypatch)
    desk.window = window
    return desk


@pytest.fixture
def take(desk, library):
    def take(consultation):
        desk.typesetter.take(consultation, assess(consultation, library))

    return take


def test_what_is_asked_for_is_announced_and_then_at_hand(desk, take, cases):
    take(cases["reference"])
    assert desk.typesetter.ask(CONSENT) is None
    desk.queue.finish()
    assert desk.announced == desk.made
    assert desk.typesetter.ask(CONSENT) is desk.made[0]
    assert desk.documents == [Document.CONSENT]


def test_what_was_foreseen_is_at_hand_and_not_announced(desk, take, cases):
    take(cases["reference"])
    desk.typesetter.foresee((CONSENT, SHEET, LETTER))
    desk.queue.finish()
    assert desk.announced == []
    assert [desk.typesetter.ask(each) for each in (CONSENT, SHEET, LETTER)] == desk.made
    assert desk.queue.waiting == []


def test_pages_that_are_set_are_shown_before_they_are_written(desk, take, cases):
    take(cases["reference"])
    desk.typesetter.ask(CONSENT)
    desk.queue.begin()()
    assert desk.proved == desk.made
    assert (desk.announced, desk.typesetter.ready(CONSENT)) == ([], None)
    desk.queue.finish()
    assert desk.announced == desk.made


def test_who_asks_waits_for_nothing_that_is_foreseen(desk, take, cases):
    take(cases["reference"])
    desk.typesetter.foresee((SHEET, LETTER))
    desk.meanwhile = lambda: desk.typesetter.ask(CONSENT)
    desk.queue.finish()
    assert desk.documents == [Document.CONSENT]
    assert desk.failures == []


def test_what_sets_pages_is_loaded_first_a_part_at_a_time_while_nobody_types(desk, take, cases):
    loaded = []
    desk.typesetter._unloaded = [partial(loaded.append, number) for number in range(4)]
    take(cases["reference"])
    desk.typesetter.foresee((SHEET,))
    desk.queue.begin()()
    assert (loaded, len(desk.queue.waiting)) == ([0], 1)
    later = desk.queue.begin()
    desk.typesetter.let_be()
    later()
    assert (loaded, desk.queue.waiting, desk.made) == ([0, 1], [], [])
    desk.typesetter.foresee((SHEET,))
    desk.queue.finish()
    assert (loaded, desk.documents) == ([0, 1, 2, 3], [Document.SHEET])


def test_what_is_let_be_is_not_made_and_can_be_asked_for_again(desk, take, cases):
    take(cases["reference"])
    desk.typesetter.foresee((SHEET, LETTER))
    desk.meanwhile = desk.typesetter.let_be
    desk.queue.finish()
    assert (desk.made, desk.failures) == ([], [])
    desk.meanwhile = lambda: None
    desk.typesetter.ask(SHEET)
    desk.typesetter.let_be()
    desk.queue.finish()
    assert desk.announced == []
    desk.typesetter.ask(SHEET)
    desk.queue.finish()
    assert [request.document for request in desk.announced] == [Document.SHEET]


def test_of_a_version_that_stands_what_is_begun_is_finished_for_it_is_kept(desk, take, cases, library):
    take(finalise(cases["reference"], assess(cases["reference"], library).knowledge, NOW))
    desk.typesetter.foresee((SHEET,))
    desk.meanwhile = lambda: desk.typesetter.ask(CONSENT)
    desk.queue.finish()
    assert desk.documents == [Document.SHEET, Document.CONSENT]
    assert desk.typesetter.ready(SHEET) is desk.made[0]


def test_what_is_asked_for_while_it_is_being_foreseen_is_made_once(desk, take, cases):
    take(cases["reference"])
    desk.typesetter.foresee((SHEET,))
    deliver = desk.queue.begin()
    assert desk.typesetter.ask(SHEET) is None
    deliver()
    desk.queue.finish()
    assert desk.announced == desk.made
    assert desk.documents == [Document.SHEET]


def test_what_nobody_waits_for_any_more_is_not_announced(desk, take, cases):
    take(cases["reference"])
    desk.typesetter.ask(CONSENT)
    late = desk.queue.begin()
    desk.typesetter.ask(SHEET)
    late()
    desk.queue.finish()
    assert [request.document for request in desk.announced] == [Document.SHEET]


@pytest.mark.parametrize("ahead", [True, False], ids=["foreseen", "asked for"])
def test_of_another_state_nothing_is_left(desk, take, cases, ahead):
    take(cases["reference"])
    desk.typesetter.ask(LETTER)
    desk.queue.finish()
    desk.announced.clear()
    desk.typesetter.foresee((CONSENT, SHEET)) if ahead else desk.typesetter.ask(CONSENT)
    late = desk.queue.begin()
    take(cases["declined"])
    late()
    assert [desk.typesetter.ready(each) for each in (CONSENT, SHEET, LETTER)] == [None] * 3
    assert desk.typesetter.ask(CONSENT) is None
    desk.queue.finish()
    assert [request.material.consultation for request in desk.announced] == [cases["declined"]]


def test_all_of_a_state_are_made_at_one_moment(desk, take, cases):
    take(cases["reference"])
    for minutes, edition in enumerate((CONSENT, SHEET, LETTER)):
        desk.now = NOW + timedelta(minutes=minutes)
        desk.typesetter.ask(edition)
    assert desk.typesetter.request(SHEET).material.made_at == NOW
    take(cases["declined"])
    assert desk.typesetter.request(SHEET).material.made_at == desk.now


def test_a_draft_of_yesterday_is_made_again_and_what_stands_is_not(desk, take, cases, library):
    stands = finalise(cases["reference"], assess(cases["reference"], library).knowledge, NOW)
    for consultation, moments in ((cases["reference"], [NOW, NOW + timedelta(days=1)]), (stands, [NOW])):
        desk.now = NOW
        desk.made.clear()
        take(consultation)
        desk.typesetter.foresee((CONSENT,))
        desk.queue.finish()
        desk.now = NOW + timedelta(days=1)
        desk.typesetter.ask(CONSENT)
        desk.queue.finish()
        assert [request.material.made_at for request in desk.made] == moments


def test_a_failure_is_told_to_who_asked_and_may_be_gone_the_next_time(desk, take, cases):
    take(cases["reference"])
    desk.broken.add(Document.SHEET)
    desk.typesetter.foresee((SHEET, LETTER))
    desk.queue.finish()
    assert (desk.failures, desk.documents) == ([], [Document.SHEET, Document.CONSENT])
    desk.typesetter.ask(SHEET)
    desk.queue.finish()
    assert [str(error) for error in desk.failures] == ["it cannot be drawn"]
    desk.broken.clear()
    desk.typesetter.ask(SHEET)
    desk.queue.finish()
    assert desk.announced == [desk.made[-1]]


def test_of_a_version_that_stands_every_failure_is_told(desk, take, cases, library):
    take(finalise(cases["reference"], assess(cases["reference"], library).knowledge, NOW))
    desk.broken.add(Document.SHEET)
    desk.typesetter.foresee((SHEET,))
    desk.queue.finish()
    assert len(desk.failures) == 1


def test_nothing_is_made_of_nothing(desk):
    with pytest.raises(ValueError, match="no consultation"):
        desk.typesetter.request(CONSENT)
