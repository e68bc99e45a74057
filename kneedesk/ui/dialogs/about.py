"""About KneeDesk: which version, of the application and of what it knows, what it is for, and the licences."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kneedesk import __version__
from kneedesk.bundle import resources
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.content import Block, Fields, Heading, Paragraph, say
from kneedesk.ui.dialogs.fitted import room_of
from kneedesk.ui.theme import scaled
from kneedesk.ui.widgets.block_list import BlockList
from kneedesk.ui.widgets.buttons import Picker
from kneedesk.ui.widgets.scrolling import ScrollColumn
from kneedesk.ui.widgets.text import heading

_SIZE: Final = (760, 720)
_READ: Final = 150
"""As tall as the text of a licence is seen; what KneeDesk is for is seen whole."""

# Messages of the application, in the words of the README.
INTENDED_USE: Final = (
    "KneeDesk is for licensed physicians, for adult patients, for one knee at a time, and not for emergencies. It "
    "supports a talk between physician and patient; it decides nothing, reads no image and computes no grade. The "
    "decision remains with the two of them.",
    "It is not cleared by any authority, not CE or UKCA marked, and has not been evaluated in patients. In the "
    "European Union and the United Kingdom, whoever operates it must settle its status as a medical device before it "
    "is used in care.",
    "What the patient sees and takes home informs: it carries no verdict and no prediction for that person, and "
    "leaves the desk only when the physician releases it. A consent form for a course outside the described profile "
    "says so, and says in plain words why the physician offers it all the same.",
    "The statutory notices that ship are samples and claim no compliance: the practice supplies the text that counts.",
)


class AboutDialog(QDialog):
    """All of it lies on this computer; nothing is asked of any other."""

    def __init__(self, library: Library | None, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setObjectName("about")
        self.setWindowTitle(language.say("About KneeDesk"))
        self.resize(QSize(scaled(_SIZE[0]), scaled(_SIZE[1])).boundedTo(room_of(self)))
        self._files = _licences()
        names = [(file, self._name_of(file)) for file in self._files]
        self.licence = Picker(language.say("Licences"), names)
        self.licence.setObjectName("about.licence")
        self.licence.currentIndexChanged.connect(self._show)
        self.text = QPlainTextEdit()
        self.text.setObjectName("about.text")
        self.text.setAccessibleName(language.say("The text of the licence"))
        self.text.setReadOnly(True)
        self.text.setFixedHeight(scaled(_READ))
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.done_button = QPushButton(language.say("Close"))
        self.done_button.setObjectName("about.close")
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        self._arrange(library)
        self._show(0)
        self.done_button.setFocus()

    def _arrange(self, library: Library | None) -> None:
        words = BlockList(_blocks(library, self._language))
        words.setAutoFillBackground(False)
        row = QHBoxLayout()
        row.addWidget(heading(self._language.say("Licences"), 3))
        row.addStretch(1)
        row.addWidget(self.licence)
        below = QVBoxLayout()
        below.setContentsMargins(24, 6, 24, 14)
        below.setSpacing(8)
        below.addLayout(row)
        below.addWidget(self.text)
        foot = QFrame()
        foot.setProperty("tone", "footer")
        ends = QHBoxLayout(foot)
        ends.setContentsMargins(24, 12, 24, 12)
        ends.addStretch(1)
        ends.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ScrollColumn(words, self._language.say("About KneeDesk")), 1)
        column.addLayout(below)
        column.addWidget(foot)

    def _name_of(self, file: Path) -> str:
        if file.stem == "NOTICES":
            return self._language.say("What KneeDesk is made with")
        return file.stem if file.parent.name == "licences" else f"{file.parent.name}: {file.stem}"

    def _show(self, place: int) -> None:
        self.text.setPlainText(self._files[place].read_text("utf-8").strip("\n"))


def _blocks(library: Library | None, language: Language) -> tuple[Block, ...]:
    pairs = [(language.say("Version"), (say(__version__),))]
    if library is not None:
        known = language.say("{version}, reviewed on {reviewed}, next review due {due}")
        days = {"reviewed": language.day(library.pack.reviewed), "due": language.day(library.pack.review_due)}
        pairs.append((language.say("What is known"), (say(known.format(version=library.version, **days)),)))
    return (
        Heading("KneeDesk", 2),
        Fields(tuple(pairs), 1),
        Heading(language.say("Intended use"), 3),
        *(Paragraph(say(language.say(words))) for words in INTENDED_USE),
    )


def _licences() -> tuple[Path, ...]:
    """Return the notices first, then every licence that is shipped."""
    notices = resources() / "licences" / "NOTICES.txt"
    others = {file for folder in ("licences", "fonts", "icons") for file in (resources() / folder).glob("*.txt")}
    return notices, *sorted(others - {notices})
