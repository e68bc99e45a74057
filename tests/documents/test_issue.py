"""What holds for every document: side, page, version and sources on its pages, and that no text is ever obeyed."""

import dataclasses
import json
import re
from io import BytesIO
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest
from annotated_types import MaxLen
from pydantic.fields import FieldInfo
from pypdf import PdfReader

from kneedesk.assessment.candidacy import Verdict
from kneedesk.assessment.readiness import Document
from kneedesk.documents.issue import issue, unprintable_in
from kneedesk.documents.text import printable
from kneedesk.domain.consultation import Consultation, Knee
from kneedesk.domain.digest import content_digest
from kneedesk.domain.record import Record, is_blank
from kneedesk.domain.treatment import Treatment
from kneedesk.exchange.consultation_file import loads
from kneedesk.presentation.content import Heading
from kneedesk.presentation.verdicts import verdict_words
from tests.amending import proposing, recorded
from tests.documents.issuing import (
    MADE_AT,
    OF_PATIENT,
    blocks_of,
    body_and_sources,
    issued,
    lines_in,
    material_of,
    numbers_cited,
    numbers_listed,
    of_kind,
    spans_in,
    words_in,
)
from tests.documents.reading import foreign_objects, pages_of, squeezed, words_of
from tests.documents.validating import faults_of

CASES = Path(__file__).parents[1] / "cases"
FOR_PATIENTS = (Document.CONSENT, Document.SHEET, Document.DISCUSSED)
every_document = pytest.mark.parametrize("document", Document)
every_document_of_a_patient = pytest.mark.parametrize("document", OF_PATIENT)


def of_patient(made):
    """Return the entries for the documents that name the patient."""
    return [((case, document), each) for (case, document), each in made.items() if document in OF_PATIENT]


# What every page says.


def test_T6_side_of_the_knee_on_every_page(cases, pages):
    for (case, document), texts in of_patient(pages):
        said, other = ("RIGHT", "LEFT") if cases[case].knee is Knee.RIGHT else ("LEFT", "RIGHT")
        for number, page in enumerate(texts, start=1):
            assert f"{said} KNEE" in page, (case, document, number)
            assert f"{other} KNEE" not in page, (case, document, number)


@every_document_of_a_patient
@pytest.mark.parametrize("knee", Knee)
def test_T6_side_on_the_page_is_the_one_recorded(document, knee, cases, library):
    texts = pages_of(issued(document, recorded(cases["reference"], knee=knee), library))
    other = next(each for each in Knee if each is not knee)
    assert all(f"{knee.upper()} KNEE" in page for page in texts)
    assert f"{other} knee" not in " ".join(texts).lower()


def test_E23_page_x_of_y_and_content_version_on_every_page(pages, library):
    for texts in pages.values():
        for number, page in enumerate(texts, start=1):
            assert f"Page {number} of {len(texts)}" in page
            assert f"Content {library.pack.version}" in page
            assert "Made 18 November 2026, 14:02 UTC+01:00" in page


def test_the_digest_of_what_was_recorded_stands_on_every_page_but_on_blank_forms(cases, pages):
    for (case, document), texts in pages.items():
        digest = f"Digest {content_digest(cases[case])}"
        assert all((digest in page) is (document is not Document.BLANK) for page in texts), (case, document)


def test_every_page_names_the_patient(cases, pages):
    for (case, _), texts in of_patient(pages):
        if case != "hostile-text":
            assert all(cases[case].patient.family_name.upper() in page for page in texts)


# Sources.


def test_C2_every_number_in_brackets_is_listed_and_every_source_listed_is_cited(pages):
    for key, texts in pages.items():
        body, sources = body_and_sources(texts)
        listed = numbers_listed(sources)
        assert numbers_cited(body) == set(listed), key
        assert listed or not sources, key


def test_C2_every_figure_of_the_literature_stands_in_a_cell_or_line_with_its_source(cases, library):
    """A digit in our own words is a figure with its source, or one of a few that are no figure."""
    for treatment in Treatment:
        consultation = proposing(cases["reference"], treatment)
        for document in FOR_PATIENTS:
            for place in cells_and_lines(blocks_of(document, consultation, library)):
                ours = " ".join(span.text for span in spans_in(place) if not span.recorded)
                if re.search(r"\d", NO_FIGURE.sub("", ours)):
                    assert any(span.basis for span in spans_in(place)), ours


