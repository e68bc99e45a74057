"""What a command reads: consultation files, our pack and our languages; what is refused goes to standard error."""

import sys
from collections.abc import Sequence
from pathlib import Path

from kneedesk.bundle import resources
from kneedesk.domain.consultation import Consultation
from kneedesk.exchange.consultation_file import load
from kneedesk.exchange.faults import Refused
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.shelves import read_library
from kneedesk.language import Language, language


def load_all(files: Sequence[Path]) -> list[Consultation] | None:
    """Return the consultations of all files, or nothing where one is refused, with the reasons on standard error."""
    consultations, refused = [], False
    for path in files:
        try:
            consultations.append(load(path))
        except Refused as refusal:
            refused = True
            for sentence in refusal.sentences:
                print(f"{path}: {sentence}", file=sys.stderr)
    return None if refused else consultations


def our_library() -> Library:
    """Return the pack that ships with the application."""
    return read_library(resources() / "knowledge")


def our_language(tag: str) -> Language:
    """Return a language of the application by its tag."""
    return language(tag, resources() / "translations")
