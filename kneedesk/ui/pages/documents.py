"""Documents: what will be printed, shown as the very bytes that are saved, and the ways out of the desk."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.assessment.assessment import Assessment
from kneedesk.assessment.readiness import Document
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Outcome
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.asked import NAMES
from kneedesk.presentation.conversation import Lack, document_state, lacks_of_consent, lacks_of_documents
from kneedesk.presentation.findings import name_of
from kneedesk.ui.background import Background
from kneedesk.ui.dialogs.verify import VerifyDialog
from kneedesk.ui.exporting import Exporter, not_made
from kneedesk.ui.issuing import Issued, Shown
from kneedesk.ui.page import Page, Progress
from kneedesk.ui.sealing import Seals
from kneedesk.ui.session import NOT_TO_FINALISE
from kneedesk.ui.theme import Theme
from kneedesk.ui.typesetter import Typesetter
from kneedesk.ui.widgets.edition_choice import EditionChoice, spoken_name
from kneedesk.ui.widgets.flow import FlowLayout
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.page_column import MARGINS, page_head
from kneedesk.ui.widgets.preview import Preview
from kneedesk.ui.widgets.words import Words

_KEPT = (Document.CONSENT, Document.SHEET, Document.DISCUSSED, Document.RECORD)
"""What is kept of a version that stands: all but the forms on which nothing is recorded."""
_LOWEST_PREVIEW = 160
_REST: Final = 300
"""Milliseconds before a document, after which those that may be chosen next are made ready."""


class DocumentsPage(Page):
    """Every document: preview, file and print are the same bytes; the pages are seen before these are there."""

    STEP = "documents"
    TITLE = "Documents"
    exported = Signal(str)
    """A document was saved or printed: undo does not cross that."""
    folder_chosen = Signal(str)
    """Where documents were saved; it is remembered in memory only."""

    def __init__(
        self,
        library: Library,
        language: Language,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], datetime],
        languages: Mapping[str, Language] | None = None,
        seals: Seals | None = None,
        logo: Callable[[], str] = str,
    ) -> None:
        """Take the languages of the documents, and what seals and checks them."""
        super().__init__(parent)
        self.setObjectName(self.STEP)
        self._library, self._language, self._theme = library, language, theme
        self._languages = languages or {language.tag: language}
        self._seals = seals
        self._shown: tuple[Consultation, Assessment] | None = None
        self._of: object = None
        self._ending: Outcome | None = None
        self._prints = False
        self._choice = EditionChoice(self._languages, language, self)
        self._background = Background(self)
        self._typesetter = Typesetter(self._background, library, language, self._languages, clock, seals, logo)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self.exporter = Exporter(self._background, language, self, seals)
        self.preview = Preview(self._background, language)
        self._build()
        self._connect()

    # How it lies

    def _build(self) -> None:
        say = self._language.say
        self._state, self._remark, self._news = Words(level="3"), Words("note"), Words("note")
        self._save = self._button("save", "save", say("Save\N{HORIZONTAL ELLIPSIS}"))
        self._save_all = self._button("save_all", "folder-open", say("Save all\N{HORIZONTAL ELLIPSIS}"))
        self._print = self._button("print", "printer", say("Print\N{HORIZONTAL ELLIPSIS}"))
        self._check = self._button("check", "lock", say("Check\N{HORIZONTAL ELLIPSIS}"))
        self._check.setAccessibleName(say("Check a document\N{HORIZONTAL ELLIPSIS}"))
        self._check.setToolTip(self._check.accessibleName())
        self._check.setEnabled(True)
        if self._seals is None:
            self._check.hide()
        self._decides = True
        self._finalise = self._button("finalise", "signature", say("Finalise\N{HORIZONTAL ELLIPSIS}"))
        self._finalise.setToolTip(say("From then on nothing is changed, and the documents are sealed"))
        self._way = IconButton(self._theme, "arrow-right", say("What is missing"))
        self._way.setObjectName("documents.missing")
        self._arrange()

    def _arrange(self) -> None:
        say = self._language.say
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(10)
        column.addLayout(
            page_head(self, say(self.TITLE), say("The preview shows the very pages that are saved and printed."))
        )
        column.addLayout(
            _row(
                *self._choice.rows,
                self._save,
                self._save_all,
                self._print,
                self._check,
                self._finalise,
                self._way,
            )
        )
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._state, self._remark, self._news):
            words.addWidget(label)
        column.addLayout(words)
        column.addWidget(self.preview, 1)
        self.preview.setMinimumHeight(_LOWEST_PREVIEW)

    def _button(self, name: str, icon: str, words: str) -> IconButton:
        button = IconButton(self._theme, icon, words, kind="", role="ink")
        button.setObjectName(f"documents.{name}")
        button.setEnabled(False)
        return button

    def _connect(self) -> None:
        self._choice.chosen.connect(self._issue)
        self._save.clicked.connect(self._save_shown)
        self._save_all.clicked.connect(self._save_every)
        self._print.clicked.connect(self._print_shown)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._print_shown)
        self._check.clicked.connect(self._check_document)
        self._finalise.clicked.connect(self._ask_finalising)
        self._way.clicked.connect(self._seek)
        self.exporter.exported.connect(self.exported)
        self.exporter.folder_chosen.connect(self.folder_chosen)
        self.exporter.told.connect(partial(_tell, self._news))
        self.preview.failed.connect(self._fail)
        self._typesetter.proved.connect(self._show)
        self._typesetter.issued.connect(self._take)
        self._typesetter.failed.connect(self._fail)
        self._rest.timeout.connect(self._foresee_choices)

    # What is shown

    def show_consultation(self, consultation: Consultation, assessment: Assessment) -> None:
        """Take a state; it is issued when the page is in sight, and what was under way for another is dropped."""
        if self._shown is not None and self._shown[0] == consultation:
            return
        of = (consultation.patient, consultation.knee, consultation.date, consultation.jurisdiction)
        if of != self._of:
            self._of = of
            # Nobody is to see a page of the patient before, not even while the next one is being set.
            self.preview.tell(self._language.say("Setting the pages\N{HORIZONTAL ELLIPSIS}"))
            self._choice.meet(consultation)
        if consultation.decision.outcome is not self._ending:
            self._ending = consultation.decision.outcome
            self._choice.suggest(self._ending)
        self._shown = (consultation, assessment)
        self._typesetter.take(consultation, assessment)
        _tell(self._news, "")
        self._issue()

    def showEvent(self, event: QShowEvent) -> None:
        """Issue what is to be seen."""
        super().showEvent(event)
        self._issue()

    @classmethod
    def progress(cls, consultation: Consultation, assessment: Assessment) -> Progress:
        """Return whether the documents are complete."""
        return Progress.MISSING if lacks_of_documents(consultation, assessment) else Progress.DONE

    def hideEvent(self, event: QHideEvent) -> None:
        """Make nothing ready that nobody is about to choose."""
        super().hideEvent(event)
        self._rest.stop()

    def issued(self, document: Document) -> Issued | None:
        """Return a document as it is chosen now, where it is issued already."""
        return self._typesetter.ready(self._choice.of(document))

    def foresee(self, consultation: Consultation, assessment: Assessment) -> None:
        """Have the document ready that a visit would show."""
        self.show_consultation(consultation, assessment)
        if not self.isVisible():
            draft = consultation.finalised is None
            self._typesetter.foresee((self._choice.edition,) if draft else ())

    def let_be(self) -> None:
        """Set nothing of the state before: whoever changes it needs the processor now."""
        self._typesetter.let_be()

    def forgo_deciding(self) -> None:
        """Offer not to finalise."""
        said = self._language.say(NOT_TO_FINALISE)
        self._decides = False
        self._finalise.setEnabled(False)
        self._finalise.setToolTip(said)
        self._finalise.setAccessibleDescription(said)

    def _issue(self) -> None:
        """Show the chosen document; it is issued elsewhere where that was not done yet."""
        if self._shown is None or not self.isVisible():
            return
        edition, (consultation, assessment) = self._choice.edition, self._shown
        self._state.say(document_state(edition.document, consultation, assessment, self._library, self._language))
        draft = consultation.finalised is None
        self._finalise.setVisible(draft)
        self._finalise.setEnabled(self._decides and not lacks_of_documents(consultation, assessment))
        self._way.setVisible(draft and edition.document is Document.CONSENT and bool(self._lacks()))
        self._rest.stop()
        self._prints = False
        issued = self._typesetter.ask(edition)
        self._offer(ready=issued is not None)
        if issued is not None:
            self._take(issued)

    def _take(self, issued: Issued) -> None:
        self._offer(ready=True)
        self._show(issued)
        if self._prints:
            self._print_shown()
        if issued.request.stands:
            # Every document of a version that stands is kept as it is now, whichever of them is looked at.
            self._typesetter.foresee(map(self._choice.of, _KEPT))
        elif self.isVisible():
            self._rest.start()

    def _foresee_choices(self) -> None:
        """Have ready what one key may choose next."""
        self._typesetter.foresee(self._choice.next())

    def _show(self, shown: Shown) -> None:
        self.preview.show_issued(shown)
        _tell(self._remark, " ".join(self._remarks(shown)))

    def _remarks(self, shown: Shown) -> list[str]:
        say, remarks = self._language.say, []
        wished = shown.request.material.consultation.patient.language
        if wished is not None and wished not in self._languages:
            words = say("The pack has no texts in {language} yet: this document is in {other}.")
            other = spoken_name(self._choice.edition.language)
            remarks.append(words.format(language=spoken_name(wished), other=other))
        if shown.codes:
            words = say("Characters that cannot be printed stand as their codes: {codes}.")
            fields = (f"{self._name(path)} ({', '.join(codes)})" for path, codes in shown.codes.items())
            remarks.append(words.format(codes="; ".join(fields)))
        if shown.logo_refused:
            remarks.append(say(shown.logo_refused))
        return remarks

    def _name(self, path: str) -> str:
        """Return what a field is called on its form."""
        if path in self._library.findings:
            return name_of(path, self._library, self._language)
        return self._language.say(NAMES.get(path, "Where the physician decided otherwise"))

    def _fail(self, error: Exception) -> None:
        self._offer(ready=False)
        self.preview.tell(not_made(error, self._language))

    def _offer(self, *, ready: bool) -> None:
        for button in (self._save, self._save_all, self._print):
            button.setEnabled(ready)

    # What the clinician does

    def _save_shown(self) -> None:
        issued = self._typesetter.ready(self._choice.edition)
        if issued is not None:
            self.exporter.save(issued)

    def _save_every(self) -> None:
        requests = (self.issued(each) or self._typesetter.request(self._choice.of(each)) for each in Document)
        self.exporter.save_all(requests)

    def _print_shown(self) -> None:
        """Print what is shown, as soon as it is more than a proof."""
        issued = self._typesetter.ready(self._choice.edition)
        self._prints = issued is None
        if issued is not None:
            self.exporter.print(issued)

    def _ask_finalising(self) -> None:
        """Have it asked, and load meanwhile what seals the documents."""
        if self._seals is not None:
            self._background.run(self._seals.load, lambda _: None, self._fail)
        self.finalising_asked.emit()

    def _check_document(self) -> None:
        if self._seals is not None:
            dialog = VerifyDialog(self._seals, self._language, self._theme, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _seek(self) -> None:
        lacks = self._lacks()
        if lacks:
            self.sought.emit(lacks[0].finding)

    def _lacks(self) -> tuple[Lack, ...]:
        """Return what is still to be recorded for the consent form; who does not go ahead signs none."""
        if self._shown is None or not lacks_of_documents(*self._shown):
            return ()
        return lacks_of_consent(self._shown[1], self._library, self._language)


def _row(*widgets: QWidget) -> FlowLayout:
    """Return widgets side by side, and in the next line where the page is too narrow for all."""
    row = FlowLayout()
    for widget in widgets:
        row.addWidget(widget)
    return row


def _tell(label: Words, words: str) -> None:
    """Say something where there is something to say; an empty line takes no room."""
    label.say(words)
    label.setVisible(bool(words))
