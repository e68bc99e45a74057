"""Keep the key with which the practice seals its documents: made on first use, never replaced.

No password protects it yet, only the rights of its file, until the store itself is encrypted and takes it over.
"""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kneedesk.domain.practice_key import PracticeKey
from kneedesk.store.faults import Unavailable

FILE = "practice-key.pem"
NAMELESS = "KneeDesk practice"
VALID = timedelta(days=30 * 365)
"""Longer than a consent form has to be kept anywhere; what was sealed stays verifiable after it too."""
LONGEST_NAME = 64  # bytes: cryptography writes no longer common name

# Messages of the application.
KEY_DAMAGED = "The practice’s key for seals is damaged. Put its file back from a backup; KneeDesk makes no second one."
KEY_CLOSED = "The practice’s key for seals cannot be read."
KEY_NOT_MADE = "The practice’s key for seals cannot be kept: its folder is read-only, full or not there."


def read_key(folder: Path) -> PracticeKey | None:
    """Return the practice's key, or nothing where none was made yet.

    :raises Unavailable: where there is one that cannot be read; it is never made anew in silence.
    """
    try:
        content = (folder / FILE).read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        raise Unavailable(KEY_CLOSED) from None
    try:
        key = serialization.load_pem_private_key(content, password=None)
        certificate = x509.load_pem_x509_certificate(content)
    except (ValueError, TypeError):
        raise Unavailable(KEY_DAMAGED) from None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
        raise Unavailable(KEY_DAMAGED)
    return _as_value(key, certificate)


def practice_key(folder: Path, practice: str, at: datetime) -> PracticeKey:
    """Return the practice's key, made at this instant and under this name where there is none yet.

    A practice that changes its name keeps its key: what it sealed before stays its own.

    :raises Unavailable: where it can neither be read nor be kept.
    """
    found = read_key(folder)
    if found is not None:
        return found
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _certificate(key, practice, at)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    try:
        _write_new(folder / FILE, private + certificate.public_bytes(serialization.Encoding.PEM))
    except FileExistsError:  # another KneeDesk made it meanwhile: theirs holds
        return practice_key(folder, practice, at)
    except OSError:
        raise Unavailable(KEY_NOT_MADE) from None
    return _as_value(key, certificate)


def _certificate(key: ec.EllipticCurvePrivateKey, practice: str, at: datetime) -> x509.Certificate:
    """Return a certificate of the practice on itself: it tells practices apart and proves nobody's identity."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, _common_name(practice))])
    begins = at.astimezone(UTC).replace(microsecond=0)
    usage = dict.fromkeys(
        (
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + VALID)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(digital_signature=True, content_commitment=True, **usage), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )


def _common_name(practice: str) -> str:
    """Return a practice's name as a certificate can hold it: visible, and no longer than it may be."""
    visible = "".join(character if character.isprintable() else " " for character in practice)
    return " ".join(visible.split()).encode()[:LONGEST_NAME].decode(errors="ignore").strip() or NAMELESS


def _as_value(key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate) -> PracticeKey:
    private = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return PracticeKey(private, certificate.public_bytes(serialization.Encoding.DER))


def _write_new(path: Path, content: bytes) -> None:
    """Write a file that was not there, for its owner only, whole or not at all."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
