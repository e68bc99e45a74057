"""Long work tells how far it is, until it is called off."""

import pytest

from kneedesk.store.progress import CalledOff, Progress


def test_it_tells_until_it_is_called_off():
    told = []
    progress = Progress(lambda done, of: told.append((done, of)))
    progress.tell(1, 3)
    progress.call_off()
    with pytest.raises(CalledOff):
        progress.tell(2, 3)
    assert told == [(1, 3)]


def test_nobody_needs_to_listen():
    Progress().tell(1, 1)
