"""The canvas writes type and dots as few operators, and a stamp that reads no clock."""

import re
import zlib
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from kneedesk.documents.canvas import Sheet
from kneedesk.documents.lines import SetLine, voiced
from kneedesk.documents.structure import Element, Ink
from kneedesk.documents.style import STYLES, Voice

MADE_AT = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
BODY = STYLES["patient"].body


def drawn(draw) -> bytes:
    """Return what one page holds after drawing on it."""
    buffer = BytesIO()
    canvas = Sheet(buffer, (200.0, 100.0), "en", MADE_AT)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return PdfReader(BytesIO(buffer.getvalue())).pages[0].get_contents().get_data()


def line(text: str, voice: Voice = BODY) -> SetLine:
    return SetLine(tuple(voiced(text, voice)), 0.0)


def test_a_line_of_type_is_one_text_object_at_its_place():
    code = drawn(lambda canvas: canvas.type_line(line("Pain"), 10, 20))
    assert code.count(b"BT") == code.count(b"ET") == 1
    assert b"1 0 0 1 10.00 20.00 Tm" in code
    assert b"(Pain) Tj" in code


@pytest.mark.parametrize("text", ["(", ")", "\\", "a(b)c\\d", "Zoë ≥ 李"])
def test_what_would_end_a_string_of_a_pdf_is_written_as_codes(text):
    code = drawn(lambda canvas: canvas.type_line(line(text), 0, 0))
    assert not re.search(rb"\([^)]*[\\(]", code)
    assert b"<" in code


def test_tracking_and_rise_are_taken_back_at_the_end_of_a_line():
    code = drawn(lambda canvas: canvas.type_line(line("Title", Voice(20, 24, tracking=-0.3)), 0, 0))
    assert b"-0.3 Tc" in code
    assert b"0 Tc ET" in code
    assert b"Ts" not in code


def test_many_dots_are_one_stroke():
    code = drawn(lambda canvas: canvas.dots([(10, 10), (20, 10), (30, 10)], 7.2, "accent"))
    assert code.count(b" m ") == 3
    assert code.count(b" S Q") == 1
    assert b"1 J 7.20 w" in code


def test_an_origin_and_scale_hold_only_within():
    def draw(canvas):
        with canvas.placed(10, 90, 0.5):
            canvas.dots([(0, 0)], 1, "ink")

    code = drawn(draw)
    assert b"0.5000 0 0 0.5000 10.00 90.00 cm" in code
    assert code.count(b"q ") == code.count(b"Q")


def test_pages_are_compressed_as_bytes():
    buffer = BytesIO()
    canvas = Sheet(buffer, (200.0, 100.0), "en", MADE_AT)
    canvas.type_line(line("Pain"), 10, 20)
    canvas.save()
    streams = re.findall(rb"(?<!end)stream\r?\n(.*?)endstream", buffer.getvalue(), re.DOTALL)
    assert any(b"(Pain) Tj" in zlib.decompressobj().decompress(stream) for stream in streams)
    assert b"ASCII85" not in buffer.getvalue()


def test_ink_that_follows_ink_of_the_same_owner_is_one_mark():
    word, other = Element("P"), Element("P")

    def draw(canvas):
        for owner in (word, word, "Layout", "Layout", "Pagination", other, word):
            canvas.belong(owner)
            canvas.type_line(line("Pain"), 0, 0)

    code = drawn(draw)
    assert re.findall(rb"/(\w+) <<(.*?)>> BDC", code) == [
        (b"P", b"/MCID 0"),
        (b"Artifact", b"/Type /Layout"),
        (b"Artifact", b"/Type /Pagination"),
        (b"P", b"/MCID 1"),
        (b"P", b"/MCID 2"),
    ]
    assert code.count(b"EMC") == 5
    assert word.kids == [Ink(0, 0), Ink(0, 2)]


def test_numbers_of_marks_begin_anew_on_every_page():
    word = Element("P")

    def draw(canvas):
        for _ in range(2):
            canvas.belong(word)
            canvas.showPage()

    drawn(draw)
    assert word.kids == [Ink(0, 0), Ink(1, 0)]


def test_files_of_one_second_with_other_words_have_other_names_for_themselves():
    def identity(text):
        buffer = BytesIO()
        canvas = Sheet(buffer, (200.0, 100.0), "en", MADE_AT)
        canvas.type_line(line(text), 0, 0)
        canvas.save()
        return PdfReader(BytesIO(buffer.getvalue())).trailer["/ID"]

    assert identity("Pain") == identity("Pain") != identity("Pulse")
