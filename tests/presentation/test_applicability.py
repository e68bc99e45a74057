"""The people studied beside this patient: like, unlike, not recorded, to be judged; nothing is guessed."""

from datetime import date

import pytest

from kneedesk.assessment.findings import findings_of
from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.applicability import people_studied
from kneedesk.presentation.citations import short_citation
from kneedesk.presentation.content import Gap, basis_of, text_of
from tests.amending import amended


@pytest.fixture
def read(library, english):
    def read(treatment, consultation) -> list[str]:
        parts = people_studied(treatment, findings_of(consultation), library, english)
        return [text_of(part.line if isinstance(part, Gap) else part) for part in parts]

    return read


def line(lines: list[str], words: str) -> str:
    return next(each for each in lines if words in each)


def test_a_trait_is_like_or_unlike_or_not_recorded(read, cases):
    reference = cases["reference"]
    old, young = "50 years or older", date(1990, 1, 1)
    assert line(read(Treatment.PRP, reference), old).startswith("= Like this patient")
    unlike = amended(reference, "patient", birth_date=young)
    assert line(read(Treatment.PRP, unlike), old).startswith("\N{NOT EQUAL TO} Unlike this patient")
    unknown = amended(reference, "patient", birth_date=None)
    assert line(read(Treatment.PRP, unknown), old).startswith("? Not recorded")


def test_a_trait_that_no_finding_answers_to_is_left_to_the_physician(read, cases):
    assert line(read(Treatment.PRP, cases["reference"]), "Body mass index").startswith("\N{MIDDLE DOT} To be judged")


def test_who_was_left_out_is_not_said_of_the_patient(read, cases):
    said = line(read(Treatment.PRP, cases["reference"]), "anticoagulants")
    assert said.startswith("= Like those who took part; left out were")
    ill = amended(cases["reference"], "history", anticoagulant=True)
    assert line(read(Treatment.PRP, ill), "anticoagulants").startswith("\N{NOT EQUAL TO} Unlike those who took part")


def test_where_nothing_was_read_of_who_could_take_part_that_is_said(library, english, cases):
    parts = people_studied(Treatment.CORTICOSTEROID, findings_of(cases["reference"]), library, english)
    assert any(isinstance(part, Gap) for part in parts)


@pytest.mark.parametrize("treatment", Treatment)
def test_every_line_rests_on_a_fact_and_each_study_is_named_once(treatment, library, english, cases):
    parts = people_studied(treatment, findings_of(cases["reference"]), library, english)
    assert parts
    lines = [part.line if isinstance(part, Gap) else part for part in parts]
    assert all(set(basis_of(each)) <= set(library.facts) for each in lines)
    facts = {basis_of(each)[0] for each in lines}
    studies = {short_citation(library.sources_of(fact)[0], english) for fact in facts}
    heads = [text_of(each) for each in lines if text_of(each).partition(":")[0] in studies]
    assert len(heads) == len(set(heads)) == len(studies)