# Days, the number of the planned sessions, scales and the version of the content; the rest is a figure.
NO_FIGURE = re.compile(
    r"\d{1,2} \w+ \d{4}|\d{4}\.\d+\.\d+|\(of 10\)|^1$|\d+ \(\d+ months\);?|\(0 to 10\)|and \d+ more risks"
    r"|[\d.]+ of 10( after \d+ months)?"
)


def cells_and_lines(blocks):
    """Yield what is read as one: a cell of a table, or a line."""
    for block in blocks:
        match block:
            case _ if hasattr(block, "rows"):
                yield from (cell for row in block.rows for cell in row)
            case _ if hasattr(block, "pairs"):
                yield from (cell for _, cell in block.pairs)
            case _ if hasattr(block, "blocks"):
                yield from cells_and_lines(block.blocks)
            case _:
                yield from lines_in(block)


def test_nothing_recalled_is_shown_and_what_was_read_second_hand_says_so(cases, library):
    for case, consultation in cases.items():
        for document in Document:
            for span in spans_in(blocks_of(document, consultation, library)):
                statuses = {library.facts[name].status for name in span.basis if name in library.facts}
                assert "recalled" not in statuses, (case, document, span)
                if "secondary" in statuses:
                    assert "second-hand" in span.text, (case, document, span)


# What a patient takes home.


def test_no_verdict_on_what_a_patient_takes_home(pages, english):
    words = [verdict_words(verdict, english) for verdict in Verdict]
    for (case, document), texts in pages.items():
        if document in FOR_PATIENTS:
            said = " ".join(" ".join(texts).split())
            assert not [each for each in words if each in said], (case, document)


@pytest.mark.parametrize("treatment", Treatment)
def test_no_verdict_for_any_course_that_could_be_proposed(treatment, cases, library, english):
    words = [verdict_words(verdict, english) for verdict in Verdict]
    for consultation in cases.values():
        for document in FOR_PATIENTS:
            said = words_in(blocks_of(document, proposing(consultation, treatment), library))
            assert not [each for each in words if each in said]


# The file.


def test_T7_text_is_extractable_fonts_are_embedded_language_and_title_are_set(pdfs, pages):
    titles = {
        Document.CONSENT: "Consent form",
        Document.SHEET: "Your options and what to expect",
        Document.DISCUSSED: "Record of our talk",
        Document.RECORD: "Clinical record",
        Document.BLANK: "Blank forms",
    }
    for (case, document), content in pdfs.items():
        reader = PdfReader(BytesIO(content))
        assert reader.trailer["/Root"]["/Lang"] == "en"
        without_form = document is Document.CONSENT and "Nothing to sign here" in pages[case, document][0]
        assert reader.metadata.title == ("About consent" if without_form else titles[document])
        fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
        assert fonts
        assert all("/FontFile2" in font["/FontDescriptor"] and "/ToUnicode" in font for font in fonts)
        assert all(len(page.split()) > 20 for page in pages[case, document])


def test_T8_no_name_birth_date_or_number_of_the_patient_in_the_metadata(cases, pdfs):
    for (case, _), content in pdfs.items():
        patient = cases[case].patient
        reader = PdfReader(BytesIO(content))
        said = " ".join(str(value) for value in reader.metadata.values()) + json.dumps(
            [entry.title for entry in flat(reader.outline)]
        )
        private = (patient.family_name, patient.given_name, patient.identifier)
        assert not [each for each in private if each and each in said]
        assert "1964" not in said


def test_every_document_of_every_case_is_accessible_and_archival(pdfs):
    found = {key: faults_of(content) for key, content in pdfs.items()}
    assert not {key: faults for key, faults in found.items() if faults}


def flat(outline):
    for entry in outline:
        if isinstance(entry, list):
            yield from flat(entry)
        else:
            yield entry


def test_nothing_in_any_document_is_a_picture_a_link_or_an_action(pdfs):
    for key, content in pdfs.items():
        assert foreign_objects(content) == set(), key


