"""What every recorded value shares: it does not change, and takes nothing for something else."""

import datetime
import json
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from kneedesk.domain import (
    consent,
    consultation,
    decision,
    history,
    measure,
    patient,
    preferences,
    product,
    signature,
    treatment,
)
from kneedesk.domain.imaging import Imaging
from kneedesk.domain.patient import Patient, Sex
from kneedesk.domain.record import (
    Day,
    Decimal,
    Entries,
    Instant,
    Name,
    OncePerEntry,
    Record,
    RequiredName,
    RequiredText,
    Text,
    as_typed,
    is_blank,
    only,
    whole_years,
)
from tests.domain.faults import faults

ANA = Patient(family_name="Ruiz Peña", sex=Sex.FEMALE, height_cm=164)
MODULES = (consent, consultation, decision, history, measure, patient, preferences, product, signature, treatment)


class Entry(Record):
    """One of each kind of value that blocks are made of."""

    day: Day | None = None
    instant: Instant | None = None
    decimal: Decimal | None = None
    name: Name | None = None
    text: Text | None = None
    required_name: RequiredName = "Ruiz"
    required_text: RequiredText = "Asked for it."
    entries: Annotated[tuple[str, ...], Entries, OncePerEntry] | None = None
    no: Annotated[Literal[False] | None, only(bool, type(None))] = None


def read(**values: Any) -> Entry:
    return Entry.model_validate_json(json.dumps(values))


def records() -> list[type[BaseModel]]:
    kinds = {kind for module in MODULES for kind in vars(module).values() if isinstance(kind, type)}
    return sorted((kind for kind in kinds if issubclass(kind, Record)), key=lambda kind: kind.__name__)


def test_a_value_does_not_change():
    with pytest.raises(ValidationError, match="frozen"):
        ANA.sex = Sex.MALE


@pytest.mark.parametrize("kind", records(), ids=lambda kind: kind.__name__)
def test_every_record_is_frozen_strict_and_closed(kind):
    assert kind.model_config == {"frozen": True, "strict": True, "extra": "forbid"}


def test_nothing_unknown_is_recorded():
    assert faults(Patient, family_name="Ruiz", shoe_size=38) == [("shoe_size", "extra_forbidden")]


def test_amending_a_value_validates_it_again():
    assert Patient.model_validate({**dict(ANA), "sex": None}).height_cm == 164
    with pytest.raises(ValidationError):
        Patient.model_validate({**dict(ANA), "height_cm": 1640})


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Patient, {"family_name": "Ruiz", "sex": "female"}),
        (Patient, {"family_name": "Ruiz", "height_cm": "164"}),
        (Patient, {"family_name": "Ruiz", "height_cm": True}),
        (Patient, {"family_name": "Ruiz", "given_name": 5}),
        (Patient, {"family_name": "Ruiz", "birth_date": "1964-05-02"}),
        (Patient, {"family_name": "Ruiz", "birth_date": datetime.datetime(1964, 5, 2, tzinfo=datetime.UTC)}),
        (Imaging, {"kellgren_lawrence": 3.0}),
        (Imaging, {"kellgren_lawrence": True}),
    ],
    ids=[
        "text for a choice",
        "text for a number",
        "true for a number",
        "number for a text",
        "text for a day",
        "instant for a day",
        "decimal for a grade",
        "true for a grade",
    ],
)
def test_nothing_is_taken_for_something_else(kind, values):
    assert len(faults(kind, **values)) == 1


def test_a_day_is_read_in_one_form():
    assert read(day="2024-02-29").day == datetime.date(2024, 2, 29)
    for other in ("2023-02-29", "20240229", "2024-W09-4", "2024-02-29T00:00:00", "0", "1709164800", 1709164800):
        with pytest.raises(ValidationError, match="day"):
            read(day=other)


