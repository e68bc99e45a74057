"""Write the documents of a consultation as PDF files."""

import sys
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.readiness import Document
from kneedesk.bundle import resources
from kneedesk.commands.inputs import load_all, load_library, our_language
from kneedesk.documents.issue import issue, unprintable_in
from kneedesk.documents.logo import Logo, UnusableLogo, read_logo
from kneedesk.documents.material import Material
from kneedesk.documents.writing import write_whole
from kneedesk.exchange.consultation_file import dumps
from kneedesk.language import languages
from kneedesk.presentation.readiness import missing_words


@dataclass(frozen=True, slots=True)
class Look:
    """How the documents are printed: on which paper, in which size, under which logo."""

    paper: Literal["a4", "letter"]
    large: bool = False
    logo: Path | None = None


def run(
    file: Path,
    folder: Path,
    *,
    language_tag: str | None,
    look: Look,
    final: bool,
    made_at: datetime,
    pack: Path | None = None,
) -> int:
    """Write ``consent.pdf``, ``sheet.pdf``, ``discussed.pdf``, ``record.pdf`` and ``blank.pdf``, and name them.

    Status 0 done; 1 the folder cannot be written; 2 the file or the pack was refused; 3 ``final`` was asked for and the
    consent form lacks a mandatory element: then nothing is written.
    """
    consultations = load_all([file])
    if consultations is None:
        return 2
    library = load_library(pack)
    if library is None:
        return 2
    consultation = consultations[0]
    tag = _spoken(language_tag or consultation.patient.language or "en")
    reads = consultation.clinician.language
    facing = our_language(reads) if reads in languages(resources() / "translations") else None
    material = Material(consultation, assess(consultation, library), library, our_language(tag), made_at, facing)
    material = replace(material, logo=_logo(look.logo))
    missing = [missing_words(each, library, material.language) for each in material.missing(Document.CONSENT)]
    for words in missing:
        print(f"{file}: the consent form lacks: {words}", file=sys.stderr)
    if final and missing:
        print(f"{file}: refused as final; nothing was written", file=sys.stderr)
        return 3
    for path, codes in unprintable_in(consultation).items():
        print(f"{file}: {path}: characters set as their codes: {', '.join(codes)}", file=sys.stderr)
    recorded = dumps(consultation)
    contents = {
        document: issue(document, material, look.paper, large=look.large, consultation_file=recorded)
        for document in Document
    }
    return _write_all(folder, contents)


def _logo(path: Path | None) -> Logo | None:
    """Return the picture of the letterhead, or none with the reason on standard error."""
    try:
        return read_logo(path) if path is not None else None
    except UnusableLogo as reason:
        print(f"{path}: {reason}", file=sys.stderr)
        return None


def _spoken(tag: str) -> str:
    """Return a language that the pack has, with a note where it is not the one asked for."""
    if tag in languages(resources() / "translations"):
        return tag
    print(f"the pack has no texts in {str(tag)!r} yet; the documents are in English", file=sys.stderr)
    return "en"


def _write_all(folder: Path, contents: dict[Document, bytes]) -> int:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for document, content in contents.items():
            path = folder / f"{document.value}.pdf"
            write_whole(path, content)
            print(path)
    except OSError as error:
        print(f"{error.filename or folder}: cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    return 0
