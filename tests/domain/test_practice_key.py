"""The key of a practice is known by its certificate, and says nothing of itself by accident."""

from kneedesk.domain.practice_key import PracticeKey


def test_the_private_part_stays_out_of_what_is_printed():
    assert repr(PracticeKey(b"secret", b"certificate")) == "PracticeKey()"


def test_the_fingerprint_is_that_of_the_certificate():
    one, other = PracticeKey(b"a", b"certificate"), PracticeKey(b"b", b"certificate")
    assert one.fingerprint == other.fingerprint
    assert one.fingerprint != PracticeKey(b"a", b"another").fingerprint
    assert len(one.fingerprint) == 64
