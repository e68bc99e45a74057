"""A practice names itself, what it offers, and is the source of its own statements."""

from datetime import date

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.practice import LocalPassage, Practice

RIVERSIDE = Practice(
    id="practice",
    reviewed=date(2026, 11, 20),
    review_due=date(2027, 11, 20),
    version="3",
    languages=("en",),
    name="Riverside Knee Clinic",
)


def test_what_is_not_said_of_the_courses_offered_is_never_no():
    assert all(RIVERSIDE.offers(treatment) for treatment in Treatment)
    some = Practice.model_validate({**dict(RIVERSIDE), "offered": (Treatment.PRP,)})
    assert [treatment for treatment in Treatment if some.offers(treatment)] == [Treatment.PRP]


def test_the_practice_is_the_source_of_what_it_says():
    source = RIVERSIDE.source()
    assert (source.id, source.type, source.reviewed) == ("practice", "other", RIVERSIDE.reviewed)
    assert [author.name for author in source.csl.author] == ["Riverside Knee Clinic"]


def test_a_statement_of_the_practice_is_marked():
    said = LocalPassage.model_validate({"text": {"en": "We open at noon."}, "sources": ("practice",)})
    assert said.local
