"""Ask before a change makes signatures void: nobody signed what the form would say then."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kneedesk.domain.signature import Signature
from kneedesk.language import Language
from kneedesk.ui.dialogs.question import QuestionDialog
from kneedesk.ui.widgets.text import body_label
from kneedesk.ui.widgets.words import breakable

_WIDTH = 480


class VoidSignaturesDialog(QuestionDialog):
    """It keeps what was signed unless the change is confirmed."""

    def __init__(self, signatures: Sequence[Signature], language: Language, parent: QWidget | None = None) -> None:
        say = language.say
        super().__init__("void_signatures", say("Change what was signed?"), _WIDTH, parent)
        names = language.enumerate(tuple(dict.fromkeys(_apart(each.name) for each in signatures)))
        words = say(
            "The consent form was signed by {names}. With this change it says something else, and the signatures are "
            "void: each has to sign again. Undo brings them back."
        )
        self.body.addWidget(body_label(words.format(names=names)))
        self.body.addSpacing(6)
        self.offer(("keep", say("Keep what was signed")), say("Change all the same"), kind="")


def _apart(name: str) -> str:
    """Return a recorded name within marks that let its direction turn no other word."""
    return f"\N{FIRST STRONG ISOLATE}{breakable(name)}\N{POP DIRECTIONAL ISOLATE}"
