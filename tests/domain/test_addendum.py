"""An addendum says under what it stands, when, and by whose hand."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from kneedesk.domain.addendum import Addendum, AddendumKind
from kneedesk.domain.signature import Method, Role, Signature

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
WHOLE = {
    "kind": AddendumKind.PRODUCT,
    "version": 1,
    "digest": "0123456789abcdef" * 4,
    "at": AT,
    "words": "Given as planned.",
    "lot": "A-17",
    "viability": "92 %",
    "signature": Signature(role=Role.CLINICIAN, name="Dr Marsh", at=AT, method=Method.TYPED, meaning="I write this."),
}


def test_it_is_read_back_as_it_was_written():
    addendum = Addendum.model_validate(WHOLE)
    assert Addendum.model_validate_json(addendum.model_dump_json()) == addendum


@pytest.mark.parametrize("name", ["kind", "version", "digest", "at", "words", "signature"])
def test_nothing_of_it_may_lack_but_what_is_on_the_vial(name):
    with pytest.raises(ValidationError):
        Addendum.model_validate({**WHOLE, name: None})
    assert Addendum.model_validate({**WHOLE, "lot": None, "viability": None}).words == "Given as planned."
