"""Write what came later under a version that stands; the signature beneath it keeps it, and nothing changes it then."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kneedesk.domain.addendum import VIAL, Addendum
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.record import is_blank
from kneedesk.domain.signature import Signature
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.signing import signer_of_addendum
from kneedesk.presentation.versions import KINDS, addendum_lines, addendum_title
from kneedesk.ui.dialogs.fitted import FittedDialog, room_of
from kneedesk.ui.dialogs.unsigned import UnsignedDialog
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.buttons import Picker
from kneedesk.ui.widgets.copy_rows import CopyRow, CopyRows
from kneedesk.ui.widgets.field import Line
from kneedesk.ui.widgets.marks import FaultLine
from kneedesk.ui.widgets.signer_row import SignerRow
from kneedesk.ui.widgets.text import body_label, heading, plain_label
from kneedesk.ui.widgets.words import Words, breakable
from kneedesk.ui.widgets.written import Sheet

_WIDTH: Final = 560
_BESIDE: Final = 360
"""How much wider it is with what was added before: beneath it, the dialog would be higher than a small screen."""
_GAP: Final = 24
_LONGEST: Final = 5000
_REST: Final = 300  # milliseconds without a key: what asks the typefaces does not stand in the way of one


class AddendumDialog(FittedDialog):
    """What it tells of, in words, with what is on the vial where there is one, and one signature."""

    written = Signal(object)
    """The addendum, signed; the dialog waits until it is kept, or refused."""
    page_asked = Signal(int, object)
    """An addendum that was written before, by its number from 1, whose page is to be saved."""

    def __init__(
        self,
        consultation: Consultation,
        library: Library,
        language: Language,
        theme: Theme,
        clock: Callable[[], datetime],
        languages: Mapping[str, Language],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._consultation, self._library = consultation, library
        self._language, self._languages = language, languages
        say = language.say
        self.setObjectName("addendum")
        self.setWindowTitle(say("Add an addendum"))
        self.setFixedWidth(scaled(_WIDTH))
        self.kind = Picker(say("What it tells of"), [(kind, say(words)) for kind, words in KINDS.items()])
        self.kind.setObjectName("addendum.kind")
        self.kind.picked.connect(self._choose)
        self.words = Sheet(lines=4)
        self.words.setObjectName("addendum.words")
        self.words.setAccessibleName(say("What happened"))
        self.lot, self.viability = self._line("lot", say("Lot")), self._line("viability", say("Viability"))
        self._vial = self._lay_out_vial()
        self._fault = FaultLine()
        self._fault.hide()
        self._unprintable, self._news = self._note("unprintable"), self._note("news")
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._name_unprintable)
        for field in (self.words, self.lot, self.viability):
            field.textChanged.connect(self._rest.start)
        self.signer = SignerRow(0, library, language, theme, clock)
        self.signer.signed.connect(self._sign)
        self._addenda: tuple[Addendum, ...] = ()
        self.earlier = CopyRows("addendum.earlier", say("Earlier addenda"), theme)
        self.earlier.asked.connect(lambda place: self.page_asked.emit(place + 1, self._addenda[place]))
        sides = QHBoxLayout(self)
        sides.setContentsMargins(24, 20, 24, 20)
        sides.setSpacing(_GAP)
        sides.addLayout(self._lay_out(), _WIDTH)
        self._beside = self._lay_out_earlier()
        sides.addWidget(self._beside, _BESIDE)
        self._choose()
        self.words.setFocus()

    def show_earlier(self, addenda: Sequence[Addendum]) -> None:
        """Show what was added before, each with its page to save."""
        self._addenda = tuple(addenda)
        self._beside.setVisible(bool(addenda))
        self.setFixedWidth(min(scaled(_WIDTH + (_BESIDE if addenda else 0)), room_of(self).width()))
        words = self._language.say("Save its page\N{HORIZONTAL ELLIPSIS}")
        self.earlier.show_rows(
            [
                CopyRow(addendum_title(each, self._language), "\n".join(addendum_lines(each, self._language)), words)
                for each in addenda
            ]
        )

    def refuse(self, sentences: Sequence[str]) -> None:
        """Say why it could not be kept; all that was written is still here, to be signed again."""
        self.setEnabled(True)
        self.signer.begin_again()
        self._fault.show_sentence(" ".join(sentences))

    def reject(self) -> None:
        """Close, but not over words that nobody signed, unless giving them up is confirmed."""
        if is_blank("".join(self._typed())):
            super().reject()
            return
        asked = UnsignedDialog(self._language, self)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.accepted.connect(partial(self.done, QDialog.DialogCode.Rejected))
        asked.open()

    def tell(self, words: str) -> None:
        """Say what became of saving."""
        self._news.say(breakable(words))
        self._news.show()

    def _lay_out(self) -> QVBoxLayout:
        say, finalised = self._language.say, self._consultation.finalised
        assert finalised is not None  # noqa: S101 - nothing is added to a draft
        cancel = QPushButton(say("Cancel"))
        cancel.setObjectName("addendum.cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        note = say("It stands beside version {number} with its own date and signature, and changes nothing of it.")
        lines = QVBoxLayout()
        lines.setSpacing(10)
        lines.addWidget(heading(say("Add an addendum"), 2))
        lines.addWidget(body_label(note.format(number=finalised.version)))
        written = (self.words, self._vial, self._unprintable, self._fault)
        for widget in (self.kind, body_label(say("What happened")), *written, self.signer):
            lines.addWidget(widget)
        lines.addWidget(self._news)
        lines.addWidget(cancel, 0, Qt.AlignmentFlag.AlignRight)
        return lines

    def _lay_out_vial(self) -> QWidget:
        """Return what is on the vial, a line each beside its name."""
        vial = QWidget()
        lines = QGridLayout(vial)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setHorizontalSpacing(12)
        for row, line in enumerate((self.lot, self.viability)):
            label = plain_label(line.accessibleName())
            label.setBuddy(line)
            lines.addWidget(label, row, 0)
            lines.addWidget(line, row, 1)
        return vial

    def _lay_out_earlier(self) -> QWidget:
        beside = QWidget()
        lines = QVBoxLayout(beside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(heading(self._language.say("Earlier addenda"), 3))
        lines.addWidget(self.earlier, 1)
        beside.hide()
        return beside

    def _note(self, name: str) -> Words:
        note = Words("note")
        note.setObjectName(f"addendum.{name}")
        note.hide()
        return note

    def _line(self, name: str, words: str) -> Line:
        line = Line(letters=True)
        line.setObjectName(f"addendum.{name}")
        line.setAccessibleName(words)
        line.setMaxLength(200)
        return line

    def _typed(self) -> tuple[str, ...]:
        """Return what was typed as it would be printed with this kind."""
        vial = (self.lot.text(), self.viability.text()) if self.kind.value() in VIAL else ()
        return (self.words.toPlainText(), *vial)

    def _name_unprintable(self) -> None:
        """Say which characters its page will show as their codes, before it is signed."""
        from kneedesk.documents.text import unprintable  # noqa: PLC0415 - it sets type, which is not needed to write

        codes = ", ".join(unprintable("".join(self._typed())))
        words = self._language.say("Characters that cannot be printed stand as their codes: {codes}.")
        self._unprintable.say(words.format(codes=codes) if codes else "")
        self._unprintable.setVisible(bool(codes))

    def _choose(self) -> None:
        kind = self.kind.value()
        self._vial.setVisible(kind in VIAL)
        self._rest.start()
        self.signer.show_signer(
            signer_of_addendum(kind, self._consultation, self._library, self._language, self._languages)
        )

    def _sign(self, signature: Signature) -> None:
        """Keep it, where there is something to keep."""
        words, finalised = self.words.toPlainText().strip(), self._consultation.finalised
        if is_blank(words) or len(words) > _LONGEST or finalised is None:
            allowed = self._language.say("Say what happened; allowed are up to {most} characters.")
            self._fault.show_sentence(allowed.format(most=f"{_LONGEST:,}"))
            self.words.setFocus()
            return
        vial = self.kind.value() in VIAL
        addendum = Addendum(
            kind=self.kind.value(),
            version=finalised.version,
            digest=finalised.digest,
            at=signature.at,
            words=words,
            lot=(self.lot.text().strip() or None) if vial else None,
            viability=(self.viability.text().strip() or None) if vial else None,
            signature=signature,
        )
        self.setEnabled(False)
        self.written.emit(addendum)
