"""The basis drawer: what the selected finding, reason or statement rests on."""

from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kneedesk.assessment.assessment import Assessment
from kneedesk.assessment.candidacy import Reason
from kneedesk.domain.consultation import Consultation
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.basis import Explanation, explain_again, explain_finding, explain_line, explain_reason
from kneedesk.presentation.content import Span
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.explanation_view import ExplanationView

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
        self._explained: Any = None
        self.setObjectName("drawer")
        self.setProperty("tone", "drawer")
        self.setAccessibleName(language.say("Basis"))
        self._area = QScrollArea()
        self._area.setObjectName("drawer.area")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(language.say("Basis"))
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._view = ExplanationView(language)
        self._view.sought.connect(self.sought)
        self._view.evidence_asked.connect(self.evidence_asked)
        self._area.setWidget(self._view)
        for ground in (self._area.viewport(), self._view):
            ground.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._head())
        outer.addWidget(self._area, 1)
        theme.switched.connect(self._draw_icons)
        self._draw_icons()

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
        if subject != self._subject:
            self._area.verticalScrollBar().setValue(0)
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
        self._explained = self._subject
        if explanation != self._shown:
            self._shown = explanation
            self._view.show_explanation(explanation, said=isinstance(self._subject, tuple))

    def _explanation(self, consultation: Consultation, assessment: Assessment) -> Explanation | None:
        subject, library, language = self._subject, self._library, self._language
        match subject:
            case str() if subject == self._explained and self._shown is not None:
                return explain_again(self._shown, consultation, library, language)
            case str():
                return explain_finding(subject, consultation, library, language)
            case Reason():
                return explain_reason(_newest(subject, assessment), consultation, library, language)
            case tuple() if subject and all(isinstance(each, Span) for each in subject):
                return explain_line(subject, library, language)
            case _:
                return None

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
