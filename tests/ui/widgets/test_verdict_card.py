"""One course in detail."""

import pytest

from kneedesk.domain.treatment import Treatment
from kneedesk.ui.widgets.reason_row import ReasonRow
from kneedesk.ui.widgets.verdict_card import QuestionButton, VerdictCard
from tests.ui.hosting import host
from tests.ui.pages.desk import words


@pytest.fixture
def card(qtbot, english, theme):
    card = VerdictCard(english, theme)
    host(qtbot, card, 540, 2400)
    return card


@pytest.fixture
def show(card, course_in):
    def begin(case: str, treatment: Treatment) -> str:
        card.show_course(course_in(case, treatment))
        return words(card)

    return begin


@pytest.mark.parametrize("treatment", Treatment)
def test_a_course_is_said_the_same_whatever_was_shown_before(
    treatment, show, course_in, library, qtbot, english, theme
):
    for case in ("barely-recorded", "red-flag", "reference"):
        show(case, Treatment.STEM_CELL)
        again = show(case, treatment)
        fresh = VerdictCard(english, theme)
        host(qtbot, fresh, 540, 2400)
        fresh.show_course(course_in(case, treatment))
        assert library.options[treatment].name.en in again
        assert sorted(words(fresh).splitlines()) == sorted(again.splitlines())


def test_rows_are_kept_from_one_course_to_the_next(card, show):
    show("barely-recorded", Treatment.STEM_CELL)
    rows, buttons = len(card.findChildren(ReasonRow)), len(card.findChildren(QuestionButton))
    show("reference", Treatment.PRP)
    show("barely-recorded", Treatment.STEM_CELL)
    assert len(card.findChildren(QuestionButton)) == buttons
    assert len(card.findChildren(ReasonRow)) <= rows + 3


def test_questions_say_what_they_lead_to(card, show):
    show("barely-recorded", Treatment.CONSERVATIVE)
    (button,) = [each for each in card.findChildren(QuestionButton) if each.isVisible()]
    assert button.text() == "Red flags"
    assert button.accessibleName() == "Record: Red flags"
