"""A server is judged by its address, then tried; what it answers is said beside it, whatever it is."""

import pytest

from kneedesk.store.addresses import NO_ADDRESS
from kneedesk.store.server_faults import NOT_VERIFIED
from kneedesk.ui.widgets.server_form import ANSWERS, LATER, NOBODY, STAY, ServerForm

SERVER = "postgresql://desk@knee.example/practice"


@pytest.fixture
def form(qtbot, english, theme):
    made = ServerForm("", english)
    qtbot.addWidget(made)
    made.show()
    return made


def typed(form, words):
    form.field.edit.setText(words)
    return form


def test_nothing_is_tried_where_nothing_is_typed_and_nothing_that_is_no_address(form, qtbot):
    assert not form.attempt.isEnabled()
    assert form.is_sound
    with qtbot.assertNotEmitted(form.asked):
        typed(form, "knee.example").attempt.click()
    assert form.field.fault() == NO_ADDRESS
    assert not form.is_sound


def test_it_says_that_it_waits_and_what_the_answer_is(form, qtbot):
    with qtbot.waitSignal(form.asked) as asked:
        typed(form, SERVER).attempt.click()
    assert asked.args == [SERVER]
    assert form.working.isVisible()
    assert not form.attempt.isEnabled()
    form.show_answer(SERVER, "", made=True)
    assert form.told.text() == f"{ANSWERS} {LATER} {STAY}"
    assert not form.working.isVisible()
    assert form.is_sound
    form.show_answer(SERVER, "")
    assert NOBODY in form.told.text()


def test_a_refusal_stands_at_the_address_until_another_is_typed(form, qtbot):
    typed(form, SERVER).ask()
    with qtbot.waitSignal(form.known, check_params_cb=lambda good: not good):
        form.show_answer(SERVER, NOT_VERIFIED)
    assert form.field.fault() == NOT_VERIFIED
    assert not form.is_sound
    typed(form, f"{SERVER}s")
    form.ask()
    assert not form.field.fault()


def test_an_answer_about_another_address_is_not_shown(form, qtbot):
    typed(form, SERVER).ask()
    typed(form, f"{SERVER}s")
    with qtbot.assertNotEmitted(form.known):
        form.show_answer(SERVER, "")
    assert not form.told.isVisible()
    assert not form.is_sound


def test_where_nobody_has_unlocked_yet_it_does_not_say_that_it_takes_effect_later(english, qtbot):
    form = ServerForm("", english, at_once=True)
    qtbot.addWidget(form)
    typed(form, SERVER).ask()
    form.show_answer(SERVER, "", made=True)
    assert form.told.text() == ANSWERS
