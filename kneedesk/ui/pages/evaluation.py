"""Evaluation: the pre-treatment table of history, examination and imaging, each row with why it is asked."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneedesk.assessment.answers import ASKED_ONE_BY_ONE, answers_of_no
from kneedesk.assessment.assessment import Assessment
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import value_of
from kneedesk.domain.patient import Sex
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.findings import name_of
from kneedesk.presentation.progress import evaluated, is_open, lacks_of_evaluation, needed_for
from kneedesk.ui.dialogs.all_asked import AllAskedDialog
from kneedesk.ui.forms import build_field
from kneedesk.ui.page import Page, Progress
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.evaluation_row import EvaluationRow
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.focus_watch import FocusWatch
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.scrolling import scrolling
from kneedesk.ui.widgets.text import body_label, heading

_PREGNANCY: Final = "history.pregnancy"


class Anchor(IconButton):
    """The way to a section, with how many of its questions are open."""

    def __init__(self, title: str, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "circle-dashed", title, parent=parent)
        self._title, self._language = title, language
        self._open = -1

    def show_open(self, count: int) -> None:
        """Say how many questions are open."""
        if count == self._open:
            return
        self._open = count
        self.setText(f"{self._title} ({count})" if count else self._title)
        self.show_icon("circle-dashed" if count else "check")
        state = self._language.say("{count} open").format(count=count) if count else self._language.say("complete")
        self.setAccessibleName(f"{self._title}: {state}")


class SectionCard(Card):
    """Rows of the table under one heading, with hairlines between them."""

    def __init__(self, title: str, rows: Sequence[EvaluationRow], parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.rows = tuple(rows)
        self.body.setSpacing(0)
        for place, row in enumerate(self.rows):
            if place:
                self.body.addWidget(row.line)
            self.body.addWidget(row)


class EvaluationPage(Page):
    """What is recorded about this knee before any treatment is weighed."""

    STEP = "evaluation"
    TITLE = "Evaluation"

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.STEP)
        self._library, self._language, self._theme = library, language, theme
        self._consultation: Consultation | None = None
        self.rows: dict[str, EvaluationRow] = {}
        self._cards: dict[str, SectionCard] = {}
        self._anchors: dict[str, Anchor] = {}
        self._rest = IconButton(
            theme, "list-checks", language.say("Answer the rest with no\N{HORIZONTAL ELLIPSIS}"), kind="", role="ink"
        )
        self._rest.setObjectName("evaluation.all_asked")
        self._rest.clicked.connect(self._ask)
        self._build()
        watch = FocusWatch(self)
        watch.entered.connect(self._enter)
    def _build(self) -> None:
        say = self._language.say
        history = evaluated("history", self._library)
        table = {
            "red_flags": (say("Red flags"), history[:1]),
            "history": (say("Medical history"), history[1:]),
            "examination": (say("Physical examination"), evaluated("examination", self._library)),
            "imaging": (say("Imaging"), evaluated("imaging", self._library)),
            "measures": (say("Baseline measures"), ("measures",)),
        }
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 10, 18)
        column.setSpacing(14)
        anchors = QHBoxLayout()
        anchors.setSpacing(2)
        for section, (title, paths) in table.items():
            card = SectionCard(title, [self._row(path) for path in paths])
            self._cards[section] = card
            column.addWidget(card)
            anchor = Anchor(title, self._language, self._theme)
            anchor.setObjectName(f"evaluation.{section}")
            anchor.clicked.connect(lambda _=False, section=section: self._go_to_section(section))
            self._anchors[section] = anchor
            anchors.addWidget(anchor)
        anchors.addStretch(1)
        column.addStretch(1)
        self._area = scrolling(content, say(self.TITLE))
        self._lay_out(anchors)

    def _lay_out(self, anchors: QHBoxLayout) -> None:
        say = self._language.say
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(heading(say(self.TITLE), 1))
        words.addWidget(body_label(say("What is recorded before any treatment is weighed, and why it is asked."), "note"))
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignBottom)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 14, 0)
        outer.setSpacing(8)
        outer.addLayout(head)
        outer.addLayout(anchors)
        outer.addWidget(self._area, 1)

    def _row(self, path: str) -> EvaluationRow:
        field = build_field(path, self._library, self._language, self._theme)
        field.recorded.connect(lambda value, path=path: self._record(path, value))
        field.not_assessed.connect(lambda path=path: self._leave(path))
        row = EvaluationRow(self._library.findings[path], field, self._library, self._language, self._theme)
        self.rows[path] = row
        return row

    def show_consultation(self, consultation: Consultation, assessment: Assessment) -> None:
        """Show what is recorded and what the verdicts still need; change only what is another."""
        self._consultation = consultation
        needed = needed_for(consultation, assessment)
        left = frozenset(consultation.not_assessed or ())
        for path, row in self.rows.items():
            row.field.look_around(consultation.date)
            row.field.show_value(value_of(consultation, path), assessed=path not in left)
            row.show_needed(len(needed.get(path, ())))
        lacking = frozenset(lacks_of_evaluation(consultation, assessment))
        for section, card in self._cards.items():
            self._anchors[section].show_open(sum(row.field.path in lacking for row in card.rows))
        self._rest.setEnabled(bool(answers_of_no(consultation, self._library)))
        unasked = consultation.patient.sex is Sex.MALE and consultation.history.pregnancy is None
        self._show_row(_PREGNANCY, not unasked)

    def go_to(self, path: str) -> bool:
        """Put the focus on a finding's control and bring its row in sight."""
        row = self.rows.get(path)
        if row is None:
            return False
        row.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bring(row)
        return True

    @classmethod
    def progress(cls, consultation: Consultation, assessment: Assessment) -> Progress:
        """Return whether every finding is recorded or was deliberately left."""
        return Progress.MISSING if lacks_of_evaluation(consultation, assessment) else Progress.DONE

    def _record(self, path: str, value: Any) -> None:
        left = self._left()
        changes: dict[str, Any] = {path: value}
        if value is None and path in left:
            changes["not_assessed"] = tuple(each for each in left if each != path) or None
        self.amended.emit(changes)

    def _leave(self, path: str) -> None:
        kept = tuple(each for each in self._left() if each != path)
        self.amended.emit({path: None, "not_assessed": (*kept, path)})

    def _left(self) -> tuple[str, ...]:
        return (self._consultation.not_assessed or ()) if self._consultation else ()

    def _ask(self) -> None:
        """List the questions by name before any of them is answered."""
        if self._consultation is None:
            return
        answers = answers_of_no(self._consultation, self._library)
        kept = tuple(
            name_of(path, self._library, self._language)
            for path in self.rows
            if path in ASKED_ONE_BY_ONE and is_open(path, self._consultation) and not self.rows[path].isHidden()
        )
        dialog = AllAskedDialog(answers, kept, self._library, self._language, self)
        dialog.confirmed.connect(self.amended)
        dialog.open()

    def _go_to_section(self, section: str) -> None:
        """Bring a section in sight and go to its first open question."""
        card = self._cards[section]
        shown = [row for row in card.rows if not row.isHidden()]
        bar = self._area.verticalScrollBar()
        bar.setValue(card.y())
        consultation = self._consultation
        first = next((row for row in shown if consultation and is_open(row.field.path, consultation)), shown[0])
        first.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if first is not shown[0]:
            self._bring(first)

    def _enter(self, field: Field) -> None:
        self._bring(self.rows[field.path])
        self.explained.emit(field.path)

    def _bring(self, row: EvaluationRow) -> None:
        self._area.ensureWidgetVisible(row, 0, 24)

    def _show_row(self, path: str, shown: bool) -> None:
        row = self.rows[path]
        if row.isHidden() is shown:
            row.setVisible(shown)
            row.line.setVisible(shown)
