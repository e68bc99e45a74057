"""An assessment holds all seven courses, names the pack it comes from, and follows from its input alone."""

from datetime import timedelta

from pydantic import ValidationError

from kneedesk.assessment.assessment import assess, weigh_all
from kneedesk.assessment.findings import findings_of
from kneedesk.assessment.readiness import Document, readiness
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import choices, finding_types
from kneedesk.domain.treatment import Treatment


def test_all_seven_courses_are_weighed_in_their_order(cases, library):
    for consultation in cases.values():
        assert tuple(weigh_all(findings_of(consultation), library)) == tuple(Treatment)


def test_an_assessment_names_its_pack_and_what_documents_lack(cases, library):
    assessment = assess(cases["reference"], library)
    assert assessment.knowledge == library.pack.version
    assert assessment.missing == readiness(cases["reference"], assessment.candidacies, library)
    assert set(assessment.missing) == set(Document)


def test_an_assessment_weighs_as_anybody_would(cases, library):
    for consultation in cases.values():
        assert assess(consultation, library).candidacies == weigh_all(findings_of(consultation), library)


def test_equal_input_gives_an_equal_assessment(cases, library):
    for consultation in cases.values():
        assert assess(consultation, library) == assess(consultation.model_copy(deep=True), library)


def test_an_assessment_before_any_change_alters_nothing_of_the_one_after_it(cases, library):
    for one in cases.values():
        before = assess(one, library)
        for other in cases.values():
            assert assess(other, library, before) == assess(other, library)


def test_each_choice_of_each_finding_is_weighed_the_same_with_what_was_known_before(cases, library):
    reference = cases["reference"]
    before = assess(reference, library)
    for path in (path for path in finding_types() if "." in path):
        block, name = path.split(".")
        for value in (None, *choices(path)):
            changed = {**dict(reference), block: {**dict(getattr(reference, block)), name: value}}
            try:
                following = Consultation.model_validate(changed)
            except ValidationError:
                continue  # a finding that is always recorded
            assert assess(following, library, before) == assess(following, library)


def test_only_courses_whose_rules_look_at_a_change_are_weighed_again(cases, library):
    reference = cases["reference"]
    before = assess(reference, library)
    uncertainty = reference.preferences.model_copy(update={"accepts_uncertainty": None})
    grade = reference.imaging.model_copy(update={"kellgren_lawrence": 4})
    for changed, looked_at in (
        ({"preferences": uncertainty}, "preferences.accepts_uncertainty"),
        ({"imaging": grade}, "imaging.kellgren_lawrence"),
    ):
        after = assess(reference.model_copy(update=changed), library, before)
        for treatment, candidacy in after.candidacies.items():
            touched = any(looked_at in rule.findings for rule in library.rules[treatment])
            assert (candidacy is before.candidacies[treatment]) is not touched


def test_on_another_day_every_course_is_weighed_again(cases, library):
    before = assess(cases["reference"], library)
    later = cases["reference"].model_copy(update={"date": cases["reference"].date + timedelta(1)})
    after = assess(later, library, before)
    assert all(each is not before.candidacies[treatment] for treatment, each in after.candidacies.items())
