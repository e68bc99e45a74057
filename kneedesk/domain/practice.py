"""Where the consultation takes place and who holds it."""

from kneedesk.domain.patient import LanguageTag
from kneedesk.domain.record import Name, Record, Text


class Clinician(Record):
    """The physician who holds the consultation, and the language in which it is held without an interpreter."""

    name: Name | None = None
    registration: Name | None = None
    role: Name | None = None
    language: LanguageTag | None = None


class Practice(Record):
    """The clinic, its telephone numbers and what it earns from the treatment."""

    name: Name | None = None
    address: Name | None = None
    phone: Name | None = None
    emergency_phone: Name | None = None
    financial_interest: Text | None = None
