"""One risk: a hundred people or the sign of the unknown, what it means, how often, whether it was talked through."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kneedesk.knowledge.library import Library
from kneedesk.knowledge.risk import Risk
from kneedesk.language import Language
from kneedesk.presentation.content import Cell, Line
from kneedesk.presentation.risks import frequency_drawing, serious_mark
from kneedesk.presentation.talk import frequency_line
from kneedesk.presentation.wording import speak
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.drawing_view import DrawingView
from kneedesk.ui.widgets.many import Tick
from kneedesk.ui.widgets.passage_list import Statement
from kneedesk.ui.widgets.text import heading


class RiskEntry(QWidget):
    """The tick is never preset: it says what was done; and the entry knows whether all of it was ever in sight."""

    explained = Signal(object)
    led = Signal(object, object)
    """A statement and a key, for whoever leads from one statement to the next."""

    def __init__(
        self,
        risk: Risk,
        library: Library,
        language: Language,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        name = risk.name.spoken(language.tag)
        self.risk, self.name, self.serious = risk.id, name, risk.severity == "serious"
        self.seen = False
        self._sight = QRegion()
        self._lines: Cell = ()
        lines = (speak(risk.explanation, library, language), frequency_line(risk, library, language))
        self._always = [self._statement(line) for line in lines if line]
        self._different: list[Statement] = []
        self.tick = Tick(risk.id, language.say("Talked through"))
        self.tick.setObjectName(f"counselling.discussed={risk.id}")
        self.tick.setAccessibleName(language.say("Talked through: {of}").format(of=name))
        marked = bool(serious_mark(risk, language))
        title = heading(f"{name} \N{MIDDLE DOT} {language.say('serious')}" if marked else name, 3)
        title.setContentsMargins(10, 0, 0, 0)
        words = QGridLayout(self)
        words.setContentsMargins(0, 0, 0, 0)
        words.setHorizontalSpacing(12)
        words.setVerticalSpacing(2)
        drawing = DrawingView(frequency_drawing(risk, library, language), theme.colour)
        words.addWidget(drawing, 0, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        words.addWidget(title, 0, 1)
        words.addWidget(self.tick, 0, 2, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        for statement in self._always:
            self._column.addWidget(statement)
        words.addLayout(self._column, 1, 1, 1, 2)
        words.setColumnStretch(1, 1)
        words.setRowStretch(2, 1)

    @property
    def statements(self) -> list[Statement]:
        """Return all that is said of the risk, in its order."""
        return [*self._always, *self._different]

    def show_differences(self, lines: Cell) -> bool:
        """Say what makes the risk of this patient different; tell whether that is something else than before."""
        if lines == self._lines:
            return False
        self._lines = lines
        for statement in self._different:
            self._column.removeWidget(statement)
            statement.hide()
            statement.deleteLater()
        self._different = [self._statement(line) for line in lines]
        for statement in self._different:
            self._column.addWidget(statement)
            statement.show()
        return True

    def forget_sight(self) -> None:
        """Count as never seen."""
        self.seen, self._sight = False, QRegion()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Remember which part came in sight."""
        if not self.seen:
            self._sight = self._sight.united(event.region())
            self.seen = QRegion(self.rect()).subtracted(self._sight).isEmpty()
        super().paintEvent(event)

    def _statement(self, line: Line) -> Statement:
        statement = Statement(line, marked=False, parent=self)
        statement.explained.connect(self.explained)
        statement.key_pressed.connect(self.led)
        return statement
