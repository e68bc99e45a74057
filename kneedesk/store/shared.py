"""What an open store has where other desks share it: which desk this is, what it holds, and where news come from."""

from contextlib import suppress

from sqlalchemy import Engine

from kneedesk.store.addresses import Address
from kneedesk.store.desks import Desk
from kneedesk.store.faults import Unavailable
from kneedesk.store.holds import Holds
from kneedesk.store.users import User


class Shared:
    """One desk among others."""

    def __init__(self, engine: Engine, address: Address, desk: Desk, user: User) -> None:
        self.address = address
        self.desk = desk
        self.holds = Holds(engine, desk, user)

    def leave(self) -> None:
        """Let go of all that this desk holds; where the line is lost the others see that it says nothing more."""
        with suppress(Unavailable):
            self.holds.release_all()
