"""Seals made and checked with what this computer keeps."""

import sys
from datetime import UTC, datetime

import pytest

from kneedesk.assessment.assessment import assess
from kneedesk.documents.material import Material
from kneedesk.documents.sealing.check import Reason, Verdict
from kneedesk.domain.versions import amend, finalise
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import FILE, open_database
from kneedesk.store.faults import Unavailable
from kneedesk.store.practice_keys import FILE as KEY_FILE
from kneedesk.ui.sealing import Seals
from tests.documents.sealing.conftest import sealable

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


@pytest.fixture
def seals(tmp_path):
    return Seals(tmp_path, lambda: NOW)


@pytest.fixture
def material_of(library, english):
    return lambda consultation: Material(consultation, assess(consultation, library), library, english, NOW)


@pytest.fixture
def standing(cases):
    """Return the reference consultation as a version that stands."""
    return finalise(cases["reference"], "2026.11", NOW)


def test_a_draft_is_not_sealed_and_no_key_is_made_for_it(seals, material_of, cases, tmp_path):
    with pytest.raises(ValueError, match="draft"):
        seals.seal(sealable(), material_of(cases["reference"]))
    assert list(tmp_path.iterdir()) == []


def test_what_stands_is_sealed_in_the_name_of_its_practice(seals, material_of, standing, tmp_path):
    path = tmp_path / "consent.pdf"
    path.write_bytes(seals.seal(sealable(), material_of(standing)))
    check = seals.check(path)
    assert (check.verdict, check.reason) == (Verdict.INTACT, Reason.OURS)
    assert check.seal.practice == standing.practice.name
    assert check.seal.content == standing.finalised.digest
    assert check.seal.sealed_at == NOW


def test_what_makes_seals_is_loaded_ahead(seals):
    seals.load()
    assert "pyhanko" in sys.modules


def test_a_version_that_was_replaced_is_superseded(seals, material_of, standing, tmp_path):
    path = tmp_path / "consent.pdf"
    path.write_bytes(seals.seal(sealable(), material_of(standing)))
    engine = open_database(tmp_path / FILE)
    Consultations(engine).save("key", standing, NOW)
    assert seals.check(path).standing == "current"
    Consultations(engine).save("key", finalise(amend(standing, "The dose was wrong.", NOW), "2026.11", NOW), NOW)
    assert seals.check(path).verdict is Verdict.SUPERSEDED
    engine.dispose()


def test_a_damaged_key_is_said_before_anything_is_sealed(seals, material_of, standing, tmp_path):
    (tmp_path / KEY_FILE).write_bytes(b"")
    with pytest.raises(Unavailable) as caught:
        seals.seal(sealable(), material_of(standing))
    assert "damaged" in caught.value.sentence
