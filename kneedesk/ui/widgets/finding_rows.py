"""Findings as rows of cards: what is recorded in any of them goes out as one change."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kneedesk.domain.beginning import Carried
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.finding import value_of
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.ui.forms import build_field
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.finding_row import FindingRow


class RowsCard(Card):
    """Rows under one heading, with hairlines between them."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, subtitle, parent)
        self.rows: list[FindingRow] = []
        self.body.setSpacing(0)
        margins = self.layout()
        if margins is not None:
            margins.setContentsMargins(20, 14, 20, 8)

    def add(self, row: FindingRow) -> None:
        """Take one more row at the end."""
        if self.rows:
            self.body.addWidget(row.line)
        else:
            row.stand_first()
        self.body.addWidget(row)
        self.rows.append(row)


class FindingRows(QObject):
    """The rows of a page by their finding paths."""

    amended = Signal(object)
    """A mapping of finding paths to their new values: one step of undo."""
    confirmed = Signal(str)
    """A finding path whose value was taken over and still holds."""

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = (library, language, theme)
        self._library = library
        self._left: tuple[str, ...] = ()
        self.by_path: dict[str, FindingRow] = {}

    def add(self, path: str, card: RowsCard) -> None:
        """Add the row of a finding to a card."""
        field = build_field(path, *self._parts)
        field.recorded.connect(lambda value: self._record(path, value))
        field.not_assessed.connect(lambda: self._leave(path))
        row = FindingRow(self._library.findings[path], field, *self._parts, card)
        row.confirmed.connect(lambda: self.confirmed.emit(path))
        self.by_path[path] = row
        card.add(row)

    def show_consultation(self, consultation: Consultation, needed: Mapping[str, tuple[Treatment, ...]]) -> None:
        """Show what is recorded and for how many verdicts each finding is needed; announce nothing."""
        self._left = consultation.not_assessed or ()
        for path, row in self.by_path.items():
            row.field.look_around(consultation.date)
            row.field.suggest(consultation.preferences.goals or ())
            row.field.show_value(value_of(consultation, path), assessed=path not in self._left)
            row.show_needed(len(needed.get(path, ())))

    def show_carried(self, carried: Carried) -> None:
        """Mark what was taken over and is to be confirmed."""
        for path, row in self.by_path.items():
            row.show_carried(carried.get(path))

    def focus(self, path: str) -> FindingRow | None:
        """Put the focus on the control of a finding and return its row, nothing where there is none to see."""
        row = self.by_path.get(path)
        if row is None or row.isHidden():
            return None
        row.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return row

    def _record(self, path: str, value: Any) -> None:
        changes: dict[str, Any] = {path: value}
        if value is None and path in self._left:
            changes["not_assessed"] = tuple(each for each in self._left if each != path) or None
        self.amended.emit(changes)

    def _leave(self, path: str) -> None:
        kept = tuple(each for each in self._left if each != path)
        self.amended.emit({path: None, "not_assessed": (*kept, path)})
