"""What something rests on, in rows that are kept: another explanation changes only the words that are others."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.presentation.basis import Evidence, Explanation, Input, Publication
from kneedesk.ui.settling import announce
from kneedesk.ui.widgets.block import Block, room_of
from kneedesk.ui.widgets.glossed import GlossedWords, glossary_over
from kneedesk.ui.widgets.words import Words, breakable

_GAP = 6
_ABOVE = 12  # over the title of a section, besides the gap
Row = TypeVar("Row", bound=QWidget)
Value = TypeVar("Value")


class Section(Generic[Row, Value]):
    """Rows of one kind, under their title where there is one; a row is made once, and follows its own value only."""

    def __init__(
        self, make: Callable[[], Row], show: Callable[[Row, Value], None], title: str = "", gap: int = _GAP
    ) -> None:
        self.column = QVBoxLayout()
        self.column.setSpacing(gap)
        self._make, self._show = make, show
        self._rows: list[Row] = []
        self._values: tuple[Value, ...] = ()
        self._title = _section_title(title) if title else None
        if self._title is not None:
            self._title.hide()
            self.column.addWidget(self._title)

    def show_values(self, values: Sequence[Value]) -> None:
        """Show each value in a row of its own; a row that is no longer needed is hidden and forgets its words."""
        before, self._values = self._values, tuple(values)
        for place, value in enumerate(self._values):
            if place == len(self._rows):
                self._add()
            if place >= len(before) or before[place] != value:
                self._show(self._rows[place], value)
            if place >= len(before):
                self._rows[place].show()
        for row in self._rows[len(self._values) : len(before)]:
            row.hide()
            _forget(row)
        if self._title is not None and bool(before) is not bool(self._values):
            self._title.setVisible(bool(self._values))

    def _add(self) -> None:
        row = self._make()
        row.hide()
        self._rows.append(row)
        self.column.addWidget(row)


class ExplanationView(Block):
    """One thing at a time: what it is, the findings used, sources, limits, review; or how to ask for one."""

    sought = Signal(str)
    """A finding path that the clinician wants to go to."""
    evidence_asked = Signal(str)
    """The id of a fact or source that the clinician wants to see in the evidence."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawer.body")
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # what stands above a change is not painted again
        self._language = language
        say = language.say
        self._nothing = _words("quiet")
        self._nothing.say(say("Choose a finding, a reason or a source: what it rests on is said here."))
        self._kind, self._title = _words("note"), _words(level="2")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(20, 4, 20, 20)
        self._lines.setSpacing(_GAP)
        for label in (self._nothing, self._kind, self._title):
            self._lines.addWidget(label)
        quiet = partial(_words, "quiet")
        self._passages = Section(partial(PassageRow, language), PassageRow.show_passage)
        self._inputs = Section(self._new_input, InputRow.show_input, say("Inputs used"))
        self._evidence = Section(self._new_evidence, EvidenceRow.show_evidence, say("Sources"))
        self._limits = Section(quiet, Words.say, say("Limits"))
        self._reviews = Section(quiet, Words.say, say("Review"))
        for section in (self._passages, self._inputs, self._evidence, self._limits, self._reviews):
            self._lines.addLayout(section.column)
        self._lines.addStretch(1)
        self.show_explanation(None)

    def show_explanation(self, explanation: Explanation | None, *, said: bool = False) -> None:
        """Show what one thing rests on, or nothing; what is ``said`` on a page is told how its words are listed."""
        shown = explanation or Explanation("", "")
        announce(self)
        self._lines.setEnabled(False)  # or all of it would be laid out again for each part that comes or goes
        self._nothing.setVisible(explanation is None)
        for label, text in ((self._kind, shown.kind), (self._title, shown.title)):
            label.say(text)
            label.setVisible(bool(text))
        self._passages.show_values([(title, text, said and self._explains(text)) for title, text in shown.passages])
        self._inputs.show_values(shown.inputs)
        self._evidence.show_values(shown.evidence)
        self._limits.show_values(shown.limits)
        self._reviews.show_values((shown.reviewed,) if shown.reviewed else ())
        self._lines.setEnabled(True)

    def _explains(self, text: str) -> bool:
        glossary = glossary_over(self)
        return glossary is not None and bool(glossary.find(text))

    def _new_input(self) -> "InputRow":
        row = InputRow(self._language)
        row.sought.connect(self.sought)
        return row

    def _new_evidence(self) -> "EvidenceRow":
        row = EvidenceRow(self._language)
        row.evidence_asked.connect(self.evidence_asked)
        return row


