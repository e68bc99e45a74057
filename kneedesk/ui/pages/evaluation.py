"""Evaluation: the pre-treatment table of history, examination and imaging, each row with why it is asked."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.assessment.answers import ASKED_ONE_BY_ONE, answers_of_no
from kneedesk.assessment.assessment import Assessment
from kneedesk.domain.beginning import Carried
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.patient import Sex
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.findings import name_of
from kneedesk.presentation.progress import evaluated, is_open, lacks_of_evaluation, needed_for
from kneedesk.ui.dialogs.all_asked import AllAskedDialog
from kneedesk.ui.page import Page, Progress
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.block import Block
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.finding_row import FindingRow
from kneedesk.ui.widgets.finding_rows import FindingRows, RowsCard
from kneedesk.ui.widgets.flow import FlowLayout
from kneedesk.ui.widgets.focus_watch import FocusWatch
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.page_column import MARGINS, page_head
from kneedesk.ui.widgets.scrolling import ScrollColumn

_PREGNANCY: Final = "history.pregnancy"


class Anchor(IconButton):
    """The way to a section, with how many of its questions are open."""

    def __init__(self, title: str, most: int, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "circle-dashed", title, parent=parent)
        self._title, self._most, self._language = title, most, language
        self._open = -1

    def sizeHint(self) -> QSize:
        """Return the room for the largest count: a new line would move what is being pressed while a count changes."""
        usual, width = super().sizeHint(), self.fontMetrics().horizontalAdvance
        widest = max(width(self._say(count)) for count in range(self._most + 1))
        return QSize(usual.width() + widest - width(self.text()), usual.height())

    def show_open(self, count: int) -> None:
        """Say how many questions are open."""
        if count == self._open:
            return
        self._open = count
        self.setText(self._say(count))
        self.show_icon("circle-dashed" if count else "check")
        state = self._language.say("{count} open").format(count=count) if count else self._language.say("complete")
        self.setAccessibleName(f"{self._title}: {state}")

    def _say(self, count: int) -> str:
        return f"{self._title} ({count})" if count else self._title


class EvaluationPage(Page):
    """What is recorded about this knee before any treatment is weighed."""

    STEP = "evaluation"
    TITLE = "Evaluation"
    HOLDS = frozenset({"history", "examination", "imaging", "measures"})

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.STEP)
        self._library, self._language, self._theme = library, language, theme
        self._consultation: Consultation | None = None
        self._rows = FindingRows(library, language, theme, self)
        self._rows.amended.connect(self.amended)
        self._rows.confirmed.connect(self.confirmed)
        self._carried: Carried = {}
        self._cards: dict[str, RowsCard] = {}
        self._anchors: dict[str, Anchor] = {}
        self._rest = IconButton(
            theme, "list-checks", language.say("Answer the rest with no\N{HORIZONTAL ELLIPSIS}"), kind="", role="ink"
        )
        self._rest.setObjectName("evaluation.all_asked")
        QShortcut(QKeySequence("Alt+N"), self).activated.connect(self._ask)
        self._rest.setToolTip(language.say("List the questions that this will answer (Alt+N)"))
        self._rest.clicked.connect(self._ask)
        self._build()
        self.setFocusProxy(next(iter(self._rows.by_path.values())).field)
        FocusWatch(self).entered.connect(self._enter)

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
        # From the outside in: each time that a widget with children gets a parent, Qt goes through all of them.
        content = Block()
        self._area = ScrollColumn(content, say(self.TITLE), self)
        anchors = FlowLayout(spacing=2)
        self._lay_out(anchors)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 18)
        column.setSpacing(14)
        for section, (title, paths) in table.items():
            anchors.addWidget(self._anchor(section, title, len(paths)))
        for section, (title, paths) in table.items():
            alone = len(paths) == 1
            card = RowsCard("" if alone else title, parent=content)
            card.setAccessibleName(title)
            column.addWidget(card)
            for path in paths:
                self._rows.add(path, card)
            if alone:
                card.rows[0].name.setProperty("level", "2")
            self._cards[section] = card
        column.addStretch(1)

    def _anchor(self, section: str, title: str, most: int) -> Anchor:
        anchor = Anchor(title, most, self._language, self._theme)
        anchor.setObjectName(f"evaluation.{section}")
        anchor.clicked.connect(lambda: self._go_to_section(section))
        self._anchors[section] = anchor
        return anchor

    def _lay_out(self, anchors: FlowLayout) -> None:
        say = self._language.say
        head = page_head(
            self,
            say(self.TITLE),
            say("Tip: after a choice just type a number; it goes into the next empty field."),
            self._rest,
        )
        head.setContentsMargins(0, 0, 16, 0)  # the cards end there
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*MARGINS)
        outer.setSpacing(8)
        outer.addLayout(head)
        outer.addLayout(anchors)
        outer.addWidget(self._area, 1)

    def show_carried(self, carried: Carried) -> None:
        """Mark what was taken over from the other knee and is to be confirmed."""
        self._carried = carried
        self._rows.show_carried(carried)

    def show_consultation(self, consultation: Consultation, assessment: Assessment) -> None:
        """Show what is recorded and what the verdicts still need; change only what is another."""
        self._consultation = consultation
        self._rows.show_consultation(consultation, needed_for(consultation, assessment))
        lacking = frozenset((*lacks_of_evaluation(consultation, assessment), *self._carried))
        for section, card in self._cards.items():
            self._anchors[section].show_open(sum(row.field.path in lacking for row in card.rows))
        self._rest.setEnabled(bool(answers_of_no(consultation, self._library)))
        unasked = consultation.patient.sex is Sex.MALE and consultation.history.pregnancy is None
        self._show_row(_PREGNANCY, not unasked)

    def editors(self) -> Iterable[QWidget]:
        """Return the fields, and what answers many of them at once."""
        return (*super().editors(), self._rest)

    def go_to(self, path: str) -> bool:
        """Put the focus on a finding's control and bring its row in sight."""
        row = self._rows.focus(path)
        if row is not None:
            self._bring(row)
        return row is not None

    @classmethod
    def progress(cls, consultation: Consultation, assessment: Assessment) -> Progress:
        """Return whether every finding is recorded or was deliberately left."""
        return Progress.MISSING if lacks_of_evaluation(consultation, assessment) else Progress.DONE

    def _ask(self) -> None:
        """List the questions by name before any of them is answered."""
        if self._consultation is None or not self._rest.isEnabled():
            return
        answers = answers_of_no(self._consultation, self._library)
        rows, consultation = self._rows.by_path, self._consultation
        kept = tuple(
            name_of(path, self._library, self._language)
            for path, row in rows.items()
            if path in ASKED_ONE_BY_ONE and is_open(path, consultation) and not row.isHidden()
        )
        dialog = AllAskedDialog(answers, kept, self._library, self._language, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(self.amended)
        dialog.confirmed.connect(lambda confirmed: self.answered_at_once.emit(len(confirmed)))
        dialog.open()

    def _go_to_section(self, section: str) -> None:
        """Bring a section in sight and go to its first open question."""
        card = self._cards[section]
        shown = [row for row in card.rows if not row.isHidden()]
        self._area.bring_to_top(card)
        consultation = self._consultation
        first = next((row for row in shown if consultation and self._waits(row.field.path, consultation)), shown[0])
        first.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if first is not shown[0]:
            self._bring(first)

    def _waits(self, path: str, consultation: Consultation) -> bool:
        return is_open(path, consultation) or path in self._carried

    def _enter(self, field: Field) -> None:
        self._bring(self._rows.by_path[field.path])
        self.explained.emit(field.path)

    def _bring(self, row: FindingRow) -> None:
        self._area.bring(row)

    def _show_row(self, path: str, shown: bool) -> None:
        row = self._rows.by_path[path]
        if row.isHidden() is shown:
            row.setVisible(shown)
            row.line.setVisible(shown)
