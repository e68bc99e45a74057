"""Objects that ReportLab does not know reach the file, and what it writes wrong for an archive is put right."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from kneedesk.documents.canvas import Sheet
from kneedesk.documents.objects import character_map, text_string
from kneedesk.presentation.content import Paragraph, say
from tests.documents.reading import MADE_AT, printed


def written(fill) -> PdfReader:
    """Return a file of one empty page into whose objects ``fill`` has written."""
    buffer = BytesIO()
    canvas = Sheet(buffer, (200.0, 100.0), "en", MADE_AT)
    canvas.showPage()
    fill(canvas.objects)
    canvas.save()
    return PdfReader(BytesIO(buffer.getvalue()), strict=True)


def test_an_object_may_refer_to_one_that_is_written_later():
    def fill(objects):
        later = objects.allot()
        objects.catalog(Perms=f"{objects.add(f'<</Later {later} 0 R>>')} 0 R")
        objects.put(later, "(here)")

    assert written(fill).trailer["/Root"]["/Perms"]["/Later"] == "here"


@pytest.mark.parametrize("compressed", [True, False])
def test_a_stream_holds_its_bytes(compressed):
    content = bytes(range(256)) + b"endstream\r"

    def fill(objects):
        objects.catalog(Perms=f"{objects.add_stream('/Kind/Test', content, compressed=compressed)} 0 R")

    stream = written(fill).trailer["/Root"]["/Perms"].get_object()
    assert stream["/Kind"] == "/Test"
    assert stream.get_data() == content


def test_a_field_is_put_on_its_page():
    reader = written(lambda objects: objects.annotate(0, objects.add("<</Subtype/Widget/Rect[0 0 0 0]>>")))
    assert [each.get_object()["/Subtype"] for each in reader.pages[0]["/Annots"]] == ["/Widget"]


@pytest.mark.parametrize("text", ["plain", "a (b) \\c", "¿Cuándo? ≥ 3 李 \U0001f9b5", "two\nlines", ""])
def test_a_text_is_read_back(text):
    reader = written(lambda objects: objects.catalog(Perms=f"<</Text{text_string(text)}>>"))
    assert reader.trailer["/Root"]["/Perms"]["/Text"] == text


def test_every_stream_ends_on_a_line_of_its_own():
    content = printed(Paragraph(say("Text")))
    assert content.count(b"endstream") == content.count(b"\r\nendstream") > 5


def test_no_character_means_nothing_and_no_block_of_a_map_is_too_long():
    program = character_map("Face", [0] * 32 + list(range(32, 256)) + [0x1F9B5])
    mapped = re.findall(r"^<(\w\w+)> <(\w+)>$", program, re.MULTILINE)
    assert len(mapped) == 225 + 1  # with the range of codes
    assert ("20", "0020") in mapped
    assert ("100", "d83eddb5") in mapped
    assert [int(count) for count in re.findall(r"(\d+) beginbfchar", program)] == [100, 100, 25]
