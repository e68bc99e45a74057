"""What matters for this patient in particular, and what is not recorded and may change a risk."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.content import Cell
from kneedesk.presentation.findings import name_of
from kneedesk.presentation.risk_differences import unknown_words
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.statement_card import StatementCard


class CautionCard(StatementCard):
    """One press leads to the first finding that is to be asked."""

    sought = Signal(str)

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(language.say("What matters for this patient in particular"), parent=parent)
        self._library, self._language = library, language
        self._unknown: tuple[str, ...] = ()
        self.way = IconButton(theme, "arrow-right", "")
        self.way.setObjectName("risks.ask")
        self.way.clicked.connect(self._go)
        self.body.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeft)

    def show_cautions(self, lines: Cell, unknown: tuple[str, ...]) -> None:
        """Say what calls for care, and lead to what is not recorded."""
        self._unknown = unknown
        self.way.setVisible(bool(unknown))
        if unknown:
            lines = (*lines, unknown_words(unknown, self._library, self._language))
            name = name_of(unknown[0], self._library, self._language)
            self.way.setText(self._language.say("Record it: {name}").format(name=name))
        self.show_lines(lines)

    def _go(self) -> None:
        self.sought.emit(self._unknown[0])
