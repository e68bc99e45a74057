"""Risks: what can go wrong with the proposed course, how often, what nobody knows, and what was talked through."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.assessment.assessment import Assessment
from kneedesk.assessment.findings import findings_of
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.product import Product
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.risk import Risk
from kneedesk.language import Language
from kneedesk.presentation.conversation import lacks_of_risks, risks_do_not_apply
from kneedesk.presentation.patient_view import Focus
from kneedesk.presentation.risk_differences import differences, unknown_findings
from kneedesk.presentation.risks import by_heading, risks_of
from kneedesk.presentation.talk import caution_lines, telephone_words, unknown_lines
from kneedesk.ui.page import Page, Progress
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.answers_card import AnswersCard
from kneedesk.ui.widgets.asking import NothingProposed
from kneedesk.ui.widgets.call_card import CallCard
from kneedesk.ui.widgets.caution_card import CautionCard
from kneedesk.ui.widgets.page_column import GAP, page_column
from kneedesk.ui.widgets.passage_list import Roving, let_go_of_focus
from kneedesk.ui.widgets.risk_card import RiskCard
from kneedesk.ui.widgets.risk_entry import RiskEntry
from kneedesk.ui.widgets.scrolling import bring
from kneedesk.ui.widgets.side_by_side import SideBySide
from kneedesk.ui.widgets.statement_card import StatementCard
from kneedesk.ui.widgets.words import Words

_DISCUSSED = "counselling.discussed"
_CHECKED = "counselling.checked"
_PRODUCT = tuple(f"product.{name}" for name in Product.model_fields)


class RisksPage(Page):
    """Common and serious apart; harvest and anaesthesia apart; the unknown said as unknown."""

    STEP = "risks"
    TITLE = "Risks"
    HOLDS = frozenset({_DISCUSSED, _CHECKED, "product"})

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.STEP)
        self._library, self._language, self._theme = library, language, theme
        self._shown: tuple[object, ...] = ()
        self._discussed: tuple[str, ...] = ()
        self._resting = False
        self._entries: list[RiskEntry] = []
        self._risk_cards: list[RiskCard] = []
        self._roving = Roving()
        say = language.say
        column = page_column(self, say(self.TITLE), say("Of 100 people, how many have it, and what nobody knows."))
        self._nothing = NothingProposed(say("Its risks stand here once it is chosen."), language, theme)
        self._nothing.sought.connect(self.sought)
        self._course, self._count = Words(level="2"), Words("note")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GAP)
        self._beside = SideBySide(library, language, theme)
        self._unknown = StatementCard(say("What is not known, and what cannot be undone"))
        self._unknown.lead(self.line_to_say("risks-unknown"))
        self._cautions = CautionCard(library, language, theme)
        self._cautions.sought.connect(self.sought)
        self._product = AnswersCard("product_traceability", _PRODUCT, library, language, theme, columns=2)
        self._checks = AnswersCard("clinic_checklist", (_CHECKED,), library, language, theme)
        self._call = CallCard(library, language)
        column.addWidget(self._nothing)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._course)
        head.addWidget(self._count)
        column.addLayout(head)
        column.addLayout(self._cards)
        for card in (self._beside, self._unknown, self._cautions):
            card.explained.connect(self.explained)
            column.addWidget(card)
        for answers in (self._product, self._checks):
            answers.explained.connect(self.explained)
            answers.amended.connect(self.amended)
            column.addWidget(answers)
        self._call.explained.connect(self.explained)
        column.addWidget(self._call)
        column.addStretch(1)

    def show_consultation(self, consultation: Consultation, assessment: Assessment) -> None:
        """Show the risks of the proposed course and which of them were talked through."""
        treatment = consultation.proposal.treatment
        shown = (treatment, consultation.proposal.cell_source)
        if shown != self._shown:
            self._shown = shown
            self._show_course(treatment, consultation)
        self._beside.show_consultation(consultation)
        self._show_cautions(consultation, assessment)
        self._call.show_telephones(telephone_words(consultation, self._library, self._language))
        for answers in (self._product, self._checks):
            answers.show_consultation(consultation, applies=treatment is Treatment.STEM_CELL)
        self._discussed = consultation.counselling.discussed or ()
        for card in self._risk_cards:
            card.show_discussed(self._discussed)
        self._show_differences(consultation)
        self._say_count()

    def editors(self) -> Iterable[QWidget]:
        """Return the fields, the ticks, and what ticks many risks at once."""
        ticks = (entry.tick for entry in self._entries)
        return (*super().editors(), *ticks, *(card.all for card in self._risk_cards))

    def rest(self, *, resting: bool) -> None:
        """Name no keys where nothing may be ticked."""
        super().rest(resting=resting)
        self._resting = resting
        self._say_count()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was in sight: the next consultation may have the same course."""
        super().hideEvent(event)
        if not event.spontaneous():
            for entry in self._entries:
                entry.forget_sight()

    def go_to(self, path: str) -> bool:
        """Put the focus on the first risk that was not talked through, or on the control of another finding."""
        if path != _DISCUSSED:
            return super().go_to(path)
        if not self._entries:
            return False
        left = next((entry for entry in self._entries if entry.risk not in self._discussed), self._entries[0])
        self._lead_to(left)
        return True

    def projection(self, focused: QWidget | None) -> Focus:
        """Return the risk on which the focus is, else the first that was not talked through; with what is beside it."""
        on = [entry for entry in self._entries if focused is not None and entry.isAncestorOf(focused)]
        left = [entry for entry in self._entries if entry.risk not in self._discussed]
        shown = next(iter((*on, *left, *self._entries)), None)
        name = self._beside.risk_of(focused) or (shown.risk if shown is not None else "")
        return Focus(self.STEP, name, self._beside.courses)

    @classmethod
    def progress(cls, consultation: Consultation, assessment: Assessment) -> Progress:
        """Return whether every risk of the proposed course was talked through."""
        if risks_do_not_apply(consultation):
            return Progress.NOT_APPLICABLE
        return Progress.MISSING if lacks_of_risks(consultation, assessment) else Progress.DONE

    def _show_course(self, treatment: Treatment | None, consultation: Consultation) -> None:
        let_go_of_focus(self)
        self._nothing.setVisible(treatment is None)
        for widget in (self._course, self._count):
            widget.setVisible(treatment is not None)
        self._unknown.show_lines(unknown_lines(treatment, self._library, self._language) if treatment else ())
        self._entries = []
        for card in self._risk_cards:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._risk_cards = []
        if treatment is None:
            self._roving.hold([])
            return
        self._course.say(self._library.options[treatment].name.spoken(self._language.tag))
        risks = risks_of(consultation, treatment, self._library)
        for title, members in by_heading(risks, self._language).items():
            entries = [self._entry(risk) for risk in members]
            self._entries += entries
            card = RiskCard(title, entries, self._language, self._theme)
            card.talked.connect(self._record_all)
            self._risk_cards.append(card)
            self._cards.addWidget(card)
            card.show()
        self._stop_at(self._entries[0])
        self._hold()

    def _hold(self) -> None:
        self._roving.hold([[entry.statements for entry in self._entries]])

    def _show_differences(self, consultation: Consultation) -> None:
        findings, library, language = findings_of(consultation), self._library, self._language
        lines = [differences(library.risks[entry.risk], findings, library, language) for entry in self._entries]
        changed = [entry.show_differences(each) for entry, each in zip(self._entries, lines, strict=True)]
        if any(changed):
            self._hold()

    def _show_cautions(self, consultation: Consultation, assessment: Assessment) -> None:
        """Say what speaks for care here, and what is not recorded and may change a risk."""
        treatment = consultation.proposal.treatment
        if treatment is None:
            self._cautions.show_cautions((), ())
            return
        risks = risks_of(consultation, treatment, self._library)
        lines = caution_lines(treatment, assessment, self._language)
        self._cautions.show_cautions(lines, unknown_findings(risks, findings_of(consultation)))

    def _entry(self, risk: Risk) -> RiskEntry:
        entry = RiskEntry(risk, self._library, self._language, self._theme)
        entry.explained.connect(self.explained)
        entry.tick.toggled.connect(lambda checked: self._record(entry, discussed=checked))
        entry.tick.keyed.connect(lambda event: self._step(entry, event))
        entry.led.connect(self._roving.lead)
        return entry

    def _record(self, entry: RiskEntry, *, discussed: bool) -> None:
        self._stop_at(entry)
        others = tuple(each for each in self._discussed if each != entry.risk)
        self.amended.emit({_DISCUSSED: (*others, entry.risk) if discussed else others})

    def _record_all(self, risks: tuple[str, ...]) -> None:
        """Record risks that were confirmed, and lead to the first that is open after them."""
        discussed = (*self._discussed, *risks)
        self.amended.emit({_DISCUSSED: discussed})
        after = max(place for place, entry in enumerate(self._entries) if entry.risk in risks)
        following = next((each for each in self._entries[after:] if each.risk not in discussed), self._entries[after])
        self._lead_to(following)

    def _step(self, entry: RiskEntry, event: QKeyEvent) -> None:
        """Lead from tick to tick with the arrows, and by the one to the right to the next that is open."""
        place, last = self._entries.index(entry), len(self._entries) - 1
        match Qt.Key(event.key()):
            case Qt.Key.Key_Down:
                following = self._entries[min(place + 1, last)]
            case Qt.Key.Key_Up:
                following = self._entries[max(place - 1, 0)]
            case Qt.Key.Key_Right:
                after = (*self._entries[place + 1 :], *self._entries[:place])
                following = next((each for each in after if each.risk not in self._discussed), entry)
            case _:
                return
        self._lead_to(following)
        event.accept()

    def _lead_to(self, entry: RiskEntry) -> None:
        self._stop_at(entry)
        entry.tick.setFocus(Qt.FocusReason.OtherFocusReason)
        bring(entry)

    def _stop_at(self, entry: RiskEntry) -> None:
        """Make one tick the stop of Tab; arrows reach the others."""
        for each in self._entries:
            each.tick.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is entry else Qt.FocusPolicy.ClickFocus)

    def _say_count(self) -> None:
        done = sum(entry.risk in self._discussed for entry in self._entries)
        words = self._language.say("{done} of {all} risks talked through.")
        keys = self._language.say("Space ticks, \N{RIGHTWARDS ARROW} goes to the next.")
        told = words.format(done=done, all=len(self._entries))
        self._count.say(told if self._resting else f"{told} {keys}")
