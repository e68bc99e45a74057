"""The chart with its goal and its words; a screen reader finds all of it."""

import pytest
from PySide6.QtGui import QAccessible

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.preferences import Preferences
from kneedesk.domain.treatment import Proposal, Treatment
from kneedesk.ui.widgets.outlook_card import OutlookCard
from tests.ui.hosting import host, unnamed
from tests.ui.pages.desk import words


@pytest.fixture
def card(qtbot, library, english, theme, cases):
    card = OutlookCard(library, english, theme)
    host(qtbot, card, 780, 1200)
    card.show_consultation(cases["reference"])
    return card


def test_the_chart_is_a_graphic_that_says_what_it_shows(card):
    node = QAccessible.queryAccessibleInterface(card.chart)
    assert node.role() == QAccessible.Role.Graphic
    said = node.text(QAccessible.Text.Name)
    assert said.startswith("Pain from 0 (none) to 10 (worst) over 12 months. Pain now: 7 of 10.")
    assert "3 of 10 after 3 months" in said
    assert "better by 0.74 of 10 points" in said


def test_the_same_stands_below_in_words(card):
    assert "Pain now: 7 of 10." in words(card)
    assert "better by 0.74 of 10 points" in words(card)
    assert "A trial in knee osteoarthritis took 1.8 points as an important change" in words(card)


def test_another_course_is_drawn_in_its_place(card, cases):
    before = card.chart
    prp = Consultation.model_validate({**dict(cases["reference"]), "proposal": Proposal(treatment=Treatment.PRP)})
    card.show_consultation(prp)
    assert card.chart is before
    assert "better by 2.1 of 10 points" in card.chart.accessibleName()


def test_a_goal_that_is_not_recorded_is_said_to_be_so(card, cases):
    card.show_consultation(Consultation.model_validate({**dict(cases["reference"]), "preferences": Preferences()}))
    assert "The goal, in the patient’s own words: not recorded" in words(card)


def test_everything_has_a_name(card):
    assert unnamed(card) == []
