"""The file itself: its metadata, its fonts, its bookmarks, and that equal input gives equal bytes."""

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pytest
from pypdf import PdfReader

from kneedesk.presentation.content import Bullets, Heading, Notice, Paragraph, Table, say
from tests.documents.reading import FRAME, MADE_AT, foreign_objects, printed

STORY = (
    Heading("Consent to an injection", 1),
    Paragraph(say("Text with ≥ 3 mL, ☑ and 李.")),
    Heading("Risks", 3),
    Heading("Common", 2),
    Bullets((say("Pain"),)),
    Heading("Rare", 3),
    Table(("a", "b"), (((say("c"),), (say("d"),)),), (0.5, 0.5)),
    Notice("Stop", (say("Call us."),), "stop"),
)


@pytest.fixture(scope="module")
def content():
    return printed(*STORY)


@pytest.fixture(scope="module")
def reader(content):
    return PdfReader(BytesIO(content))


def test_equal_input_gives_equal_bytes(content):
    assert printed(*STORY) == content
    assert printed(*STORY, made_at=MADE_AT + timedelta(minutes=1)) != content


def test_another_process_and_other_threads_give_the_same_bytes(content):
    program = (
        "import sys; from tests.documents.test_pdf import STORY; from tests.documents.reading import printed;"
        "sys.stdout.buffer.write(printed(*STORY))"
    )
    other = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout
    assert other == content
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: printed(*STORY), range(8))) == {content}


def test_the_window_shows_the_title_and_no_patient(reader):
    info = reader.metadata
    assert info.title == "Consent form"
    assert info.author == "Riverside Knee Clinic"
    assert "NEILL" not in "".join(str(value) for value in info.values())
    assert (
        reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"] is True
        or str(reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]) == "True"
    )
    assert reader.trailer["/Root"]["/Lang"] == "en"


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        (UTC, "D:20261120140200+00'00'"),
        (timezone(timedelta(hours=5, minutes=30)), "D:20261120140200+05'30'"),
        (timezone(-timedelta(hours=3, minutes=30)), "D:20261120140200-03'30'"),
        (None, "D:20261120140200+00'00'"),
    ],
)
def test_the_date_is_the_one_given_with_its_zone(zone, written):
    made = datetime(2026, 11, 20, 14, 2, tzinfo=zone)
    info = PdfReader(BytesIO(printed(*STORY, made_at=made))).metadata
    assert info["/CreationDate"] == info["/ModDate"] == written


def test_every_font_is_embedded_and_reads_back(reader):
    fonts = {}
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            entry = font.get_object()
            fonts[entry["/BaseFont"]] = entry
    names = {name.partition("+")[2] for name in fonts}
    assert names == {"Inter-Regular", "Inter-Medium", "Inter-SemiBold", "KneeDeskSymbols", "DroidSansFallback"}
    for entry in fonts.values():
        assert "/ToUnicode" in entry
        assert "/FontFile2" in entry["/FontDescriptor"]


def test_no_font_of_the_system_is_named(content):
    assert not re.search(rb"Helvetica|Times-Roman|Courier|ZapfDingbats", content)


def test_headings_are_bookmarks(reader):
    def titles(outline, depth=0):
        for entry in outline:
            if isinstance(entry, list):
                yield from titles(entry, depth + 1)
            else:
                yield depth, entry.title

    assert list(titles(reader.outline)) == [
        (0, "Consent to an injection"),
        (1, "Risks"),
        (1, "Common"),
        (2, "Rare"),
    ]


def test_a_document_without_headings_or_letterhead_is_still_one():
    bare = printed(Paragraph(say("x")), frame=replace(FRAME, letterhead=()))
    reader = PdfReader(BytesIO(bare))
    assert reader.metadata.author == "KneeDesk"
    assert reader.outline == []


def test_an_empty_story_is_one_page():
    assert len(PdfReader(BytesIO(printed())).pages) == 1


def test_nothing_foreign_is_inside(content):
    assert foreign_objects(content) == set()


@pytest.mark.parametrize(("paper", "size"), [("a4", (595.28, 841.89)), ("letter", (612, 792))])
def test_pages_have_the_size_of_the_paper(paper, size):
    page = PdfReader(BytesIO(printed(*STORY, paper=paper))).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(size, abs=0.1)


def test_a_plain_page_is_small():
    assert len(printed(*STORY[:2])) < 60_000
