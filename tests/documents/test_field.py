"""A field waits for the seal: in the tags, on the last page, without a size, and only where it is asked for."""

from io import BytesIO

from pypdf import PdfReader

from kneedesk.documents.field import SEAL_FIELD
from kneedesk.presentation.content import Heading, PageBreak, Paragraph, say
from tests.documents.reading import printed
from tests.documents.tags import tags_of

STORY = (Heading("Consent", 1), PageBreak(), Paragraph(say("I agree.")))


def test_the_field_is_empty_and_nobody_sees_it():
    reader = PdfReader(BytesIO(printed(*STORY, seal_field="Seal of the practice")))
    (field,) = reader.trailer["/Root"]["/AcroForm"]["/Fields"]
    field = field.get_object()
    assert (field["/FT"], field["/T"], field["/TU"]) == ("/Sig", SEAL_FIELD, "Seal of the practice")
    assert "/V" not in field
    assert list(field["/Rect"]) == [0, 0, 0, 0]
    first, last = reader.pages
    assert "/Annots" not in first
    assert [each.get_object() for each in last["/Annots"]] == [field]
    assert field["/P"] == last


def test_it_is_read_as_a_form_and_found_from_its_page():
    content = printed(*STORY, seal_field="Sello")
    (form,) = tags_of(content).all("Form")
    (field,) = form.fields
    assert field["/TU"] == "Sello"
    numbers = PdfReader(BytesIO(content)).trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    assert owners[field["/StructParent"]].get_object()["/S"] == "/Form"


def test_without_a_word_for_it_there_is_none():
    content = printed(*STORY)
    assert "/AcroForm" not in PdfReader(BytesIO(content)).trailer["/Root"]
    assert tags_of(content).all("Form") == []
