"""Documents: the bytes that are shown are those that are saved and printed, and nothing of them stays anywhere."""

import os
from datetime import UTC, datetime

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QMessageBox

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.readiness import Document
from kneedesk.bundle import resources
from kneedesk.documents.issue import issue
from kneedesk.documents.material import Material
from kneedesk.documents.sealing.check import Reason, Verdict
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Counselling, Decision, Outcome
from kneedesk.domain.treatment import Proposal, Treatment
from kneedesk.domain.versions import finalise
from kneedesk.exchange.consultation_file import dumps
from kneedesk.language import Language
from kneedesk.language import language as language_of
from kneedesk.ui import issuing
from kneedesk.ui.dialogs.verify import VerifyDialog
from kneedesk.ui.page import Progress
from kneedesk.ui.pages.documents import DocumentsPage
from tests.ui.hosting import host, nodes, unnamed

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


def amended(consultation: Consultation, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(consultation), **blocks})


@pytest.fixture
def page(qtbot, library, english, theme, seals_in, tmp_path):
    languages = {"en": english, "es": Language("es", english.catalogue)}
    seals = seals_in(tmp_path / "data")
    page = DocumentsPage(library, english, theme, clock=lambda: NOW, languages=languages, seals=seals)
    page.changes, page.out, page.wishes, page.folders = [], [], [], []
    page.amended.connect(page.changes.append)
    page.exported.connect(page.out.append)
    page.sought.connect(page.wishes.append)
    page.folder_chosen.connect(page.folders.append)
    host(qtbot, page)
    return page


@pytest.fixture
def show(page, library, qtbot):
    def show(consultation: Consultation, document: Document = Document.CONSENT) -> None:
        page.show_consultation(consultation, assess(consultation, library))
        choose(page, "document", document, qtbot)

    return show


def choose(page, what: str, value: str, qtbot) -> None:
    segment = page.findChild(QAbstractButton, f"documents.{what}={value}")
    if not segment.isChecked():
        qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: button(page, "save").isEnabled() and drawn(page, 0))


def button(page, name: str) -> QAbstractButton:
    return page.findChild(QAbstractButton, f"documents.{name}")


def accept_folder(page, folder) -> None:
    dialog = page.findChildren(QFileDialog)[-1]
    dialog.setDirectory(str(folder.parent))
    dialog.selectFile(str(folder))
    dialog.accept()


def drawn(page, place: int) -> bool:
    pages = page.preview.pages
    return len(pages) > place and not pages[place].pixmap().isNull()


