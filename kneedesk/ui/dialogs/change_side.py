"""Ask before the side of the knee is changed: a wrong side is the gravest mistake that a form can help along."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kneedesk.domain.consultation import Knee
from kneedesk.language import Language
from kneedesk.ui.dialogs.fitted import FittedDialog
from kneedesk.ui.widgets.text import body_label, heading

_WIDTH = 460


class ChangeSideDialog(FittedDialog):
    """It keeps the side unless the other one is confirmed."""

    confirmed = Signal(object)
    """The other side."""

    def __init__(self, to: Knee, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("change_side")
        self.setFixedWidth(_WIDTH)
        sides = {Knee.LEFT: language.say("left knee"), Knee.RIGHT: language.say("right knee")}
        other = next(side for side in Knee if side is not to)
        title = language.say("Change to the {side}?").format(side=sides[to])
        self.setWindowTitle(title)
        words = language.say(
            "All that is recorded in this consultation was recorded for the {other}. It stays, and will then stand for "
            "the {side}. For a second knee, keep this consultation and start another one."
        )
        keep = QPushButton(language.say("Keep the {side}").format(side=sides[other]))
        keep.setObjectName("change_side.keep")
        keep.setDefault(True)
        keep.clicked.connect(self.reject)
        change = QPushButton(title.removesuffix("?"))
        change.setObjectName("change_side.confirm")
        change.setProperty("kind", "primary")
        change.setAutoDefault(False)
        change.clicked.connect(self.accept)
        self.accepted.connect(lambda: self.confirmed.emit(to))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(keep)
        buttons.addWidget(change)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(10)
        outer.addWidget(heading(title, 2))
        outer.addWidget(body_label(words.format(other=sides[other], side=sides[to])))
        outer.addSpacing(6)
        outer.addLayout(buttons)
        keep.setFocus()
