"""What another version of the pack changes is said course by course, in the words of the verdicts."""

from kneedesk.assessment.assessment import assess
from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.reassessment import changed_verdicts, version_words


def verdicts(assessment):
    return {treatment.value: each.verdict.value for treatment, each in assessment.candidacies.items()}


def test_both_versions_are_named(cases, library, english):
    said = version_words("2025.1", assess(cases["reference"], library), english)
    assert said == f"The content is now {library.version}. This consultation was last shown with 2025.1."


def test_where_no_verdict_changed_that_is_said(cases, library, english):
    assessment = assess(cases["reference"], library)
    said = changed_verdicts(verdicts(assessment), assessment, library, english)
    assert said == ("No verdict on this knee has changed.",)


def test_each_changed_verdict_is_said_before_and_now(cases, library, english):
    assessment = assess(cases["reference"], library)
    before = verdicts(assessment) | {"prp": "contraindicated", "arthroscopy": "candidate"}
    prp, arthroscopy = (library.options[each].name.en for each in (Treatment.PRP, Treatment.ARTHROSCOPY))
    assert changed_verdicts(before, assessment, library, english) == (
        f"{prp}: Not suitable \N{RIGHTWARDS ARROW} Fits the described profile",
        f"{arthroscopy}: Fits the described profile \N{RIGHTWARDS ARROW} Outside the described profile",
    )


def test_a_course_or_a_verdict_that_was_not_known_is_never_guessed(cases, library, english):
    assessment = assess(cases["reference"], library)
    before = verdicts(assessment) | {"prp": "splendid"}
    del before["stem_cell"]
    first, second = changed_verdicts(before, assessment, library, english)
    assert ": not recorded \N{RIGHTWARDS ARROW} " in first
    assert ": splendid \N{RIGHTWARDS ARROW} " in second