def texts(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def expected(consultation, document, library, language, paper="letter") -> bytes:
    english = language_of("en", resources() / "translations")
    material = Material(consultation, assess(consultation, library), library, language, NOW, facing=english)
    return issue(document, material, paper, consultation_file=dumps(material.consultation))


@pytest.mark.parametrize("document", Document)
def test_the_bytes_that_are_shown_are_the_bytes_that_are_saved(page, show, cases, qtbot, tmp_path, document, library):
    show(cases["reference"], document)
    qtbot.mouseClick(button(page, "save"), Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    assert [os.path.basename(path) for path in dialog.selectedFiles()] == [f"{document}.pdf"]
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(f"{document}.pdf")
    dialog.accept()
    qtbot.waitUntil(lambda: page.out == [document])
    shown = page.preview._issued.content
    assert (tmp_path / f"{document}.pdf").read_bytes() == shown
    assert shown == expected(cases["reference"], document, library, page._languages["es"])
    assert page.folders == [str(tmp_path)]
    assert any(text.startswith(f"Saved {document}.pdf") for text in texts(page))
    assert page.changes == []


def test_all_are_saved_under_names_that_name_nobody(page, show, cases, qtbot, tmp_path, library):
    show(cases["reference"])
    qtbot.mouseClick(button(page, "save_all"), Qt.MouseButton.LeftButton)
    accept_folder(page, tmp_path)
    qtbot.waitUntil(lambda: len(page.out) == len(Document))
    assert sorted(path.name for path in tmp_path.glob("*.*")) == [
        "blank.pdf",
        "consent.pdf",
        "discussed.pdf",
        "record.pdf",
        "sheet.pdf",
    ]
    for document in Document:
        content = (tmp_path / f"{document}.pdf").read_bytes()
        assert content == expected(cases["reference"], document, library, page._languages["es"])


def test_files_that_are_there_are_replaced_only_when_asked(page, show, cases, qtbot, tmp_path):
    show(cases["reference"])
    (tmp_path / "sheet.pdf").write_bytes(b"older")
    for answer in ("Cancel", "Replace"):
        qtbot.mouseClick(button(page, "save_all"), Qt.MouseButton.LeftButton)
        accept_folder(page, tmp_path)
        box = page.findChildren(QMessageBox)[-1]
        assert "sheet.pdf" in box.text()
        qtbot.mouseClick(next(each for each in box.buttons() if each.text() == answer), Qt.MouseButton.LeftButton)
        if answer == "Cancel":
            assert (tmp_path / "sheet.pdf").read_bytes() == b"older"
            assert page.out == []
    qtbot.waitUntil(lambda: len(page.out) == len(Document))
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_what_cannot_be_written_is_said_in_a_sentence(page, show, cases, qtbot, tmp_path):
    show(cases["reference"])
    page.exporter.write(tmp_path / "gone", {"consent.pdf": page.preview._issued})
    qtbot.waitUntil(lambda: any("could be written" in text for text in texts(page)))
    assert page.out == []


def test_the_pages_are_printed_on_the_printer_that_was_chosen(page, show, cases, qtbot, tmp_path):
    show(cases["reference"], Document.SHEET)
    qtbot.mouseClick(button(page, "print"), Qt.MouseButton.LeftButton)
    dialog = page.findChild(QPrintDialog)
    printer = dialog.printer()
    assert printer.docName() == "sheet"
    assert printer.resolution() >= 300
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(1, 2)
    dialog.reject()
    page.exporter.print_on(printer, page.preview._issued)
    qtbot.waitUntil(lambda: page.out == ["sheet"])
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == 2
    assert tuple(round(edge) for edge in printed.get_page_size(0)) == (612, 792)
    assert "2 pages were sent to the printer." in texts(page)


def test_pages_are_seen_before_they_are_written_and_are_printed_once_they_are(page, show, cases, qtbot):
    show(cases["reference"], Document.SHEET)
    qtbot.waitUntil(lambda: all(map(page.issued, Document)) and page._typesetter._ahead is None)
    page._typesetter.take(*page._shown)
    with qtbot.waitSignal(page._typesetter.proved):
        qtbot.mouseClick(page.findChild(QAbstractButton, "documents.document=record"), Qt.MouseButton.LeftButton)
        page.findChild(QShortcut).activated.emit()
    assert isinstance(page.preview._issued, issuing.Proof)
    assert not button(page, "save").isEnabled()
    assert page.findChild(QPrintDialog) is None
    qtbot.waitUntil(lambda: page.findChild(QPrintDialog) is not None)
    dialog = page.findChild(QPrintDialog)
    assert dialog.printer().docName() == "record"
    assert page.preview._issued is page.issued(Document.RECORD)
    dialog.reject()


def test_what_was_to_be_printed_is_forgotten_for_another_choice(page, show, cases, qtbot):
    show(cases["reference"], Document.SHEET)
    page._typesetter.take(*page._shown)
    qtbot.mouseClick(page.findChild(QAbstractButton, "documents.document=record"), Qt.MouseButton.LeftButton)
    page.findChild(QShortcut).activated.emit()
    choose(page, "document", Document.DISCUSSED, qtbot)
    assert page.findChild(QPrintDialog) is None


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_fails_is_said_in_a_sentence(page, show, cases, qtbot, tmp_path):
    show(cases["reference"], Document.SHEET)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no" / "folder.pdf"))
    page.exporter.print_on(printer, page.preview._issued)
    qtbot.waitUntil(lambda: any("could not be printed" in text for text in texts(page)))
    assert page.out == []


def test_ctrl_p_opens_the_print_dialog(page, show, cases, qtbot):
    show(cases["reference"])
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = page.findChild(QPrintDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_what_cannot_be_printed_is_said_field_by_field(page, show, cases):
    show(cases["hostile-text"], Document.SHEET)
    remark = next(text for text in texts(page) if text.startswith("Characters that cannot be printed"))
    assert "Family name (U+202E)" in remark
    assert "Questions of the patient (U+200B)" in remark
    show(cases["reference"], Document.SHEET)
    assert not any(text.startswith("Characters that cannot be printed") for text in texts(page))


def test_nothing_of_a_preview_is_on_the_disk(page, show, cases, tmp_path, monkeypatch, qtbot):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    show(cases["reference"])
    show(cases["hostile-text"], Document.RECORD)
    assert list(tmp_path.iterdir()) == []


def test_pages_are_drawn_when_they_are_scrolled_into_sight(page, show, cases, qtbot):
    show(cases["reference"])
    count = len(page.preview.pages)
    assert count > 8
    assert not drawn(page, count - 1)
    bar = page.preview.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: drawn(page, count - 1))
    qtbot.waitUntil(lambda: not drawn(page, 0))
    bar.setValue(0)
    qtbot.waitUntil(lambda: drawn(page, 0))


def test_what_is_late_is_dropped(page, show, cases, library, qtbot):
    show(cases["reference"])
    taken = []
    page._typesetter.issued.connect(lambda issued: taken.append(issued.request.material.consultation))
    names = ["trial", "declined", "bone-on-bone", "infection"]
    for name in names:
        page.show_consultation(cases[name], assess(cases[name], library))
    qtbot.waitUntil(lambda: bool(taken))
    qtbot.wait(300)
    assert taken == [cases[names[-1]]]


def test_no_page_of_one_patient_is_seen_with_the_next_one(page, show, cases, library, qtbot):
    show(cases["reference"])
    page.hide()
    page.show_consultation(cases["hostile-text"], assess(cases["hostile-text"], library))
    assert page.preview.pages == ()
    page.show()
    assert page.preview.pages == ()
    qtbot.waitUntil(lambda: drawn(page, 0))
    assert page.preview._issued.request.material.consultation == cases["hostile-text"]


def test_what_is_not_seen_is_not_kept(page, show, cases, qtbot):
    show(cases["reference"])
    page.hide()
    assert not any(drawn(page, place) for place in range(len(page.preview.pages)))
    page.show()
    qtbot.waitUntil(lambda: drawn(page, 0))


def test_an_error_is_said_in_a_sentence_that_tells_nothing_of_the_patient(page, show, cases, qtbot, monkeypatch):
    show(cases["reference"])

    def fail(request, *_):
        raise ValueError(f"cannot draw {request.material.consultation.patient.family_name}")

    monkeypatch.setattr("kneedesk.ui.typesetter.set_request", fail)
    qtbot.mouseClick(page.findChild(QAbstractButton, "documents.document=record"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any("could not be made (ValueError)" in text for text in texts(page)))
    assert not any("Ruiz" in text for text in texts(page))
    assert not button(page, "save").isEnabled()
    monkeypatch.undo()
    choose(page, "document", Document.CONSENT, qtbot)


def test_the_ending_of_the_talk_leads_to_its_document(page, cases, library, qtbot):
    def shown(consultation):
        page.show_consultation(consultation, assess(consultation, library))
        qtbot.waitUntil(lambda: button(page, "save").isEnabled() and drawn(page, 0))
        return page.preview._issued.request.document

    assert shown(cases["declined"]) is Document.DISCUSSED
    assert shown(cases["reference"]) is Document.CONSENT
    choose(page, "document", Document.RECORD, qtbot)
    assert shown(cases["declined"]) is Document.RECORD


def test_the_state_of_a_draft_is_said_and_leads_to_what_is_missing(page, show, cases, qtbot, library):
    show(cases["reference"])
    assert any(text.startswith("Draft: not for signature.") for text in texts(page))
    qtbot.mouseClick(button(page, "missing"), Qt.MouseButton.LeftButton)
    assert page.wishes == ["counselling.teach_back"]
    reference = cases["reference"]
    risks = tuple(risk.id for risk in library.risks_of(Treatment.STEM_CELL, reference.proposal.cell_source))
    talked = Counselling(discussed=risks, teach_back="It may help a little.")
    show(amended(reference, counselling=talked, decision=Decision(outcome=Outcome.PROCEED)))
    assert "Complete: ready for signature." in texts(page)
    assert not button(page, "missing").isVisible()
    show(amended(reference, proposal=Proposal(treatment=Treatment.CONSERVATIVE)))
    assert "There is nothing to sign; the page says why." in texts(page)
    show(cases["declined"])
    assert "There is nothing to sign: the talk did not end in going ahead." in texts(page)
    assert not button(page, "missing").isVisible()


def test_characters_that_cannot_be_printed_are_named(page, show, cases):
    show(cases["hostile-text"])
    assert any("U+202E" in text for text in texts(page))


def test_language_and_paper_can_be_chosen(page, show, cases, qtbot):
    show(cases["reference"])
    request = page.preview._issued.request
    assert (request.material.language.tag, request.paper) == ("es", "letter")
    before = page.preview._issued
    choose(page, "paper", "a4", qtbot)
    qtbot.waitUntil(lambda: page.preview._issued is not before)
    choose(page, "language", "en", qtbot)
    qtbot.waitUntil(lambda: page.preview._issued.request.material.language.tag == "en")
    assert page.preview._issued.request.paper == "a4"
    show(amended(cases["reference"], decision=Decision(outcome=Outcome.DECLINE)))
    qtbot.waitUntil(lambda: page.preview._issued.request.material.consultation.decision.outcome is not None)
    assert page.preview._issued.request.paper == "a4", "what was chosen stays"


def test_a_logo_that_cannot_be_printed_is_told(page, show, cases, tmp_path, monkeypatch):
    monkeypatch.setattr(page._typesetter, "_logo", lambda: str(tmp_path / "gone.png"))
    show(cases["reference"], Document.SHEET)
    assert any("The logo cannot be read" in text for text in texts(page))


def test_large_print_is_chosen_for_one_patient(page, show, cases, library, qtbot):
    show(cases["reference"], Document.SHEET)
    usual = len(page.preview._issued.pages)
    choose(page, "size", "large", qtbot)
    qtbot.waitUntil(lambda: page.preview._issued.request.large)
    assert len(page.preview._issued.pages) > usual
    page.show_consultation(cases["declined"], assess(cases["declined"], library))
    qtbot.waitUntil(lambda: page.preview._issued is not None)
    assert not page.preview._issued.request.large


def test_a_language_that_the_pack_lacks_is_named(qtbot, library, english, theme, cases):
    page = DocumentsPage(library, english, theme, clock=lambda: NOW)
    host(qtbot, page)
    page.show_consultation(cases["reference"], assess(cases["reference"], library))
    qtbot.waitUntil(lambda: "The pack has no texts in Español yet: this document is in English." in texts(page))
    assert not page.findChild(QAbstractButton, "documents.language=en").isVisible()


def test_a_page_out_of_sight_issues_nothing(page, show, cases, qtbot, library, monkeypatch):
    asked = []
    monkeypatch.setattr("kneedesk.ui.typesetter.set_request", lambda request, *_: asked.append(request))
    page.hide()
    page.show_consultation(cases["trial"], assess(cases["trial"], library))
    qtbot.wait(50)
    assert asked == []
    monkeypatch.setattr("kneedesk.ui.typesetter.set_request", issuing.set_request)
    page.show()
    qtbot.waitUntil(lambda: drawn(page, 0))


def test_what_will_be_visited_is_ready_and_what_one_key_may_choose_next(page, cases, library, qtbot, monkeypatch):
    page.hide()
    page.foresee(cases["reference"], assess(cases["reference"], library))
    qtbot.waitUntil(lambda: page.issued(Document.CONSENT) is not None)
    foreseen = page.issued(Document.CONSENT)
    page.show()
    assert page.preview._issued is foreseen
    assert button(page, "save").isEnabled()
    qtbot.waitUntil(lambda: all(map(page.issued, Document)) and page._typesetter._ahead is None)
    monkeypatch.setattr("kneedesk.ui.typesetter.set_request", lambda *_: pytest.fail("it is made a second time"))
    for choice in ("size=large", "size=usual", "paper=a4", "paper=letter", "language=en", "language=es"):
        qtbot.mouseClick(page.findChild(QAbstractButton, f"documents.{choice}"), Qt.MouseButton.LeftButton)
        assert button(page, "save").isEnabled()
    assert page.preview._issued is foreseen


def test_a_change_throws_away_what_was_foreseen(page, cases, library, qtbot):
    page.hide()
    changed = amended(cases["reference"], counselling=Counselling(teach_back="It may help a little."))
    for consultation in (cases["reference"], changed):
        page.foresee(consultation, assess(consultation, library))
        assert page.issued(Document.CONSENT) is None
        qtbot.waitUntil(lambda: page.issued(Document.CONSENT) is not None)
    page.show()
    assert page.preview._issued.request.material.consultation == changed


def test_the_page_has_a_name_for_all_that_takes_the_focus(page, show, cases):
    show(cases["reference"])
    assert unnamed(page) == []
    pages = [node for node in nodes(page.preview) if node.role() is QAccessible.Role.Graphic]
    assert any(node.text(QAccessible.Text.Name).startswith("Page 1 of ") for node in pages)


def test_nothing_scrolls_sideways(page, show, cases):
    show(cases["reference"])
    assert page.minimumSizeHint().width() <= 830
    assert page.preview.horizontalScrollBar().maximum() == 0


def test_progress(cases, library):
    reference = cases["reference"]
    assert DocumentsPage.progress(reference, assess(reference, library)) is Progress.MISSING
    declined = amended(reference, decision=Decision(outcome=Outcome.DECLINE))
    assert DocumentsPage.progress(declined, assess(declined, library)) is Progress.DONE


def test_a_document_from_anywhere_is_checked(qtbot, page, show, cases):
    show(cases["reference"])
    qtbot.mouseClick(button(page, "check"), Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(VerifyDialog)
    assert dialog.isVisible()
    dialog.accept()


@pytest.fixture
def standing(cases, library):
    return finalise(cases["reference"], assess(cases["reference"], library).knowledge, NOW)


def test_every_document_of_a_version_that_stands_is_kept_whichever_is_looked_at(qtbot, page, show, standing):
    show(standing, Document.SHEET)
    kept = {Document.CONSENT, Document.SHEET, Document.DISCUSSED, Document.RECORD}
    qtbot.waitUntil(lambda: all(map(page.issued, kept)))
    first = page.issued(Document.RECORD).content
    show(amended(standing, finalised=None), Document.SHEET)
    show(standing, Document.RECORD)
    assert page.issued(Document.RECORD).content == first


def test_it_is_finalised_when_nothing_is_lacking(qtbot, page, show, cases, library):
    show(cases["reference"])
    assert not button(page, "finalise").isEnabled()
    show(cases["declined"])
    with qtbot.waitSignal(page.finalising_asked):
        qtbot.mouseClick(button(page, "finalise"), Qt.MouseButton.LeftButton)
    show(finalise(cases["declined"], assess(cases["declined"], library).knowledge, NOW), Document.DISCUSSED)
    assert button(page, "finalise").isHidden()


def test_what_is_shown_of_a_version_that_stands_is_saved_with_its_seal(qtbot, page, show, standing, seals_in, tmp_path):
    show(standing, Document.SHEET)
    button(page, "save").click()
    dialog = page.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(tmp_path / "sheet.pdf"))
    dialog.reject()
    qtbot.waitUntil(lambda: page.out == ["sheet"])
    check = seals_in(tmp_path / "data").check(tmp_path / "sheet.pdf")
    assert (check.verdict, check.reason) == (Verdict.INTACT, Reason.OURS)