def test_equal_input_gives_equal_bytes_and_the_time_is_the_one_given(cases, library):
    material = material_of(cases["reference"], library)
    later = dataclasses.replace(material, made_at=MADE_AT.replace(hour=15))
    for document in Document:
        once, again = (issue(document, material, "a4") for _ in range(2))
        assert once == again
        assert issue(document, later, "a4") != once
        assert "15:02" in words_of(issue(document, later, "a4"))


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("letter", 612)])
def test_paper_is_the_one_asked_for(paper, width, cases, library):
    for document in Document:
        content = issue(document, material_of(cases["trial"], library), paper)
        assert {round(float(page.mediabox.width)) for page in PdfReader(BytesIO(content)).pages} == {width}


# Recorded text is data.


def read_case(name: str) -> dict[str, Any]:
    """Return a case as its file has it."""
    tree: dict[str, Any] = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    return tree


HOSTILE = read_case("hostile-text")
# Where each text of the case that nobody would type is to be read whole.
SHOWN = {
    "patient.given_name": (Document.CONSENT, Document.RECORD),
    "patient.family_name": (Document.CONSENT, Document.RECORD),
    "patient.identifier": (Document.RECORD,),
    "preferences.goals": (Document.SHEET, Document.RECORD),
    "counselling.teach_back": (Document.CONSENT, Document.RECORD),
    "counselling.questions": (Document.CONSENT, Document.SHEET, Document.RECORD),
}


def hostile_texts():
    for path, documents in SHOWN.items():
        block, _, name = path.partition(".")
        value = HOSTILE[block][name]
        for text in value if isinstance(value, list) else [value]:
            for document in documents:
                yield pytest.param(path, text, document, id=f"{document} {path} {text[:12]!a}")


@pytest.mark.parametrize(("path", "text", "document"), list(hostile_texts()))
def test_a_hostile_text_is_printed_word_for_word_or_by_its_codes(path, text, document, pages):
    if is_blank(text):
        return  # no visible character: the same as nothing recorded
    assert squeezed(printable(text)) in squeezed("".join(map(without_frame, pages["hostile-text", document])))


def without_frame(page: str) -> str:
    """Return the text of a page without what stands around it on every page."""
    return re.split(r"\r?\n(?:Draft: not for signature|RIGHT KNEE|Riverside Knee Clinic)\b", page)[0]


@every_document_of_a_patient
def test_a_hostile_name_and_number_stand_on_every_page_as_far_as_there_is_room(document, pages):
    for page in pages["hostile-text", document]:
        assert "O'NEILL-VASQUEZ <IM" in page
        assert 'no. =HYPERLINK("http' in page


def test_what_cannot_be_printed_is_named_by_its_code(cases):
    assert unprintable_in(cases["hostile-text"]) == {
        "patient.family_name": ("U+202E",),
        "preferences.goals": ("U+0007",),
        "counselling.questions": ("U+200B",),
    }
    assert unprintable_in(cases["reference"]) == {}


def test_every_text_that_can_be_recorded_is_looked_through(library):
    found = unprintable_in(loads(json.dumps(filled("a\u202e")).encode()))
    assert set(found.values()) == {("U+202E",)}
    assert {"patient.given_name", "counselling.teach_back", "measures", "overrides", "signatures"} < set(found)


@every_document_of_a_patient
def test_a_long_name_never_hides_birth_date_or_number(document, pages):
    assert all("born 2 May 1964 (62 years)" in page for page in pages["hostile-text", document])


