"""One risk: a hundred people or the sign of the unknown, what it means, how often, whether it was talked through."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kneedesk.knowledge.library import Library
from kneedesk.knowledge.risk import Risk
from kneedesk.language import Language
from kneedesk.presentation.risks import frequency_drawing
from kneedesk.presentation.talk import frequency_line
from kneedesk.presentation.wording import speak
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.drawing_view import DrawingView
from kneedesk.ui.widgets.many import Tick
from kneedesk.ui.widgets.passage_list import Statement
from kneedesk.ui.widgets.text import heading


class RiskEntry(QWidget):
    """The tick is never preset: it says what was done."""

    explained = Signal(object)

    def __init__(
        self,
        risk: Risk,
        library: Library,
        language: Language,
        theme: Theme,
        *,
        marked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        name = risk.name.spoken(language.tag)
        self.risk = risk.id
        lines = (speak(risk.explanation, library, language), frequency_line(risk, library, language))
        self.statements = [Statement(line, marked=False) for line in lines if line]
        self.tick = Tick(risk.id, language.say("Talked through"))
        self.tick.setObjectName(f"counselling.discussed={risk.id}")
        self.tick.setAccessibleName(language.say("Talked through: {of}").format(of=name))
        title = heading(f"{name} \N{MIDDLE DOT} {language.say('serious')}" if marked else name, 3)
        title.setContentsMargins(10, 0, 0, 0)
        words = QGridLayout(self)
        words.setContentsMargins(0, 0, 0, 0)
        words.setHorizontalSpacing(12)
        words.setVerticalSpacing(2)
        drawing = DrawingView(frequency_drawing(risk, library, language), theme.colour)
        words.addWidget(drawing, 0, 0, len(self.statements) + 2, 1, Qt.AlignmentFlag.AlignTop)
        words.addWidget(title, 0, 1)
        words.addWidget(self.tick, 0, 2, Qt.AlignmentFlag.AlignTop)
        for place, statement in enumerate(self.statements):
            statement.explained.connect(self.explained)
            words.addWidget(statement, 1 + place, 1, 1, 2)
        words.setColumnStretch(1, 1)
        words.setRowStretch(len(self.statements) + 1, 1)
