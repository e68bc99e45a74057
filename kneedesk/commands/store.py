"""Prepare a practice's server for KneeDesk: its tables, what they refuse, and what the role of the desks may do."""

import sys

from kneedesk.commands.inputs import our_language
from kneedesk.store.addresses import Address
from kneedesk.store.faults import Unavailable
from kneedesk.store.migrations import REVISIONS
from kneedesk.store.preparing import prepare_server
from kneedesk.store.server_rules import DESKS


def run(place: str, *, backed_up: bool) -> int:
    """Prepare the server at an address, as an administrator of its database; status 1 where that is refused."""
    try:
        before = prepare_server(Address.read(place), backed_up=backed_up)
    except Unavailable as fault:
        print(f"kneedesk: {our_language('en').say(fault.sentence)}", file=sys.stderr)
        return 1
    if before is None:
        print(f"The tables were made: revision {REVISIONS[-1]}.")
    elif before == REVISIONS[-1]:
        print(f"The tables are up to date: revision {before}. Rules and rights were put up again.")
    else:
        print(f"The tables were brought up to date: from revision {before} to {REVISIONS[-1]}.")
    print(f"Make a user for each desk: CREATE ROLE room_1 LOGIN IN ROLE {DESKS}; and give it a password.")
    return 0
