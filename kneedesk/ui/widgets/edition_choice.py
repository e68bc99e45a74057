"""Which document is looked at: its kind, its language, its paper and the size of its print, each one key away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy

from kneedesk.assessment.readiness import Document
from kneedesk.domain.decision import Outcome
from kneedesk.ui.issuing import usual_paper
from kneedesk.ui.typesetter import Edition
from kneedesk.ui.widgets.segment import SegmentRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kneedesk.documents.style import Paper
    from kneedesk.domain.consultation import Consultation
    from kneedesk.language import Language

_NAMES: Final = {
    Document.CONSENT: "Consent",
    Document.SHEET: "Options sheet",
    Document.DISCUSSED: "Talk record",
    Document.RECORD: "Clinical record",
    Document.BLANK: "Paper forms",
}
_PAPERS: Final[tuple[tuple[Paper, str], ...]] = (("a4", "A4"), ("letter", "Letter"))
_SPOKEN: Final = {"en": "English", "es": "Español"}
_USUAL, _LARGE = "usual", "large"


class EditionChoice(QObject):
    """Four rows, for a page to lay out; another patient is met by what is usual for them."""

    chosen = Signal()
    """Another edition was chosen by hand."""

    def __init__(self, tags: Iterable[str], language: Language, parent: QObject | None = None) -> None:
        """Take the languages of the documents, and that of the screen."""
        super().__init__(parent)
        say = language.say
        self._own, self._known = language.tag, tuple(tags)
        self.edition = Edition(Document.CONSENT, self._own, "a4")
        self._documents = self._row("document", say("Document"), [(each, say(_NAMES[each])) for each in Document])
        spoken = [(tag, spoken_name(tag)) for tag in self._known]
        self._languages = self._row("language", say("Language"), spoken)
        if len(spoken) == 1:  # shown here, before it has a place, it would be a window of its own
            self._languages.hide()
        self._papers = self._row("paper", say("Paper"), [(paper, say(name)) for paper, name in _PAPERS])
        sizes = [(_USUAL, say("Usual print")), (_LARGE, say("Large print"))]
        self._sizes = self._row("size", say("Size of the print"), sizes)
        self.rows = (self._documents, self._languages, self._papers, self._sizes)
        self._documents.choose(self.edition.document)
        self._sizes.choose(_USUAL)
        self._documents.chosen.connect(partial(self._choose, "document"))
        self._languages.chosen.connect(partial(self._choose, "language"))
        self._papers.chosen.connect(partial(self._choose, "paper"))
        self._sizes.chosen.connect(lambda size: self._choose("large", size == _LARGE))

    def of(self, document: Document) -> Edition:
        """Return a document in the language, on the paper and in the size that are chosen."""
        return self.edition._replace(document=document)

    def next(self) -> tuple[Edition, ...]:
        """Return what one key may choose next: another document, or this one set otherwise."""
        chosen = self.edition
        return (
            *(self.of(document) for document in Document),
            *(chosen._replace(paper=paper) for paper, _ in _PAPERS),
            *(chosen._replace(language=tag) for tag in self._known),
            chosen._replace(large=not chosen.large),
        )

    def meet(self, consultation: Consultation) -> None:
        """Choose what is usual for another patient: the language that they wish, and the paper of where they live."""
        wished = consultation.patient.language
        language = str(wished) if wished in self._known else self._own
        self.edition = Edition(self.edition.document, language, usual_paper(consultation))
        self._papers.choose(self.edition.paper)
        self._sizes.choose(_USUAL)
        self._languages.choose(language)

    def suggest(self, ending: Outcome | None) -> None:
        """Choose what belongs to an ending: the form that is signed, or the record of what was decided instead."""
        if self.edition.document in (Document.CONSENT, Document.DISCUSSED):
            goes_on = ending in (None, Outcome.PROCEED)
            self.edition = self.of(Document.CONSENT if goes_on else Document.DISCUSSED)
            self._documents.choose(self.edition.document)

    def _choose(self, what: str, value: Any) -> None:
        self.edition = self.edition._replace(**{what: value})
        self.chosen.emit()

    @staticmethod
    def _row(name: str, title: str, options: Sequence[tuple[Any, str]]) -> SegmentRow:
        row = SegmentRow(f"documents.{name}", title, options, required=True)
        row.setObjectName(f"documents.{name}")
        row.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return row


def spoken_name(tag: str) -> str:
    """Return what a language is called by who speaks it; its tag where that is not known."""
    return _SPOKEN.get(tag, tag)
