"""Documents that many tests read, made once."""

import pytest

from kneedesk.assessment.readiness import Document
from kneedesk.domain.consultation import Consultation
from tests.amending import ready_to_sign
from tests.documents.issuing import issued, material_of
from tests.documents.reading import pages_of


@pytest.fixture(scope="session")
def ready(cases, library) -> Consultation:
    """Return the reference consultation with all that a consent form asks for."""
    return ready_to_sign(cases["reference"], library)


@pytest.fixture(scope="session")
def material(cases, library):
    """Return what the documents of the reference consultation are made from."""
    return material_of(cases["reference"], library)


@pytest.fixture(scope="session")
def pdfs(cases, library) -> dict[tuple[str, Document], bytes]:
    """Return all documents of all cases as PDF."""
    return {
        (name, document): issued(document, consultation, library)
        for name, consultation in cases.items()
        for document in Document
    }


@pytest.fixture(scope="session")
def pages(pdfs) -> dict[tuple[str, Document], list[str]]:
    """Return the words of every page of every document of every case."""
    return {key: pages_of(content) for key, content in pdfs.items()}
