"""The five-minute path: six stops, each missing until what decides is recorded or looked at; nothing is answered."""

import pytest

from kneedesk.assessment.answers import ASKED_ONE_BY_ONE, answers_of_no
from kneedesk.domain.decision import Outcome
from kneedesk.domain.history import Condition, History
from kneedesk.domain.patient import Sex
from kneedesk.presentation.five_minutes import is_new, stops
from tests.amending import amended, begun


@pytest.fixture
def new(cases):
    return begun(cases["reference"])


@pytest.fixture
def shown(library, english):
    def shown(consultation, seen=frozenset()):
        return {stop.id: stop for stop in stops(consultation, seen, library, english)}

    return shown


def test_of_a_new_consultation_every_stop_is_missing_red_flags_first(shown, new):
    path = shown(new)
    assert [*path] == ["one_by_one", "condition", "rest", "options", "outcome", "documents"]
    assert all(stop.missing for stop in path.values())
    assert path["one_by_one"].place.id == "history.red_flags"
    assert path["condition"].place.id == "history.condition"
    assert path["rest"].place.id == "evaluation.all_asked"


def test_each_question_that_no_list_answers_is_asked_pregnancy_only_where_it_can_be(shown, new):
    asked = [path for path in ASKED_ONE_BY_ONE if path.startswith("history.")]
    assert len(shown(new)["one_by_one"].missing) == len(asked)
    man = amended(new, "patient", sex=Sex.MALE)
    assert len(shown(man)["one_by_one"].missing) == len(asked) - 1


def test_the_way_goes_on_to_what_is_missing_next(shown, new):
    consultation = amended(new, "history", red_flags=(), condition=Condition.OSTEOARTHRITIS)
    assert shown(consultation)["one_by_one"].place.id != "history.red_flags"
    assert shown(consultation)["condition"].place.id == "imaging.kellgren_lawrence"


def test_a_grade_is_asked_for_only_where_it_decides(shown, new):
    torn = amended(new, "history", condition=Condition.MENISCAL_TEAR)
    assert shown(torn)["condition"].missing == ()
    left = new.model_copy(update={"not_assessed": ("imaging.kellgren_lawrence",)})
    assert shown(amended(left, "history", condition=Condition.OSTEOARTHRITIS))["condition"].missing == ()


def test_the_rest_is_done_when_no_question_is_open(shown, new, library):
    answered = amended(
        new, "history", **{path.partition(".")[2]: no for path, no in answers_of_no(new, library).items()}
    )
    assert shown(answered)["rest"].missing == ()


def test_what_is_only_looked_at_is_done_when_it_was_seen_and_the_end_when_it_is_recorded(shown, new):
    path = shown(amended(new, "decision", outcome=Outcome.NOT_TODAY), frozenset({"options"}))
    assert path["options"].missing == ()
    assert path["outcome"].missing == ()
    assert path["documents"].missing


def test_new_is_a_consultation_of_whose_knee_nothing_is_recorded(new, cases):
    assert is_new(new)
    assert not is_new(cases["reference"])
    assert not is_new(new.model_copy(update={"history": History(red_flags=())}))
