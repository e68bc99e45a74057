"""A document that was kept stays as it was kept first."""

import pytest

from kneedesk.store.archive import Archive, Copy
from kneedesk.store.chain import Deed, Entry
from kneedesk.store.database import writing
from kneedesk.store.faults import Unavailable
from kneedesk.store.journal import Journal
from tests.people import ANA
from tests.store.conftest import BEGIN

CONSENT = Copy("0123456789abcdef" * 4, "consent", "es", "letter")


@pytest.fixture
def archive(kept):
    return Archive(kept._engine)


def test_what_was_never_kept_is_not_there(archive):
    assert archive.read(CONSENT) is None


def test_the_first_bytes_stand(archive):
    assert archive.keep(CONSENT, b"one") == b"one"
    assert archive.keep(CONSENT, b"two") == b"one"
    assert archive.read(CONSENT) == b"one"


@pytest.mark.parametrize("other", [{"digest": "f" * 64}, {"document": "sheet"}, {"language": "en"}, {"paper": "a4"}])
def test_every_version_document_language_and_paper_is_one_of_its_own(archive, other):
    archive.keep(CONSENT, b"one")
    assert archive.read(Copy(**{**CONSENT.columns(), **other})) is None


def test_of_a_version_all_that_is_kept_is_listed_and_nothing_of_another(archive):
    for changes in ({"document": "sheet"}, {}, {"paper": "a4"}, {"digest": "f" * 64}):
        archive.keep(Copy(**{**CONSENT.columns(), **changes}), b"one")
    listed = [(copy.document, copy.paper) for copy in archive.of(CONSENT.digest)]
    assert listed == [("consent", "a4"), ("consent", "letter"), ("sheet", "letter")]
    assert archive.of("0" * 64) == []


def test_nobody_writes_over_it(archive, kept):
    archive.keep(CONSENT, b"one")
    for deed in ("UPDATE issued SET content = x'00'", "DELETE FROM issued"):
        with pytest.raises(Unavailable), writing(kept._engine) as connection:
            connection.exec_driver_sql(deed)
    assert archive.read(CONSENT) == b"one"


def test_what_is_kept_is_kept_with_its_entry_of_the_journal_and_once(archive, kept):
    entry = Entry(BEGIN, ANA, Deed.SEAL, "k", what=CONSENT.what)
    for content in (b"one", b"two"):
        archive.keep(CONSENT, content, entry)
    (only,) = Journal(kept._engine).of("k")
    assert (only.deed, only.what) == ("seal", f"{CONSENT.document} {CONSENT.language} {CONSENT.paper}")
