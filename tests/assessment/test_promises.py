"""What recording more can do to a verdict, and what it never does: the promises of the consultation file."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kneedesk.assessment.assessment import weigh_all
from kneedesk.assessment.candidacy import Verdict
from kneedesk.assessment.findings import Findings
from kneedesk.domain.finding import choices, finding_types
from kneedesk.domain.history import Hypersensitivity, RedFlag
from kneedesk.domain.patient import Sex
from kneedesk.domain.treatment import PreviousKind, PreviousTreatment, Response

TODAY = date(2026, 11, 18)
ALLOWED = {
    Verdict.CONTRAINDICATED: {Verdict.CONTRAINDICATED},
    Verdict.CAUTION: {Verdict.CAUTION},
    Verdict.CANDIDATE: {Verdict.CANDIDATE},
    Verdict.DEFERRED: {Verdict.DEFERRED, Verdict.CONTRAINDICATED},
    Verdict.NOT_INDICATED: {Verdict.NOT_INDICATED, Verdict.DEFERRED, Verdict.CONTRAINDICATED},
    Verdict.UNDETERMINED: set(Verdict),
}
past_days = st.integers(0, 400).map(lambda days: TODAY - timedelta(days))
entries = st.builds(
    PreviousTreatment,
    treatment=st.sampled_from((PreviousKind.CORTICOSTEROID, *PreviousKind)),
    response=st.sampled_from(Response),
    date=past_days,
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "patient.sex": st.sampled_from([sex for sex in Sex if sex is not Sex.UNKNOWN]),
    "patient.birth_date": st.dates(date(1930, 1, 1), TODAY),
    "history.previous_treatments": st.lists(entries, max_size=3).map(tuple),
    "history.knee_replacement_planned": st.just(False) | st.dates(TODAY, TODAY + timedelta(200)),
    "history.hypersensitivity": st.lists(st.sampled_from(Hypersensitivity), unique=True, max_size=2).map(tuple),
    "history.red_flags": st.lists(st.sampled_from(RedFlag), unique=True, max_size=1).map(tuple),
    "imaging.kellgren_lawrence": st.integers(0, 4),
}


def paths_of_rules(library) -> list[str]:
    return sorted({path for rules in library.rules.values() for rule in rules for path in rule.findings})


def some(draw: st.DrawFn, path: str) -> Any:
    return draw(VALUES[path] if path in VALUES else st.sampled_from(choices(path)))


def forgotten(draw: st.DrawFn, value: Any) -> Any:
    """Return the value with less recorded: not at all, or an entry without its date or response."""
    if isinstance(value, tuple) and value and isinstance(value[0], PreviousTreatment) and draw(st.booleans()):
        return tuple(
            PreviousTreatment(
                treatment=entry.treatment,
                response=entry.response if draw(st.booleans()) else None,
                date=entry.date if draw(st.booleans()) else None,
            )
            for entry in value
        )
    return None


@given(data=st.data())
@settings(max_examples=400)
def test_recording_more_keeps_every_promise(library, data):
    paths = paths_of_rules(library)
    empty = dict.fromkeys(finding_types())
    full = {path: some(data.draw, path) if data.draw(st.booleans()) else None for path in paths}
    less = {
        path: value if value is None or data.draw(st.booleans()) else forgotten(data.draw, value)
        for path, value in full.items()
    }
    before = weigh_all(Findings(TODAY, {**empty, **less}), library)
    after = weigh_all(Findings(TODAY, {**empty, **full}), library)
    for treatment, candidacy in before.items():
        assert after[treatment].verdict in ALLOWED[candidacy.verdict], (treatment, less, full)


@given(data=st.data())
@settings(max_examples=200)
def test_only_what_is_named_as_missing_can_change_the_verdict(library, data):
    empty = dict.fromkeys(finding_types())
    recorded = {
        path: some(data.draw, path) if data.draw(st.integers(0, 3)) else None for path in paths_of_rules(library)
    }
    findings = Findings(TODAY, {**empty, **recorded})
    before = weigh_all(findings, library)
    for path, value in recorded.items():
        if value is None:
            after = weigh_all(findings.changed(path, some(data.draw, path)), library)
            for treatment, candidacy in before.items():
                if path not in candidacy.missing:
                    assert after[treatment].verdict is candidacy.verdict, (treatment, path)


@given(data=st.data())
@settings(max_examples=100)
def test_missing_names_only_what_is_not_wholly_recorded(library, data):
    empty = dict.fromkeys(finding_types())
    recorded = {path: some(data.draw, path) for path in paths_of_rules(library) if data.draw(st.booleans())}
    for candidacy in weigh_all(Findings(TODAY, {**empty, **recorded}), library).values():
        assert not set(candidacy.missing) & set(recorded)
