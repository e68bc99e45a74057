"""Any valid consultation, as hypothesis draws it: every field recorded, null or absent."""

import datetime
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from kneedesk.domain import consent as k
from kneedesk.domain import consultation as c
from kneedesk.domain import decision as d
from kneedesk.domain import examination as e
from kneedesk.domain import history as h
from kneedesk.domain import imaging as i
from kneedesk.domain import measure as m
from kneedesk.domain import patient as p
from kneedesk.domain import preferences as w
from kneedesk.domain import product as r
from kneedesk.domain import signature as s
from kneedesk.domain import treatment as t
from kneedesk.domain.practice import Clinician, Practice
from tests.values import (
    choices,
    instants,
    long_texts,
    maybe,
    names,
    numbers,
    tuples,
    visible_names,
    visible_texts,
)


def consultations() -> st.SearchStrategy[c.Consultation]:
    """Draw any valid consultation: hostile texts, limits of ranges, what is not recorded and what is empty."""
    day = st.shared(st.dates(), key=object())
    past, future = day.flatmap(lambda day: st.dates(max_value=day)), day.flatmap(lambda day: st.dates(min_value=day))
    return _consultations(
        day, st.fixed_dictionaries(_assessed(past, future)), st.fixed_dictionaries(_agreed(past, future))
    )


