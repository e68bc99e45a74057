"""List by name what one key will answer with *no*, and ask whether all of it was asked."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.findings import name_of, value_words
from kneedesk.ui.dialogs.question import QuestionDialog
from kneedesk.ui.widgets.scrolling import ScrollColumn
from kneedesk.ui.widgets.text import body_label

_WIDTH = 520
_TALLEST = 360


class AllAskedDialog(QuestionDialog):
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
        say = language.say
        super().__init__("all_asked", say("All of these asked?"), _WIDTH, parent)
        self._answers = dict(answers)
        self.body.addWidget(body_label(say("Only if you asked every one of them: they are answered as follows.")))
        self.body.addWidget(self._list(library, language))
        if kept:
            self.body.addSpacing(10)
            note = say("Not answered by this, each needs its own answer: {names}.")
            self.body.addWidget(body_label(note.format(names=language.enumerate(kept)), "note"))
        self.body.addSpacing(4)
        confirm = say("All {count} were asked: answer no").format(count=len(self._answers))
        self.offer(("cancel", say("Cancel")), confirm)
        self.accepted.connect(lambda: self.confirmed.emit(self._answers))

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
