"""Whatever happens to a sealed document is reported, and nothing that is handed in raises."""

import random
from datetime import timedelta, timezone
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from kneedesk.documents.sealing import verification
from kneedesk.documents.sealing.check import Check, Reason, Verdict
from kneedesk.documents.sealing.seal import seal
from kneedesk.documents.sealing.verification import verify, verify_file
from tests.documents.reading import MADE_AT
from tests.documents.sealing.conftest import CONTENT, JOURNAL

KEPT = Path(__file__).parent / "sealed-2026.pdf"
KEPT_BY = "c5ed4c9bc5092498266b5d43388a4c87f3345138aa10a3f511736d32bacb8507"


def found(check):
    return (check.verdict, check.reason)


def test_a_sealed_document_is_intact_and_ours(sealed, key):
    check = verify(sealed, {key.fingerprint})
    assert found(check) == (Verdict.INTACT, Reason.OURS)
    assert check.seal.practice == "Riverside Knee Clinic"
    assert check.seal.fingerprint == key.fingerprint
    assert check.seal.sealed_at == MADE_AT
    assert check.seal.content == CONTENT
    assert check.seal.journal == JOURNAL


def test_a_seal_that_was_made_without_a_journal_names_none(plain, key):
    sealed = seal(plain, key, MADE_AT, meaning="Sealed", content=CONTENT)
    assert verify(sealed, {key.fingerprint}).seal.journal == ""


@pytest.mark.parametrize(
    "offset", [timedelta(0), timedelta(hours=-9, minutes=-30), timedelta(hours=5, minutes=45)], ids=str
)
def test_the_instant_of_the_seal_is_read_in_every_zone(offset, plain, key):
    at = MADE_AT.astimezone(timezone(offset))
    check = verify(seal(plain, key, at, meaning="Sealed", content=CONTENT), {key.fingerprint})
    assert check.seal.sealed_at == MADE_AT


def test_a_seal_of_another_practice_is_intact_and_said_to_be_theirs(plain, key, other_key):
    theirs = seal(plain, other_key, MADE_AT, meaning="Sealed", content=CONTENT)
    check = verify(theirs, {key.fingerprint})
    assert found(check) == (Verdict.INTACT, Reason.OTHER_KEY)
    assert (check.seal.practice, check.seal.fingerprint) == ("Hillside Knee Clinic", other_key.fingerprint)


def test_without_a_key_at_hand_it_is_not_said_whose_the_seal_is(sealed):
    assert found(verify(sealed, ())) == (Verdict.INTACT, Reason.NO_KEY)


@pytest.mark.parametrize("standing", ["current", "superseded", None])
def test_what_was_added_beside_a_version_is_intact_whatever_replaced_that_version(plain, key, standing):
    added = seal(plain, key, MADE_AT, meaning="Sealed", content=CONTENT, addendum=True)
    check = verify(added, {key.fingerprint}, {CONTENT: standing}.get)
    assert (found(check), check.standing) == ((Verdict.INTACT, Reason.ADDENDUM), standing)
    assert (check.seal.content, check.seal.addendum) == (CONTENT, True)
    assert verify(added + b" ", {key.fingerprint}).verdict is Verdict.CHANGED


def test_T3_a_content_that_a_later_version_replaced_is_superseded(sealed, key, other_key):
    kept = {CONTENT: "superseded"}.get
    assert found(verify(sealed, {key.fingerprint}, kept)) == (Verdict.SUPERSEDED, Reason.LATER_VERSION)
    assert verify(sealed, {other_key.fingerprint}, kept).reason is Reason.OTHER_KEY
    assert verify(sealed + b" ", {key.fingerprint}, kept).verdict is Verdict.CHANGED


@pytest.mark.parametrize("standing", ["current", None])
def test_a_version_that_was_not_replaced_is_intact_and_it_is_said_how_much_is_known(standing, sealed, key):
    check = verify(sealed, {key.fingerprint}, {CONTENT: standing}.get)
    assert (*found(check), check.standing) == (Verdict.INTACT, Reason.OURS, standing)


def test_three_hundred_random_changes_of_a_byte_are_all_reported(sealed, key):
    drawn = random.Random(300)  # noqa: S311 - no secret
    verdicts = set()
    for _ in range(300):
        changed = bytearray(sealed)
        changed[drawn.randrange(len(changed))] ^= drawn.randrange(1, 256)
        verdicts.add(verify(bytes(changed), {key.fingerprint}).verdict)
    assert verdicts <= {Verdict.CHANGED, Verdict.NOT_VERIFIABLE}


def test_the_seal_itself_cannot_change_unseen_not_even_in_the_case_of_a_letter(sealed, key):
    for place in range(sealed.rindex(b"/Contents <"), len(sealed), 41):
        for sign in (0x01, 0x20):
            changed = bytearray(sealed)
            changed[place] ^= sign
            check = verify(bytes(changed), {key.fingerprint})
            assert check.verdict in (Verdict.CHANGED, Verdict.NOT_VERIFIABLE), place
            assert check.reason is not Reason.FAILED, place


