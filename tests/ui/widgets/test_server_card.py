"""A server is judged by its address, then tried; what it answers is said beside it, whatever it is."""

import pytest

from kneedesk.store.addresses import NO_ADDRESS
from kneedesk.store.server_faults import NOT_VERIFIED
from kneedesk.ui.widgets.server_card import ANSWERS, NOBODY, STAY, ServerCard

SERVER = "postgresql://desk@knee.example/practice"


@pytest.fixture
def card(qtbot, english, theme):
    made = ServerCard("", english)
    qtbot.addWidget(made)
    made.show()
    return made


def typed(card, words):
    card.field.edit.setText(words)
    return card


def test_nothing_is_tried_where_nothing_is_typed_and_nothing_that_is_no_address(card, qtbot):
    assert not card.attempt.isEnabled()
    assert card.is_sound
    with qtbot.assertNotEmitted(card.asked):
        typed(card, "knee.example").attempt.click()
    assert card.field.fault() == NO_ADDRESS
    assert not card.is_sound


def test_it_says_that_it_waits_and_what_the_answer_is(card, qtbot):
    with qtbot.waitSignal(card.asked) as asked:
        typed(card, SERVER).attempt.click()
    assert asked.args == [SERVER]
    assert card.working.isVisible()
    assert not card.attempt.isEnabled()
    card.show_answer(SERVER, "", made=True)
    assert card.told.text() == f"{ANSWERS} {STAY}"
    assert not card.working.isVisible()
    assert card.is_sound
    card.show_answer(SERVER, "")
    assert NOBODY in card.told.text()


def test_a_refusal_stands_at_the_address_until_another_is_typed(card, qtbot):
    typed(card, SERVER).ask()
    with qtbot.waitSignal(card.known, check_params_cb=lambda good: not good):
        card.show_answer(SERVER, NOT_VERIFIED)
    assert card.field.fault() == NOT_VERIFIED
    assert not card.is_sound
    typed(card, f"{SERVER}s")
    card.ask()
    assert not card.field.fault()


def test_an_answer_about_another_address_is_not_shown(card, qtbot):
    typed(card, SERVER).ask()
    typed(card, f"{SERVER}s")
    with qtbot.assertNotEmitted(card.known):
        card.show_answer(SERVER, "")
    assert not card.told.isVisible()
    assert not card.is_sound
