"""The page of an addendum: what it tells of, under which version it stands, in whose words, and who signed."""

import dataclasses

import pytest

from kneedesk.bundle import resources
from kneedesk.documents import addendum as page
from kneedesk.documents.issue import issue_addendum
from kneedesk.domain.addendum import AddendumKind
from kneedesk.domain.signature import Method
from kneedesk.domain.versions import finalise
from kneedesk.language import language
from kneedesk.presentation.content import Notice, Signature
from kneedesk.presentation.shapes import Drawing
from kneedesk.presentation.versions import grouped
from tests.adding import ADDED_AT, added
from tests.amending import proposing
from tests.documents.issuing import MADE_AT, fields_of, headings_of, material_of, of_kind, section, words_in
from tests.documents.reading import foreign_objects, pages_of, words_of
from tests.documents.validating import faults_of


@pytest.fixture(scope="module")
def stands(cases):
    return finalise(cases["reference"], "2026.11", MADE_AT)


@pytest.fixture(scope="module")
def material(stands, library):
    return dataclasses.replace(material_of(stands, library), made_at=ADDED_AT)


def test_it_names_its_version_by_number_and_digest(stands, material):
    fields = fields_of(page.blocks(added(stands), material))
    assert fields["Stands beside"] == "Version 1, final since 18 November 2026, 14:02 UTC+01:00"
    assert fields["Digest of that version"] == grouped(stands.finalised.digest)
    assert fields["Written"] == "3 December 2026, 09:30 UTC"
    assert fields["About"] == "stem-cell injection, right knee"
    signed = "Signature: follow-up – stem-cell injection, right knee"
    assert headings_of(page.blocks(added(stands), material))[-1] == signed


def test_no_course_need_be_proposed(cases, library):
    stands = finalise(proposing(cases["reference"], None), "2026.11", MADE_AT)
    assert fields_of(page.blocks(added(stands), material_of(stands, library)))["About"] == "right knee"


def test_the_words_are_quoted_line_by_line(stands, material):
    (first, second) = section(page.blocks(added(stands), material), "What was written")
    assert [words_in(first), words_in(second)] == ["Pain 3 of 10 on stairs.", "Walks without a stick."]
    assert all(span.recorded for each in (first, second) for span in each.line)


def test_consent_that_was_taken_back_is_said_first_and_when(stands, material):
    heading, notice, *_ = page.blocks(added(stands, AddendumKind.WITHDRAWAL), material)
    assert heading.text == "Consent taken back"
    assert (notice.tone, notice.title) == ("stop", "Taken back on 3 December 2026, 09:30 UTC")
    assert words_in(notice.items) == "The consent of version 1: stem-cell injection, right knee."


@pytest.mark.parametrize("kind", [each for each in AddendumKind if each is not AddendumKind.WITHDRAWAL])
def test_nothing_else_is_said_to_be_a_withdrawal(kind, stands, material):
    assert of_kind(page.blocks(added(stands, kind), material), Notice) == []


def test_what_stands_on_the_vial_is_said_of_a_product_and_what_nobody_recorded_is_not_recorded(stands, material):
    product = added(stands, AddendumKind.PRODUCT, lot="A-17")
    fields = fields_of(page.blocks(product, material))
    assert (fields["Lot"], fields["Viability"]) == ("A-17", "not recorded")
    assert "Lot" not in fields_of(page.blocks(added(stands, AddendumKind.ADVERSE_EVENT), material))


def test_it_bears_the_signature_as_it_was_given(stands, material):
    (drawn,) = of_kind(page.blocks(added(stands), material), Signature)
    assert (drawn.printed_name, drawn.meaning) == ("Dr Helen Marsh", "I wrote this, and it is true.")
    assert isinstance(drawn.signed, Drawing)
    assert (drawn.day, drawn.time) == ("3 December 2026", "09:30 UTC")
    given = added(stands).signature
    typed = given.model_copy(update={"method": Method.TYPED, "strokes": None})
    (place,) = of_kind(page.blocks(added(stands, signature=typed), material), Signature)
    assert place.signed == "Dr Helen Marsh"
    paper = given.model_copy(update={"method": Method.PAPER, "strokes": None})
    (place,) = of_kind(page.blocks(added(stands, signature=paper), material), Signature)
    assert place.signed == ""


def test_every_kind_has_its_title(stands, material):
    titles = [headings_of(page.blocks(added(stands, kind), material))[0] for kind in AddendumKind]
    assert len(set(titles)) == len(AddendumKind)


@pytest.mark.parametrize("tag", ["en", "es"])
@pytest.mark.parametrize("large", [False, True])
def test_it_is_accessible_and_archival_and_names_patient_and_knee_on_every_page(tag, large, stands, material):
    spoken = dataclasses.replace(material, language=language(tag, resources() / "translations"))
    long = added(stands, AddendumKind.PROCEDURE_DAY, words="<b>Given</b> as planned, \u202e 王. " * 150, lot="A-17")
    for kind, addendum in ((AddendumKind.WITHDRAWAL, added(stands, AddendumKind.WITHDRAWAL)), (long.kind, long)):
        for paper in ("a4", "letter"):
            content = issue_addendum(addendum, spoken, paper, large=large, to_be_sealed=True)
            assert faults_of(content) == [], kind
            assert foreign_objects(issue_addendum(addendum, spoken, paper, large=large)) == set()
            pages = pages_of(content)
            assert all("RUIZ PEÑA, Ana" in each for each in pages)
            assert all(("RIGHT KNEE" if tag == "en" else "RODILLA DERECHA") in each for each in pages)
            assert all(stands.finalised.digest in "".join(each.split()) for each in pages)


def test_the_same_addendum_gives_the_same_bytes(stands, material):
    once, again = (issue_addendum(added(stands), material, "a4") for _ in range(2))
    assert once == again
    assert "Pain 3 of 10 on stairs." in words_of(once)
