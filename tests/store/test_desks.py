"""A desk has an id that stays, and the name of its computer."""

import platform

import pytest

from kneedesk.store import faults
from kneedesk.store.desks import FILE, desk_in
from kneedesk.store.faults import Unavailable


def test_a_desk_keeps_its_id(tmp_path):
    desk = desk_in(tmp_path / "new")
    assert desk_in(tmp_path / "new") == desk
    assert len(desk.id) == 32
    assert desk.place == platform.node()[:60]


def test_two_desks_are_told_apart(tmp_path):
    assert desk_in(tmp_path / "a").id != desk_in(tmp_path / "b").id


@pytest.mark.parametrize("content", [b"", b"x y", b"\xff" * 32, b"A" * 32])
def test_what_is_no_id_is_replaced(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    assert desk_in(tmp_path) == desk_in(tmp_path)


def test_a_folder_that_is_none_is_said(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(Unavailable) as caught:
        desk_in(tmp_path / "file")
    assert caught.value.sentence == faults.CLOSED
