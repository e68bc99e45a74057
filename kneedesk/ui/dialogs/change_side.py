"""Ask before the side of the knee is changed: a wrong side is the gravest mistake that a form can help along."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneedesk.domain.consultation import Knee
from kneedesk.language import Language
from kneedesk.ui.dialogs.question import QuestionDialog
from kneedesk.ui.widgets.text import body_label

_WIDTH = 460


class ChangeSideDialog(QuestionDialog):
    """It keeps the side unless the other one is confirmed."""

    confirmed = Signal(object)
    """The other side."""

    def __init__(self, to: Knee, language: Language, parent: QWidget | None = None) -> None:
        sides = {Knee.LEFT: language.say("left knee"), Knee.RIGHT: language.say("right knee")}
        other = next(side for side in Knee if side is not to)
        title = language.say("Change to the {side}?").format(side=sides[to])
        super().__init__("change_side", title, _WIDTH, parent)
        words = language.say(
            "All that is recorded in this consultation was recorded for the {other}. It stays, and will then stand for "
            "the {side}. For a second knee, keep this consultation and start another one."
        )
        self.body.addWidget(body_label(words.format(other=sides[other], side=sides[to])))
        self.body.addSpacing(6)
        keep = language.say("Keep the {side}").format(side=sides[other])
        self.offer(("keep", keep), title.removesuffix("?"))
        self.accepted.connect(lambda: self.confirmed.emit(to))
