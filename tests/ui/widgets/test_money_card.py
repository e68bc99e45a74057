"""What it costs and who earns."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.practice import Practice
from kneedesk.domain.treatment import Proposal
from kneedesk.ui.widgets.money_card import MoneyCard
from tests.ui.hosting import host, unnamed
from tests.ui.pages.desk import words


@pytest.fixture
def card(qtbot, library, english, theme):
    card = MoneyCard(library, english, theme)
    card.changes = []
    card.amended.connect(card.changes.append)
    host(qtbot, card)
    return card


def test_price_and_interest_stand_above_what_is_asked(card, cases):
    card.show_consultation(cases["reference"])
    assert "Total cost: 5200 USD\nWhat the practice earns: The clinic is paid for this procedure." in words(card)


def test_what_is_not_recorded_is_said_to_be_not_recorded(card, cases):
    blocks = {**dict(cases["reference"]), "proposal": Proposal(), "practice": Practice(financial_interest=" ")}
    card.show_consultation(Consultation.model_validate(blocks))
    assert "Total cost: Not recorded\nWhat the practice earns: Not recorded" in words(card)


def test_what_was_told_is_recorded(card, cases, qtbot):
    card.show_consultation(cases["reference"])
    told = card.findChild(QAbstractButton, "counselling.interest_disclosed=true")
    assert not told.isChecked()
    qtbot.mouseClick(told, Qt.MouseButton.LeftButton)
    costs = card.findChild(QPlainTextEdit, "counselling.complication_costs")
    costs.setFocus()
    qtbot.keyClicks(costs, "The insurer")
    qtbot.keyClick(costs, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert card.changes == [
        {"counselling.interest_disclosed": True},
        {"counselling.complication_costs": "The insurer"},
    ]


def test_everything_has_a_name(card, cases):
    card.show_consultation(cases["reference"])
    assert unnamed(card) == []
