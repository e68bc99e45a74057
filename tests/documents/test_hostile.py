"""No consultation breaks a document: every edition is sound, loses no word and holds nothing that is not ours."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any, get_args

import pypdfium2.raw as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from kneedesk.assessment.readiness import Document
from kneedesk.bundle import resources
from kneedesk.documents.field import SEAL_FIELD
from kneedesk.documents.issue import issue
from kneedesk.documents.large_print import enlarged
from kneedesk.documents.logo import Logo
from kneedesk.documents.material import Material
from kneedesk.documents.style import Paper
from kneedesk.documents.text import printable
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import finding_types, value_of
from kneedesk.domain.record import is_blank
from kneedesk.exchange.consultation_file import dumps
from kneedesk.knowledge.library import Library
from kneedesk.language import language, languages
from tests.consultations import consultations
from tests.documents.issuing import MODULES, material_of, texts_in
from tests.documents.reading import opened, pages_of, squeezed
from tests.documents.tags import tags_of
from tests.documents.validating import faults_of

TRANSLATIONS = resources() / "translations"
# What a reader could follow, run, fetch or play, by the key or the kind of its object.
KEYS = {"/AA", "/OpenAction", "/JS", "/URI", "/XFA", "/Launch", "/Dests", "/RichMediaContent"}
ACTIONS = {"/URI", "/Launch", "/JavaScript", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Movie", "/Sound"}
SUBTYPES = {"/Image", "/Form", "/PS", "/Link", "/FileAttachment", "/Movie", "/Screen", "/RichMedia", "/3D"}
INK = {pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH}
# The file's own words, and the letterhead, which is cut where it is too long and stands on the form that is signed.
NOT_IN_THE_RECORD = ("format", "not_assessed", "knowledge", "clinician.role", "practice.")


@dataclass(frozen=True)
class Edition:
    """One form in which a document is given away."""

    document: Document
    paper: Paper
    large: bool
    tag: str
    sealed: bool

    def material(self, consultation: Consultation, library: Library) -> Material:
        english = material_of(consultation, library)
        return replace(english, language=language(self.tag, TRANSLATIONS), facing=english.language)

    def issued(self, material: Material) -> bytes:
        file, sealed = dumps(material.consultation), self.sealed
        return issue(self.document, material, self.paper, large=self.large, consultation_file=file, to_be_sealed=sealed)


editions = st.builds(
    Edition,
    st.sampled_from(Document),
    st.sampled_from(get_args(Paper)),
    st.booleans(),
    st.sampled_from(sorted(languages(TRANSLATIONS))),
    st.booleans(),
)
patient = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@given(consultations(), editions)
@settings(patient, max_examples=20)
def test_any_consultation_is_issued_whole_and_sound(library, consultation, edition):
    examine(consultation, edition, library)


@pytest.mark.soak
@given(consultations(), editions)
@settings(patient, max_examples=1000, derandomize=False, print_blob=True)
def test_any_other_consultation_is_issued_whole_and_sound(library, consultation, edition):
    examine(consultation, edition, library)


def test_the_logo_is_the_only_picture_and_nothing_foreign_goes_unseen(library, cases):
    logo = Logo(Image.new("RGB", (30, 10)), 30.0, 10.0)
    edition = Edition(Document.RECORD, "a4", large=False, tag="en", sealed=True)
    content = edition.issued(replace(edition.material(cases["hostile-text"], library), logo=logo))
    assert foreign(content) == ["/Image"]
    assert ink(content) == INK | {pdfium.FPDF_PAGEOBJ_IMAGE}
    assert "/URI" in foreign(content.replace(b"/Subtype/Widget", b"/S/URI/X/Widget"))
    assert fields(content) == [SEAL_FIELD]


def examine(consultation: Consultation, edition: Edition, library: Library) -> None:
    """Issue one edition, and look at it as a validator, a reader of PDF and somebody who hears it do."""
    material = edition.material(consultation, library)
    content = edition.issued(material)
    assert content == edition.issued(material)
    assert faults_of(content) == []
    assert foreign(content) == []
    assert fields(content) == ([SEAL_FIELD] if edition.sealed else [])
    assert ink(content) <= INK
    read = squeezed(tags_of(content).words)
    assert [text for text in said(edition, material) if squeezed(printable(text)) not in read] == []
    if edition.document is Document.RECORD:
        lost = {path: text for path, text in recorded(consultation) if squeezed(printable(text)) not in read}
        assert lost == {}
    if edition.document is not Document.BLANK and edition.tag == "en":
        assert all(f"{consultation.knee.upper()} KNEE" in page for page in pages_of(content))


def foreign(content: bytes) -> list[str]:
    """Return what could carry something into a page or out of it; the record carries the consultation."""
    reader = PdfReader(BytesIO(content))
    found = []
    for number in range(1, int(reader.trailer["/Size"])):
        thing = reader.get_object(number)
        if isinstance(thing, DictionaryObject):
            found += KEYS & thing.keys()
            found += {str(thing.get("/S"))} & ACTIONS | {str(thing.get("/Subtype"))} & SUBTYPES
    return found + [name for name in reader.attachments if name != "consultation.json"]


def fields(content: bytes) -> list[str]:
    """Return the names of all fields and of all else that stands on a page and is not its ink."""
    reader = PdfReader(BytesIO(content))
    form = reader.trailer["/Root"].get("/AcroForm", {})
    standing = [each.get_object() for page in reader.pages for each in page.get("/Annots", ())]
    assert standing == [each.get_object() for each in form.get("/Fields", ())]
    return [str(each.get("/T")) for each in standing]


def ink(content: bytes) -> set[int]:
    """Return the kinds of ink on all pages, a picture within them too."""
    with opened(content) as document:
        kinds = set()
        for page in document:
            kinds |= {each.type for each in page.get_objects()}
            page.close()
        return kinds


def said(edition: Edition, material: Material) -> list[str]:
    """Return every text of a document, in the blocks that are set."""
    blocks = MODULES[edition.document].blocks(material)
    return list(texts_in(enlarged(blocks) if edition.large else blocks))


def recorded(consultation: Consultation) -> Iterator[tuple[str, str]]:
    """Yield what somebody typed, under the path of its field, where the record shows it."""
    for path in finding_types():
        if not path.startswith(NOT_IN_THE_RECORD):
            value: Any = value_of(consultation, path)
            texts = [each.reason for each in value or ()] if path == "overrides" else value
            for text in texts if isinstance(texts, tuple | list) else (texts,):
                if type(text) is str and not is_blank(text):
                    yield path, text
