"""What a file says of itself and carries along, as readers of metadata and independent validators find it."""

import shutil
import subprocess
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO

import pytest
from pypdf import PdfReader

from kneedesk.assessment.readiness import Document
from kneedesk.documents.archive import Attachment
from kneedesk.documents.issue import issue
from kneedesk.exchange.consultation_file import dumps, loads
from kneedesk.presentation.content import Heading, Paragraph, say
from tests.documents.editions import editions
from tests.documents.issuing import material_of
from tests.documents.reading import FRAME, MADE_AT, opened, printed
from tests.documents.validating import faults_of

STORY = (Heading("Consent", 1), Paragraph(say("I agree.")))
HALF_HOUR = timezone(timedelta(hours=5, minutes=30))
FILE = Attachment("consultation.json", "application/json", "The consultation", b'{"a": "\xc3\xa9"}')


def root_of(content: bytes):
    return PdfReader(BytesIO(content), strict=True).trailer["/Root"]


def packet_of(content: bytes):
    return PdfReader(BytesIO(content)).xmp_metadata


def test_the_least_document_is_accessible_and_archival():
    assert faults_of(printed(*STORY)) == []


def test_the_validator_finds_what_is_wrong():
    assert faults_of(printed(*STORY).replace(b"/Marked true", b"/Marked none")) != []


def test_one_case_is_accessible_and_archival_in_every_language_on_every_paper_and_in_large_print(cases, library):
    found = {name: faults_of(content) for name, content in editions(cases["reference"], library)}
    assert len(found) == 2 * 2 * 2 * (len(Document) + 2)  # and two kinds of addenda
    assert not {name: faults for name, faults in found.items() if faults}


@pytest.mark.parametrize("made_at", [MADE_AT, datetime(2026, 3, 1, 8, 5, 9, tzinfo=HALF_HOUR)])
def test_old_and_new_readers_learn_the_same(made_at):
    content = printed(*STORY, made_at=made_at)
    packet, info = packet_of(content), PdfReader(BytesIO(content)).metadata
    assert packet.dc_title["x-default"] == info.title == "Consent form"
    assert packet.dc_creator == [info.author] == ["Riverside Knee Clinic"]
    assert packet.dc_language == [root_of(content)["/Lang"]] == ["en"]
    assert packet.xmp_creator_tool == info.creator == packet.pdf_producer == info.producer == "KneeDesk"
    assert packet.xmp_create_date.replace(tzinfo=UTC) == made_at.astimezone(UTC)
    assert info.creation_date == info.modification_date == made_at


def test_what_the_packet_quotes_cannot_break_it():
    frame = type(FRAME)(**{name: getattr(FRAME, name) for name in FRAME.__slots__} | {"letterhead": ("A & B <b>", "")})
    content = printed(*STORY, frame=frame)
    assert packet_of(content).dc_creator == ["A & B <b>"]
    assert faults_of(content) == []


def test_a_file_that_is_carried_along_comes_out_as_it_was():
    reader = PdfReader(BytesIO(printed(*STORY, attachments=[FILE])))
    assert reader.attachments == {"consultation.json": [FILE.content]}
    (entry,) = reader.trailer["/Root"]["/AF"]
    entry = entry.get_object()
    stream = entry["/EF"]["/F"].get_object()
    assert (entry["/AFRelationship"], entry["/Desc"], entry["/UF"]) == ("/Data", "The consultation", FILE.name)
    assert (stream["/Subtype"], stream["/Params"]["/Size"]) == ("/application/json", len(FILE.content))


def test_several_files_stand_in_the_order_of_their_names():
    files = [Attachment(name, "text/plain", "", name.encode()) for name in ("b.txt", "ä.txt", "a.txt")]
    content = printed(*STORY, attachments=files)
    with opened(content) as document:
        names = {document.get_attachment(index).get_name() for index in range(document.count_attachments())}
    assert names == {"a.txt", "b.txt", "ä.txt"}
    assert faults_of(content) == []


def test_the_record_carries_the_consultation_as_it_was_typed_and_no_other_document_does(cases, library):
    consultation = cases["hostile-text"]
    for document in Document:
        content = issue(document, material_of(consultation, library), "a4", consultation_file=dumps(consultation))
        attached = PdfReader(BytesIO(content)).attachments
        if document is Document.RECORD:
            assert loads(attached["consultation.json"][0]) == consultation
        else:
            assert not attached


def test_colours_have_a_meaning_and_windows_show_the_title():
    root = root_of(printed(*STORY))
    (intent,) = root["/OutputIntents"]
    assert intent["/OutputConditionIdentifier"] == "sRGB IEC61966-2.1"
    assert intent["/DestOutputProfile"]["/N"] == 3
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/MarkInfo"]["/Marked"]


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="make soak sees to it that qpdf is there")
def test_another_reader_finds_no_fault_in_the_file_itself(tmp_path):
    path = tmp_path / "all.pdf"
    path.write_bytes(printed(*STORY, attachments=[FILE], seal_field="Seal of the practice"))
    run = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)  # noqa: S607
    assert run.returncode == 0, run.stdout + run.stderr
