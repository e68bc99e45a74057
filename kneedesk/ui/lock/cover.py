"""The page that covers the window at once when it locks while something is done that must not be interrupted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kneedesk.language import Language
from kneedesk.ui.lock.gate_page import GatePage
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.text import body_label


class Cover(GatePage):
    """It takes nothing: the page that unlocks stands in its place once that is done, and the key is dropped."""

    def __init__(self, under_way: str, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        """Take in one sentence what is under way."""
        super().__init__("cover", language.say("Locked"), theme, parent)
        self.words = body_label(f"{under_way} {language.say('When it is done you can unlock.')}")
        self.words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # who hears the screen is told why no field is here
        self.body.addWidget(self.words)
        self.setFocusProxy(self.words)