def longest(kind: Any, piece: str) -> Any:
    """Return the longest text that a type takes, in the shape of a file; nothing where it takes none."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        limits = [limit for field in arguments[1:] if isinstance(field, FieldInfo) for limit in field.metadata]
        length = next((limit.max_length for limit in limits if isinstance(limit, MaxLen)), 0)
        if arguments[0] is str:
            return (piece * length)[:length]
        return longest(arguments[0], piece)
    if origin is tuple:
        entry = longest(arguments[0], piece)
        return [entry] if entry else None
    if origin is Literal or kind is type(None):
        return None
    if arguments:
        return next((each for each in (longest(argument, piece) for argument in arguments) if each), None)
    if isinstance(kind, type) and issubclass(kind, Record):
        texts = {name: longest(annotation_of(field), piece) for name, field in kind.model_fields.items()}
        return {name: text for name, text in texts.items() if text}
    return None


def annotation_of(field: FieldInfo) -> Any:
    """Return the type of a field with its limits."""
    return Annotated[field.annotation, field] if field.metadata else field.annotation


def filled(piece: str) -> dict[str, Any]:
    """Return the reference file with the longest text in every field that takes one."""
    tree = read_case("reference") | {"measures": None}
    for name, texts in longest(Consultation, piece).items():
        if isinstance(texts, dict):
            tree[name] = tree.get(name, {}) | texts
    tree["measures"] = [{"instrument": "activity", "score": 3} | longest(Consultation, piece)["measures"][0]]
    tree["overrides"] = [{"treatment": "prp"} | longest(Consultation, piece)["overrides"][0]]
    signed = {"role": "patient", "method": "typed", "at": "2026-11-18T14:20:00+01:00"}
    tree["signatures"] = [signed | longest(Consultation, piece)["signatures"][0]]
    before = {"version": 1, "digest": "0" * 64, "at": signed["at"]}
    tree["amends"] = before | longest(Consultation, piece)["amends"]
    return tree


def test_the_longest_text_goes_into_every_field_that_takes_one():
    tree = filled("word ")
    assert len(tree["counselling"]["teach_back"]) == len(tree["overrides"][0]["reason"]) == 5000
    assert [len(goal) for goal in tree["preferences"]["goals"]] == [5000]
    assert len(tree["patient"]["family_name"]) == len(tree["history"]["medications"][0]) == 200
    assert len(tree["sure"]["acknowledged"]) == len(tree["signatures"][0]["meaning"]) == 5000
    assert len(tree["consent"]["interpreter"]) == len(tree["consent"]["witnesses"][0]) == 200
    assert len(tree["history"]["condition_detail"]) == len(tree["practice"]["financial_interest"]) == 5000


@pytest.mark.parametrize("piece", ["word ", "x", "<b>&amp;", "a\n", "a\u202e", "李", "\u05d0"], ids=ascii)
def test_recorded_text_of_full_length_in_every_field_still_exports(piece, library):
    consultation = loads(json.dumps(filled(piece)).encode())
    for document in Document:
        content = issued(document, consultation, library)
        assert foreign_objects(content) == set()
        texts = pages_of(content)
        assert document is Document.BLANK or all("RIGHT KNEE" in page for page in texts)
        if piece == "word ":
            assert max(len(texts) for _ in texts) < 40


def test_nothing_of_a_long_text_is_lost(library):
    words = [f"w{number:04}" for number in range(833)]
    tree = read_case("reference")
    tree["counselling"]["teach_back"] = " ".join(words)
    consultation = loads(json.dumps(tree).encode())
    for document in (Document.CONSENT, Document.RECORD):
        printed = re.findall(r"\bw\d{4}\b", " ".join(pages_of(issued(document, consultation, library))))
        assert printed == words


def test_every_document_has_one_title_on_its_first_page(cases, library):
    for consultation in cases.values():
        for document in Document:
            titles = [
                block for block in of_kind(blocks_of(document, consultation, library), Heading) if block.level == 1
            ]
            assert len(titles) == 1


def test_the_heading_of_the_sources_stands_on_the_page_of_the_first(pages):
    headed = [page for printed in pages.values() for page in printed if "\nSources\n" in page.replace("\r", "")]
    assert len(headed) > 20
    assert all("\n1. " in page.replace("\r", "").partition("\nSources\n")[2] for page in headed)


@pytest.mark.parametrize("document", [each for each in Document if each is not Document.DISCUSSED])
def test_what_is_past_its_day_of_review_is_said_on_paper(document, cases, library):
    late = dataclasses.replace(material_of(cases["reference"], library), made_at=MADE_AT.replace(year=2029))
    count = len(library.overdue(late.made_at.date()))
    said = f"{count} statements are past their day of review: "
    assert said in " ".join(" ".join(pages_of(issue(document, late, "a4"))).split())
    assert "day of review" not in " ".join(pages_of(issued(document, cases["reference"], library)))
