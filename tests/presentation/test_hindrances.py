"""What comes first is told whatever is proposed: red flags always, and what a procedure waits for."""

import pytest

from kneedesk.assessment.assessment import assess
from kneedesk.domain.decision import Outcome
from kneedesk.domain.history import RedFlag
from kneedesk.domain.treatment import PROCEDURES, Treatment
from kneedesk.presentation.content import basis_of, text_of
from kneedesk.presentation.hindrances import hindrances
from tests.amending import amended, proposing


@pytest.fixture
def found(library, english):
    def find(consultation):
        return hindrances(consultation, assess(consultation, library), library, english)

    return find


def words(cell):
    return " ".join(map(text_of, cell))


@pytest.mark.parametrize("case", ["reference", "trial", "barely-recorded"])
def test_where_nothing_was_found_nothing_is_said(case, cases, found):
    assert not found(cases[case])


@pytest.mark.parametrize("treatment", [None, *Treatment])
@pytest.mark.parametrize("flag", RedFlag)
def test_every_red_flag_says_what_it_may_be_whatever_is_proposed(flag, treatment, cases, library, found):
    flagged = amended(proposing(cases["reference"], treatment), "history", red_flags=(flag,))
    said = found(flagged).red_flags
    assert library.texts[f"red_flag-{flag}"].title.en in words(said)
    assert all(map(basis_of, said))


@pytest.mark.parametrize("outcome", [Outcome.NOT_TODAY, Outcome.REFER, Outcome.DECLINE])
def test_a_red_flag_is_told_also_where_no_course_goes_on(outcome, cases, found):
    assert found(amended(cases["red-flag"], "decision", outcome=outcome)).red_flags


@pytest.mark.parametrize("treatment", [None, *Treatment])
def test_an_infection_holds_for_every_procedure_and_is_told_with_its_sources(treatment, cases, found):
    (line,) = found(proposing(cases["infection"], treatment)).waits
    assert "The infection needs to be treated first." in text_of(line)
    assert basis_of(line)


@pytest.mark.parametrize("treatment", [None, *Treatment])
def test_what_holds_for_one_procedure_is_told_only_where_that_one_goes_on(treatment, cases, found):
    case = proposing(cases["steroid-before-replacement"], treatment)
    waits = treatment in (Treatment.CORTICOSTEROID, Treatment.KNEE_REPLACEMENT)
    assert bool(found(case).waits) is waits
    assert not found(amended(case, "decision", outcome=Outcome.DECLINE)).waits


def test_what_speaks_against_a_course_for_good_stands_apart(cases, found):
    cancer = found(amended(cases["reference"], "history", active_cancer=True))
    assert "while cancer is there" in words(cancer.stays)
    assert not cancer.waits
    assert not cancer.red_flags


def test_all_procedures_are_looked_at_where_none_is_proposed(cases, found):
    both = amended(cases["infection"], "examination", skin_intact=False)
    for treatment in (None, *PROCEDURES):
        assert len(found(proposing(both, treatment)).waits) == 2