@pytest.mark.parametrize("junk", [b"\0", b"\n", b"%%EOF\n", b"1 0 obj\nnull\nendobj\n", bytes(5000)], ids=repr)
def test_what_was_added_behind_the_seal_is_reported(junk, sealed, key):
    assert found(verify(sealed + junk, {key.fingerprint})) == (Verdict.CHANGED, Reason.ADDED)


def test_what_was_inserted_or_taken_out_is_reported(sealed, key):
    for place in range(10, len(sealed), 997):
        for changed in (sealed[:place] + b" " + sealed[place:], sealed[:place] + sealed[place + 1 :]):
            assert verify(changed, {key.fingerprint}).verdict in (Verdict.CHANGED, Verdict.NOT_VERIFIABLE)


def test_a_document_that_ends_too_early_is_reported(sealed, key):
    assert found(verify(sealed[:-1], {key.fingerprint})) == (Verdict.CHANGED, Reason.SHORTENED)
    for length in range(0, len(sealed), 499):
        assert verify(sealed[:length], {key.fingerprint}).verdict in (Verdict.CHANGED, Verdict.NOT_VERIFIABLE)


def test_pages_that_were_added_by_another_program_are_reported(sealed, key):
    writer = PdfWriter(BytesIO(sealed), incremental=True)
    writer.add_blank_page(100, 100)
    longer = BytesIO()
    writer.write(longer)
    assert found(verify(longer.getvalue(), {key.fingerprint})) == (Verdict.CHANGED, Reason.ADDED)


def test_a_seal_over_a_sealed_and_changed_document_does_not_hide_the_first_one(sealed, plain, key, other_key):
    theirs = seal(plain, other_key, MADE_AT, meaning="Sealed", content=CONTENT)
    both = sealed + theirs[len(plain) :]
    assert found(verify(both, {key.fingerprint, other_key.fingerprint})) == (Verdict.CHANGED, Reason.ADDED)


def test_a_seal_that_was_moved_to_another_document_is_reported(sealed, plain, key):
    assert len(plain) == len(forged := plain.replace(b"2026", b"2027"))
    assert found(verify(forged + sealed[len(plain) :], {key.fingerprint})) == (Verdict.CHANGED, Reason.BYTES_CHANGED)


def test_a_document_without_a_seal_says_so(plain, key):
    assert verify(plain, {key.fingerprint}) == Check(Verdict.NOT_VERIFIABLE, Reason.NO_SEAL)


def test_a_signature_of_another_program_is_none_of_ours(plain, key):
    theirs = b"\n/Contents <3000> /ByteRange [0 %d %d 4]\nend\n" % (len(plain) + 11, len(plain) + 17)
    assert found(verify(plain + theirs, {key.fingerprint})) == (Verdict.NOT_VERIFIABLE, Reason.SEAL_UNREADABLE)


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF", b"PK\3\4", b"\xef\xbb\xbf%PDF-1.7"], ids=repr)
def test_what_is_no_pdf_says_so(content):
    assert verify(content, ()) == Check(Verdict.NOT_VERIFIABLE, Reason.NO_PDF)


def test_noise_never_raises(sealed):
    drawn = random.Random(7)  # noqa: S311 - no secret
    for _ in range(200):
        start, end = sorted(drawn.sample(range(len(sealed)), 2))
        noise = b"%PDF-1.7" + drawn.randbytes(50) + sealed[start:end] + drawn.randbytes(50)
        assert verify(noise, ()).verdict is not Verdict.INTACT


def test_what_nobody_foresaw_is_named_by_its_class_and_by_nothing_else(sealed, monkeypatch):
    def break_(_envelope):
        raise KeyError("patient")

    monkeypatch.setattr(verification, "is_signed", break_)
    assert verify(sealed, ()) == Check(Verdict.NOT_VERIFIABLE, Reason.FAILED, fault="KeyError")


def test_a_file_is_read_or_said_to_be_unreadable(sealed, key, tmp_path, monkeypatch):
    path = tmp_path / "consent.pdf"
    assert verify_file(path, ()) == Check(Verdict.NOT_VERIFIABLE, Reason.FILE_UNREADABLE)
    assert verify_file(tmp_path, ()) == Check(Verdict.NOT_VERIFIABLE, Reason.FILE_UNREADABLE)
    path.write_bytes(sealed)
    assert verify_file(path, {key.fingerprint}) == verify(sealed, {key.fingerprint})
    monkeypatch.setattr(verification, "MOST_BYTES", 100)
    assert verify_file(path, ()) == Check(Verdict.NOT_VERIFIABLE, Reason.TOO_LARGE)
