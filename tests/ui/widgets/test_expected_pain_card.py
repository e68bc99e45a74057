"""The question as a card: each answer goes out as one change, with the instant at which it was given."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.preferences import Answer, Asked, ExpectedPain, Preferences
from kneedesk.ui.widgets.expected_pain import ASKED, PATH
from kneedesk.ui.widgets.expected_pain_card import ExpectedPainCard
from tests.ui.hosting import host, unnamed
from tests.ui.widgets.hands import click

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


@pytest.fixture
def card(qtbot, library, english, theme, cases):
    card = ExpectedPainCard(library, english, theme, lambda: NOW)
    card.heard = []
    card.amended.connect(card.heard.append)
    host(qtbot, card)
    open_question = {**dict(cases["reference"]), "preferences": Preferences()}
    card.show_consultation(Consultation.model_validate(open_question))
    return card


def test_a_score_is_recorded_with_its_instant(qtbot, card):
    click(qtbot, card.field.rows[6].segments[2])
    scores = (ExpectedPain(months=6, score=2),)
    assert card.heard == [{PATH: scores, ASKED: Asked(at=NOW, answer=Answer.ANSWERED)}]


def test_so_is_that_there_is_none(qtbot, card):
    click(qtbot, card.field.silent[Answer.NOT_ASKED])
    assert card.heard == [{PATH: None, ASKED: Asked(at=NOW, answer=Answer.NOT_ASKED)}]


def test_showing_announces_nothing(card, cases):
    for case in cases.values():
        card.show_consultation(case)
    assert card.heard == []


def test_it_takes_the_focus_at_the_first_score_and_has_names(qtbot, card):
    qtbot.waitUntil(card.window().isActiveWindow)
    card.take_focus()
    assert QApplication.focusWidget() is card.field.rows[3].segments[0]
    assert unnamed(card) == []
