"""Where the consultation takes place and who holds it: all of it may stay unrecorded."""

import pytest

from kneedesk.domain.patient import LanguageTag
from kneedesk.domain.practice import Clinician, Practice
from tests.domain.faults import faults


@pytest.mark.parametrize("kind", [Clinician, Practice])
def test_nothing_is_required(kind):
    assert set(dict(kind()).values()) == {None}


@pytest.mark.parametrize(
    ("kind", "field", "longest"),
    [
        *((Clinician, field, 200) for field in ("name", "registration", "role")),
        *((Practice, field, 200) for field in ("name", "address", "phone", "emergency_phone")),
        (Practice, "financial_interest", 5000),
    ],
)
def test_texts_have_a_greatest_length(kind, field, longest):
    assert getattr(kind(**{field: "x" * longest}), field) == "x" * longest
    assert faults(kind, **{field: "x" * (longest + 1)}) == [(field, "string_too_long")]


@pytest.mark.parametrize("tag", list(LanguageTag))
def test_a_physician_speaks_one_of_the_languages_of_the_documents(tag):
    assert Clinician(language=tag).language is tag
