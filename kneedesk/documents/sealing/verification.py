"""Check a seal: whether a document is, byte for byte, what a practice sealed, and whether it still holds.

No part of a document is interpreted: the seal says which bytes it is over, and these must be all there are.
"""

import re
from collections.abc import Callable, Collection
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from cryptography.x509 import load_der_x509_certificate
from cryptography.x509.oid import NameOID

from kneedesk.documents.sealing.check import Check, Reason, Seal, Standing, Verdict
from kneedesk.documents.sealing.envelope import Envelope, is_signed, read_envelope

MOST_BYTES = 64 * 1024 * 1024
"""A hundred times the largest document that KneeDesk makes."""

_RANGE = re.compile(rb"/ByteRange \[0 (\d{1,10}) (\d{1,10}) (\d{1,10})\]")
_CONTENT = re.compile(rb"/KneeDeskContent /([0-9a-f]{64})\b")
_ADDENDUM = re.compile(rb"/KneeDeskAddendum true\b")
_JOURNAL = re.compile(rb"/KneeDeskJournal /(\d{1,12})-([0-9a-f]{64})\b")
_ESCAPED = re.compile(rb"\\([0-3][0-7]{2})")
_SEALED_AT = re.compile(rb"/M \(D:(\d{14})(?:Z|([+-])(\d\d)'(\d\d)'?)\)")


def unknown(_content: str) -> Standing:
    """Know of no version whether it stands."""
    return None


def verify_file(path: Path, ours: Collection[str], standing: Callable[[str], Standing] = unknown) -> Check:
    """Check the seal of a file, as ``verify`` does for its bytes."""
    try:
        with path.open("rb") as file:
            pdf = file.read(MOST_BYTES + 1)
    except OSError:
        return Check(Verdict.NOT_VERIFIABLE, Reason.FILE_UNREADABLE)
    if len(pdf) > MOST_BYTES:
        return Check(Verdict.NOT_VERIFIABLE, Reason.TOO_LARGE)
    return verify(pdf, ours, standing)


def verify(pdf: bytes, ours: Collection[str], standing: Callable[[str], Standing] = unknown) -> Check:
    """Check the seal of a document; whatever the bytes are, nothing is raised.

    ``ours`` holds the fingerprints of the practice's keys, none where none is at hand; ``standing`` is asked, by the
    digest of what was sealed, whether that version is the newest one.
    """
    try:
        return _verify(pdf, ours, standing)
    except Exception as error:  # a document from anywhere: what a library makes of it is not foreseen
        return Check(Verdict.NOT_VERIFIABLE, Reason.FAILED, fault=type(error).__name__)


def _verify(pdf: bytes, ours: Collection[str], standing: Callable[[str], Standing]) -> Check:
    if not pdf.startswith(b"%PDF-"):
        return Check(Verdict.NOT_VERIFIABLE, Reason.NO_PDF)
    ranges = [tuple(map(int, found.groups())) for found in _RANGE.finditer(pdf)]
    for before, after, rest in ranges:
        envelope = _envelope(pdf, before, after)
        if envelope is not None:
            # The first one counts: under the next ones lies a document that was sealed and then changed.
            return _judge(pdf, (before, after, rest), envelope, ours, standing)
    return Check(Verdict.NOT_VERIFIABLE, Reason.SEAL_UNREADABLE if ranges else Reason.NO_SEAL)


def _envelope(pdf: bytes, before: int, after: int) -> Envelope | None:
    """Return the envelope between two stretches of bytes, where it is one of ours and stands as we write it."""
    written = pdf[before:after]
    try:
        content = bytes.fromhex(written[1:-1].decode("ascii"))
    except ValueError:
        return None
    return read_envelope(content) if written == b"<%s>" % content.hex().upper().encode() else None


def _judge(
    pdf: bytes,
    covered: tuple[int, ...],
    envelope: Envelope,
    ours: Collection[str],
    standing: Callable[[str], Standing],
) -> Check:
    before, after, rest = covered
    seal = _seal(pdf, before, after, envelope)
    if after + rest != len(pdf):
        return Check(Verdict.CHANGED, Reason.ADDED if after + rest < len(pdf) else Reason.SHORTENED, seal)
    digest = sha256(pdf[:before] + pdf[after:]).digest()
    if digest != envelope.digest or not is_signed(envelope):
        return Check(Verdict.CHANGED, Reason.BYTES_CHANGED, seal)
    if seal.fingerprint not in ours:
        return Check(Verdict.INTACT, Reason.OTHER_KEY if ours else Reason.NO_KEY, seal)
    known = standing(seal.content) if seal.content else None
    if seal.addendum:
        return Check(Verdict.INTACT, Reason.ADDENDUM, seal, known)
    if known == "superseded":
        return Check(Verdict.SUPERSEDED, Reason.LATER_VERSION, seal, known)
    return Check(Verdict.INTACT, Reason.OURS, seal, known)


def _seal(pdf: bytes, before: int, after: int, envelope: Envelope) -> Seal:
    beginning, end = pdf.rfind(b" obj", 0, before), pdf.find(b"endobj", after)
    said = pdf[max(beginning, 0) : before] + pdf[after : max(end, after)]
    content, journal = _CONTENT.search(said), _JOURNAL.search(said)
    return Seal(
        practice=_practice(envelope.certificate),
        fingerprint=sha256(envelope.certificate).hexdigest(),
        sealed_at=_sealed_at(said),
        content=content.group(1).decode() if content else "",
        addendum=_ADDENDUM.search(said) is not None,
        journal=":".join(part.decode() for part in journal.groups()) if journal else "",
    )


def _practice(certificate: bytes) -> str:
    """Return the name in a certificate, which may be anybody's: what a terminal would obey is left out."""
    names = load_der_x509_certificate(certificate).subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    written = str(names[0].value) if names else ""
    return "".join(character if character.isprintable() else " " for character in written)


def _sealed_at(said: bytes) -> datetime | None:
    found = _SEALED_AT.search(_ESCAPED.sub(lambda code: bytes([int(code.group(1), 8)]), said))
    if found is None:
        return None
    clock, sign, hours, minutes = (part.decode() if part else "" for part in found.groups())
    try:
        return datetime.strptime(f"{clock}{sign or '+'}{hours or '00'}{minutes or '00'}", "%Y%m%d%H%M%S%z")
    except ValueError:
        return None
