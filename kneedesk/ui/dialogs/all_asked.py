"""List by name what one key will answer with *no*, and ask whether all of it was asked."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.findings import name_of, value_words
from kneedesk.ui.dialogs.fitted import FittedDialog
from kneedesk.ui.widgets.scrolling import ScrollColumn
from kneedesk.ui.widgets.text import body_label, heading

_WIDTH = 520
_TALLEST = 360


class AllAskedDialog(FittedDialog):
    """Nothing is answered before a person confirms that each of these questions was asked."""

    confirmed = Signal(object)
    """A mapping of finding paths to what *no* means for each: one step of undo."""

    def __init__(
        self,
        answers: Mapping[str, Any],
        kept: tuple[str, ...],
        library: Library,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("all_asked")
        self.setWindowTitle(language.say("All of these asked?"))
        self.setFixedWidth(_WIDTH)
        self._answers = dict(answers)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(10)
        outer.addWidget(heading(language.say("All of these asked?"), 2))
        outer.addWidget(body_label(language.say("Only if you asked every one of them: they are answered as follows.")))
        outer.addWidget(self._list(library, language))
        if kept:
            outer.addSpacing(10)
            note = language.say("Not answered by this, each needs its own answer: {names}.")
            outer.addWidget(body_label(note.format(names=language.enumerate(kept)), "note"))
        outer.addSpacing(4)
        outer.addLayout(self._buttons(language))

    def _list(self, library: Library, language: Language) -> QWidget:
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 2, 8, 2)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 1)
        for place, (path, value) in enumerate(self._answers.items()):
            name = body_label(name_of(path, library, language))
            name.setProperty("level", "label")
            grid.addWidget(name, place, 0)
            grid.addWidget(body_label(value_words(path, value, library, language)), place, 1)
        area = ScrollColumn(rows, language.say("Questions that will be answered"))
        area.setFixedHeight(min(rows.sizeHint().height() + 4, _TALLEST))
        return area

    def _buttons(self, language: Language) -> QHBoxLayout:
        cancel = QPushButton(language.say("Cancel"))
        cancel.setObjectName("all_asked.cancel")
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        count = len(self._answers)
        confirm = QPushButton(language.say("All {count} were asked: answer no").format(count=count))
        confirm.setObjectName("all_asked.confirm")
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
        self.confirmed.emit(self._answers)
