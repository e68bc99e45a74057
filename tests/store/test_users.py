"""Who works with the store."""

import pytest

from kneedesk.store.users import Role, Unlocked, User, manages
from tests.people import ANA, BEN, CLEO


def test_a_user_has_an_id_a_name_and_a_role():
    user = User("7f0c-1", "Dr. Ana Núñez", Role("physician"))
    assert (user.id, user.name, user.role) == ("7f0c-1", "Dr. Ana Núñez", Role.PHYSICIAN)


@pytest.mark.parametrize("id_", ["", "a b", "ä", "x" * 37, "recovery key"])
def test_an_id_is_short_and_plain(id_):
    with pytest.raises(ValueError, match="id"):
        User(id_, "Ana", Role.NURSE)


@pytest.mark.parametrize("name", ["", "  ", "Ana\n", "Ana\u202e", "x" * 201])
def test_a_name_is_visible(name):
    with pytest.raises(ValueError, match="name"):
        User("a", name, Role.NURSE)


@pytest.mark.parametrize(("role", "sees", "decides"), [("physician", 1, 1), ("nurse", 1, 0), ("administrator", 0, 0)])
def test_what_each_role_is_for(role, sees, decides):
    assert (Role(role).sees, Role(role).decides) == (bool(sees), bool(decides))


def test_an_administrator_manages_the_others_and_a_physician_where_there_is_none():
    assert manages(CLEO, [ANA, BEN, CLEO])
    assert not manages(ANA, [ANA, BEN, CLEO])
    assert manages(ANA, [ANA, BEN])
    assert not manages(BEN, [ANA, BEN])


def test_neither_a_key_nor_hostile_credentials_are_shown():
    assert "\\x01" not in repr(Unlocked(ANA, b"\x01" * 32))
    with pytest.raises(ValueError, match="credentials"):
        User("a", "Ana", Role.NURSE, "MD\u202e1")
