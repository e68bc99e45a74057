"""When to stop: nothing is filled in beforehand, and the sentence follows what is agreed."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import StopRule
from kneedesk.ui.widgets.stop_rule_card import PATHS, StopRuleCard
from tests.ui.hosting import host, unnamed
from tests.ui.widgets.hands import enter


@pytest.fixture
def card(qtbot, library, english, theme, cases):
    card = StopRuleCard(library, english, theme)
    card.heard = []
    card.amended.connect(card.heard.append)
    host(qtbot, card, 780, 500)
    card.show_consultation(cases["reference"])
    return card


def test_nothing_is_filled_in_beforehand(card):
    assert [card.findChild(QLineEdit, path).text() for path in PATHS] == ["", "", ""]
    assert card.heard == []


def test_what_is_agreed_is_recorded_and_said_as_printed(card, qtbot, cases):
    enter(qtbot, card.findChild(QLineEdit, "stop_rule.amount"), "2")
    enter(qtbot, card.findChild(QLineEdit, "stop_rule.date"), "10 mar 2027")
    assert card.heard == [{"stop_rule.amount": 2.0}, {"stop_rule.date": date(2027, 3, 10)}]
    rule = StopRule(amount=2, date=date(2027, 3, 10))
    card.show_consultation(Consultation.model_validate({**dict(cases["reference"]), "stop_rule": rule}))
    assert card.sentence.text().startswith("If your pain has not fallen by 2 points (of 10) by 10 March 2027")


def test_more_than_the_scale_has_is_refused(card, qtbot):
    enter(qtbot, card.findChild(QLineEdit, "stop_rule.amount"), "11")
    assert card.heard == []
    assert card.form.field("stop_rule.amount").fault() == "Allowed is 0.5 to 10."


def test_everything_has_a_name(card):
    assert unnamed(card) == []
