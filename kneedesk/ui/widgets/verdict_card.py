"""One course in detail: the verdict and what stands beside it, what to ask next, the reasons, what would change it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.presentation.course import Course, Question
from kneedesk.ui.settling import announce, held
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.block import Block
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.departure_form import DepartureForm, DepartureNote
from kneedesk.ui.widgets.flow import FlowLayout
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.pressable import show_each
from kneedesk.ui.widgets.reason_row import ReasonGroup
from kneedesk.ui.widgets.text import body_label, heading
from kneedesk.ui.widgets.verdict_panel import VerdictPanel
from kneedesk.ui.widgets.words import Words


class QuestionButton(IconButton):
    """A finding to ask for, by its name; pressed, it leads to the field."""

    sought = Signal(str)

    def __init__(self, language: Language, theme: Theme, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "corner-down-right", "", kind, "accent_text" if kind == "primary" else "accent", parent)
        self._language = language
        self._path = ""
        self.clicked.connect(lambda: self.sought.emit(self._path))

    def show_question(self, question: Question) -> None:
        """Show another question."""
        if question.path != self._path:
            self._path = question.path
            self.setText(question.name)
            self.setProperty("path", question.path)
            self.setAccessibleName(self._language.say("Record: {finding}").format(finding=question.name))


class Questions(Block):
    """The one question to ask next, then the others that can still change the verdict."""

    sought = Signal(str)

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._theme = language, theme
        self._questions: tuple[Question, ...] = ()
        self._next = QuestionButton(language, theme, "primary")
        self._next.sought.connect(self.sought)
        self._then = body_label(language.say("Then, as far as it still matters:"), "note")
        self._others: list[QuestionButton] = []
        self._flow = FlowLayout(spacing=4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(heading(language.say("Ask next"), 3))
        outer.addWidget(self._next, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self._then)
        outer.addLayout(self._flow)
        self.hide()

    def show_questions(self, questions: tuple[Question, ...]) -> None:
        """Show what is still to be asked, or nothing."""
        if questions == self._questions:
            return
        self._questions = questions
        announce(self)
        self.setVisible(bool(questions))
        if questions:
            self._next.show_question(questions[0])
        self._then.setVisible(len(questions) > 1)
        show_each(self._others, questions[1:], self._add, QuestionButton.show_question)
        self._flow.invalidate()

    def _add(self) -> QuestionButton:
        button = QuestionButton(self._language, self._theme, "link")
        button.sought.connect(self.sought)
        self._flow.addWidget(button)
        return button


class VerdictCard(Card):
    """Everything about one course; showing another state changes only the words that changed."""

    explained = Signal(object)
    sought = Signal(str)
    decided = Signal(str)
    withdrawn = Signal(object)

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._language, self._theme = language, theme
        self._course: Course | None = None
        self._name, self._clinical_name = Words(level="2"), Words("note")
        self._panel = VerdictPanel(language, theme)
        self._notes: list[DepartureNote] = []
        self._departures = QVBoxLayout()
        self._departures.setSpacing(8)
        self._questions = Questions(language, theme)
        self._groups = {
            "against": ReasonGroup(language.say("What decides it"), theme),
            "unsettled": ReasonGroup(language.say("What is still open"), theme),
            "supporting": ReasonGroup(language.say("What speaks for it"), theme),
            "others": ReasonGroup(language.say("Checked, does not apply"), theme, folded=True),
        }
        self._changes = Changes(language)
        self.form = DepartureForm(language, theme)
        self._lay_out()
        self._panel.explained.connect(self.explained)
        self._panel.sought.connect(self.sought)
        self._questions.sought.connect(self.sought)
        self.form.decided.connect(self.decided)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._name)
        names.addWidget(self._clinical_name)
        self.body.addLayout(names)
        self.body.addWidget(self._panel)
        self.body.addLayout(self._departures)
        self.body.addWidget(self._questions)
        for name in ("against", "unsettled", "supporting"):
            self._add_group(name)
        self.body.addWidget(self._changes)
        self._add_group("others")
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def _add_group(self, name: str) -> None:
        group = self._groups[name]
        group.explained.connect(self.explained)
        group.hide()
        self.body.addWidget(group)

    def show_course(self, course: Course) -> None:
        """Show a course, or another state of it."""
        if course == self._course:
            return
        self._course = course
        announce(self)
        with held(self, self._panel, self._questions, self._changes, *self._groups.values()):
            self._show(course)

    def _show(self, course: Course) -> None:
        self.setAccessibleName(course.name)
        self._name.say(course.name)
        self._clinical_name.say(course.clinical_name)
        self._clinical_name.setVisible(course.clinical_name != course.name)
        self._panel.show_course(course)
        show_each(self._notes, course.departures, self._add_note, DepartureNote.show_departure)
        self._questions.show_questions(course.questions)
        for name, group in self._groups.items():
            group.show_grounds(getattr(course, name))
        self._changes.show_changes(course.changes)
        self.form.show_course(course.treatment)

    def _add_note(self) -> DepartureNote:
        note = DepartureNote(self._language, self._theme)
        note.withdrawn.connect(self.withdrawn)
        self._departures.addWidget(note)
        return note


class Changes(Block):
    """What would change the verdict, worded as facts."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[str, ...] = ()
        self._lines: list[Words] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(4)
        self._body.addWidget(heading(language.say("Would change if"), 3))
        self.hide()

    def show_changes(self, changes: tuple[str, ...]) -> None:
        """Show the changes, or nothing."""
        if changes != self._changes:
            self._changes = changes
            announce(self)
            self.setVisible(bool(changes))
            show_each(self._lines, changes, self._add, Words.say)

    def _add(self) -> Words:
        line = Words("note")
        self._body.addWidget(line)
        return line
