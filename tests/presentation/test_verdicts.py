"""Verdicts and reasons in words: for the physician what a rule says, for the patient why, in plain words."""

import pytest

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.candidacy import NEEDS_REASON, Verdict
from kneedesk.assessment.change import changes
from kneedesk.assessment.criteria import Status
from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.verdicts import (
    changes_in_words,
    effect_words,
    plain_cautions,
    plain_departures,
    plain_reasons,
    reason_line,
    relevant,
    statement,
    verdict_words,
)


@pytest.fixture
def replacement(cases, library):
    """A knee replacement that must wait because of an earlier steroid injection."""
    return assess(cases["steroid-before-replacement"], library).candidacies[Treatment.KNEE_REPLACEMENT]


def every_candidacy(cases, library):
    for consultation in cases.values():
        yield from assess(consultation, library).candidacies.values()


def test_each_verdict_has_the_words_of_the_design(english):
    assert [verdict_words(verdict, english) for verdict in Verdict] == [
        "Fits the described profile",
        "Fits, with cautions",
        "Outside the described profile",
        "Cannot say yet",
        "Not now",
        "Not suitable",
    ]


def test_every_reason_of_every_case_has_words_and_a_basis(cases, library, english):
    for candidacy in every_candidacy(cases, library):
        for reason in candidacy.reasons:
            heading, said = reason_line(reason, english)
            assert heading.text == f"{effect_words(reason, english)}. "
            assert heading.strong
            assert said.basis == reason.rule.basis
            assert "{" not in said.text


def test_a_rule_of_days_names_the_first_day_that_would_do(replacement, english):
    reason = next(each for each in replacement.reasons if each.rule.id == "recent-corticosteroid")
    assert "27 December 2026" in statement(reason, english)
    assert effect_words(reason, english) == "Temporary contraindication"


def test_a_reason_that_speaks_against_or_is_open_is_always_relevant(cases, library):
    for candidacy in every_candidacy(cases, library):
        left_out = set(candidacy.reasons) - set(relevant(candidacy))
        assert not [each for each in left_out if each.speaks_against or each.status is Status.UNKNOWN]


def test_a_course_that_needs_a_reason_says_in_plain_words_why(cases, library, english):
    for candidacy in every_candidacy(cases, library):
        lines = plain_reasons(candidacy, english)
        plain = {reason.rule.plain.en for reason in candidacy.reasons}
        if candidacy.verdict in NEEDS_REASON:
            assert lines
        assert all(line[0].text in plain and line[0].basis for line in lines)


def test_what_departs_is_what_indications_lack(cases, library, english):
    for candidacy in every_candidacy(cases, library):
        lines = plain_departures(candidacy, english)
        if candidacy.verdict is Verdict.NOT_INDICATED:
            assert lines == plain_reasons(candidacy, english)
        if candidacy.verdict in {Verdict.CANDIDATE, Verdict.CAUTION, Verdict.UNDETERMINED}:
            assert lines == ()


def test_what_cannot_be_said_yet_names_what_is_open_and_nothing_that_is_settled(cases, library, english):
    candidacy = assess(cases["barely-recorded"], library).candidacies[Treatment.STEM_CELL]
    said = {line[0].text for line in plain_reasons(candidacy, english)}
    assert candidacy.verdict is Verdict.UNDETERMINED
    assert said == {
        reason.rule.plain.en
        for reason in candidacy.reasons
        if reason.status is Status.UNKNOWN and reason.rule.effect != "caution"
    }


def test_E8_cautions_that_hold_are_said_in_plain_words(cases, library, english):
    candidacy = assess(cases["reference"], library).candidacies[Treatment.STEM_CELL]
    held = [reason for reason in candidacy.reasons if reason.rule.effect == "caution" and reason.status is Status.MET]
    assert [line[0].text for line in plain_cautions(candidacy, english)] == [reason.rule.plain.en for reason in held]
    assert held


def test_what_would_change_a_verdict_is_worded_as_facts_about_what_a_reader_wants(cases, library, english):
    for consultation in cases.values():
        assessment = assess(consultation, library)
        for candidacy in assessment.candidacies.values():
            wanted = {path for reason in relevant(candidacy) for path in reason.rule.findings}
            would_change = changes(candidacy, assessment.findings, library)
            leads = dict.fromkeys((each.finding, each.verdict) for each in would_change if each.finding in wanted)
            said = changes_in_words(candidacy, assessment.findings, library, english)
            for (finding, verdict), words in zip(leads, said, strict=True):
                assert words.startswith(f"{library.findings[finding].name.en}: ")
                assert words.endswith(f" → {verdict_words(verdict, english)}")
