"""Any valid consultation, as hypothesis draws it: every field recorded, null or absent."""

import datetime
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from kneedesk.domain import consultation as c
from kneedesk.domain import decision as d
from kneedesk.domain import examination as e
from kneedesk.domain import history as h
from kneedesk.domain import imaging as i
from kneedesk.domain import measure as m
from kneedesk.domain import patient as p
from kneedesk.domain import preferences as w
from kneedesk.domain import treatment as t
from kneedesk.domain.practice import Clinician, Practice
from tests.values import (
    choices,
    long_texts,
    maybe,
    names,
    numbers,
    offsets,
    tuples,
    visible_names,
    visible_texts,
)


def consultations() -> st.SearchStrategy[c.Consultation]:
    """Draw any valid consultation: hostile texts, limits of ranges, what is not recorded and what is empty."""
    return st.dates().flatmap(_consultations_on)


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
_preferences = _record(
    w.Preferences,
    goals=tuples(long_texts),
    priorities=choices(w.Priority),
    willing_to_rehabilitate=st.booleans(),
    wishes_to_postpone_surgery=st.booleans(),
    accepts_uncertainty=st.booleans(),
    expected_pain=tuples(st.builds(w.ExpectedPain, months=st.integers(1, 120), score=numbers(0, 10))),
)
_overrides = st.builds(
    d.Override,
    treatment=st.sampled_from(t.Treatment),
    rule=maybe(names),
    reason=visible_texts,
    clinician=maybe(names),
    at=maybe(st.datetimes(timezones=offsets)),
)


@st.composite
def _consultations_on(draw: st.DrawFn, day: datetime.date) -> c.Consultation:
    past, future = st.dates(max_value=day), st.dates(min_value=day)
    assessed: dict[str, Any] = {
        "patient": draw(_patients(past)),
        "history": draw(_history(past, future)),
        "examination": draw(_examinations),
        "imaging": draw(
            _record(i.Imaging, modality=st.sampled_from(i.Modality), date=past, kellgren_lawrence=st.integers(0, 4))
        ),
        "preferences": draw(_preferences),
        "proposal": draw(
            _record(
                t.Proposal,
                treatment=st.sampled_from(t.Treatment),
                cell_source=st.sampled_from(t.CellSource),
                product_status=st.sampled_from(t.ProductStatus),
                sessions=st.integers(1, 50),
                date=future,
                total_cost=names,
            )
        ),
    }
    left = [f"{name}.{finding}" for name, block in assessed.items() for finding, value in block if value is None]
    return c.Consultation(
        format="kneedesk-consultation",
        version=1,
        date=day,
        knee=draw(st.sampled_from(c.Knee)),
        jurisdiction=draw(st.sampled_from(c.Jurisdiction)),
        **assessed,
        clinician=draw(_record(Clinician, name=names, registration=names, role=names)),
        practice=draw(_practices),
        measures=draw(maybe(tuples(_measures(past)))),
        counselling=draw(
            _record(
                d.Counselling,
                discussed=st.lists(names, max_size=3, unique=True).map(tuple),
                teach_back=long_texts,
                questions=tuples(long_texts),
            )
        ),
        decision=draw(
            _record(
                d.Decision,
                outcome=st.sampled_from(d.Outcome),
                treatment=st.sampled_from(t.Treatment),
                reason=long_texts,
                review_date=st.dates(),
            )
        ),
        overrides=draw(maybe(tuples(_overrides))),
        not_assessed=draw(maybe(choices(left))) if left else None,
    )
