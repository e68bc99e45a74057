"""The recovery key on paper: one page, printed or saved, that says what it opens and where it is kept."""

from __future__ import annotations

import os
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from kneedesk.language import Language

# Messages of the application.
OPENS = "With this key a user of KneeDesk who forgot the passphrase chooses another one. It opens every consultation."
KEEP = "Keep it where only those can get at it who may read every consultation, and never beside the computer."


def sheet(key: str, practice: str, language: Language) -> QTextDocument:
    """Return the page."""
    say = language.say
    groups = "&nbsp;&nbsp; ".join(
        f"<span style='color:#555'>{place}</span>&nbsp;<b>{signs}</b>" for place, signs in enumerate(key.split("-"), 1)
    )
    document = QTextDocument()
    letters = QFont("Inter")
    letters.setPointSize(11)  # pixels, as on the screen, would be dust on a printer
    document.setDefaultFont(letters)
    document.setHtml(
        f"<h1>{escape(say('Recovery key'))}</h1><p>KneeDesk{escape(f' · {practice}' if practice else '')}</p>"
        f"<p style='font-family:monospace; font-size:15pt'>{groups}</p>"
        f"<p>{escape(say(OPENS))}</p><p>{escape(say(KEEP))}</p>"
    )
    return document


def print_sheet(key: str, practice: str, language: Language, parent: QWidget) -> bool:
    """Ask for a printer and print the page there; tell whether it was sent."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("recovery-key")
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    sheet(key, practice, language).print_(printer)
    return True


def save_sheet(key: str, practice: str, language: Language, path: Path) -> bool:
    """Save the page as a PDF that only its owner can read; tell whether that is done."""
    try:
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
    except OSError:
        return False
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setTitle("KneeDesk")
    sheet(key, practice, language).print_(writer)
    del writer
    return os.path.getsize(path) > 0
