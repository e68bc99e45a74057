"""Choose one value of a closed list, yes and no among them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kneedesk.language import Language
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.segment import SegmentRow
from kneedesk.ui.widgets.typing_on import type_on


class ChoiceField(Field):
    """A row of choices: arrows move, Space or Enter chooses, N leaves out, Backspace takes back.

    Figures that are typed once it is answered go into the next line.
    """

    def __init__(
        self,
        path: str,
        name: str,
        language: Language,
        options: Sequence[tuple[Any, str]],
        *,
        help_text: str = "",
        required: bool = False,
        columns: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(path, name, language, help_text=help_text, parent=parent)
        self.row = SegmentRow(path, name, options, required=required, columns=columns)
        self.row.setAccessibleDescription(help_text)
        self.row.chosen.connect(self.settle)
        self.row.left_out.connect(self.toggle_assessed)
        self.row.moved.connect(self.focus_moved)
        self.label.setBuddy(self.row)
        self.setFocusProxy(self.row)
        self.place.addWidget(self.row)
        if required:
            self.mark.withhold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type on, where the choice is made and does not know the figure."""
        focused = self.row.focusWidget()
        if self.row.value() is None or focused is None or not type_on(focused, event):
            super().keyPressEvent(event)

    def _show(self, value: Any) -> None:
        self.row.choose(value)

    def _show_assessed(self, assessed: bool) -> None:
        super()._show_assessed(assessed)
        self.row.show_left_out(not assessed)


class YesNoField(ChoiceField):
    """A question that is answered with yes or no."""

    def __init__(
        self,
        path: str,
        name: str,
        language: Language,
        *,
        yes: str = "",
        no: str = "",
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        options = ((True, yes or language.say("Yes")), (False, no or language.say("No")))
        super().__init__(path, name, language, options, help_text=help_text, parent=parent)
