"""Two courses side by side: drawn when it is asked for, of 100 each, and at one height."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.treatment import Proposal, Treatment
from kneedesk.presentation.risks import frequency_drawing, risks_of
from kneedesk.ui.widgets.drawing_view import DrawingView
from kneedesk.ui.widgets.passage_list import Statement
from kneedesk.ui.widgets.side_by_side import SideBySide
from tests.ui.hosting import host, nodes, unnamed
from tests.ui.pages.desk import beyond, words


@pytest.fixture
def card(qtbot, cases, library, english, theme):
    card = SideBySide(library, english, theme)
    card.explanations = []
    card.explained.connect(card.explanations.append)
    host(qtbot, card, height=6000)
    card.show_consultation(cases["reference"])
    return card


def choose(card, course: Treatment | None) -> None:
    card.other.choose(course)
    card.other.picked.emit(course)


def drawings(card) -> list[DrawingView]:
    return [each for each in card.findChildren(DrawingView) if each.isVisible()]


def test_nothing_is_chosen_or_drawn_beforehand(card):
    assert card.other.value() is None
    assert drawings(card) == []


@pytest.mark.parametrize("other", [Treatment.PRP, Treatment.KNEE_REPLACEMENT, Treatment.CONSERVATIVE])
def test_each_risk_of_both_courses_is_drawn_at_one_size(card, cases, library, english, other):
    choose(card, other)
    risks = [risk for each in (Treatment.STEM_CELL, other) for risk in risks_of(cases["reference"], each, library)]
    said = [node.text(QAccessible.Text.Name) for node in nodes(card) if node.role() is QAccessible.Role.Graphic]
    assert sorted(said) == sorted(frequency_drawing(risk, library, english).description for risk in risks)
    assert len({each.height() for each in drawings(card)}) == 1
    assert len({each.mapTo(card, QPoint(0, 0)).x() for each in drawings(card)}) == 2
    assert beyond(card) == []
    assert unnamed(card) == []


def test_every_statement_is_reached_by_arrows_and_explained(card, qtbot):
    choose(card, Treatment.PRP)
    statements = [each for each in card.findChildren(Statement) if each.isVisible()]
    assert [each for each in statements if each.focusPolicy() & Qt.FocusPolicy.TabFocus] == statements[:1]
    statements[0].setFocus()
    qtbot.keyClick(statements[0], Qt.Key.Key_Down)
    assert statements[1].hasFocus()
    assert card.explanations[-1] == statements[1].line


def test_another_choice_replaces_the_first_and_none_clears_it(card):
    choose(card, Treatment.PRP)
    choose(card, Treatment.ARTHROSCOPY)
    assert "Keyhole surgery (arthroscopy)" in words(card)
    assert "PRP (platelet-rich plasma) injection" not in words(card)
    choose(card, None)
    assert drawings(card) == []


def test_the_proposed_course_is_not_set_beside_itself(card):
    choose(card, Treatment.STEM_CELL)
    assert drawings(card) == []
    assert "the proposed course itself" in words(card)


def test_it_follows_the_proposal(card, cases):
    choose(card, Treatment.PRP)
    count = len(drawings(card))
    reference = cases["reference"]
    proposal = Proposal(treatment=Treatment.KNEE_REPLACEMENT)
    card.show_consultation(Consultation.model_validate({**dict(reference), "proposal": proposal}))
    assert "Knee replacement" in words(card)
    assert 0 < len(drawings(card)) != count
    card.show_consultation(Consultation.model_validate({**dict(reference), "proposal": Proposal()}))
    assert not card.isVisible()
