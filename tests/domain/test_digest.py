"""The digest of a consultation is the same for the same value, wherever it was kept meanwhile."""

from hashlib import sha256

from hypothesis import given

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.digest import canonical_bytes, content_digest
from tests.consultations import consultations


@given(consultations())
def test_the_digest_is_the_same_after_the_file_was_written_and_read(consultation):
    read = Consultation.model_validate_json(consultation.model_dump_json(exclude_none=True))
    assert content_digest(read) == content_digest(consultation)


def test_it_is_the_digest_of_the_file_of_a_draft(cases):
    reference = cases["reference"]
    assert content_digest(reference) == sha256(canonical_bytes(reference)).hexdigest()
    assert content_digest(reference) != content_digest(cases["declined"])
