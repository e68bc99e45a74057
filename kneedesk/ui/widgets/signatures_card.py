"""The places to sign on the consent form, open only when the form lacks nothing."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.signature import Signature
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.signing import is_signed, signers
from kneedesk.ui.forms import Form
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.marks import FaultLine
from kneedesk.ui.widgets.pressable import show_each
from kneedesk.ui.widgets.signer_row import SignerRow
from kneedesk.ui.widgets.words import Words

_COPY = "consent.copy_given"


class SignaturesCard(Card):
    """A row for everybody who signs; what was signed once is shown also when the places are closed."""

    amended = Signal(object)

    def __init__(
        self,
        library: Library,
        language: Language,
        theme: Theme,
        clock: Callable[[], datetime],
        languages: Mapping[str, Language],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(language.say("Signatures"), parent=parent)
        self.setObjectName("signatures")
        self._library, self._language, self._theme, self._clock = library, language, theme, clock
        self._languages = languages
        self._signatures: tuple[Signature, ...] = ()
        self._rows: list[SignerRow] = []
        self._state, self._fault = Words("note"), FaultLine()
        self._fault.hide()
        self._places = QVBoxLayout()
        self._places.setSpacing(20)
        self._copy = Form((_COPY,), library, language, theme)
        self._copy.amended.connect(self.amended)
        self._copy.field(_COPY).mark.withhold()
        for widget in (self._state, self._fault):
            self.body.addWidget(widget)
        self.body.addLayout(self._places)
        self.body.addWidget(self._copy)

    def show_signers(self, consultation: Consultation, closed: str) -> None:
        """Show the places to sign, or in one sentence why nobody signs yet."""
        self._signatures = consultation.signatures or ()
        self._fault.show_sentence(None)
        self._copy.show_consultation(consultation)
        # Who signs agrees to the words on the form, which is in the language of the patient.
        form = self._languages.get(str(consultation.patient.language))
        places = signers(consultation, self._library, self._language, form)
        stands = consultation.finalised is not None
        if closed or stands:
            places = tuple(each for each in places if each.signature is not None)
        show_each(self._rows, places, self._add, SignerRow.show_signer)
        for row in self._rows:
            row.keep(stands)
        signed = is_signed(consultation, self._library, self._language)
        self._state.say(self._final_words(signed) if stands else closed or self._words(signed))

    def _words(self, signed: bool) -> str:
        if signed:
            return self._language.say(
                "Everybody has signed. A change of what was signed makes the signatures void; undo brings them back."
            )
        return self._language.say("Each signs as who he or she is, on the screen or on paper.")

    def _final_words(self, signed: bool) -> str:
        if signed:
            return self._language.say("Everybody has signed.")
        return self._language.say("Whoever has not signed here signs on the printed form.")

    def show_fault(self, sentence: str | None) -> None:
        """Say why a signature was not taken."""
        self._fault.show_sentence(sentence)

    def _add(self) -> SignerRow:
        row = SignerRow(len(self._rows), self._library, self._language, self._theme, self._clock)
        row.signed.connect(lambda signature: self._record((*self._signatures, signature)))
        row.withdrawn.connect(self._withdraw)
        self._places.addWidget(row)
        return row

    def _withdraw(self, place: int) -> None:
        self._record(tuple(each for at, each in enumerate(self._signatures) if at != place))

    def _record(self, signatures: tuple[Signature, ...]) -> None:
        self.amended.emit({"signatures": signatures or None})
