"""The risks under one heading, and a way to record all of them that were in sight as talked through."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from kneedesk.language import Language
from kneedesk.ui.dialogs.all_talked import AllTalkedDialog
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.risk_entry import RiskEntry


class RiskCard(Card):
    """Hairlines between the risks; what is still open and was never in sight is ticked by its own box only."""

    talked = Signal(object)
    """The ids of the risks that were confirmed as talked through."""

    def __init__(
        self, title: str, entries: list[RiskEntry], language: Language, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent=parent)
        self._language, self._entries = language, entries
        self._open: list[RiskEntry] = []
        for place, entry in enumerate(entries):
            if place:
                self.body.addWidget(_hairline())
            self.body.addWidget(entry)
        self.all = IconButton(theme, "check", language.say("All of these talked through\N{HORIZONTAL ELLIPSIS}"))
        self.all.setAccessibleName(f"{title}: {self.all.text()}")
        self.all.clicked.connect(self._ask)
        self.body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignRight)

    def show_discussed(self, discussed: Collection[str]) -> None:
        """Tick what was talked through; nothing is offered where nothing is left."""
        for entry in self._entries:
            entry.tick.show_checked(entry.risk in discussed)
        self._open = [entry for entry in self._entries if entry.risk not in discussed]
        self.all.setVisible(bool(self._open))

    def _ask(self) -> None:
        names = {entry.risk: entry.name for entry in self._open if entry.seen}
        unseen = [entry for entry in self._open if not entry.seen]
        if not names:
            unseen[0].tick.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        dialog = AllTalkedDialog(names, [entry.name for entry in unseen], self._language, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(self.talked)
        dialog.open()


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("tone", "line")
    return line
