"""List by name the risks that one key will tick, and ask whether all of them were talked through."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.ui.dialogs.fitted import FittedDialog
from kneedesk.ui.widgets.scrolling import ScrollColumn
from kneedesk.ui.widgets.text import body_label, heading

_WIDTH = 520
_TALLEST = 360


class AllTalkedDialog(FittedDialog):
    """Nothing is ticked before a person confirms that each of these risks was talked through."""

    confirmed = Signal(object)
    """The ids of the risks."""

    def __init__(
        self, names: Mapping[str, str], unseen: Sequence[str], language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._risks = tuple(names)
        say = language.say
        title = say("All of these talked through?")
        self.setObjectName("all_talked")
        self.setWindowTitle(title)
        self.setFixedWidth(_WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(10)
        outer.addWidget(heading(title, 2))
        outer.addWidget(body_label(say("Only if you told the patient of every one of them:")))
        outer.addWidget(_list(names.values(), say("Risks that will be ticked")))
        if unseen:
            note = say("Not ticked by this, for they have not been in sight: {names}.")
            outer.addWidget(body_label(note.format(names=language.enumerate(tuple(unseen))), "note"))
        outer.addSpacing(4)
        outer.addLayout(self._buttons(language))

    def _buttons(self, language: Language) -> QHBoxLayout:
        cancel = QPushButton(language.say("Cancel"))
        cancel.setObjectName("all_talked.cancel")
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        confirm = QPushButton(language.say("All {count} were talked through").format(count=len(self._risks)))
        confirm.setObjectName("all_talked.confirm")
        confirm.setProperty("kind", "primary")
        confirm.setAutoDefault(False)
        confirm.clicked.connect(self._confirm)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(confirm)
        cancel.setFocus()
        return row

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit(self._risks)


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
