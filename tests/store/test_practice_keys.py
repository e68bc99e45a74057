"""The practice's key: made once, read again, for its owner alone, and never made anew over one that is damaged."""

import os
import stat
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_private_key

from kneedesk.store import practice_keys
from kneedesk.store.faults import Unavailable
from kneedesk.store.practice_keys import (
    FILE,
    KEY_CLOSED,
    KEY_DAMAGED,
    KEY_NOT_MADE,
    practice_key,
    read_fingerprint,
    read_key,
)

AT = datetime(2026, 11, 18, 13, 2, tzinfo=UTC)
SECRET = bytes(range(32))


def certificate_of(key):
    return x509.load_der_x509_certificate(key.certificate)


def refusal(work, *arguments):
    with pytest.raises(Unavailable) as caught:
        work(*arguments)
    return caught.value.sentence


def test_no_key_is_made_by_looking_for_one(tmp_path):
    assert read_key(tmp_path / "nowhere") is None
    assert not (tmp_path / "nowhere").exists()


def test_the_key_is_made_once_and_read_again(tmp_path):
    made = practice_key(tmp_path / "data", "Riverside Knee Clinic", AT)
    assert read_key(tmp_path / "data") == made
    assert practice_key(tmp_path / "data", "Another name", AT + timedelta(days=400)) == made


def test_the_certificate_is_the_practices_own_on_p256_and_outlasts_its_records(tmp_path):
    key = practice_key(tmp_path, "Riverside Knee Clinic", AT)
    certificate = certificate_of(key)
    assert certificate.subject == certificate.issuer
    assert certificate.subject.rfc4514_string() == "CN=Riverside Knee Clinic"
    assert certificate.not_valid_before_utc == AT
    assert certificate.not_valid_after_utc > AT.replace(year=AT.year + 10)
    private = load_der_private_key(key.private, password=None)
    assert isinstance(private, ec.EllipticCurvePrivateKey)
    assert isinstance(private.curve, ec.SECP256R1)
    assert private.public_key() == certificate.public_key()


@pytest.mark.skipif(os.name != "posix", reason="rights of files are POSIX's")
def test_only_its_owner_reads_the_file(tmp_path):
    practice_key(tmp_path / "data", "Riverside", AT)
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "data" / FILE).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("practice", "subject"),
    [
        ("", "KneeDesk practice"),
        (" \n\u202e ", "KneeDesk practice"),
        ("Sankt Jörg\nKnie\u202eKlinik", "Sankt Jörg Knie Klinik"),
        ("膝" * 40, "膝" * 21),
    ],
    ids=["none", "blank", "invisible signs", "too long"],
)
def test_any_name_of_a_practice_fits_a_certificate(practice, subject, tmp_path):
    (name,) = certificate_of(practice_key(tmp_path, practice, AT)).subject
    assert name.value == subject


def test_a_damaged_key_is_said_and_kept_as_it_is(tmp_path):
    practice_key(tmp_path, "Riverside", AT)
    path = tmp_path / FILE
    whole = path.read_bytes()
    other = practice_key(tmp_path / "other", "Other", AT)
    mixed = whole.split(b"-----BEGIN CERTIFICATE")[0] + certificate_of(other).public_bytes(
        practice_keys.serialization.Encoding.PEM
    )
    for content in (b"", b"no key", whole[:200], mixed):
        path.write_bytes(content)
        assert refusal(read_key, tmp_path) == KEY_DAMAGED
        assert refusal(practice_key, tmp_path, "Riverside", AT) == KEY_DAMAGED
        assert path.read_bytes() == content


def test_what_cannot_be_read_or_kept_is_said(tmp_path):
    (tmp_path / FILE).mkdir()
    assert refusal(read_key, tmp_path) == KEY_CLOSED
    (tmp_path / "file").write_bytes(b"")
    assert refusal(practice_key, tmp_path / "file" / "data", "Riverside", AT) in (KEY_NOT_MADE, KEY_CLOSED)


def test_a_key_that_could_not_be_written_whole_leaves_no_file(tmp_path, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "no space left")

    monkeypatch.setattr(practice_keys.os, "fsync", full)
    assert refusal(practice_key, tmp_path, "Riverside", AT) == KEY_NOT_MADE
    assert list(tmp_path.iterdir()) == []


def test_of_two_that_make_the_key_at_once_the_first_one_holds(tmp_path, monkeypatch):
    first = practice_key(tmp_path, "Riverside", AT)
    answers = iter([None, first])
    monkeypatch.setattr(practice_keys, "read_key", lambda *_: next(answers))
    assert practice_key(tmp_path, "Riverside", AT) == first


def test_it_is_locked_with_the_key_of_the_store_and_known_without_it(tmp_path):
    made = practice_key(tmp_path, "Riverside", AT, SECRET)
    assert b"ENCRYPTED" in (tmp_path / FILE).read_bytes()
    assert read_key(tmp_path, SECRET) == made
    assert read_fingerprint(tmp_path) == made.fingerprint
    for other in (None, bytes(32)):
        assert refusal(read_key, tmp_path, other) == KEY_DAMAGED


def test_one_that_was_kept_plainly_is_locked_when_it_is_read_and_stays_the_same(tmp_path):
    made = practice_key(tmp_path, "Riverside", AT)
    assert read_key(tmp_path, SECRET) == made
    assert b"ENCRYPTED" in (tmp_path / FILE).read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
    assert practice_key(tmp_path, "Riverside", AT, SECRET) == made


def test_of_none_nothing_is_known(tmp_path):
    assert read_fingerprint(tmp_path) is None
    (tmp_path / FILE).write_bytes(b"no key")
    assert refusal(read_fingerprint, tmp_path) == KEY_DAMAGED
