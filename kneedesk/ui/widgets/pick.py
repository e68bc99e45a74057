"""Pick one value of a long list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from kneedesk.language import Language
from kneedesk.ui.widgets.buttons import Picker
from kneedesk.ui.widgets.field import Field


class PickField(Field):
    """One value of more than fit into a row."""

    def __init__(
        self,
        path: str,
        name: str,
        language: Language,
        options: Sequence[tuple[Any, str]],
        *,
        help_text: str = "",
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(path, name, language, help_text=help_text, parent=parent)
        self.picker = Picker(name, options, empty="" if required else language.say("Not recorded"))
        self.own(self.picker)
        self.picker.picked.connect(self.settle)
        self.picker.moved.connect(self.focus_moved)
        self.place.addWidget(self.picker)
        if required:
            self.mark.withhold()

    def _show(self, value: Any) -> None:
        self.picker.choose(value)
