"""An assessment holds all seven courses, names the pack it comes from, and follows from its input alone."""

from kneedesk.assessment.assessment import assess, weigh_all
from kneedesk.assessment.findings import findings_of
from kneedesk.assessment.readiness import Document, readiness
from kneedesk.domain.treatment import Treatment


def test_all_seven_courses_are_weighed_in_their_order(cases, library):
    for consultation in cases.values():
        assert tuple(weigh_all(findings_of(consultation), library)) == tuple(Treatment)


def test_an_assessment_names_its_pack_and_what_documents_lack(cases, library):
    assessment = assess(cases["reference"], library)
    assert assessment.knowledge == library.pack.version
    assert assessment.missing == readiness(cases["reference"], assessment.candidacies, library)
    assert set(assessment.missing) == set(Document)


def test_what_would_change_is_added_to_the_same_verdicts_and_reasons(cases, library):
    for consultation in cases.values():
        weighed = weigh_all(findings_of(consultation), library)
        for treatment, candidacy in assess(consultation, library).candidacies.items():
            assert candidacy.verdict is weighed[treatment].verdict
            assert candidacy.reasons == weighed[treatment].reasons
            assert weighed[treatment].would_change == ()


def test_equal_input_gives_an_equal_assessment(cases, library):
    for consultation in cases.values():
        assert assess(consultation, library) == assess(consultation.model_copy(deep=True), library)
