"""Risks: what can go wrong with the proposed course, how often, what nobody knows, and what was talked through."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kneedesk.assessment.assessment import Assessment
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.risk import Risk
from kneedesk.language import Language
from kneedesk.presentation.conversation import lacks_of_risks, risks_do_not_apply
from kneedesk.presentation.risks import by_heading, risks_of
from kneedesk.presentation.talk import caution_lines, telephone_words, unknown_lines
from kneedesk.presentation.wording import speak_text, title_of
from kneedesk.ui.page import Page, Progress
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.asking import NothingProposed
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.page_column import GAP, page_column
from kneedesk.ui.widgets.passage_list import PassageList, Roving, let_go_of_focus
from kneedesk.ui.widgets.risk_entry import RiskEntry
from kneedesk.ui.widgets.statement_card import StatementCard
from kneedesk.ui.widgets.text import heading
from kneedesk.ui.widgets.words import Words

_DISCUSSED = "counselling.discussed"


class RisksPage(Page):
    """Common and serious apart; harvest and anaesthesia apart; the unknown said as unknown."""

    STEP = "risks"
    TITLE = "Risks"
    HOLDS = frozenset({_DISCUSSED, "counselling.checked", "product"})

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.STEP)
        self._library, self._language, self._theme = library, language, theme
        self._shown: tuple[object, ...] = ()
        self._discussed: tuple[str, ...] = ()
        self._entries: list[RiskEntry] = []
        self._risk_cards: list[_RiskCard] = []
        self._roving = Roving()
        say = language.say
        column = page_column(self, say(self.TITLE), say("Of 100 people, how many have it, and what nobody knows."))
        self._nothing = NothingProposed(say("Its risks stand here once it is chosen."), language, theme)
        self._nothing.sought.connect(self.sought)
        self._course, self._count = Words(level="2"), Words("note")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GAP)
        self._unknown = StatementCard(say("What is not known, and what cannot be undone"))
        self._cautions = StatementCard(say("What matters for this patient in particular"))
        self._call = _Call(library, language)
        column.addWidget(self._nothing)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._course)
        head.addWidget(self._count)
        column.addLayout(head)
        column.addLayout(self._cards)
        for card in (self._unknown, self._cautions):
            card.explained.connect(self.explained)
            column.addWidget(card)
        self._call.list.explained.connect(self.explained)
        column.addWidget(self._call)
        column.addStretch(1)

    def show_consultation(self, consultation: Consultation, assessment: Assessment) -> None:
        """Show the risks of the proposed course and which of them were talked through."""
        treatment = consultation.proposal.treatment
        shown = (treatment, consultation.proposal.cell_source)
        if shown != self._shown:
            self._shown = shown
            self._show_course(treatment, consultation)
        cautions = caution_lines(treatment, assessment, self._language) if treatment else ()
        self._cautions.show_lines(cautions)
        self._call.show_telephones(telephone_words(consultation, self._library, self._language))
        self._discussed = consultation.counselling.discussed or ()
        for entry in self._entries:
            entry.tick.show_checked(entry.risk in self._discussed)
        self._say_count()

    def go_to(self, path: str) -> bool:
        """Put the focus on the first risk that was not talked through."""
        if path != _DISCUSSED or not self._entries:
            return False
        left = next((entry for entry in self._entries if entry.risk not in self._discussed), self._entries[0])
        left.tick.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

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
            mixed = len({risk.severity for risk in members}) > 1
            entries = [self._entry(risk, marked=mixed and risk.severity == "serious") for risk in members]
            self._entries += entries
            card = _RiskCard(title, entries)
            self._risk_cards.append(card)
            self._cards.addWidget(card)
            card.show()
        self._roving.hold([[entry.statements for entry in self._entries]])

    def _entry(self, risk: Risk, *, marked: bool) -> RiskEntry:
        entry = RiskEntry(risk, self._library, self._language, self._theme, marked=marked)
        entry.explained.connect(self.explained)
        entry.tick.toggled.connect(lambda checked: self._record(entry.risk, discussed=checked))
        entry.tick.keyed.connect(lambda event: self._step(entry, event))
        for statement in entry.statements:
            statement.key_pressed.connect(self._roving.lead)
        return entry

    def _record(self, risk: str, *, discussed: bool) -> None:
        others = tuple(each for each in self._discussed if each != risk)
        self.amended.emit({_DISCUSSED: (*others, risk) if discussed else others})

    def _step(self, entry: RiskEntry, event: QKeyEvent) -> None:
        """Lead from tick to tick with the arrows."""
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if by is not None:
            place = self._entries.index(entry) + by
            self._entries[min(max(place, 0), len(self._entries) - 1)].tick.setFocus(Qt.FocusReason.TabFocusReason)
            event.accept()

    def _say_count(self) -> None:
        done = sum(entry.risk in self._discussed for entry in self._entries)
        words = self._language.say("{done} of {all} risks talked through")
        self._count.say(words.format(done=done, all=len(self._entries)))


class _RiskCard(Card):
    """Risks under one heading, with hairlines between them."""

    def __init__(self, title: str, entries: list[RiskEntry]) -> None:
        super().__init__(title)
        for place, entry in enumerate(entries):
            if place:
                line = QFrame()
                line.setProperty("tone", "line")
                self.body.addWidget(line)
            self.body.addWidget(entry)


class _Call(QFrame):
    """When the patient must call, and whom."""

    def __init__(self, library: Library, language: Language) -> None:
        super().__init__()
        self.setProperty("tone", "caution")
        title = title_of("warning_signs", library, language)
        self.setAccessibleName(title)
        self.list = PassageList(speak_text("warning_signs", library, language))
        self._telephones = Words(level="3")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(8)
        for widget in (heading(title, 2), self.list, self._telephones):
            column.addWidget(widget)

    def show_telephones(self, words: str) -> None:
        """Say the numbers to call, as the practice recorded them."""
        self._telephones.say(words)
        self._telephones.setVisible(bool(words))
