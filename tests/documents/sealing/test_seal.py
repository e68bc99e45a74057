"""The seal of a document, as independent readers of PDF find it."""

import asyncio
import socket
from io import BytesIO

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader

from kneedesk.assessment.readiness import Document
from kneedesk.documents.issue import issue
from kneedesk.documents.sealing.seal import seal
from kneedesk.domain.versions import finalise
from kneedesk.store.practice_keys import practice_key
from tests.documents.issuing import material_of
from tests.documents.reading import MADE_AT, printed
from tests.documents.sealing.conftest import CONTENT, JOURNAL
from tests.documents.validating import faults_of


def signature_of(pdf):
    (signature,) = PdfFileReader(BytesIO(pdf)).embedded_signatures
    return signature


def status_of(pdf):
    """Return what pyHanko says of the one signature, its certificate being the only one that is trusted."""
    signature = signature_of(pdf)
    context = ValidationContext(
        trust_roots=[signature.signer_cert], other_certs=[], moment=MADE_AT, allow_fetching=False
    )
    usage = KeyUsageConstraints(key_usage={"non_repudiation"})
    return asyncio.run(async_validate_pdf_signature(signature, context, key_usage_settings=usage))


def packet_of(reader):
    packet = reader.trailer["/Root"].get("/Metadata")
    return packet and packet.get_object().get_data()


def test_the_document_itself_stays_byte_for_byte(plain, sealed):
    assert sealed.startswith(plain)


def test_an_independent_validator_finds_it_valid_and_over_the_whole_file(sealed):
    status = status_of(sealed)
    assert status.bottom_line
    assert status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    assert status.pkcs7_signature_mechanism == "sha256_ecdsa"


def test_it_certifies_and_permits_no_change(sealed):
    signature = signature_of(sealed)
    assert signature.docmdp_level is MDPPerm.NO_CHANGES
    assert signature.reader.root["/Perms"]["/DocMDP"] == signature.sig_object
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"


def test_it_says_when_and_why_it_was_made_and_over_which_content(sealed):
    signature = signature_of(sealed)
    assert signature.self_reported_timestamp == MADE_AT
    assert signature.sig_object["/Reason"] == "Sealed as it was given"
    assert signature.sig_object["/KneeDeskContent"] == f"/{CONTENT}"


def test_it_says_how_far_the_journal_had_come(plain, sealed, key):
    assert signature_of(sealed).sig_object["/KneeDeskJournal"] == f"/{JOURNAL.replace(':', '-')}"
    without = seal(plain, key, MADE_AT, meaning="Sealed", content=CONTENT)
    assert "/KneeDeskJournal" not in signature_of(without).sig_object


def test_what_the_document_says_of_itself_is_not_written_anew(plain, sealed):
    before, after = PdfReader(BytesIO(plain)), PdfReader(BytesIO(sealed))
    assert after.metadata == before.metadata
    assert packet_of(after) == packet_of(before)
    assert after.trailer["/ID"][0] == before.trailer["/ID"][0]


@pytest.mark.parametrize("document", [each for each in Document if each is not Document.BLANK], ids=str)
def test_every_document_of_a_version_that_stands_can_be_sealed_and_keeps_both_standards(document, cases, library, key):
    material = material_of(finalise(cases["reference"], library.version, MADE_AT), library)
    issued = issue(document, material, "a4", consultation_file=b"{}", to_be_sealed=True)
    sealed = seal(issued, key, MADE_AT, meaning="Sellado tal como se entregó", content=CONTENT)
    assert faults_of(sealed) == []
    assert status_of(sealed).bottom_line


def test_no_network_is_asked(plain, key, monkeypatch):
    def refuse(*_arguments, **_named):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert seal(plain, key, MADE_AT, meaning="Sealed", content=CONTENT)


def test_a_document_in_which_no_field_waits_is_not_sealed(key):
    with pytest.raises(ValueError, match="form"):
        seal(printed(), key, MADE_AT, meaning="Sealed", content=CONTENT)


def test_what_is_sealed_is_not_sealed_again(sealed, key):
    with pytest.raises(ValueError, match="filled already"):
        seal(sealed, key, MADE_AT, meaning="Sealed", content=CONTENT)


def test_an_instant_needs_its_zone(plain, key):
    with pytest.raises(ValueError, match="time zone"):
        seal(plain, key, MADE_AT.replace(tzinfo=None), meaning="Sealed", content=CONTENT)


def test_the_longest_name_of_a_practice_fits_the_room(plain, tmp_path):
    long = practice_key(tmp_path, "Ж" * 200, MADE_AT)
    assert status_of(seal(plain, long, MADE_AT, meaning="Sealed", content=CONTENT)).bottom_line
