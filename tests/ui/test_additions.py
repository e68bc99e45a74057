"""The page of an addendum: in the language of who signed it, sealed once, and the same to the byte ever after."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kneedesk.documents.sealing.check import Reason, Verdict
from kneedesk.domain.addendum import AddendumKind
from kneedesk.domain.patient import LanguageTag
from kneedesk.domain.versions import amend, finalise
from kneedesk.language import Language
from kneedesk.ui.additions import Addition, issue_addition, language_for, material_of
from tests.adding import ADDED_AT, added
from tests.amending import amended
from tests.documents.reading import words_of

NOW = datetime(2026, 12, 4, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def stands(cases):
    return finalise(cases["reference"], "2026.11", ADDED_AT)


@pytest.fixture
def addition(stands, library, english):
    addendum = added(stands)
    return Addition(addendum, material_of(addendum, stands, library, english))


def test_whoever_signed_it_reads_it(stands, english):
    spanish = Language("es", english.catalogue)
    languages = {"en": english, "es": spanish}
    written, taken_back = added(stands), added(stands, AddendumKind.WITHDRAWAL)
    assert stands.patient.language == "es"
    assert language_for(taken_back, stands, languages, english) is spanish
    assert language_for(written, stands, languages, english) is english
    reads_spanish = amended(stands, "clinician", language=LanguageTag("es"))
    assert language_for(written, reads_spanish, languages, english) is spanish
    assert language_for(taken_back, stands, {"en": english}, english) is english


def test_it_is_sealed_once_whatever_is_known_by_then(addition, seals_in, tmp_path):
    seals = seals_in(tmp_path, NOW)
    assert addition.material.assessment.knowledge != addition.material.consultation.knowledge
    first = issue_addition(addition, seals)
    later = replace(addition, material=replace(addition.material, made_at=NOW))
    assert issue_addition(later, seals_in(tmp_path, NOW.replace(hour=9))) == first
    assert "Pain 3 of 10 on stairs." in words_of(first)


def test_each_has_a_copy_of_its_own(addition, stands, seals_in, tmp_path):
    seals = seals_in(tmp_path, NOW)
    other = replace(addition, addendum=added(stands, words="Pain 4 of 10."))
    assert issue_addition(other, seals) != issue_addition(addition, seals)
    assert "Pain 4 of 10." in words_of(issue_addition(other, seals))


def test_it_stays_intact_when_its_version_is_replaced(addition, stands, seals_in, store_of, tmp_path):
    seals, path = seals_in(tmp_path, NOW), tmp_path / "addendum-1.pdf"
    consultations = store_of(tmp_path).consultations
    consultations.save("key", stands, NOW)
    path.write_bytes(issue_addition(addition, seals))
    found = seals.check(path)
    assert (found.verdict, found.reason, found.standing) == (Verdict.INTACT, Reason.ADDENDUM, "current")
    assert found.seal.content == stands.finalised.digest
    consultations.save("key", finalise(amend(stands, "The dose was wrong.", NOW), "2026.11", NOW), NOW)
    found = seals.check(path)
    assert (found.verdict, found.standing) == (Verdict.INTACT, "superseded")
