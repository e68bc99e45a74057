"""The risks of the proposed course beside those of one other: of 100 each, in the same order and at the same height."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.risk_pairs import Pair, pairs
from kneedesk.presentation.risks import frequency_drawing, risks_of
from kneedesk.presentation.talk import frequency_line
from kneedesk.presentation.wording import speak
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.buttons import Picker
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.drawing_view import DrawingView
from kneedesk.ui.widgets.passage_list import Roving, Statement, let_go_of_focus
from kneedesk.ui.widgets.text import body_label, heading

_NOTE = "Each risk was counted in other people and over another time. A smaller number does not mean a safer course."
_GAP = 10


class SideBySide(Card):
    """Nothing is drawn before somebody asks for the other course; which one is shown is not recorded."""

    explained = Signal(object)

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(language.say("Beside another course"), language.say(_NOTE), parent)
        self._library, self._language, self._theme = library, language, theme
        self._consultation: Consultation | None = None
        self._shown: tuple[object, ...] = ()
        self._place: QWidget | None = None
        self._roving = Roving()
        names = [(each, self._name(each)) for each in Treatment]
        self.other = Picker(
            language.say("The other course"), names, empty=language.say("Choose a course to set beside")
        )
        self.other.setObjectName("risks.beside")
        self.other.picked.connect(self._draw)
        self.body.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)

    def show_consultation(self, consultation: Consultation) -> None:
        """Show the proposed course, and beside it the one that was chosen."""
        self._consultation = consultation
        self.setVisible(consultation.proposal.treatment is not None)
        self._draw()

    def _draw(self) -> None:
        consultation, other = self._consultation, self.other.value()
        if consultation is None:
            return
        ours, cells = consultation.proposal.treatment, consultation.proposal.cell_source
        if (ours, cells, other) == self._shown:
            return
        self._shown = (ours, cells, other)
        self._clear()
        if ours is None or other is None:
            return
        self._place = QWidget()
        grid = _grid(self._place)
        statements: list[Statement] = []
        if other is ours:
            grid.addWidget(body_label(self._language.say("This is the proposed course itself.")), 0, 0, 1, 2)
        else:
            statements = self._fill(grid, consultation, ours, other)
        self._roving.hold([[statements]])
        self.body.addWidget(self._place)
        self._place.show()

    def _fill(
        self, grid: QGridLayout, consultation: Consultation, ours: Treatment, other: Treatment
    ) -> list[Statement]:
        for column, course in enumerate((ours, other)):
            grid.addWidget(heading(self._name(course), 2), 0, column)
        left, right = (risks_of(consultation, each, self._library) for each in (ours, other))
        listed = pairs(left, right, self._language)
        statements: list[Statement] = []
        for title, rows in listed.items():
            grid.addWidget(heading(title, 3), grid.rowCount(), 0, 1, 2)
            for row in rows:
                statements += self._row(grid, row)
        return statements

    def _row(self, grid: QGridLayout, pair: Pair) -> list[Statement]:
        """Add a row: the names, under them the drawings, under these in whom it was counted."""
        top, statements = grid.rowCount(), []
        grid.setRowMinimumHeight(top + 3, _GAP)
        for column, risk in enumerate(pair):
            if risk is None:
                none = body_label(self._language.say("Nothing more is listed here."), "note")
                grid.addWidget(none, top, column, Qt.AlignmentFlag.AlignTop)
                continue
            name = body_label(risk.name.spoken(self._language.tag))
            name.setProperty("level", "label")
            drawing = DrawingView(frequency_drawing(risk, self._library, self._language), self._theme.colour)
            grid.addWidget(name, top, column, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(drawing, top + 1, column, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            # What nobody counted says what it is: the sign of the unknown alone would say less than is known.
            line = frequency_line(risk, self._library, self._language)
            statement = Statement(line or speak(risk.explanation, self._library, self._language), marked=False)
            statement.explained.connect(self.explained)
            statement.key_pressed.connect(self._roving.lead)
            grid.addWidget(statement, top + 2, column, Qt.AlignmentFlag.AlignTop)
            statements.append(statement)
        return statements

    def _clear(self) -> None:
        if self._place is None:
            return
        let_go_of_focus(self._place)
        self._roving.hold([])
        self.body.removeWidget(self._place)
        self._place.hide()
        self._place.deleteLater()
        self._place = None

    def _name(self, course: Treatment) -> str:
        return self._library.options[course].name.spoken(self._language.tag)


def _grid(place: QWidget) -> QGridLayout:
    grid = QGridLayout(place)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(6)
    for column in range(2):
        grid.setColumnStretch(column, 1)
        grid.setColumnMinimumWidth(column, 300)
    return grid
