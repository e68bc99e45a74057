"""Who decides, who interprets, who witnesses, and how much time there was: what does not apply stays folded away."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import value_of
from kneedesk.domain.signature import Role
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.signing import least_witnesses, who_decides
from kneedesk.ui.forms import Form
from kneedesk.ui.settling import held
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.glyph import IconButton

_PROXY: Final = ("consent.proxy_name", "consent.proxy_relationship")
_INTERPRETER: Final = "consent.interpreter"
_WITNESSES: Final = "consent.witnesses"
_FOLDED: Final = (*_PROXY, _INTERPRETER, _WITNESSES, "consent.discussed_by")
_PATHS: Final = ("consent.capacity", *_FOLDED, "consent.time_to_think")


class PeopleCard(Card):
    """A field comes up by itself where it is needed or recorded; the others are one press away."""

    amended = Signal(object)

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(language.say("Who decides, and who is there"), parent=parent)
        self._language = language
        self._of: object = None
        self._unfolded = False
        self._needed: frozenset[str] = frozenset()
        self._form = Form(_PATHS, library, language, theme)
        self._form.amended.connect(self.amended)
        for field in self._form.fields().values():
            field.mark.withhold()
        self._more = IconButton(theme, "chevron-down", language.say("Somebody else decides, interprets or witnesses"))
        self._more.setObjectName("consent.more")
        self._more.clicked.connect(self.unfold)
        self.body.addWidget(self._form)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_consultation(self, consultation: Consultation) -> None:
        """Show what is recorded, and of what is folded away what is needed here."""
        of = (consultation.patient, consultation.knee, consultation.date)
        if of != self._of:
            self._of, self._unfolded = of, False
        self._form.show_consultation(consultation)
        self._needed = frozenset(_needed(consultation, self._language))
        self._fold()

    def unfold(self) -> None:
        """Show all."""
        self._unfolded = True
        self._fold()
        self._form.field(next(path for path in _FOLDED if path not in self._needed)).setFocus()

    def uncover(self, path: str) -> None:
        """Show a field that is folded away."""
        if path in _FOLDED and path not in self._needed:
            self._unfolded = True
            self._fold()

    def _fold(self) -> None:
        with held(self._form):
            for path in _FOLDED:
                self._form.field(path).setVisible(self._unfolded or path in self._needed)
        self._more.setVisible(not self._unfolded and not self._needed.issuperset(_FOLDED))


def _needed(consultation: Consultation, language: Language) -> set[str]:
    needed = {path for path in _FOLDED if value_of(consultation, path) is not None}
    if who_decides(consultation) is Role.PROXY:
        needed.update(_PROXY)
    spoken = consultation.clinician.language or language.tag
    if consultation.patient.language not in (None, spoken):
        needed.add(_INTERPRETER)
    if least_witnesses(consultation):
        needed.add(_WITNESSES)
    return needed
