"""The signature within a seal: CMS SignedData as PAdES (ETSI EN 319 142-1, B-B) wants it, in one exact form.

There is one way to write a seal for a certificate, a digest and a signature. Whoever checks one writes it again and
compares, so that no byte of it can change unseen; a general reader of CMS would forgive many.
"""

from hashlib import sha256
from typing import NamedTuple

from asn1crypto import cms, tsp, x509  # type: ignore[import-untyped]
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_private_key
from cryptography.x509 import load_der_x509_certificate

from kneedesk.domain.practice_key import PracticeKey

_SHA256 = {"algorithm": "sha256"}
_DIGEST = "message_digest"


class Envelope(NamedTuple):
    """What a seal holds: the certificate of its key (DER), the digest of what was sealed, and the signature (DER)."""

    certificate: bytes
    digest: bytes
    signature: bytes


def sign_digest(digest: bytes, key: PracticeKey) -> Envelope:
    """Return the envelope over a SHA-256 digest, signed by ECDSA on the curve P-256."""
    private = load_der_private_key(key.private, password=None)
    assert isinstance(private, ec.EllipticCurvePrivateKey)  # noqa: S101 - the store keeps no other
    signature = private.sign(_attributes(digest, key.certificate).dump(), ec.ECDSA(hashes.SHA256()))
    return Envelope(key.certificate, digest, signature)


def is_signed(envelope: Envelope) -> bool:
    """Tell whether the key of the certificate made this signature over this digest."""
    public = load_der_x509_certificate(envelope.certificate).public_key()
    if not isinstance(public, ec.EllipticCurvePublicKey) or not isinstance(public.curve, ec.SECP256R1):
        return False
    signed = _attributes(envelope.digest, envelope.certificate).dump()
    try:
        public.verify(envelope.signature, signed, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


def write_envelope(envelope: Envelope) -> bytes:
    """Return the envelope as CMS."""
    certificate = x509.Certificate.load(envelope.certificate)
    signer = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier(
                {
                    "issuer_and_serial_number": cms.IssuerAndSerialNumber(
                        {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
                    )
                }
            ),
            "digest_algorithm": _SHA256,
            "signed_attrs": _attributes(envelope.digest, envelope.certificate),
            "signature_algorithm": {"algorithm": "sha256_ecdsa"},
            "signature": envelope.signature,
        }
    )
    signed = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [_SHA256],
            "encap_content_info": {"content_type": "data"},
            "certificates": [certificate],
            "signer_infos": [signer],
        }
    )
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump())


def read_envelope(content: bytes) -> Envelope | None:
    """Return the envelope that starts ``content``, or nothing where that is none of ours, byte for byte.

    What follows it must be noughts: the room that was kept for it.
    """
    try:
        signed = cms.ContentInfo.load(content)["content"]
        signer = signed["signer_infos"][0]
        (digest,) = (each["values"][0].native for each in signer["signed_attrs"] if each["type"].native == _DIGEST)
        envelope = Envelope(signed["certificates"][0].chosen.dump(), digest, signer["signature"].native)
        written = write_envelope(envelope)
    except Exception:  # asn1crypto raises whatever a broken structure leads it to
        return None
    return envelope if content == written.ljust(len(content), b"\0") else None


def _attributes(digest: bytes, certificate: bytes) -> cms.CMSAttributes:
    """Return what is signed: the digest of the document, and which certificate it goes with."""
    named = tsp.ESSCertIDv2({"cert_hash": sha256(certificate).digest()})
    return cms.CMSAttributes(
        [
            cms.CMSAttribute({"type": "content_type", "values": ["data"]}),
            cms.CMSAttribute({"type": _DIGEST, "values": [digest]}),
            cms.CMSAttribute(
                {"type": "signing_certificate_v2", "values": [tsp.SigningCertificateV2({"certs": [named]})]}
            ),
        ]
    )
