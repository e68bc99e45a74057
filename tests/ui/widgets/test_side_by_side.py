"""Courses side by side: drawn when it is asked for, of 100 each, and at one height."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.treatment import Proposal, Treatment
from kneedesk.presentation.risks import frequency_drawing, risks_of
from kneedesk.ui.widgets.drawing_view import DrawingView
from kneedesk.ui.widgets.many import Tick
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
    card.wait = lambda: qtbot.waitUntil(lambda: card.is_filled and not hidden(card))
    return card


def hidden(card) -> list[DrawingView]:
    """Return what stands in its place but is not shown yet."""
    return [each for each in card.findChildren(DrawingView) if each.parent().isVisible() and not each.isVisible()]


def ticks(card) -> dict[Treatment, Tick]:
    return {each.value: each for each in card.findChildren(Tick) if each.isVisible()}


def press(card, course: Treatment) -> None:
    ticks(card)[course].click()
    card.wait()


def columns(card) -> int:
    return len({each.mapTo(card, QPoint(0, 0)).x() for each in drawings(card)})


def drawings(card) -> list[DrawingView]:
    card.wait()
    return [each for each in card.findChildren(DrawingView) if each.isVisible()]


def test_every_other_course_is_offered_and_nothing_is_chosen_or_drawn_beforehand(card):
    assert set(ticks(card)) == set(Treatment) - {Treatment.STEM_CELL}
    assert not any(tick.isChecked() for tick in ticks(card).values())
    assert drawings(card) == []


@pytest.mark.parametrize("other", [Treatment.PRP, Treatment.KNEE_REPLACEMENT, Treatment.CONSERVATIVE])
def test_each_risk_of_both_courses_is_drawn_at_one_size(card, cases, library, english, other):
    press(card, other)
    risks = [risk for each in (Treatment.STEM_CELL, other) for risk in risks_of(cases["reference"], each, library)]
    said = [node.text(QAccessible.Text.Name) for node in nodes(card) if node.role() is QAccessible.Role.Graphic]
    assert sorted(said) == sorted(frequency_drawing(risk, library, english).description for risk in risks)
    assert len({each.height() for each in drawings(card)}) == 1
    assert columns(card) == 2
    assert beyond(card) == []
    assert unnamed(card) == []


def test_names_drawings_and_words_of_a_course_begin_at_one_line(card):
    press(card, Treatment.PRP)

    def left(widget):
        return widget.mapTo(card, widget.contentsRect().topLeft()).x()

    at = {left(each) for each in drawings(card)}
    assert {left(each) for each in card.findChildren(Statement)} == at
    assert {left(each) for each in card.findChildren(QLabel) if each.property("level") in ("label", "3")} == at


def test_every_statement_is_reached_by_arrows_and_explained(card, qtbot):
    press(card, Treatment.PRP)
    statements = [each for each in card.findChildren(Statement) if each.isVisible()]
    assert [each for each in statements if each.focusPolicy() & Qt.FocusPolicy.TabFocus] == statements[:1]
    statements[0].setFocus()
    qtbot.keyClick(statements[0], Qt.Key.Key_Down)
    assert statements[1].hasFocus()
    assert card.explanations[-1] == statements[1].line


def test_the_first_risk_stands_at_once_and_the_others_follow(card):
    ticks(card)[Treatment.PRP].click()
    assert not card.is_filled
    at_once = {each for each in card.findChildren(DrawingView) if each.isVisible()}
    assert at_once
    card.wait()
    assert at_once < set(drawings(card))


def test_a_choice_that_is_taken_back_at_once_leaves_nothing(card):
    ticks(card)[Treatment.PRP].click()
    ticks(card)[Treatment.PRP].click()
    assert card.is_filled
    assert drawings(card) == []


def test_a_second_course_comes_beneath_the_first_where_there_is_no_room_and_beside_it_where_there_is(card):
    press(card, Treatment.PRP)
    alone = len(drawings(card))
    press(card, Treatment.ARTHROSCOPY)
    assert {"PRP (platelet-rich plasma) injection", "Keyhole surgery (arthroscopy)"} <= set(words(card).splitlines())
    assert len(drawings(card)) > alone
    assert columns(card) == 2
    assert beyond(card) == []
    card.resize(1080, card.height())
    assert columns(card) == 3
    assert beyond(card) == []
    card.resize(830, card.height())
    assert columns(card) == 2
    assert beyond(card) == []


def test_a_choice_taken_back_leaves_the_other_and_the_last_clears_it(card):
    press(card, Treatment.PRP)
    press(card, Treatment.ARTHROSCOPY)
    press(card, Treatment.PRP)
    shown = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert "Keyhole surgery (arthroscopy)" in shown
    assert "PRP (platelet-rich plasma) injection" not in shown
    press(card, Treatment.ARTHROSCOPY)
    assert drawings(card) == []


def test_a_course_can_be_asked_for_again_when_what_stood_there_is_gone(card):
    press(card, Treatment.PRP)
    press(card, Treatment.PRP)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    press(card, Treatment.ARTHROSCOPY)
    statements = [each for each in card.findChildren(Statement) if each.isVisible()]
    assert [each for each in statements if each.focusPolicy() & Qt.FocusPolicy.TabFocus] == statements[:1]


def test_it_follows_the_proposal(card, cases):
    press(card, Treatment.PRP)
    count = len(drawings(card))
    reference = cases["reference"]
    proposal = Proposal(treatment=Treatment.KNEE_REPLACEMENT)
    card.show_consultation(Consultation.model_validate({**dict(reference), "proposal": proposal}))
    assert Treatment.KNEE_REPLACEMENT not in ticks(card)
    assert ticks(card)[Treatment.PRP].isChecked()
    assert 0 < len(drawings(card)) != count
    card.show_consultation(Consultation.model_validate({**dict(reference), "proposal": Proposal()}))
    assert not card.isVisible()


def test_the_patient_view_is_told_which_courses_stand_beside_and_which_risk_a_statement_is_about(card, cases, library):
    assert card.courses == ()
    press(card, Treatment.PRP)
    assert card.courses == (Treatment.STEM_CELL, Treatment.PRP)
    statements = [each for each in card.findChildren(Statement) if each.isVisible()]
    listed = {risk.id for course in card.courses for risk in risks_of(cases["reference"], course, library)}
    assert {card.risk_of(each) for each in statements} == listed
    assert card.risk_of(card) == ""
    press(card, Treatment.PRP)
    assert card.courses == ()
    assert all(card.risk_of(each) == "" for each in statements)
