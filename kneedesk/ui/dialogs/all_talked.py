"""List by name the risks that one key will tick, and ask whether all of them were talked through."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.ui.dialogs.question import QuestionDialog
from kneedesk.ui.widgets.scrolling import ScrollColumn
from kneedesk.ui.widgets.text import body_label

_WIDTH = 520
_TALLEST = 360


class AllTalkedDialog(QuestionDialog):
    """Nothing is ticked before a person confirms that each of these risks was talked through."""

    confirmed = Signal(object)
    """The ids of the risks."""

    def __init__(
        self, names: Mapping[str, str], unseen: Sequence[str], language: Language, parent: QWidget | None = None
    ) -> None:
        say = language.say
        super().__init__("all_talked", say("All of these talked through?"), _WIDTH, parent)
        self.body.addWidget(body_label(say("Only if you told the patient of every one of them:")))
        self.body.addWidget(_list(names.values(), say("Risks that will be ticked")))
        if unseen:
            note = say("Not ticked by this, for they have not been in sight: {names}.")
            self.body.addWidget(body_label(note.format(names=language.enumerate(tuple(unseen))), "note"))
        self.body.addSpacing(4)
        confirm = say("All {count} were talked through").format(count=len(names))
        self.offer(("cancel", say("Cancel")), confirm)
        risks = tuple(names)
        self.accepted.connect(lambda: self.confirmed.emit(risks))


def _list(names: Iterable[str], title: str) -> ScrollColumn:
    rows = QWidget()
    column = QVBoxLayout(rows)
    column.setContentsMargins(0, 2, 8, 2)
    column.setSpacing(7)
    for name in names:
        label = body_label(name)
        label.setProperty("level", "label")
        column.addWidget(label)
    area = ScrollColumn(rows, title)
    area.setFixedHeight(min(rows.sizeHint().height() + 4, _TALLEST))
    return area
