"""Every step, course, risk, finding and fact is found by its name, the nearest name first."""

import pytest

from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.places import (
    Place,
    course_places,
    find_places,
    finding_places,
    record_places,
    risk_places,
)
from kneedesk.presentation.risks import risks_of
from tests.amending import amended


@pytest.fixture(scope="module")
def known(library, english, cases):
    return (
        *risk_places(cases["reference"], library, english),
        *course_places(library, english),
        *finding_places(library, english),
        *record_places(library, english),
    )


def test_every_place_is_found_by_its_own_name(known):
    for place in known:
        assert place in find_places(known, place.name if place.kind != "record" else place.id), place.id


def test_findings_facts_and_sources_are_all_there(known, library):
    assert set(library.findings) | set(library.facts) | set(library.sources) <= {place.id for place in known}


def test_what_kind_of_record_it_is_is_said_of_one(known):
    groups = {place.group for place in known if place.kind == "record"}
    assert {"Fact", "Source", "Claim"} <= groups


def test_each_course_leads_to_its_verdict_its_column_and_its_proposal(known):
    for course in Treatment:
        leads = {(place.step, place.id) for place in known if place.id.endswith((f"={course}", f".{course}"))}
        assert ("candidacy", f"candidacy.{course}") in leads
        assert ("options", f"options.compare={course}") in leads
        assert ("options", f"proposal.treatment={course}") in leads


def test_the_risks_are_those_of_the_proposed_course(cases, library, english):
    reference = cases["reference"]
    risks = risks_of(reference, reference.proposal.treatment, library)
    assert [place.id for place in risk_places(reference, library, english)] == [
        f"counselling.discussed={risk.id}" for risk in risks
    ]
    assert risk_places(amended(reference, "proposal", treatment=None), library, english) == ()


def test_every_typed_word_has_to_stand_there(known):
    assert find_places(known, "kellgren")[0].id == "imaging.kellgren_lawrence"
    assert find_places(known, "kellgren qqqq") == ()


def test_accents_and_capitals_make_no_difference(known):
    assert "legare-2016" in {place.id for place in find_places(known, "LÉGARÉ 2016")}


def test_the_nearest_name_comes_first():
    names = ("Pain on the same side", "Side of the knee", "Outside the profile", "Knee: side")
    known = tuple(Place("finding", name, name) for name in names)
    assert [place.name for place in find_places(known, "side")] == [names[1], names[0], names[3], names[2]]


def test_what_is_found_by_another_word_comes_last():
    known = (Place("finding", "a", "Onset", more="knee"), Place("finding", "b", "Knee"))
    assert [place.id for place in find_places(known, "knee")] == ["b", "a"]
