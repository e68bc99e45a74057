"""The digest of a consultation is the same for the same value, wherever it was kept meanwhile."""

from hashlib import sha256

from hypothesis import given

from kneedesk.domain.addendum import Addendum
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.digest import addendum_digest, canonical_bytes, content_digest
from kneedesk.domain.versions import finalise
from tests.adding import ADDED_AT, added
from tests.consultations import consultations


@given(consultations())
def test_the_digest_is_the_same_after_the_file_was_written_and_read(consultation):
    read = Consultation.model_validate_json(consultation.model_dump_json(exclude_none=True))
    assert content_digest(read) == content_digest(consultation)


def test_it_is_the_digest_of_the_file_of_a_draft(cases):
    reference = cases["reference"]
    assert content_digest(reference) == sha256(canonical_bytes(reference)).hexdigest()
    assert content_digest(reference) != content_digest(cases["declined"])


def test_every_addendum_has_a_digest_of_its_own_that_holds_the_one_of_its_version(cases):
    stands = finalise(cases["reference"], "2026.11", ADDED_AT)
    addendum = added(stands)
    read = Addendum.model_validate_json(addendum.model_dump_json(exclude_none=True))
    assert addendum_digest(read) == addendum_digest(addendum)
    others = (added(stands, words="Pain 4 of 10."), added(finalise(cases["declined"], "2026.11", ADDED_AT)))
    assert len({addendum_digest(each) for each in (addendum, *others)}) == 3
