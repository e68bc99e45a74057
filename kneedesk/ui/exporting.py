"""Documents leave the desk: saved where the clinician says, or printed; never under a name that names the patient."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget

from kneedesk.assessment.readiness import Document
from kneedesk.documents.writing import write_whole
from kneedesk.language import Language
from kneedesk.store.chain import Deed
from kneedesk.ui.background import Background
from kneedesk.ui.failure import sentences_of
from kneedesk.ui.issuing import Issued, Request, issue_request, print_pages
from kneedesk.ui.sealing import Seals

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Exporter(QObject):
    """Asks where to, without stopping the window, and does the work elsewhere."""

    exported = Signal(str)
    """A document was saved or printed."""
    told = Signal(str)
    """One sentence on what happened, or on what went wrong."""
    folder_chosen = Signal(str)
    """Where the next dialog begins; kept in memory only."""

    def __init__(self, background: Background, language: Language, window: QWidget, seals: Seals | None = None) -> None:
        """Take what seals the documents of a version that stands; without it they leave as they are."""
        super().__init__(window)
        self._background, self._language, self._window, self._seals = background, language, window, seals
        self.folder = ""

    def save(self, issued: Issued) -> None:
        """Ask for a file, and write the bytes that are shown."""
        name = file_name(issued.request.document)
        self.ask_file(name, lambda path: self.write(path.parent, {path.name: issued}))

    def ask_file(self, name: str, then: Callable[[Path], None]) -> None:
        """Ask under which name a document is saved."""
        dialog = self._dialog(self._language.say("Save the document"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._language.say("PDF documents (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        dialog.open()

    def save_all(self, documents: Iterable[Issued | Request]) -> None:
        """Ask for a folder, and write documents into it; what is not issued yet is issued first."""
        requests = ((each.request if isinstance(each, Issued) else each, each) for each in documents)
        contents = {file_name(request.document): each for request, each in requests}
        self.ask_folder(tuple(contents), lambda folder: self.write(folder, contents))

    def ask_folder(self, names: tuple[str, ...], then: Callable[[Path], None]) -> None:
        """Ask in which folder documents of these names are saved, and whether to replace what is there."""
        dialog = self._dialog(self._language.say("Save all documents in a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self._check(Path(path), names, then))
        dialog.open()

    def print(self, issued: Issued) -> None:
        """Ask for a printer, and print the pages that are shown."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer, issued)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(self._language.say("Print the document"))
        dialog.accepted.connect(partial(self.print_on, printer, issued))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # its own ``open`` wants a slot by name

    def print_on(self, printer: QPrinter, issued: Issued) -> None:
        """Print the pages on a printer that was chosen."""
        say, document = self._language.say, issued.request.document

        def done(count: int) -> None:
            pages = (
                say("1 page was sent to the printer.") if count == 1 else say("{count} pages were sent to the printer.")
            )
            self.told.emit(pages.format(count=count))
            self.exported.emit(document.value)

        def failed(_error: Exception, _printer: QPrinter = printer) -> None:
            self.told.emit(say("The pages could not be printed. Check the printer and try again."))

        self.told.emit(say("Printing\N{HORIZONTAL ELLIPSIS}"))
        note = self.noting(Deed.PRINT, (issued.request.what,))
        self._background.run(partial(_print, issued.content, printer, note), done, failed)

    def write(self, folder: Path, contents: dict[str, Issued | Request]) -> None:
        """Write documents under these names; what is not issued yet is issued first."""
        requests = {name: each.request if isinstance(each, Issued) else each for name, each in contents.items()}
        sealed = tuple(name for name, each in requests.items() if each.stands) if self._seals else ()

        def done(names: list[str]) -> None:
            say, enumerate_ = self._language.say, self._language.enumerate
            told = [say("Saved {names} in {folder}.").format(names=enumerate_(tuple(names)), folder=folder.name)]
            if sealed:
                told.append(say("Sealed: {names}.").format(names=enumerate_(sealed)))
            self.told.emit(" ".join(told))
            for request in requests.values():
                self.exported.emit(request.document.value)

        whats = tuple(request.what for request in requests.values())
        self.put(folder, {name: partial(_content, each, self._seals) for name, each in contents.items()}, done, whats)

    def put(
        self,
        folder: Path,
        sources: Mapping[str, Callable[[], bytes]],
        then: Callable[[list[str]], None],
        whats: tuple[str, ...],
    ) -> None:
        """Have the bytes made and written under these names elsewhere, then tell which they are.

        ``whats`` is what the journal calls them; one that is empty is not entered.
        """
        self.folder = str(folder)
        self.folder_chosen.emit(self.folder)
        note = self.noting(Deed.EXPORT, whats)
        self._background.run(partial(_write_all, folder, sources, note), then, self._not_written)

    def noting(self, deed: Deed, whats: tuple[str, ...]) -> Callable[[], None]:
        """Return what enters in the journal that documents of the open consultation leave; called elsewhere."""
        seals, key = self._seals, self._seals.key() if self._seals else ""

        def note() -> None:
            for what in filter(None, whats):
                if seals is not None:
                    seals.note(deed, key, what)

        return note

    def _check(self, folder: Path, names: tuple[str, ...], then: Callable[[Path], None]) -> None:
        there = tuple(name for name in names if (folder / name).exists())
        if not there:
            then(folder)
            return
        say = self._language.say
        box = QMessageBox(self._before())
        box.setObjectName("documents.replace")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(say("Replace?"))
        box.setText(say("The folder already holds {names}.").format(names=self._language.enumerate(there)))
        replace = box.addButton(say("Replace"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(say("Cancel"), QMessageBox.ButtonRole.RejectRole))
        replace.clicked.connect(lambda: then(folder))
        box.finished.connect(box.deleteLater)
        box.open()

    def _dialog(self, title: str) -> QFileDialog:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._before(), title, self.folder or documents)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _before(self) -> QWidget:
        """Return what a dialog stands before: the one that it was asked for from, or the window."""
        return QApplication.activeModalWidget() or self._window

    def _not_written(self, error: Exception) -> None:
        say = self._language.say
        if isinstance(error, OSError):
            reason = error.strerror or type(error).__name__
            self.told.emit(say("Nothing could be written there: {reason}.").format(reason=reason))
        else:
            self.told.emit(not_made(error, self._language))


