"""How a consultation was last shown is kept with it, and is no change of it."""

from kneedesk.assessment.assessment import assess
from kneedesk.domain.treatment import Treatment
from kneedesk.store.shown import Shown, shown_as
from tests.store.conftest import BEGIN


def test_an_assessment_is_kept_by_its_version_and_the_verdict_on_each_course(cases, library):
    assessment = assess(cases["reference"], library)
    shown = shown_as(assessment)
    assert shown.knowledge == library.version
    assert shown.verdicts == {
        treatment.value: assessment.candidacies[treatment].verdict.value for treatment in Treatment
    }


def test_it_is_read_back_as_it_was_kept(kept, cases, library):
    shown = shown_as(assess(cases["reference"], library))
    kept.save("k", cases["reference"], BEGIN, shown=shown)
    assert kept.shown("k") == shown
    assert kept.shown("nobody") is None


def test_of_what_was_kept_without_it_nothing_is_known_until_it_is_marked(kept, cases):
    kept.save("k", cases["reference"], BEGIN)
    assert kept.shown("k") is None
    (before,) = kept.find()
    kept.mark_shown("k", Shown("2026.11.1", {"prp": "candidate"}))
    assert kept.shown("k") == Shown("2026.11.1", {"prp": "candidate"})
    assert kept.find() == [before]


def test_a_change_that_does_not_name_it_leaves_it_as_it_was(kept, cases):
    kept.save("k", cases["reference"], BEGIN, shown=Shown("1", {"prp": "caution"}))
    kept.save("k", cases["declined"], BEGIN)
    assert kept.shown("k") == Shown("1", {"prp": "caution"})
