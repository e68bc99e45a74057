"""What a document is made from, and the few things that it asks of it."""

import dataclasses

import pytest

from kneedesk.assessment.readiness import Document
from kneedesk.domain.treatment import Treatment
from kneedesk.domain.versions import finalise
from kneedesk.presentation.content import Bullets, Fields, Heading, Paragraph, Together, WritingLines, say
from tests.amending import proposing
from tests.documents.issuing import MADE_AT, material_of


def test_the_course_is_the_one_proposed(cases, library):
    for treatment in Treatment:
        material = material_of(proposing(cases["reference"], treatment), library)
        assert material.treatment is treatment
        assert material.option is library.options[treatment]
        assert material.candidacy is material.assessment.candidacies[treatment]


def test_without_a_proposal_there_is_no_course(cases, library):
    material = material_of(proposing(cases["reference"], None), library)
    assert (material.treatment, material.option, material.candidacy) == (None, None, None)
    assert not material.is_surgery


@pytest.mark.parametrize("treatment", Treatment)
def test_an_operation_is_told_from_an_injection(treatment, cases, library):
    surgery = {Treatment.ARTHROSCOPY, Treatment.KNEE_REPLACEMENT}
    assert material_of(proposing(cases["reference"], treatment), library).is_surgery is (treatment in surgery)


def test_only_a_consent_form_lacks_anything(material):
    assert material.missing(Document.CONSENT)
    assert material.missing(Document.SHEET) == material.missing(Document.RECORD) == ()


def test_a_text_of_the_pack_is_a_section_or_paragraphs_with_its_basis(material):
    heading, bullets = material.titled_text("voluntary")
    passages = material.library.texts["voluntary"].passages
    assert heading == Heading("Your choice", 3)
    assert isinstance(bullets, Bullets)
    assert [line[0].basis for line in bullets.items] == [passage.basis for passage in passages]
    assert material.paragraphs("voluntary") == tuple(Paragraph(line) for line in material.text("voluntary"))


def test_messages_are_said_in_the_language_of_the_document(material):
    assert material.say("Consent form") == "Consent form"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A gain", "A gain (second-hand)"),
        ("A gain.", "A gain (second-hand)."),
        ("Second-hand: a gain", "Second-hand: a gain"),
    ],
)
def test_what_was_read_second_hand_says_so_once(text, shown, material):
    secondary = next(name for name, fact in material.library.facts.items() if fact.status == "secondary")
    ((span,),) = material.labelled((say(text, secondary),))
    assert span.text == shown


def test_what_it_is_about_stands_within_a_sentence(cases, library):
    assert material_of(proposing(cases["reference"], Treatment.PRP), library).subject.endswith("injection, right knee")
    assert material_of(proposing(cases["reference"], None), library).subject == "right knee"


def test_only_a_final_form_says_that_its_empty_lines_were_left_so(material, cases, library):
    fields = Fields((("Name", (say("Jo"),)), ("Date", (say(""),))))
    filled = Fields(fields.pairs[:1])
    lines = WritingLines("Answers")
    assert [material.written(each) for each in (fields, filled, lines)] == [fields, filled, lines]
    final = material_of(finalise(cases["reference"], library.version, MADE_AT), library)
    why = say("Left for the pen when this form was made final on 18 November 2026.")
    assert final.written(fields) == Fields((*fields.pairs, ("Empty lines", (why,))))
    assert final.written(filled) == filled
    assert final.written(lines) == Together((lines, *final.left_empty_note))
    copy = dataclasses.replace(final, copied=True)
    assert [copy.written(each) for each in (fields, filled, lines)] == [fields, filled, lines]


def test_what_is_final_lacks_nothing_however_much_a_later_pack_asks_for(cases, library):
    draft = cases["barely-recorded"]
    assert material_of(draft, library).missing(Document.CONSENT)
    assert material_of(finalise(draft, library.version, MADE_AT), library).missing(Document.CONSENT) == ()
