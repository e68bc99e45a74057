"""When to stop, as one sentence: what was agreed, and room to write where nothing is."""

from datetime import date

import pytest

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Decision, StopRule
from kneedesk.domain.treatment import Proposal, Treatment
from kneedesk.presentation.stop_rule import stop_sentence


def agreed(case: Consultation, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(case), **blocks})


def test_what_was_agreed(cases, english):
    rule = StopRule(amount=2.5, date=date(2027, 3, 10))
    assert stop_sentence(agreed(cases["reference"], stop_rule=rule), english) == (
        "If your pain has not fallen by 2.5 points (of 10) by 10 March 2027, we stop and talk again."
    )


def test_where_nothing_is_agreed_there_is_room_to_write(cases, english):
    assert stop_sentence(agreed(cases["reference"], decision=Decision()), english) == (
        "If your pain has not fallen by ____ points (of 10) by ______________, we stop and talk again."
    )


def test_without_a_day_of_its_own_it_is_looked_at_on_the_day_of_review(cases, english):
    reviewed = agreed(cases["reference"], decision=Decision(review_date=date(2027, 2, 18)))
    assert "by 18 February 2027" in stop_sentence(reviewed, english)
    earlier = agreed(reviewed, stop_rule=StopRule(date=date(2027, 1, 4)))
    assert "by 4 January 2027" in stop_sentence(earlier, english)


@pytest.mark.parametrize("treatment", Treatment)
def test_an_operation_is_done_and_cannot_be_stopped(cases, english, treatment):
    words = stop_sentence(agreed(cases["reference"], proposal=Proposal(treatment=treatment)), english)
    surgery = treatment in (Treatment.ARTHROSCOPY, Treatment.KNEE_REPLACEMENT)
    assert words.endswith(", we talk again." if surgery else ", we stop and talk again.")