class PassageRow(Block):
    """A text with its title, and how the words of it are listed that the glossary explains."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._text, self._hint = _section_title(), GlossedWords(), _words("note")
        self._keys = language.say("G lists the underlined words of a statement that has the focus.")
        column = _column_of(self)
        for label in (self._title, self._text, self._hint):
            column.addWidget(label)

    def show_passage(self, passage: tuple[str, str, bool]) -> None:
        """Show a title, if there is one, a text, and whether words of it are explained."""
        title, text, explains = passage
        self._title.say(title)
        self._title.setVisible(bool(title))
        self._text.say(breakable(text))
        self._hint.say(self._keys if explains else "")
        self._hint.setVisible(explains)


class InputRow(QFrame):
    """One finding that was used; what is missing leads to its field."""

    sought = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._path = ""
        self._name, self._value = _words("note"), _words()
        self._go = QPushButton(language.say("Go to the field"))
        self._go.setProperty("kind", "link")
        self._go.clicked.connect(lambda: self.sought.emit(self._path))
        line = QHBoxLayout()
        line.addWidget(self._value, 1)
        line.addWidget(self._go)
        column = _column_of(self, (12, 8, 12, 3), 0)
        column.addWidget(self._name)
        column.addLayout(line)

    def sizeHint(self) -> QSize:
        """Return room for one line of each text; how many there are follows from the width."""
        return room_of(self)

    def show_input(self, each: Input) -> None:
        """Show a finding by its name, and its value."""
        self._path = each.path
        announce(self)
        self._name.say(each.name)
        self._value.say(each.value)
        self._go.setObjectName(f"drawer.go.{each.path}")
        self._go.setAccessibleName(self._language.say("Go to {field}").format(field=each.name))
        self._go.setVisible(each.missing)
        self._value.setMinimumHeight(self._go.sizeHint().height())  # nothing moves when the button comes or goes
        tone = "caution" if each.missing else "calm"
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().polish(self)


class EvidenceRow(QFrame):
    """One fact or source: of which kind it is, how certain, what it says, where it is published."""

    evidence_asked = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "calm")
        self._language = language
        self._record = ""
        self._kinds, self._certainty, self._statement = _words("info"), _words("strong"), GlossedWords()
        # Selecting costs a document for each label: only an address is worth it.
        self._published = Section(partial(Words, "note"), _show_publication, gap=4)
        self._reviewed = _words("note")
        self._link = QPushButton(language.say("Open in Evidence"))
        self._link.setProperty("kind", "link")
        keys = QKeySequence("Ctrl+E").toString(QKeySequence.SequenceFormat.NativeText)
        self._link.setToolTip(language.say("{keys} opens the first of them from any statement").format(keys=keys))
        self._link.clicked.connect(lambda: self.evidence_asked.emit(self._record))
        column = _column_of(self, (12, 10, 12, 10), 4)
        for label in (self._kinds, self._certainty, self._statement):
            column.addWidget(label)
        column.addLayout(self._published.column)
        column.addWidget(self._reviewed)
        column.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)

    def sizeHint(self) -> QSize:
        """Return room for one line of each text; how many there are follows from the width."""
        return room_of(self)

    def show_evidence(self, fact: Evidence) -> None:
        """Show a fact, or a source that is named by itself."""
        self._record = fact.name
        self._kinds.say(" \N{MIDDLE DOT} ".join(dict.fromkeys(each.kind for each in fact.publications)))
        for label, text in ((self._certainty, fact.certainty), (self._statement, fact.statement)):
            label.say(text)
            label.setVisible(bool(text))
        self._published.show_values(fact.publications)
        self._reviewed.say(fact.reviewed)
        self._link.setObjectName(f"drawer.evidence.{fact.name}")
        self._link.setAccessibleName(self._language.say("Open in Evidence: {name}").format(name=fact.name))


def _show_publication(label: Words, publication: Publication) -> None:
    label.say(breakable(publication.reference))


def _forget(row: QWidget) -> None:
    """Keep no word in what is hidden."""
    row.setObjectName("")
    for label in (row, *row.findChildren(Words)):
        if isinstance(label, Words):
            label.say("")
    for button in row.findChildren(QPushButton):
        button.setObjectName("")
        button.setAccessibleName("")


def _column_of(box: QWidget, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = _GAP) -> QVBoxLayout:
    column = QVBoxLayout(box)
    column.setContentsMargins(*margins)
    column.setSpacing(spacing)
    return column


def _section_title(text: str = "") -> Words:
    label = _words(level="3")
    label.setContentsMargins(0, _ABOVE, 0, 0)
    label.say(text)
    return label


def _words(tone: str = "", level: str = "") -> Words:
    return Words(tone, level, pressed=True)
