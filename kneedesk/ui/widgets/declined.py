"""A name, or that what was offered was declined."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kneedesk.language import Language
from kneedesk.ui.widgets.segment import SegmentRow
from kneedesk.ui.widgets.written import TextField


class DeclinedField(TextField):
    """A line for the name beside one choice that says *declined*; one takes the other away."""

    def __init__(
        self,
        path: str,
        name: str,
        language: Language,
        *,
        declined: str,
        longest: int = 200,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(path, name, language, longest=longest, parent=parent)
        self.row = SegmentRow(path, name, ((False, declined),))
        self.row.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.row.chosen.connect(self._decline)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.edit, 1)
        line.addWidget(self.row)
        self.place.addLayout(line)

    def settle(self, value: Any) -> None:
        """Take a name that was typed: it was not declined then."""
        self.row.choose(value if value is False else None)
        super().settle(value)

    def _decline(self, value: Any) -> None:
        self.edit.clear()
        self._written = ""
        self.settle(value)

    def _show(self, value: Any) -> None:
        super()._show(value or None)
        self.row.choose(value if value is False else None)
