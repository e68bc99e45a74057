"""The facing copy: after the record, what was signed in the physician's language, named and tagged as such."""

import dataclasses
import itertools

import pytest

from kneedesk.assessment.readiness import Document
from kneedesk.bundle import resources
from kneedesk.documents import clinical_record, consent_form, facing_copy
from kneedesk.documents.issue import issue
from kneedesk.domain.decision import Outcome
from kneedesk.domain.signature import Method, Role
from kneedesk.domain.signature import Signature as Signed
from kneedesk.domain.treatment import Treatment
from kneedesk.language import language
from kneedesk.presentation.content import Checkboxes, Heading, Signature, Spoken, WritingLines
from tests.amending import amended, proposing, recorded
from tests.documents.issuing import (
    MADE_AT,
    fields_of,
    headings_of,
    material_of,
    of_kind,
    paragraphs_of,
    section,
    words_in,
)
from tests.documents.reading import pages_of, words_of


@pytest.fixture(scope="module")
def spanish():
    return language("es", resources() / "translations")


@pytest.fixture
def faced(library, english, spanish):
    """Return what documents in Spanish are made from where the physician reads English."""
    return lambda consultation: dataclasses.replace(
        material_of(consultation, library), language=spanish, facing=english
    )


def test_the_form_that_is_signed_follows_the_record_in_the_physician_s_language(ready, faced):
    *_, copy, _ = facing_copy.blocks(faced(ready))
    assert isinstance(copy, Spoken)
    assert copy.language == "en"
    assert "I agree to this procedure." in words_in(copy)
    printed = words_of(issue(Document.RECORD, faced(ready), "a4"))
    assert printed.count("I agree to this procedure.") == 1


def test_nobody_signs_the_copy_by_mistake(ready, faced):
    blocks = facing_copy.blocks(faced(ready))
    assert not [*of_kind(blocks, Signature), *of_kind(blocks, Checkboxes), *of_kind(blocks, WritingLines)]


def test_every_page_of_the_copy_says_what_it_is_and_no_other_page(ready, faced):
    pages = pages_of(issue(Document.RECORD, faced(ready), "a4"))
    marked = [number for number, text in enumerate(pages) if "Copia en inglés: no se firma" in text]
    first = next(number for number, text in enumerate(pages) if "Copia en inglés" in text.splitlines())
    sources = next(number for number, text in enumerate(pages) if "Fuentes" in text.splitlines())
    assert marked == list(range(first, sources))
    assert len(marked) > 4


def named_by_hand(copy):
    return " ".join(note for note in paragraphs_of((copy,), "note") if note.startswith("To be written by hand"))


def test_room_to_write_and_to_tick_is_named_instead_of_left_empty(ready, faced, library):
    *_, copy, _ = facing_copy.blocks(faced(ready))
    signed = consent_form.blocks(material_of(ready, library))
    form, fields = fields_of(signed), fields_of((copy,))
    empty = {label for label, words in form.items() if not words}
    assert {"Talk held by", "Interpreter: name and language", "Follow-up visits, and who pays for them"} <= empty
    assert set(fields) == set(form) - empty | {place.role for place in of_kind(signed, Signature)}
    empty |= {each.label for each in of_kind(signed, WritingLines)}
    empty |= {item[0].text.rstrip(".") for each in of_kind(signed, Checkboxes) for item in each.items}
    assert {"Other risks that matter to you in particular", "I was given a copy of this form"} <= empty
    assert {"Photographs for my record", "My data in a register of results", "Use for teaching"} <= empty
    assert all(label in named_by_hand(copy) for label in empty)
    assert "__" not in words_in(copy)


def test_own_words_that_nobody_recorded_are_named_as_written_on_the_form(cases, faced):
    *_, copy, _ = facing_copy.blocks(faced(cases["reference"]))
    assert "What this can and cannot do, in your own words" in named_by_hand(copy)


def test_what_a_section_leaves_to_the_pen_is_named_once(ready, faced):
    *_, copy, _ = facing_copy.blocks(faced(ready))
    notes = [note for note in paragraphs_of(section((copy,), "Your decision"), "note") if "by hand" in note]
    assert len(notes) == 1


def test_where_the_boxes_are_left_out_nothing_leads_to_them(ready, faced, library):
    lead = "Tick and initial what you agree to"
    assert lead in words_in(consent_form.blocks(material_of(ready, library)))
    assert lead not in words_in(facing_copy.blocks(faced(ready)))


def test_what_is_named_stays_on_the_page_of_what_it_belongs_to(cases, faced):
    for page in pages_of(issue(Document.RECORD, faced(cases["declined"]), "a4")):
        _, _, text = page.partition("Copia en inglés: no se firma")
        assert not text.partition("RODILLA")[2].partition("\n")[2].startswith("Written by hand")
    *_, copy, _ = facing_copy.blocks(faced(cases["declined"]))
    for above, below in itertools.pairwise(copy.blocks):
        assert not (isinstance(above, Heading) and isinstance(below, Heading) and below.level <= above.level)


def test_no_signature_stands_under_the_words_of_the_copy(ready, faced):
    drawn = {"role": Role.PATIENT, "method": Method.DRAWN, "strokes": (((100, 300), (400, 100)),)}
    typed = {"role": Role.CLINICIAN, "method": Method.TYPED}
    signatures = tuple(
        Signed(name=name, at=MADE_AT, meaning="As above.", **each)
        for name, each in (("Ana Ruiz Peña", drawn), ("Dr Helen Marsh", typed))
    )
    *_, copy, _ = facing_copy.blocks(faced(recorded(ready, signatures=signatures)))
    said = fields_of((copy,))
    when = "Signed on the form in Spanish, 18 November 2026, 14:02 UTC+01:00"
    assert said["Patient"] == f"As above. {when}: Ana Ruiz Peña Signature · Drawn"
    assert said["Physician"] == f"As above. {when}: Dr Helen Marsh Signature · Typed"
    only = "Not signed on the screen: the place to sign is on the form in Spanish only."
    assert said["On the day of the procedure"].endswith(only)
    assert "drawn by hand" not in words_in(copy)


def test_a_heading_stands_over_the_parts_that_follow_it(ready, faced):
    *_, copy, _ = facing_copy.blocks(faced(ready))
    named = {block.text for block in of_kind((copy,), Heading)}
    assert named >= {"What is proposed", "What can go wrong", "More often", "What we talked about"}


def test_the_record_keeps_one_title(ready, faced):
    levels = [block.level for block in of_kind(clinical_record.blocks(faced(ready)), Heading)]
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in itertools.pairwise(levels))


def test_the_copy_says_its_language_to_who_hears_it(ready, faced):
    assert b"/Lang(en)" in issue(Document.RECORD, faced(ready), "a4").replace(b"/Lang (", b"/Lang(")
    assert b"/Lang(en)" not in issue(Document.CONSENT, faced(ready), "a4").replace(b"/Lang (", b"/Lang(")


def test_who_declines_has_a_copy_of_the_record_of_the_talk(ready, faced):
    declined = amended(ready, "decision", outcome=Outcome.DECLINE)
    assert "Not to have it: stem-cell injection, right knee" in headings_of(facing_copy.blocks(faced(declined)))


def test_one_language_and_no_procedure_need_no_copy(ready, faced, library, english):
    own = material_of(ready, library)
    assert facing_copy.blocks(own) == ()
    assert facing_copy.blocks(dataclasses.replace(own, facing=english)) == ()
    assert facing_copy.blocks(faced(proposing(ready, Treatment.CONSERVATIVE))) == ()
    assert facing_copy.blocks(faced(amended(ready, "proposal", treatment=None))) == ()
