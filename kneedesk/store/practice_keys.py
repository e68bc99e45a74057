"""Keep the key with which the practice seals its documents: made on first use, never replaced.

It is encrypted with the key of the store, where that is encrypted; its certificate can be read by everybody.
"""

import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kneedesk.domain.practice_key import PracticeKey
from kneedesk.store.faults import Unavailable
from kneedesk.store.files import linked, replace_file, write_over

FILE = "practice-key.pem"
_PLAIN = b"-----BEGIN PRIVATE KEY-----"
NAMELESS = "KneeDesk practice"
VALID = timedelta(days=30 * 365)
"""Longer than a consent form has to be kept anywhere; what was sealed stays verifiable after it too."""
LONGEST_NAME = 64  # bytes: cryptography writes no longer common name

# Messages of the application.
KEY_DAMAGED = "The practice’s key for seals is damaged. Put its file back from a backup; KneeDesk makes no second one."
KEY_CLOSED = "The practice’s key for seals cannot be read."
KEY_NOT_MADE = "The practice’s key for seals cannot be kept: its folder is read-only, full or not there."


def read_key(folder: Path, secret: bytes | None = None) -> PracticeKey | None:
    """Return the practice's key, or nothing where none was made yet; the secret is the key of the store.

    One that was kept plainly before is encrypted with the secret then.

    :raises Unavailable: where there is one that cannot be read; it is never made anew in silence.
    """
    content = _content(folder)
    if content is None:
        return None
    plain = _PLAIN in content
    try:
        key = serialization.load_pem_private_key(content, password=None if plain else _password(secret))
        certificate = x509.load_pem_x509_certificate(content)
    except (ValueError, TypeError):
        raise Unavailable(KEY_DAMAGED) from None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
        raise Unavailable(KEY_DAMAGED)
    if plain and secret is not None:
        _lock(folder / FILE, _written(key, certificate, secret))
    return _as_value(key, certificate)


def read_fingerprint(folder: Path) -> str | None:
    """Return by what the practice's key is known, or nothing where none was made yet; no secret is needed for it.

    :raises Unavailable: where it cannot be read.
    """
    content = _content(folder)
    if content is None:
        return None
    try:
        certificate = x509.load_pem_x509_certificate(content)
    except ValueError:
        raise Unavailable(KEY_DAMAGED) from None
    return certificate.fingerprint(hashes.SHA256()).hex()


def practice_key(folder: Path, practice: str, at: datetime, secret: bytes | None = None) -> PracticeKey:
    """Return the practice's key, made at this instant and under this name where there is none yet.

    A practice that changes its name keeps its key: what it sealed before stays its own.

    :raises Unavailable: where it can neither be read nor be kept.
    """
    found = read_key(folder, secret)
    if found is not None:
        return found
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _certificate(key, practice, at)
    try:
        _write_new(folder / FILE, _written(key, certificate, secret))
    except FileExistsError:  # another KneeDesk made it meanwhile: theirs holds
        return practice_key(folder, practice, at, secret)
    except OSError:
        raise Unavailable(KEY_NOT_MADE) from None
    return _as_value(key, certificate)


def _content(folder: Path) -> bytes | None:
    try:
        return (folder / FILE).read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        raise Unavailable(KEY_CLOSED) from None


def _written(key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate, secret: bytes | None) -> bytes:
    """Return what is kept in the file: the private key, locked where there is a secret, and its certificate."""
    password = _password(secret)
    locked = serialization.BestAvailableEncryption(password) if password else serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked)
    return private + certificate.public_bytes(serialization.Encoding.PEM)


def _password(secret: bytes | None) -> bytes | None:
    return secret and secret.hex().encode()


def _lock(path: Path, content: bytes) -> None:
    """Put the locked key into the place of the plain one, and write over that; where it cannot be, it stays plain."""
    old = path.with_name(path.name + ".plain")
    with suppress(OSError):
        second = linked(path, old)
        replace_file(path, content)
        if second:
            write_over(old)


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
