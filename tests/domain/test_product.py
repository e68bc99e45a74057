"""The product: all of it may stay unrecorded, and its texts have a greatest length."""

import pytest

from kneedesk.domain.product import Donor, Product
from tests.domain.faults import faults


def test_nothing_is_required():
    assert set(dict(Product()).values()) == {None}


def test_the_cells_are_the_patient_s_own_or_a_donor_s():
    assert list(Donor) == ["own", "donor"]
    assert [place for place, _ in faults(Product, donor="own")] == ["donor"]  # a word is no choice yet


@pytest.mark.parametrize(
    ("name", "longest"),
    [("processing", 5000), *((name, 200) for name in ("laboratory", "registration", "lot", "viability"))],
)
def test_texts_have_a_greatest_length(name, longest):
    assert getattr(Product(**{name: "x" * longest}), name) == "x" * longest
    assert faults(Product, **{name: "x" * (longest + 1)}) == [(name, "string_too_long")]
