"""What the basis drawer says: inputs with values, the rule, sources with kind and certainty, limits, days of review."""

import pytest

from kneedesk.assessment.assessment import assess
from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.basis import evidence, explain_again, explain_finding, explain_line, explain_reason
from kneedesk.presentation.content import Span, say


def reason_of(name, treatment, consultation, library):
    reasons = assess(consultation, library).candidacies[treatment].reasons
    return next(reason for reason in reasons if reason.rule.id == name)


def test_a_finding_is_explained_with_value_meaning_purpose_and_sources(cases, library, english):
    said = explain_finding("history.diabetes", cases["reference"], library, english)
    assert (said.title, said.kind) == ("Diabetes", "Finding")
    assert [heading for heading, _ in said.passages] == ["What is meant", "Why it is asked"]
    assert [(each.name, each.value, each.missing) for each in said.inputs] == [("Diabetes", "Controlled", False)]
    assert [bool(each.publications) for each in said.evidence] == [True] * 3
    assert said.reviewed == "Reviewed 20 November 2026, next by 20 November 2027"


def test_what_is_no_finding_is_not_explained(cases, library, english):
    assert explain_finding("counselling.teach_back.x", cases["reference"], library, english) is None


def test_a_reason_is_explained_with_the_inputs_used(cases, library, english):
    reason = reason_of("diabetes", Treatment.CORTICOSTEROID, cases["reference"], library)
    said = explain_reason(reason, cases["reference"], library, english)
    assert (said.title, said.kind) == ("Caution", "Rule")
    assert said.passages[0][1].startswith("Diabetes: glucose rises")
    assert [(each.path, each.value) for each in said.inputs] == [("history.diabetes", "Controlled")]
    assert any(limit.startswith("Level IV evidence") for limit in said.limits)


def test_what_is_missing_comes_first_among_the_limits(cases, library, english):
    bare = cases["barely-recorded"]
    reason = reason_of("diabetes", Treatment.CORTICOSTEROID, bare, library)
    said = explain_reason(reason, bare, library, english)
    assert said.inputs[0].missing
    assert said.inputs[0].value == "Not recorded"
    assert said.limits[0] == "Not recorded, and needed to decide this rule: Diabetes."


def test_what_was_left_on_purpose_is_said_so(cases, library, english):
    bare = cases["barely-recorded"]
    left = type(bare).model_validate({**dict(bare), "not_assessed": ("history.diabetes",)})
    said = explain_finding("history.diabetes", left, library, english)
    assert said.inputs[0].value == "Not assessed"


def test_a_statement_is_quoted_and_its_sources_named_once(library, english):
    line = (Span("Pain fell. ", basis=("CS-07",)), Span("For some weeks.", basis=("CS-07",)))
    said = explain_line(line, library, english)
    assert said.passages == (("", "Pain fell. For some weeks."),)
    assert len(said.evidence) == 1


def test_every_rule_and_every_finding_can_be_explained(cases, library, english):
    consultation = cases["reference"]
    for path in library.findings:
        assert explain_finding(path, consultation, library, english).title
    for candidacy in assess(consultation, library).candidacies.values():
        for reason in candidacy.reasons:
            said = explain_reason(reason, consultation, library, english)
            assert said.evidence
            assert said.reviewed


def test_a_recalled_fact_is_never_shown(library, english):
    recalled = [name for name, fact in library.facts.items() if fact.status == "recalled"]
    assert recalled
    assert evidence(tuple(recalled), library, english) == ()
    assert explain_line(say("Recalled.", *recalled), library, english).limits == ()


def test_a_fact_has_its_certainty_and_a_second_hand_one_says_so(library, english):
    second_hand = next(name for name, fact in library.facts.items() if fact.status == "secondary")
    (shown,) = evidence((second_hand,), library, english)
    assert "second-hand" in shown.certainty
    (source,) = evidence(("convention",), library, english)
    assert (source.statement, source.certainty) == ("", "")
    assert source.publications[0].kind == "Convention"


@pytest.mark.parametrize("certainty", ["high", "moderate", "low", "very-low", "not-rated"])
def test_certainty_is_in_words(library, english, certainty):
    name = next(name for name, fact in library.facts.items() if fact.certainty == certainty)
    assert "ertainty" in evidence((name,), library, english)[0].certainty


def test_a_finding_is_explained_again_as_it_is_the_first_time(cases, library, english):
    for path in library.findings:
        before = explain_finding(path, cases["barely-recorded"], library, english)
        again = explain_again(before, cases["reference"], library, english)
        assert again == explain_finding(path, cases["reference"], library, english)
