"""What is frozen names its version by number and digest."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from kneedesk.domain.finalised import Amends, Finalised

AT = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)
DIGEST = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        (Finalised, {"version": 0}),
        (Finalised, {"version": True}),
        (Finalised, {"digest": "abc"}),
        (Finalised, {"at": AT.replace(tzinfo=None)}),
        (Amends, {"version": 1000, "reason": "Wrong."}),
        (Amends, {"reason": "\u200b"}),
    ],
)
def test_a_value_that_is_not_allowed_is_refused(kind, changes):
    with pytest.raises(ValidationError) as refused:
        kind.model_validate({"version": 1, "at": AT, "digest": DIGEST} | changes)
    assert refused.value.errors()[0]["loc"] == (next(iter(changes)),)