def test_an_instant_is_read_with_its_offset():
    instant = read(instant="2026-11-18T14:02:00.000001+05:45").instant
    assert instant.utcoffset() == datetime.timedelta(hours=5, minutes=45)
    assert instant.microsecond == 1
    assert read(instant="2026-11-18T14:02Z").instant == datetime.datetime(2026, 11, 18, 14, 2, tzinfo=datetime.UTC)
    for other in ("2026-11-18T14:02:00", "2026-11-18 14:02:00Z", "2026-11-18T14:02:61Z", "1763474520", 1763474520):
        with pytest.raises(ValidationError, match="instant"):
            read(instant=other)


def test_an_instant_without_offset_is_refused():
    assert faults(Entry, instant=datetime.datetime(2026, 11, 18)) == [("instant", "timezone_aware")]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")], ids=str)
def test_a_decimal_is_finite(number):
    assert faults(Entry, decimal=number) == [("decimal", "finite_number")]


@pytest.mark.parametrize(
    ("number", "typed"), [(164.0, "164"), (164.5, "164.5"), (-0.0, "0"), (-4.0, "-4"), (0.1, "0.1")]
)
def test_a_decimal_is_written_as_a_hand_writes_it(number, typed):
    assert str(as_typed(number)) == typed
    assert Entry(decimal=number).model_dump_json(include={"decimal"}) == f'{{"decimal":{typed}}}'


@pytest.mark.parametrize(
    ("field", "longest"), [("name", 200), ("required_name", 200), ("text", 5000), ("required_text", 5000)]
)
def test_a_text_has_a_greatest_length(field, longest):
    assert len(getattr(Entry(**{field: "李" * longest}), field)) == longest
    assert faults(Entry, **{field: "x" * (longest + 1)}) == [(field, "string_too_long")]


def test_a_text_is_whole_unicode():
    assert faults(Entry, text="\ud800") == [("text", "string_unicode")]


@pytest.mark.parametrize("field", ["required_name", "required_text"])
def test_a_required_text_is_not_blank(field):
    assert faults(Entry, **{field: "\u200b"}) == [(field, "blank")]


def test_a_list_has_at_most_200_entries_each_once():
    assert len(Entry(entries=tuple(map(str, range(200)))).entries) == 200
    assert faults(Entry, entries=tuple(map(str, range(201)))) == [("entries", "too_long")]
    assert faults(Entry, entries=("a", "b", "a")) == [("entries", "repeated")]


@pytest.mark.parametrize("value", [0, 0.0, "", ()], ids=repr)
def test_only_false_is_no(value):
    assert Entry(no=False).no is False
    assert faults(Entry, no=value) == [("no", "other_type")]


def test_only_takes_the_type_itself():
    one = TypeAdapter(Annotated[Literal[1], only(int)])
    assert one.validate_python(1) == 1
    for value in (True, 1.0, "1", None):
        with pytest.raises(ValidationError, match="type that is allowed"):
            one.validate_python(value)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        " ",
        "\t\r\n",
        "\u00a0\u3000\u2003",
        "\u200b\u200d\u2060\ufeff",
        "\u00ad",
        "\u202e\u202c",
        "\x00\x1b\x7f\x85",
        "\u3164",
        "\u115f\u1160\uffa0",
        "\u2800",
        "\ufe0f\u034f",
        "\ue000",
    ],
    ids=ascii,
)
def test_a_text_in_which_nothing_is_seen_is_blank(text):
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", " . ", "—", "李", "0", "👩", "\u200bא", "e\u0301", "$", "क\u093f"], ids=ascii)
def test_a_text_in_which_something_is_seen_is_not_blank(text):
    assert not is_blank(text)


@pytest.mark.parametrize(
    ("birth", "on", "years"),
    [
        ("1964-05-02", "2026-05-01", 61),
        ("1964-05-02", "2026-05-02", 62),
        ("2004-02-29", "2026-02-28", 21),
        ("2004-02-29", "2026-03-01", 22),
        ("2004-02-29", "2024-02-29", 20),
        ("2026-11-18", "2026-11-18", 0),
        ("1925-12-31", "2026-01-01", 100),
    ],
)
def test_age_is_in_whole_years(birth, on, years):
    assert whole_years(datetime.date.fromisoformat(birth), datetime.date.fromisoformat(on)) == years
