"""The chart of the expected pain over what studies saw, under the patient's goal, with the same in words beneath."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.measure import Instrument
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.outlook import outlook_of
from kneedesk.presentation.pain_chart import pain_chart
from kneedesk.presentation.wording import speak_all
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.drawing_view import DrawingView
from kneedesk.ui.widgets.passage_list import PassageList
from kneedesk.ui.widgets.text import heading
from kneedesk.ui.widgets.words import Words, breakable


class OutlookCard(Card):
    """The drawing is a graphic with a description; each statement below says what it rests on."""

    explained = Signal(object)

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        say = language.say
        super().__init__(say("Expected, and found in studies"), parent=parent)
        self._library, self._language, self._theme = library, language, theme
        self._shown: object = None
        self._goal = Words("note")
        self.chart: DrawingView | None = None
        self._place = QVBoxLayout()
        self._lines, self._scale = PassageList(marked=False), PassageList()
        self._lines.setAccessibleName(say("The chart in words"))
        self._scale.setAccessibleName(say("What counts as a change"))
        self._scale.show_lines(speak_all(library.scales[Instrument.PAIN_NRS].meaning, library, language))
        self.body.addWidget(self._goal)
        self.body.addLayout(self._place)
        self.body.addWidget(self._lines)
        self.body.addWidget(heading(say("What counts as a change"), 3))
        self.body.addWidget(self._scale)
        for each in (self._lines, self._scale):
            each.explained.connect(self.explained)

    def show_consultation(self, consultation: Consultation) -> None:
        """Draw again only where something that is drawn is another."""
        preferences = consultation.preferences
        shown = (consultation.proposal.treatment, consultation.measures, preferences, consultation.not_assessed)
        if shown == self._shown:
            return
        self._shown = shown
        goals = "; ".join(
            f"\N{LEFT DOUBLE QUOTATION MARK}{goal}\N{RIGHT DOUBLE QUOTATION MARK}" for goal in preferences.goals or ()
        )
        said = self._language.say("The goal, in the patient’s own words: {goal}")
        self._goal.say(said.format(goal=breakable(goals) or self._language.say("not recorded")))
        outlook = outlook_of(consultation, self._library, self._language)
        drawing = pain_chart(outlook, self._language)
        if self.chart is None:
            self.chart = DrawingView(drawing, self._theme.colour, shrinks=True)
            self._place.addWidget(self.chart)
        else:
            self.chart.show_drawing(drawing)
        self._lines.show_lines(outlook.lines)
