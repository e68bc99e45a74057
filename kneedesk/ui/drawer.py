"""The basis drawer: what the selected finding, reason or statement rests on."""

from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kneedesk.assessment.assessment import Assessment
from kneedesk.assessment.candidacy import Reason
from kneedesk.domain.consultation import Consultation
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.basis import (
    Evidence,
    Explanation,
    Input,
    explain_finding,
    explain_line,
    explain_reason,
)
from kneedesk.presentation.content import Span
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.glossed import GlossedWords, glossary_over
from kneedesk.ui.widgets.words import Words, breakable

WIDTH: Final = 328


class Drawer(QFrame):
    """Explain one thing at a time; what is missing leads to the field that would record it."""

    sought = Signal(str)
    """A finding path that the clinician wants to go to."""
    evidence_asked = Signal(str)
    """The id of a fact or source that the clinician wants to see in the evidence."""
    closed = Signal()

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._language = language
        self._theme = theme
        self._subject: Any = None
        self._state: tuple[Consultation, Assessment] | None = None
        self._shown: Explanation | None = None
        self.setObjectName("drawer")
        self.setProperty("tone", "drawer")
        self.setAccessibleName(language.say("Basis"))
        self._area = QScrollArea()
        self._area.setObjectName("drawer.area")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(language.say("Basis"))
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.viewport().setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._head())
        outer.addWidget(self._area, 1)
        theme.switched.connect(self._draw_icons)
        self._draw_icons()
        self._rebuild(None)

    @property
    def subject(self) -> Any:
        """Return what is being explained."""
        return self._subject

    @property
    def record(self) -> str:
        """Return the id of the first fact or source of what is explained, also while the drawer is closed."""
        explanation = self._explanation(*self._state) if self._state is not None else None
        return explanation.evidence[0].name if explanation is not None and explanation.evidence else ""

    def explain(self, subject: Any) -> None:
        """Explain something else: a finding path, a reason, or a line that somebody reads."""
        self._subject = subject
        self._refresh()

    def show_consultation(self, consultation: Consultation, assessment: Assessment) -> None:
        """Explain the same thing for another state of the consultation."""
        self._state = (consultation, assessment)
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Explain what was asked for while the drawer was closed."""
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        if self.isHidden() or self._state is None:
            return
        explanation = self._explanation(*self._state)
        if explanation != self._shown:
            self._rebuild(explanation)

    def _explanation(self, consultation: Consultation, assessment: Assessment) -> Explanation | None:
        subject, library, language = self._subject, self._library, self._language
        match subject:
            case str():
                return explain_finding(subject, consultation, library, language)
            case Reason():
                return explain_reason(_newest(subject, assessment), consultation, library, language)
            case tuple() if subject and all(isinstance(each, Span) for each in subject):
                return explain_line(subject, library, language)
            case _:
                return None

    def _rebuild(self, explanation: Explanation | None) -> None:
        self._shown = explanation
        body = QWidget()
        body.setObjectName("drawer.body")
        lines = QVBoxLayout(body)
        lines.setContentsMargins(20, 4, 20, 20)
        lines.setSpacing(6)
        if explanation is None:
            said = "Choose a finding, a reason or a source: what it rests on is said here."
            lines.addWidget(_words(self._language.say(said), "quiet"))
        else:
            self._fill(lines, explanation)
        lines.addStretch(1)
        self._area.setWidget(body)
        body.setAutoFillBackground(False)

    def _fill(self, lines: QVBoxLayout, explanation: Explanation) -> None:
        say, glossary = self._language.say, glossary_over(self)
        if explanation.kind:
            lines.addWidget(_words(explanation.kind, "note"))
        lines.addWidget(_words(explanation.title, level="2"))
        for title, text in explanation.passages:
            if title:
                self._section(lines, title)
            lines.addWidget(_glossed(breakable(text)))
            if isinstance(self._subject, tuple) and glossary is not None and glossary.find(text):
                lines.addWidget(_words(say("G lists the underlined words of a statement that has the focus."), "note"))
        if explanation.inputs:
            self._section(lines, say("Inputs used"))
            for each in explanation.inputs:
                lines.addWidget(self._input(each))
        if explanation.evidence:
            self._section(lines, say("Sources"))
            for fact in explanation.evidence:
                lines.addWidget(self._evidence(fact))
        if explanation.limits:
            self._section(lines, say("Limits"))
            for limit in explanation.limits:
                lines.addWidget(_words(limit, "quiet"))
        if explanation.reviewed:
            self._section(lines, say("Review"))
            lines.addWidget(_words(explanation.reviewed, "quiet"))

    def _section(self, lines: QVBoxLayout, title: str) -> None:
        lines.addSpacing(12)
        lines.addWidget(_words(title, level="3"))

    def _input(self, each: Input) -> QWidget:
        box = QFrame()
        box.setProperty("tone", "caution" if each.missing else "calm")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.setSpacing(1)
        inner.addWidget(_words(each.name, "note"))
        inner.addWidget(_words(each.value))
        if each.missing:
            go = QPushButton(self._language.say("Go to the field"))
            go.setProperty("kind", "link")
            go.setObjectName(f"drawer.go.{each.path}")
            go.setAccessibleName(self._language.say("Go to {field}").format(field=each.name))
            go.clicked.connect(lambda: self.sought.emit(each.path))
            inner.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _evidence(self, fact: Evidence) -> QWidget:
        box = QFrame()
        box.setProperty("tone", "calm")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(12, 10, 12, 10)
        inner.setSpacing(4)
        kinds = tuple(dict.fromkeys(publication.kind for publication in fact.publications))
        inner.addWidget(_words(" \N{MIDDLE DOT} ".join(kinds), "info"))
        if fact.certainty:
            inner.addWidget(_words(fact.certainty, "strong"))
        if fact.statement:
            inner.addWidget(_glossed(fact.statement))
        for publication in fact.publications:
            inner.addWidget(_words(breakable(publication.reference), "note", selectable=True))
        inner.addWidget(_words(fact.reviewed, "note"))
        inner.addWidget(self._link(fact), 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _link(self, fact: Evidence) -> QPushButton:
        say = self._language.say
        link = QPushButton(say("Open in Evidence"))
        link.setProperty("kind", "link")
        link.setObjectName(f"drawer.evidence.{fact.name}")
        link.setAccessibleName(say("Open in Evidence: {name}").format(name=fact.name))
        keys = QKeySequence("Ctrl+E").toString(QKeySequence.SequenceFormat.NativeText)
        link.setToolTip(say("{keys} opens the first of them from any statement").format(keys=keys))
        link.clicked.connect(lambda: self.evidence_asked.emit(fact.name))
        return link

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 14, 10, 8)
        title = QLabel(self._language.say("Basis"))
        title.setProperty("level", "3")
        self._close = QPushButton()
        self._close.setProperty("kind", "quiet")
        self._close.setObjectName("drawer.close")
        self._close.setAccessibleName(self._language.say("Close the basis"))
        self._close.setToolTip(self._language.say("Close the basis"))
        self._close.clicked.connect(self.closed)
        row.addWidget(title, 1)
        row.addWidget(self._close)
        return row

    def _draw_icons(self) -> None:
        self._close.setIcon(self._theme.icon("x", "quiet", 16))
        self._close.setIconSize(QSize(scaled(16), scaled(16)))


def _newest(reason: Reason, assessment: Assessment) -> Reason:
    """Return the same rule as the newest assessment sees it; a rule looks at findings, not at a course."""
    for candidacy in assessment.candidacies.values():
        for each in candidacy.reasons:
            if each.rule is reason.rule:
                return each
    return reason


def _glossed(text: str) -> GlossedWords:
    label = GlossedWords()
    label.say(text)
    return label


def _words(text: str, tone: str = "", level: str = "", *, selectable: bool = False) -> Words:
    # Selecting costs a document for each label: only an address is worth it.
    label = Words(tone, level, pressed=not selectable)
    label.say(text)
    return label
