"""The cell product that would be given: whose cells, what is done to them, by whom, and how it can be traced."""

from enum import StrEnum

from kneedesk.domain.record import Name, Record, Text


class Donor(StrEnum):
    """Whose cells they are."""

    OWN = "own"
    DONOR = "donor"


class Product(Record):
    """One product and its trace; from which tissue it is made, the proposal says."""

    donor: Donor | None = None
    processing: Text | None = None
    laboratory: Name | None = None
    registration: Name | None = None
    lot: Name | None = None
    viability: Name | None = None
    minimally_manipulated: bool | None = None
