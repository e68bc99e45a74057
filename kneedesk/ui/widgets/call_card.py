"""When the patient must call the same day, what to do then, and the numbers to call."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.wording import speak_text, title_of
from kneedesk.ui.widgets.passage_list import PassageList
from kneedesk.ui.widgets.text import heading
from kneedesk.ui.widgets.words import Words


class CallCard(QFrame):
    """Where no number is recorded, it says so: a patient with a fever must not find an empty line."""

    explained = Signal(object)

    def __init__(self, library: Library, language: Language) -> None:
        super().__init__()
        self.setProperty("tone", "caution")
        self._none = language.say("No number to call is recorded.")
        title = title_of("warning_signs", library, language)
        self.setAccessibleName(title)
        signs = PassageList(speak_text("warning_signs", library, language))
        signs.explained.connect(self.explained)
        self._telephones = Words(level="3")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(8)
        for widget in (heading(title, 2), signs, self._telephones):
            column.addWidget(widget)

    def show_telephones(self, words: str) -> None:
        """Say the numbers to call, as the practice recorded them."""
        self._telephones.say(words or self._none)
