"""What matters orders the questions: each matter has some, the first chosen leads."""

import pytest

from kneedesk.domain.preferences import Priority
from kneedesk.presentation.matters import ALWAYS, priorities_of, questions_for


@pytest.mark.parametrize("priority", Priority)
def test_every_matter_has_a_question_that_answers_to_it(priority):
    assert questions_for((priority,))
    assert priorities_of(questions_for((priority,))[0], (priority,)) == (priority,)


def test_what_matters_most_leads_and_no_question_comes_twice():
    questions = questions_for((Priority.COST, Priority.RECOVERY_TIME, Priority.FEWER_VISITS))
    assert questions == (*ALWAYS, "what_it_is_like")
    assert priorities_of("what_it_is_like", (Priority.FEWER_VISITS, Priority.COST)) == (Priority.FEWER_VISITS,)


def test_nothing_chosen_asks_for_nothing():
    assert questions_for(()) == ()
