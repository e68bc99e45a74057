"""The versions of a consultation that stand, and the documents that are kept of each."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.presentation.versions import standing_title
from kneedesk.store.archive import Copy
from kneedesk.store.versions import Standing
from kneedesk.ui.dialogs.fitted import FittedDialog, room_of
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.copy_rows import CopyRow, CopyRows
from kneedesk.ui.widgets.text import body_label, heading
from kneedesk.ui.widgets.words import Words, breakable

_WIDTH: Final = 600


class EarlierVersionsDialog(FittedDialog):
    """Nothing is opened or changed by it: what was kept then is saved as it was kept."""

    asked = Signal(object, object)
    """A version that stands, and its documents that are to be saved."""

    def __init__(
        self,
        versions: Sequence[tuple[Standing, Sequence[Copy]]],
        language: Language,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._versions = tuple(reversed(versions))
        say = language.say
        self.setObjectName("versions")
        self.setWindowTitle(say("Versions that stand"))
        self.setFixedWidth(min(scaled(_WIDTH), room_of(self).width()))
        self.rows = CopyRows("versions", say("Versions that stand"), theme)
        self.rows.show_rows([self._row(place, language) for place in range(len(self._versions))])
        self.rows.asked.connect(lambda place: self.asked.emit(*self._versions[place]))
        self.news = Words("note")
        self.news.setObjectName("versions.news")
        self.news.hide()
        close = QPushButton(say("Close"))
        close.setObjectName("versions.close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 20, 24, 20)
        lines.setSpacing(10)
        lines.addWidget(heading(say("Versions that stand"), 2))
        lines.addWidget(body_label(say("Their documents are saved as they were kept and sealed then.")))
        lines.addWidget(self.rows)
        lines.addWidget(self.news)
        lines.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setFocus()

    def tell(self, words: str) -> None:
        """Say what became of saving."""
        self.news.say(breakable(words))
        self.news.show()

    def _row(self, place: int, language: Language) -> CopyRow:
        (standing, copies), say = self._versions[place], language.say
        title = standing_title(standing.version, standing.at, language)
        state = say("The current version.") if place == 0 else say("Replaced by a later version.")
        if not copies:
            return CopyRow(title, f"{state} {say('No document of it was kept.')}", "")
        kept = say("1 document is kept.") if len(copies) == 1 else say("{count} documents are kept.")
        said = f"{state} {kept.format(count=len(copies))}"
        return CopyRow(title, said, say("Save its documents\N{HORIZONTAL ELLIPSIS}"))