def _record(kind: Callable[..., Any], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw a block whose fields are each recorded, null or absent."""
    return st.fixed_dictionaries({}, optional={name: maybe(values) for name, values in fields.items()}).map(
        lambda recorded: kind(**recorded)
    )


def _measures(past: st.SearchStrategy[datetime.date]) -> st.SearchStrategy[m.Measure]:
    def of(instrument: m.Instrument, highest: int) -> st.SearchStrategy[m.Measure]:
        scales = maybe(names) if instrument in m.RANGES else st.just(f"0-{highest}")
        return st.builds(
            m.Measure,
            instrument=st.just(instrument),
            scale=scales,
            label=maybe(names),
            score=numbers(0, highest),
            date=maybe(past),
        )

    return st.one_of(
        *(of(instrument, highest) for instrument, (_, highest) in m.RANGES.items()),
        st.sampled_from((20, 96, 2400)).flatmap(lambda highest: of(m.Instrument.WOMAC, highest)),
    )


def _history(
    past: st.SearchStrategy[datetime.date], future: st.SearchStrategy[datetime.date]
) -> st.SearchStrategy[h.History]:
    previous = st.builds(
        t.PreviousTreatment,
        treatment=st.sampled_from(t.PreviousKind),
        response=maybe(st.sampled_from(t.Response)),
        date=maybe(past),
    )
    return _record(
        h.History,
        condition=st.sampled_from(h.Condition),
        condition_detail=long_texts,
        onset=st.sampled_from(h.Onset),
        symptom_duration_months=numbers(0, 1200),
        conservative_care=st.sampled_from(h.ConservativeCare),
        previous_treatments=tuples(previous),
        active_infection=st.booleans(),
        cancer_affected_knee=st.booleans(),
        active_cancer=st.booleans(),
        pregnancy=st.booleans(),
        anticoagulant=st.booleans(),
        hypersensitivity=choices(h.Hypersensitivity),
        bleeding_disorder=st.sampled_from(h.Bleeding),
        autoimmune_disease=st.sampled_from(h.Autoimmune),
        immunosuppression=st.sampled_from(h.Immunosuppression),
        comorbidity=st.sampled_from(h.Comorbidity),
        diabetes=st.sampled_from(h.Diabetes),
        knee_replacement_planned=st.just(False) | future,
        medications=tuples(names),
        allergies=tuples(names),
        red_flags=choices(h.RedFlag),
    )


def _patients(past: st.SearchStrategy[datetime.date]) -> st.SearchStrategy[p.Patient]:
    return st.builds(
        p.Patient,
        given_name=maybe(names),
        family_name=visible_names,
        identifier=maybe(names),
        birth_date=maybe(past),
        sex=maybe(st.sampled_from(p.Sex)),
        language=maybe(st.sampled_from(p.LanguageTag)),
        height_cm=maybe(numbers(50, 250)),
        weight_kg=maybe(numbers(20, 350)),
    )


_practices = _record(
    Practice, name=names, address=names, phone=names, emergency_phone=names, financial_interest=long_texts
)
_examinations = _record(
    e.Examination,
    flexion_degrees=numbers(0, 170),
    extension_deficit_degrees=numbers(0, 60),
    effusion=st.sampled_from(e.Effusion),
    stability=st.sampled_from(e.Stability),
    deformity=st.sampled_from(e.Deformity),
    alignment_degrees=numbers(-40, 40),
    skin_intact=st.booleans(),
)
_expected_pain = st.builds(w.ExpectedPain, months=st.integers(1, 120), score=numbers(0, 10))


def _preferences(answer: w.Answer | None) -> st.SearchStrategy[w.Preferences]:
    """Draw what the patient wants, the expected pain as it was answered or, by ``None``, as nobody said."""
    expected: dict[str, st.SearchStrategy[Any]] = {}
    if answer is not None:
        expected["expected_pain_asked"] = st.builds(w.Asked, at=instants, answer=st.just(answer))
    if answer is w.Answer.ANSWERED:
        expected["expected_pain"] = st.lists(_expected_pain, min_size=1, max_size=3).map(tuple)
    wishes = _wishes if answer is not None else {**_wishes, "expected_pain": maybe(tuples(_expected_pain))}
    return st.fixed_dictionaries(expected, optional=wishes).map(lambda recorded: w.Preferences(**recorded))


_wishes: dict[str, st.SearchStrategy[Any]] = {
    "goals": maybe(tuples(long_texts)),
    "priorities": maybe(choices(w.Priority)),
    "willing_to_rehabilitate": maybe(st.booleans()),
    "wishes_to_postpone_surgery": maybe(st.booleans()),
    "accepts_uncertainty": maybe(st.booleans()),
}
_sure = _record(
    k.Sure,
    certain=st.booleans(),
    informed=st.booleans(),
    values_clear=st.booleans(),
    supported=st.booleans(),
    acknowledged=long_texts,
)
_consents = _record(
    k.Consent,
    capacity=st.booleans(),
    proxy_name=names,
    proxy_relationship=names,
    interpreter=st.just(False) | names,
    witnesses=st.lists(visible_names, max_size=4, unique=True).map(tuple),
    copy_given=st.booleans(),
    discussed_by=names,
    time_to_think=long_texts,
)
_products = _record(
    r.Product,
    donor=st.sampled_from(r.Donor),
    processing=long_texts,
    laboratory=names,
    registration=names,
    lot=names,
    viability=names,
    minimally_manipulated=st.booleans(),
)
# In the first and the last year another offset may lie outside of what a calendar has.
_notices = st.just(k.ShownNotice()) | st.builds(
    k.ShownNotice,
    digest=st.text().map(k.digest_of),
    shown_at=instants.filter(lambda at: datetime.MINYEAR < at.year < datetime.MAXYEAR),
)
_points = st.tuples(st.integers(0, 1000), st.integers(0, 1000))
_drawings = st.lists(st.lists(_points, min_size=1, max_size=5).map(tuple), min_size=1, max_size=3).map(
    lambda lines: (*lines, ((0, 0), (s.LEAST_INK, 0)))
)


def _signatures(first: datetime.datetime) -> st.SearchStrategy[s.Signature]:
    """Draw a signature that was given at an instant, in UTC, or later."""

    def of(method: s.Method, strokes: st.SearchStrategy[Any]) -> st.SearchStrategy[s.Signature]:
        return st.builds(
            s.Signature,
            role=st.sampled_from(s.Role),
            name=st.sampled_from(("Ana Ruiz Peña", "李", "=X", "a\r\nb")),
            at=st.datetimes(first.replace(tzinfo=None), timezones=st.just(datetime.UTC)),
            method=st.just(method),
            strokes=strokes,
            meaning=visible_texts,
        )

    return of(s.Method.DRAWN, _drawings) | of(s.Method.TYPED, st.none()) | of(s.Method.PAPER, st.none())


_overrides = st.builds(
    d.Override,
    treatment=st.sampled_from(t.Treatment),
    rule=maybe(names),
    reason=visible_texts,
    clinician=maybe(names),
    at=maybe(instants),
)


def _assessed(
    past: st.SearchStrategy[datetime.date], future: st.SearchStrategy[datetime.date]
) -> dict[str, st.SearchStrategy[Any]]:
    """Draw the blocks whose findings may be marked as not assessed."""
    return {
        "patient": _patients(past),
        "history": _history(past, future),
        "examination": _examinations,
        "imaging": _record(
            i.Imaging, modality=st.sampled_from(i.Modality), date=past, kellgren_lawrence=st.integers(0, 4)
        ),
        "preferences": maybe(st.sampled_from(w.Answer)).flatmap(_preferences),
        "proposal": _record(
            t.Proposal,
            treatment=st.sampled_from(t.Treatment),
            cell_source=st.sampled_from(t.CellSource),
            product_status=st.sampled_from(t.ProductStatus),
            sessions=st.integers(1, 50),
            date=future,
            total_cost=names,
        ),
    }


def _agreed(
    past: st.SearchStrategy[datetime.date], future: st.SearchStrategy[datetime.date]
) -> dict[str, st.SearchStrategy[Any]]:
    """Draw the other blocks that depend on no block."""
    return {
        "knee": st.sampled_from(c.Knee),
        "jurisdiction": st.sampled_from(c.Jurisdiction),
        "clinician": _record(
            Clinician, name=names, registration=names, role=names, language=st.sampled_from(p.LanguageTag)
        ),
        "practice": _practices,
        "measures": maybe(tuples(_measures(past))),
        "counselling": _record(
            d.Counselling,
            discussed=st.lists(names, max_size=3, unique=True).map(tuple),
            teach_back=long_texts,
            questions=tuples(long_texts),
            interest_disclosed=st.booleans(),
            complication_costs=long_texts,
            checked=st.lists(st.sampled_from(d.Check), unique=True).map(tuple),
        ),
        "decision": _record(
            d.Decision,
            outcome=st.sampled_from(d.Outcome),
            treatment=st.sampled_from(t.Treatment),
            reason=long_texts,
            review_date=st.dates(),
            leaning=st.sampled_from(t.Treatment) | st.just(d.Unsure.NOT_SURE),
            decide_by=future,
        ),
        "product": _products,
        "stop_rule": _record(d.StopRule, amount=st.sampled_from((0.5, 10)) | numbers(1, 10), date=future),
        "sure": _sure,
        "notice": _notices,
        "consent": _consents,
        "overrides": maybe(tuples(_overrides)),
    }


@st.composite
def _consultations(
    draw: st.DrawFn,
    days: st.SearchStrategy[datetime.date],
    assessed: st.SearchStrategy[dict[str, Any]],
    agreed: st.SearchStrategy[dict[str, Any]],
) -> c.Consultation:
    day, findings, rest = draw(days), draw(assessed), draw(agreed)
    begun = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    first = max(begun, rest["notice"].shown_at or begun).astimezone(datetime.UTC)
    left = [f"{name}.{finding}" for name, block in findings.items() for finding, value in block if value is None]
    return c.Consultation(
        format="kneedesk-consultation",
        version=1,
        date=day,
        **findings,
        **rest,
        signatures=draw(maybe(tuples(_signatures(first)))),
        not_assessed=draw(maybe(choices(left))) if left else None,
    )
