"""Ask before words that nobody has signed are given up: a key that closes a dialog is soon pressed by mistake."""

from PySide6.QtWidgets import QWidget

from kneedesk.language import Language
from kneedesk.ui.dialogs.question import QuestionDialog
from kneedesk.ui.widgets.text import body_label

_WIDTH = 460


class UnsignedDialog(QuestionDialog):
    """The words stay unless giving them up is confirmed."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("unsigned", language.say("Give up what you wrote?"), _WIDTH, parent)
        self.body.addWidget(body_label(language.say("It is not signed yet, so nothing of it is kept.")))
        self.body.addSpacing(6)
        self.offer(("stay", language.say("Go on writing")), language.say("Give it up"), kind="")
