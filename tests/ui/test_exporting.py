"""Documents leave the desk under names that name nobody; dialogs and errors are tested with the page."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.readiness import Document
from kneedesk.documents.material import Material
from kneedesk.documents.sealing.check import Reason
from kneedesk.domain.versions import finalise
from kneedesk.store.practice_keys import FILE as KEY_FILE
from kneedesk.ui.background import Background
from kneedesk.ui.exporting import Exporter, file_name, not_made, prepare
from kneedesk.ui.issuing import Request, issue_request
from tests.ui.hosting import host

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


@pytest.fixture(scope="module")
def request_of(cases, library, english):
    def make(document: Document, paper="a4") -> Request:
        consultation = cases["reference"]
        return Request(document, Material(consultation, assess(consultation, library), library, english, NOW), paper)

    return make


@pytest.fixture
def exporter(qtbot, english):
    window = QWidget()
    exporter = Exporter(Background(window), english, window)
    exporter.out, exporter.said = [], []
    exporter.exported.connect(exporter.out.append)
    exporter.told.connect(exporter.said.append)
    exporter.host = host(qtbot, window)
    return exporter


def test_a_name_says_what_a_document_is_and_never_whose():
    assert [file_name(document) for document in Document] == [
        "consent.pdf",
        "sheet.pdf",
        "discussed.pdf",
        "record.pdf",
        "blank.pdf",
    ]


def test_a_failure_is_said_without_what_the_exception_says(english):
    words = not_made(ValueError("Ruiz Peña"), english)
    assert "ValueError" in words
    assert "Ruiz" not in words


@pytest.mark.parametrize(("paper", "page"), [("a4", QPageSize.PageSizeId.A4), ("letter", QPageSize.PageSizeId.Letter)])
def test_the_printer_gets_the_paper_of_the_document(qapp, request_of, paper, page):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, issue_request(request_of(Document.SHEET, paper)))
    assert printer.pageLayout().pageSize().id() == page
    assert printer.docName() == "sheet"


def test_what_is_not_issued_yet_is_issued_before_the_first_file_is_written(exporter, request_of, qtbot, tmp_path):
    exporter.write(tmp_path, {"sheet.pdf": request_of(Document.SHEET), "record.pdf": request_of(Document.RECORD)})
    qtbot.waitUntil(lambda: exporter.out == ["sheet", "record"])
    assert exporter.said == [f"Saved sheet.pdf and record.pdf in {tmp_path.name}."]
    assert (tmp_path / "record.pdf").read_bytes() == issue_request(request_of(Document.RECORD)).content


def test_the_next_dialog_begins_where_the_last_one_ended(exporter, request_of, qtbot, tmp_path):
    issued = issue_request(request_of(Document.SHEET))
    with qtbot.waitSignal(exporter.folder_chosen) as chosen:
        exporter.write(tmp_path, {"sheet.pdf": issued})
    assert chosen.args == [str(tmp_path)]
    qtbot.waitUntil(lambda: bool(exporter.out))
    exporter.save(issued)
    dialog = exporter.host.findChildren(QFileDialog)[-1]
    assert dialog.directory().absolutePath() == str(tmp_path)
    dialog.reject()


def test_a_folder_that_is_full_is_said_and_nothing_counts_as_exported(exporter, request_of, qtbot, tmp_path):
    exporter.write(tmp_path / "gone", {"sheet.pdf": issue_request(request_of(Document.SHEET))})
    qtbot.waitUntil(lambda: bool(exporter.said))
    assert exporter.said == ["Nothing could be written there: No such file or directory."]
    assert exporter.out == []


def as_it_stands(material):
    """Return what a document is made from, of a version that stands with the pack that is here."""
    stands = finalise(material.consultation, material.assessment.knowledge, NOW)
    return replace(material, consultation=stands)


def test_what_stands_is_sealed_as_it_is_written_and_a_draft_is_not(qtbot, english, request_of, seals_in, tmp_path):
    draft = request_of(Document.SHEET)
    standing = as_it_stands(draft.material)
    window = QWidget()
    seals = seals_in(tmp_path / "data")
    exporter, said = Exporter(Background(window), english, window, seals), []
    exporter.told.connect(said.append)
    window.host = host(qtbot, window)
    exporter.write(tmp_path, {"draft.pdf": draft})
    qtbot.waitUntil(lambda: len(said) == 1)
    issued = issue_request(replace(draft, material=standing), seals)
    exporter.write(tmp_path, {"sheet.pdf": issued})
    qtbot.waitUntil(lambda: len(said) == 2)
    folder = tmp_path.name
    assert said == [f"Saved draft.pdf in {folder}.", f"Saved sheet.pdf in {folder}. Sealed: sheet.pdf."]
    assert (tmp_path / "draft.pdf").read_bytes() == issue_request(draft).content
    assert (tmp_path / "sheet.pdf").read_bytes() == issued.content
    assert seals.check(tmp_path / "draft.pdf").reason is Reason.NO_SEAL
    assert seals.check(tmp_path / "sheet.pdf").reason is Reason.OURS


def test_blank_forms_belong_to_no_consultation_and_are_not_sealed(request_of):
    draft = request_of(Document.BLANK)
    standing = replace(draft.material, consultation=finalise(draft.material.consultation, "2026.11", NOW))
    assert replace(draft, document=Document.SHEET, material=standing).stands
    assert not replace(draft, material=standing).stands


def test_a_damaged_key_is_said_and_nothing_is_written(qtbot, english, request_of, seals_in, tmp_path):
    (tmp_path / KEY_FILE).write_bytes(b"")
    draft = request_of(Document.SHEET)
    standing = as_it_stands(draft.material)
    window = QWidget()
    exporter, said = Exporter(Background(window), english, window, seals_in(tmp_path)), []
    exporter.told.connect(said.append)
    window.host = host(qtbot, window)
    exporter.write(tmp_path, {"sheet.pdf": replace(draft, material=standing)})
    qtbot.waitUntil(lambda: bool(said))
    assert "The practice’s key for seals is damaged." in said[0]
    assert not (tmp_path / "sheet.pdf").exists()
