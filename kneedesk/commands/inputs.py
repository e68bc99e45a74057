"""What a command reads: consultation files, a pack and our languages; what is refused goes to standard error."""

import sys
from collections.abc import Sequence
from pathlib import Path

from kneedesk.bundle import resources
from kneedesk.domain.consultation import Consultation
from kneedesk.exchange.consultation_file import load
from kneedesk.exchange.faults import Refused
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.local import PRACTICE, read_over
from kneedesk.knowledge.pack_files import InvalidPack
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


def library_of(pack: Path | None) -> Library:
    """Return the pack under a folder, the folder of a practice over the pack that ships with us, or this one alone.

    :raises InvalidPack: with every fault.
    """
    ours = resources() / "knowledge"
    if pack is None:
        return read_library(ours)
    if (pack / PRACTICE).exists():
        return read_over(read_library(ours), pack)
    return read_library(pack)


def load_library(pack: Path | None) -> Library | None:
    """Return the pack that was asked for, or nothing where it is refused, with every fault on standard error."""
    try:
        return library_of(pack)
    except InvalidPack as invalid:
        for fault in invalid.faults:
            print(fault, file=sys.stderr)
        print(f"faults: {len(invalid.faults)}; the pack cannot be used", file=sys.stderr)
        return None


def our_language(tag: str) -> Language:
    """Return a language of the application by its tag."""
    return language(tag, resources() / "translations")
