"""Every form in which a document is given away: in each language, on each paper, in each size, with all it carries."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import get_args

from kneedesk.assessment.readiness import Document
from kneedesk.bundle import resources
from kneedesk.documents.issue import issue, issue_addendum
from kneedesk.documents.style import Paper
from kneedesk.domain.addendum import AddendumKind
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.versions import finalise
from kneedesk.exchange.consultation_file import dumps
from kneedesk.knowledge.library import Library
from kneedesk.language import language, languages
from tests.adding import ADDED_AT, added
from tests.documents.issuing import MADE_AT, material_of

_KINDS = (AddendumKind.WITHDRAWAL, AddendumKind.PRODUCT)


def editions(consultation: Consultation, library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield all documents of a consultation in all their editions, each under a name of its own."""
    folder = resources() / "translations"
    english = material_of(consultation, library)
    for tag, document, paper, large in product(languages(folder), Document, get_args(Paper), (False, True)):
        material = replace(english, language=language(tag, folder), facing=english.language)
        content = issue(
            document,
            material,
            paper,
            large=large,
            consultation_file=dumps(consultation),
            to_be_sealed=document is not Document.BLANK,
        )
        yield f"{document}-{tag}-{paper}{'-large' if large else ''}", content
    yield from _addenda(consultation, library)


def _addenda(consultation: Consultation, library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield the page of an addendum with a notice and of one with a vial, as they stand beside the consultation."""
    folder = resources() / "translations"
    stands = finalise(consultation, library.version, MADE_AT)
    for tag, kind, paper, large in product(languages(folder), _KINDS, get_args(Paper), (False, True)):
        material = replace(material_of(stands, library), language=language(tag, folder), made_at=ADDED_AT)
        content = issue_addendum(added(stands, kind), material, paper, large=large, to_be_sealed=True)
        yield f"addendum-{kind}-{tag}-{paper}{'-large' if large else ''}", content