def file_name(document: Document) -> str:
    """Return the name under which a document is saved: what it is, never whose."""
    return f"{document.value}.pdf"


def not_made(error: Exception, language: Language) -> str:
    """Return one sentence on a document that could not be made; what another exception says may name the patient."""
    if hasattr(error, "sentence"):  # the practice's key is damaged, or the copy cannot be kept
        return " ".join(sentences_of(error, language))
    words = language.say("The document could not be made ({kind}). What was recorded is kept; please report this.")
    return words.format(kind=type(error).__name__)


def prepare(printer: QPrinter, issued: Issued) -> None:
    """Give a printer the paper of a document and a name for its queue that names no patient."""
    from PySide6.QtGui import QPageSize  # noqa: PLC0415

    paper = QPageSize.PageSizeId.A4 if issued.request.paper == "a4" else QPageSize.PageSizeId.Letter
    printer.setPageSize(QPageSize(paper))
    printer.setFullPage(True)
    printer.setDocName(issued.request.document.value)


def _content(each: Issued | Request, seals: Seals | None) -> bytes:
    return (each if isinstance(each, Issued) else issue_request(each, seals)).content


def _print(content: bytes, printer: QPrinter, note: Callable[[], None]) -> int:
    note()
    return print_pages(content, printer)


def _write_all(folder: Path, sources: Mapping[str, Callable[[], bytes]], note: Callable[[], None]) -> list[str]:
    """Make everything before the first file is written, and enter it before it leaves."""
    contents = {name: source() for name, source in sources.items()}
    note()
    for name, content in contents.items():
        write_whole(folder / name, content)
    return list(contents)
