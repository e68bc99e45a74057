"""What the authorities say: every jurisdiction, care abroad among them, and in each the products that are injected."""

import pytest

from kneedesk.domain.consultation import Jurisdiction
from kneedesk.domain.treatment import Treatment

INJECTED = {Treatment.STEM_CELL, Treatment.PRP, Treatment.CORTICOSTEROID, Treatment.HYALURONIC_ACID}
STATES = [jurisdiction for jurisdiction in Jurisdiction if jurisdiction.startswith("us-")]


@pytest.fixture
def by_jurisdiction(library):
    return {regulation.jurisdiction: regulation for regulation in library.regulations.values()}


@pytest.mark.parametrize("jurisdiction", Jurisdiction)
def test_every_injected_product_has_one_status_in_every_jurisdiction(jurisdiction, by_jurisdiction):
    named = [treatment for status in by_jurisdiction[jurisdiction].products for treatment in status.treatments]
    assert sorted(named) == sorted(INJECTED)


@pytest.mark.parametrize("jurisdiction", STATES)
def test_a_state_never_hides_the_position_of_the_federal_authority(jurisdiction, by_jurisdiction):
    status = next(each for each in by_jurisdiction[jurisdiction].products if Treatment.STEM_CELL in each.treatments)
    assert any({"REG-04", "REG-10"} <= set(passage.basis) for passage in status.said)
