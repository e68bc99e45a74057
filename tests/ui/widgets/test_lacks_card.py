"""What the consent form lacks."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Decision, Outcome
from kneedesk.domain.treatment import Proposal, Treatment
from kneedesk.domain.versions import finalise
from kneedesk.presentation.conversation import Lack
from kneedesk.ui.widgets.lack_row import LackRow
from kneedesk.ui.widgets.lacks_card import LacksCard
from tests.ui.hosting import host
from tests.ui.pages.desk import words

LACKS = (Lack("proposal.total_cost", "The total cost"), Lack("counselling.teach_back", "The patient’s own words"))


@pytest.fixture
def card(qtbot, english, theme):
    card = LacksCard(english, theme)
    card.wishes = []
    card.sought.connect(card.wishes.append)
    host(qtbot, card)
    return card


def amended(consultation: Consultation, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(consultation), **blocks})


def rows(card) -> list[LackRow]:
    return [each for each in card.findChildren(LackRow) if each.isVisible()]


def test_each_lack_is_a_way_to_it(card, cases, qtbot):
    card.show_lacks(cases["reference"], LACKS)
    assert "prints as a draft" in words(card)
    for row in rows(card):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert card.wishes == ["proposal.total_cost", "counselling.teach_back"]


def test_of_a_final_version_nothing_is_asked_any_more(card, cases):
    card.show_lacks(finalise(cases["reference"], "2026.1", datetime(2026, 11, 18, 14, 2, tzinfo=UTC)), LACKS)
    assert "This version is final" in words(card)
    assert rows(card) == []


def test_the_state_is_one_sentence(card, cases):
    card.show_lacks(cases["reference"], ())
    assert "Nothing is missing" in words(card)
    card.show_lacks(amended(cases["reference"], proposal=Proposal(treatment=Treatment.CONSERVATIVE)), ())
    assert "No consent form" in words(card)
    card.show_lacks(amended(cases["reference"], decision=Decision(outcome=Outcome.REFER)), LACKS)
    assert "ends without going ahead" in words(card)
    assert rows(card) == []
