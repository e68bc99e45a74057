"""A card in the place of what cannot be shown yet: why, and where to supply it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kneedesk.language import Language
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.text import body_label


class NothingProposed(Card):
    """Says that no course is proposed yet, and leads to the place where it is chosen."""

    sought = Signal(str)

    def __init__(self, words: str, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(language.say("No course is proposed yet"), parent=parent)
        self.body.addWidget(body_label(words))
        self.way = IconButton(theme, "arrow-right", language.say("Choose it under Options"))
        self.way.setObjectName("proposal.treatment.sought")
        self.way.clicked.connect(lambda: self.sought.emit("proposal.treatment"))
        self.body.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeft)
