"""Ask before a change makes signatures void: nobody signed what the form would say then."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kneedesk.domain.signature import Signature
from kneedesk.language import Language
from kneedesk.ui.dialogs.fitted import FittedDialog
from kneedesk.ui.widgets.text import body_label, heading
from kneedesk.ui.widgets.words import breakable

_WIDTH = 480


class VoidSignaturesDialog(FittedDialog):
    """It keeps what was signed unless the change is confirmed."""

    def __init__(self, signatures: Sequence[Signature], language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = language.say
        self.setObjectName("void_signatures")
        self.setFixedWidth(_WIDTH)
        title = say("Change what was signed?")
        self.setWindowTitle(title)
        names = language.enumerate(tuple(dict.fromkeys(_apart(each.name) for each in signatures)))
        words = say(
            "The consent form was signed by {names}. With this change it says something else, and the signatures are "
            "void: each has to sign again. Undo brings them back."
        )
        keep = QPushButton(say("Keep what was signed"))
        keep.setObjectName("void_signatures.keep")
        keep.setDefault(True)
        keep.clicked.connect(self.reject)
        change = QPushButton(say("Change all the same"))
        change.setObjectName("void_signatures.confirm")
        change.setAutoDefault(False)
        change.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(keep)
        buttons.addWidget(change)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(10)
        outer.addWidget(heading(title, 2))
        outer.addWidget(body_label(words.format(names=names)))
        outer.addSpacing(6)
        outer.addLayout(buttons)
        keep.setFocus()


def _apart(name: str) -> str:
    """Return a recorded name within marks that let its direction turn no other word."""
    return f"\N{FIRST STRONG ISOLATE}{breakable(name)}\N{POP DIRECTIONAL ISOLATE}"
