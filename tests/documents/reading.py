"""What a reader finds in the bytes of a PDF: its words, its pages, and what it must not hold."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO

import pypdfium2
from pypdf import PdfReader

from kneedesk.documents.archive import Description
from kneedesk.documents.page import Frame
from kneedesk.documents.pdf import render
from kneedesk.documents.setting import set_story

MADE_AT = datetime(2026, 11, 20, 14, 2, tzinfo=UTC)
FRAME = Frame(
    title="Consent form",
    letterhead=("Riverside Knee Clinic", "12 Quay Street", "Telephone +1 555 0100"),
    family_name="O’NEILL",
    given_name="Margaret",
    patient_details="born 2 May 1964 · MRN 0048",
    side="LEFT KNEE",
    footer=("Content 2026.11", "Made 20 November 2026"),
    page_of="Page {page} of {pages}",
)


def printed(
    *blocks, frame=FRAME, paper="a4", density="patient", references=None, language="en", made_at=MADE_AT, **options
):
    """Render blocks with what every document needs."""
    goes_on = "{heading}, continued"
    setting = set_story(blocks, frame, paper=paper, density=density, references=references, goes_on=goes_on)
    return render(setting, description=Description("Consent form", language, made_at), **options)


@contextmanager
def opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF and close it again."""
    document = pypdfium2.PdfDocument(content)
    try:
        yield document
    finally:
        document.close()


def pages_of(content: bytes) -> list[str]:
    """Return the words of each page, as a reader that copies them gets them."""
    with opened(content) as document:
        texts = []
        for page in document:
            textpage = page.get_textpage()
            texts.append(textpage.get_text_range())
            textpage.close()
            page.close()
        return texts


def words_of(content: bytes) -> str:
    """Return all words in one line."""
    return " ".join(" ".join(pages_of(content)).split())


def squeezed(text: str) -> str:
    """Return a text without white space, and with the hyphens that a reader takes for broken words."""
    return "".join(text.replace("\ufffe", "-").replace("\x02", "-").split())


def foreign_objects(content: bytes) -> set[str]:
    """Return what could carry something out of or into a page: pictures, links, annotations, actions, files."""
    reader = PdfReader(BytesIO(content))
    found = set()
    for page in reader.pages:
        if "/Annots" in page:
            found.add("annotation")
        if "/XObject" in (page.get("/Resources") or {}):
            found.add("picture")
    raw = content.replace(b" ", b"")
    found |= {name for name in ("/URI", "/Launch", "/JavaScript", "/EmbeddedFile") if name.encode() in raw}
    return found
