"""What would change a verdict: one finding, really another verdict, never what cannot change."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kneedesk.assessment.assessment import assess, weigh_all
from kneedesk.assessment.candidacy import Verdict
from kneedesk.assessment.change import changes
from kneedesk.assessment.criteria import Status
from kneedesk.assessment.findings import findings_of
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import choices, finding_types
from kneedesk.domain.history import History
from kneedesk.domain.treatment import PreviousKind, PreviousTreatment, Proposal, Treatment
from tests.amending import amended

NEVER = {
    "patient.sex",
    "patient.birth_date",
    "history.cancer_affected_knee",
    "history.active_cancer",
    "history.hypersensitivity",
    "history.allergies",
}


def test_every_change_of_every_case_leads_to_the_verdict_it_names(cases, library):
    for consultation in cases.values():
        findings = findings_of(consultation)
        for treatment, candidacy in assess(consultation, library).candidacies.items():
            for change in changes(candidacy, findings, library):
                changed = weigh_all(findings.changed(change.finding, change.to), library)
                assert changed[treatment].verdict is change.verdict
                assert change.verdict is not candidacy.verdict


def test_no_change_touches_what_neither_is_unrecorded_nor_within_the_reach_of_care(cases, library):
    for consultation in cases.values():
        findings = findings_of(consultation)
        for candidacy in assess(consultation, library).candidacies.values():
            for change in changes(candidacy, findings, library):
                assert change.finding in finding_types()
                assert change.finding not in NEVER
                assert findings.values[change.finding] is None or library.findings[change.finding].changeable


def test_only_those_about_a_finding_are_the_same_as_among_all(cases, library):
    for consultation in cases.values():
        assessment = assess(consultation, library)
        for candidacy in assessment.candidacies.values():
            every = changes(candidacy, assessment.findings, library)
            for path in {change.finding for change in every}:
                about = changes(candidacy, assessment.findings, library, about={path})
                assert about == tuple(change for change in every if change.finding == path)


def test_a_change_goes_to_each_value_of_a_list(cases, library):
    assessment = assess(cases["barely-recorded"], library)
    would_change = changes(assessment.candidacies[Treatment.PRP], assessment.findings, library)
    conservative_care = [change.to for change in would_change if change.finding == "history.conservative_care"]
    assert set(conservative_care) == set(choices("history.conservative_care")) - {"inadequate_relief"}


def test_a_planned_replacement_moves_to_the_first_day_that_keeps_three_months(cases, library):
    assessment = assess(cases["steroid-before-replacement"], library)
    candidacy = assessment.candidacies[Treatment.KNEE_REPLACEMENT]
    met = next(reason for reason in candidacy.reasons if reason.rule.id == "recent-corticosteroid")
    would_change = changes(candidacy, assessment.findings, library)
    days = [change.to for change in would_change if change.finding == "history.knee_replacement_planned"]
    assert candidacy.verdict is Verdict.DEFERRED
    assert days == [met.first_day]


def days_that_put_off(consultation, library):
    assessment = assess(consultation, library)
    would_change = changes(assessment.candidacies[Treatment.CORTICOSTEROID], assessment.findings, library)
    return [change.to for change in would_change if change.finding == "history.knee_replacement_planned" and change.to]


@given(waits=st.integers(0, 400), planned=st.integers(0, 92))
@settings(max_examples=60)
def test_a_day_that_lets_a_steroid_go_ahead_keeps_three_months_from_the_injection(cases, library, waits, planned):
    case = cases["steroid-before-replacement"]
    injected = case.date + timedelta(waits)
    soon = amended(case, "history", knee_replacement_planned=case.date + timedelta(planned))
    (first,) = days_that_put_off(amended(soon, "proposal", date=injected), library)
    injection = PreviousTreatment(treatment=PreviousKind.CORTICOSTEROID, date=injected)
    given_then = findings_of(case).changed("history.previous_treatments", (injection,))
    for day, status in ((first, Status.UNMET), (first - timedelta(1), Status.MET)):
        reasons = weigh_all(given_then.changed("history.knee_replacement_planned", day), library)
        rules = {each.rule.id: each for each in reasons[Treatment.KNEE_REPLACEMENT].reasons}
        assert rules["recent-corticosteroid"].status is status


def test_the_day_of_another_course_puts_off_nothing(cases, library):
    case = cases["steroid-before-replacement"]
    of_another = amended(case, "proposal", treatment=Treatment.PRP, date=date(2026, 12, 1))
    assert days_that_put_off(case, library) == [date(2027, 2, 21)]
    assert days_that_put_off(of_another, library) == [date(2027, 2, 19)]
    assert days_that_put_off(amended(case, "proposal", date=None), library) == [date(2027, 2, 19)]


def test_the_last_days_of_the_calendar_are_days_like_others(cases, library):
    last = date.max
    consultation = cases["steroid-before-replacement"]
    history = History.model_validate(
        {
            **dict(consultation.history),
            "previous_treatments": (PreviousTreatment(treatment=PreviousKind.CORTICOSTEROID, date=last),),
            "knee_replacement_planned": last,
        }
    )
    at_the_end = Consultation.model_validate(
        {**dict(consultation), "date": last, "history": history, "proposal": Proposal()}
    )
    assessment = assess(at_the_end, library)
    candidacy = assessment.candidacies[Treatment.KNEE_REPLACEMENT]
    met = next(reason for reason in candidacy.reasons if reason.rule.id == "recent-corticosteroid")
    assert changes(candidacy, assessment.findings, library) == ()
    assert (candidacy.verdict, met.first_day) == (Verdict.DEFERRED, last)
