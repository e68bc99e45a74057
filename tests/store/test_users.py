"""Who works with the store."""

import pytest

from kneedesk.store.users import Role, User


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
