"""The signature within a seal has one exact form: whatever is not that is none of ours."""

import random
from hashlib import sha256

import pytest
from asn1crypto import cms

from kneedesk.documents.sealing.envelope import is_signed, read_envelope, sign_digest, write_envelope

DIGEST = sha256(b"a document").digest()


@pytest.fixture(scope="module")
def envelope(key):
    return sign_digest(DIGEST, key)


def test_what_is_written_is_read_again_with_or_without_the_room_behind_it(envelope):
    written = write_envelope(envelope)
    assert read_envelope(written) == envelope
    assert read_envelope(written + bytes(100)) == envelope
    assert is_signed(envelope)


def test_it_is_what_pades_asks_for(envelope):
    signed = cms.ContentInfo.load(write_envelope(envelope))["content"]
    (signer,) = signed["signer_infos"]
    assert signed["encap_content_info"]["content"].native is None
    assert [each["type"].native for each in signer["signed_attrs"]] == [
        "content_type",
        "message_digest",
        "signing_certificate_v2",
    ]
    assert signer["unsigned_attrs"].native is None


def test_no_byte_of_it_can_change_unseen(envelope):
    written = write_envelope(envelope)
    for place in range(len(written)):
        changed = bytearray(written)
        changed[place] ^= 1 << place % 8
        found = read_envelope(bytes(changed))
        assert found is None or not _holds(found, envelope), place


def _holds(found, envelope):
    """Tell whether a changed envelope would pass as the one over the same document by the same key."""
    return found.digest == envelope.digest and found.certificate == envelope.certificate and is_signed(found)


def test_the_signature_is_over_this_digest_by_this_key(envelope, other_key):
    assert not is_signed(envelope._replace(digest=sha256(b"another").digest()))
    assert not is_signed(envelope._replace(certificate=other_key.certificate))
    assert not is_signed(envelope._replace(signature=b""))


def test_what_is_no_envelope_is_nothing(envelope):
    written = write_envelope(envelope)
    noise = random.Random(6).randbytes(800)  # noqa: S311 - no secret
    for content in (b"", bytes(50), b"0", noise, written[:-1], written[:40], written + b"\0\1"):
        assert read_envelope(content) is None
