"""Documents for the window: the bytes, their pictures, the print; nothing of it on the disk unless it is asked for."""

import gc
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.readiness import Document
from kneedesk.documents.issue import issue
from kneedesk.documents.material import Material
from kneedesk.exchange.consultation_file import dumps
from kneedesk.ui.issuing import Request, finish, issue_request, page_picture, print_pages, set_request

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


@pytest.fixture(scope="module")
def request_of(cases, library, english):
    def make(name: str, document: Document = Document.SHEET, paper="a4") -> Request:
        consultation = cases[name]
        return Request(document, Material(consultation, assess(consultation, library), library, english, NOW), paper)

    return make


@pytest.fixture(scope="module")
def sheet(request_of):
    return issue_request(request_of("reference"))


@pytest.mark.parametrize("document", Document)
def test_what_is_issued_is_what_a_command_would_write(request_of, document):
    request = request_of("reference", document)
    assert issue_request(request).content == issue(
        document, request.material, "a4", consultation_file=dumps(request.material.consultation)
    )


@pytest.mark.parametrize(("paper", "large"), [("letter", False), ("a4", True)])
def test_what_a_document_says_is_told_once_and_set_alike_on_every_paper(request_of, monkeypatch, paper, large):
    known = {}
    request = request_of("reference", Document.RECORD)
    set_request(request, known=known)
    other = replace(request, paper=paper, large=large)
    anew = issue_request(other)
    monkeypatch.setattr("kneedesk.documents.issue.tell_document", lambda *_: pytest.fail("it is told a second time"))
    assert finish(set_request(other, known=known)).content == anew.content


def test_an_issued_document_knows_its_pages(sheet):
    assert len(sheet.pages) == len(pypdfium2.PdfDocument(sheet.content))
    assert {(round(width), round(height)) for width, height in sheet.pages} == {(595, 842)}


def test_an_issued_document_does_not_print_its_content_where_it_is_named(sheet):
    assert "%PDF" not in repr(sheet).replace("reference", "")[:20_000]


def test_a_logo_is_printed_and_one_that_is_refused_is_told(request_of, tmp_path):
    picture = tmp_path / "logo.png"
    Image.new("RGB", (60, 20), (20, 120, 160)).save(picture)
    asked = request_of("reference")
    usual = issue_request(asked)
    with_logo = issue_request(replace(asked, logo=str(picture)))
    assert with_logo.logo_refused == usual.logo_refused == ""
    assert b"/Image" in with_logo.content
    gone = issue_request(replace(asked, logo=str(tmp_path / "gone.png")))
    assert gone.logo_refused.startswith("The logo cannot be read")
    assert gone.content == usual.content


def test_characters_that_no_page_can_show_are_named(request_of):
    assert issue_request(request_of("hostile-text")).codes["patient.family_name"] == ("U+202E",)


def test_a_page_is_a_picture_of_the_size_that_was_asked_for(sheet, qapp):
    picture = page_picture(sheet.content, 0, 1.5)
    assert (picture.width(), picture.height()) == (893, 1263)
    assert picture.format() is QImage.Format.Format_RGB32
    assert picture.pixelColor(2, 2).name() == "#ffffff"
    assert any(picture.pixelColor(x, y).lightness() < 80 for x in range(0, 893, 3) for y in range(0, 600, 3))


def test_a_picture_outlives_what_it_was_drawn_from(sheet, qapp):
    pictures = [page_picture(sheet.content, 0, 0.5) for _ in range(20)]
    gc.collect()
    assert len({picture.pixelColor(100, 100).name() for picture in pictures}) == 1


def test_pictures_may_be_asked_for_by_two_threads(sheet, qapp):
    pictures: list[QImage] = []
    threads = [threading.Thread(target=lambda: pictures.append(page_picture(sheet.content, 0, 1))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(pictures) == 6
    assert all(picture == pictures[0] for picture in pictures)


def printer_to(path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setFullPage(True)
    return printer


@pytest.mark.parametrize(("first", "last", "count"), [(0, 0, 2), (1, 1, 1), (2, 2, 1), (2, 9, 1)])
def test_the_pages_that_were_asked_for_are_printed(request_of, qapp, tmp_path, first, last, count):
    issued = issue_request(request_of("reference", paper="letter"))
    two = pypdfium2.PdfDocument.new()
    two.import_pages(pypdfium2.PdfDocument(issued.content), [0, 1])
    two.save(tmp_path / "two.pdf")
    printer = printer_to(tmp_path / "printed.pdf")
    printer.setFromTo(first, last)
    assert print_pages((tmp_path / "two.pdf").read_bytes(), printer) == count
    assert len(pypdfium2.PdfDocument(tmp_path / "printed.pdf")) == count


def test_a_printed_page_shows_what_the_document_shows(sheet, qapp, tmp_path):
    path = tmp_path / "printed.pdf"
    printer = printer_to(path)
    printer.setFromTo(1, 1)
    print_pages(sheet.content, printer)
    ours, theirs = page_picture(sheet.content, 0, 0.5), page_picture(path.read_bytes(), 0, 0.5)
    assert ours.size() == theirs.size()
    spots = [(x, y) for x in range(0, ours.width(), 4) for y in range(0, ours.height(), 4)]
    apart = sum(abs(ours.pixelColor(x, y).lightness() - theirs.pixelColor(x, y).lightness()) > 96 for x, y in spots)
    assert apart < len(spots) / 100


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_an_error(sheet, qapp, tmp_path):
    with pytest.raises(OSError, match="printer"):
        print_pages(sheet.content, printer_to(tmp_path / "no" / "such" / "folder.pdf"))


def test_the_typesetter_is_loaded_before_a_page_is_set_and_nothing_of_it_later():
    program = """if True:
        import sys
        from pathlib import Path
        from kneedesk.assessment.readiness import Document
        from kneedesk.commands.inputs import library_of
        from kneedesk.exchange.consultation_file import load
        from kneedesk.ui.issuing import PARTS, Request, finish, set_request
        assert "reportlab" not in sys.modules
        for part in PARTS:
            part()
        loaded = set(sys.modules)
        from tests.documents.issuing import material_of
        material = material_of(load(Path("tests/cases/reference.json")), library_of(None))
        for document in Document:
            proof = set_request(Request(document, material, "a4"))
            proof.picture(0, 1.0)
            finish(proof)
        late = {name.split(".")[0] for name in set(sys.modules) - loaded}
        assert not late & {"kneedesk", "reportlab", "pypdfium2"}, late
    """
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
