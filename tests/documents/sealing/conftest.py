"""A practice's key, a document and its seal, made once for all tests of seals."""

import pytest

from kneedesk.documents.sealing.seal import seal
from kneedesk.presentation.content import Heading, Paragraph, say
from kneedesk.store.practice_keys import practice_key
from tests.documents.reading import MADE_AT, printed

CONTENT = "5e" * 32
JOURNAL = f"41:{'0d' * 32}"


def sealable(*blocks):
    """Render blocks as a document in which a field waits for the seal."""
    return printed(*blocks, seal_field="Seal of the practice")


@pytest.fixture(scope="session")
def key(tmp_path_factory):
    return practice_key(tmp_path_factory.mktemp("riverside"), "Riverside Knee Clinic", MADE_AT)


@pytest.fixture(scope="session")
def other_key(tmp_path_factory):
    return practice_key(tmp_path_factory.mktemp("hillside"), "Hillside Knee Clinic", MADE_AT)


@pytest.fixture(scope="session")
def plain():
    return sealable(Heading("Consent to an injection", 1), Paragraph(say("I agree.")))


@pytest.fixture(scope="session")
def sealed(plain, key):
    return seal(plain, key, MADE_AT, meaning="Sealed as it was given", content=CONTENT, journal=JOURNAL)
