"""A person who is to unlock: nothing is chosen beforehand, and what is missing is said."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from kneedesk.ui.lock.person_form import PersonForm
from tests.ui.hosting import host


@pytest.fixture
def form(qtbot, english):
    form = PersonForm("users", english, ("physician", "nurse", "administrator"))
    host(qtbot, form)
    return form


def test_no_role_is_chosen_and_name_and_role_are_needed(form):
    assert form.chosen == ""
    assert not form.taken()
    assert "This is needed." in form.role.fault()
    form.name.setText("Ben Okafor")
    assert not form.taken()
    form.findChild(QAbstractButton, "users.role=nurse").click()
    assert form.taken()
    assert form.chosen == "nurse"


def test_what_no_name_can_hold_is_not_taken(form):
    form.findChild(QAbstractButton, "users.role=nurse").click()
    form.name.setText("Ben\u202eOkafor")
    assert not form.taken()


def test_it_is_emptied_for_the_next(form):
    form.name.setText("Ben Okafor")
    form.findChild(QAbstractButton, "users.role=nurse").click()
    form.clear()
    assert (form.name.text(), form.credentials.text(), form.chosen) == ("", "", "")
