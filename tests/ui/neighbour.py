"""Another desk of the practice: what somebody does there while the window of the test is open here."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from kneedesk.domain.consultation import Consultation
from kneedesk.store.consultations import Consultations
from kneedesk.store.desks import Desk
from kneedesk.store.holds import Holds
from kneedesk.store.postgres import open_server
from tests.people import BEN
from tests.store.serving import Server
from tests.ui.running import NOW

PLACE = Desk("neighbour", "ROOM-2")


class Neighbour:
    """Ben at his desk; each thing that he does is a minute later."""

    def __init__(self, server: Server) -> None:
        self.engine = open_server(server.address(), PLACE.id)
        self.kept = Consultations(self.engine, BEN)
        self.holds = Holds(self.engine, PLACE, BEN)
        self._minutes = 0

    def now(self):
        self._minutes += 1
        return NOW + timedelta(minutes=self._minutes)

    def writes(self, key: str, consultation: Consultation) -> None:
        """Take a consultation, whoever has it, and keep a state of it."""
        self.holds.take_over(key, self.now())
        self.keeps(key, consultation)

    def keeps(self, key: str, consultation: Consultation) -> None:
        """Keep a state of what he has taken."""
        self.kept.save(key, consultation, self.now())

    def leaves(self, key: str) -> None:
        """Let go of a consultation."""
        self.holds.release(key)


@contextmanager
def neighbour(server: Server) -> Iterator[Neighbour]:
    """Let Ben work at his desk for as long as it is needed."""
    made = Neighbour(server)
    try:
        yield made
    finally:
        made.engine.dispose()
