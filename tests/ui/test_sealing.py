"""Seals made and checked with what this computer keeps."""

import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.readiness import Document
from kneedesk.documents.material import Material
from kneedesk.documents.sealing.check import Reason, Verdict
from kneedesk.domain.versions import amend, finalise
from kneedesk.store.faults import Unavailable
from kneedesk.store.practice_keys import FILE as KEY_FILE
from kneedesk.ui.issuing import Request
from tests.documents.sealing.conftest import sealable

PACK = "2026.11"
NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


@pytest.fixture
def seals(seals_in, tmp_path):
    return seals_in(tmp_path)


@pytest.fixture
def request_of(library, english):
    """Return a request for the sheet of a consultation, weighed by the pack it was finalised with unless another."""

    def make(consultation, **changes):
        assessment = replace(assess(consultation, library), knowledge=PACK)
        request = Request(Document.SHEET, Material(consultation, assessment, library, english, NOW), "a4")
        return replace(request, **changes)

    return make


@pytest.fixture
def standing(cases):
    """Return the reference consultation as a version that stands."""
    return finalise(cases["reference"], PACK, NOW)


def test_a_draft_is_neither_sealed_nor_kept_and_no_key_is_made_for_it(seals, request_of, cases, tmp_path):
    with pytest.raises(ValueError, match="draft"):
        seals.kept(request_of(cases["reference"]))
    assert list(tmp_path.iterdir()) == []


def test_what_stands_is_sealed_in_the_name_of_its_practice(seals, request_of, standing, tmp_path):
    path = tmp_path / "consent.pdf"
    path.write_bytes(seals.keep(sealable(), request_of(standing)))
    check = seals.check(path)
    assert (check.verdict, check.reason) == (Verdict.INTACT, Reason.OURS)
    assert check.seal.practice == standing.practice.name
    assert check.seal.content == standing.finalised.digest
    assert check.seal.sealed_at == NOW


def test_the_copy_that_was_kept_first_stands(seals, request_of, standing):
    request = request_of(standing)
    assert seals.kept(request) is None
    first = seals.keep(sealable(), request)
    assert seals.keep(sealable(), request) == first
    assert seals.kept(request) == first
    for changes in ({"large": True}, {"paper": "letter"}, {"document": Document.RECORD}):
        assert seals.kept(request_of(standing, **changes)) is None


def test_what_is_kept_of_a_version_is_listed_and_read_whatever_is_known_by_now(seals, request_of, standing):
    assert list(seals.copies(standing.finalised.digest)) == []
    kept = {each: seals.keep(sealable(), request_of(standing, paper=each)) for each in ("a4", "letter")}
    copies = seals.copies(standing.finalised.digest)
    assert {copy.paper: seals.read(copy) for copy in copies} == kept
    with pytest.raises(Unavailable):
        seals.read(replace(copies[0], language="fr"))


def test_with_another_pack_only_what_was_kept_is_shown(seals, request_of, standing):
    request = request_of(standing)
    newer = replace(request.material, assessment=replace(request.material.assessment, knowledge="2027.1"))
    with pytest.raises(Unavailable) as caught:
        seals.kept(replace(request, material=newer))
    assert "only the documents that were kept then" in caught.value.sentence
    first = seals.keep(sealable(), request)
    assert seals.kept(replace(request, material=newer)) == first


def test_what_makes_seals_is_loaded_ahead(seals):
    seals.load()
    assert "pyhanko" in sys.modules


def test_T3_the_document_of_a_version_that_was_replaced_is_superseded(seals, store_of, request_of, standing, tmp_path):
    path = tmp_path / "consent.pdf"
    path.write_bytes(seals.keep(sealable(), request_of(standing)))
    consultations = store_of(tmp_path).consultations
    consultations.save("key", standing, NOW)
    assert seals.check(path).standing == "current"
    consultations.save("key", finalise(amend(standing, "The dose was wrong.", NOW), PACK, NOW), NOW)
    assert seals.check(path).verdict is Verdict.SUPERSEDED


def test_a_damaged_key_is_said_before_anything_is_sealed(seals, request_of, standing, tmp_path):
    (tmp_path / KEY_FILE).write_bytes(b"")
    with pytest.raises(Unavailable) as caught:
        seals.keep(sealable(), request_of(standing))
    assert "damaged" in caught.value.sentence
