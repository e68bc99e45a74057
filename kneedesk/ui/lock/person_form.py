"""A person who is to unlock: the name, what they are in the practice, and by what they are registered."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.ui.lock.unlock_page import ROLES
from kneedesk.ui.widgets.choice import ChoiceField
from kneedesk.ui.widgets.marks import FaultLine
from kneedesk.ui.widgets.text import plain_label

_LONGEST = 200


class PersonForm(QWidget):
    """No role is chosen beforehand."""

    entered = Signal()
    """Enter was pressed in the last line."""

    def __init__(
        self,
        name: str,
        language: Language,
        roles: Sequence[str],
        known: tuple[str, str] = ("", ""),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._roles = tuple(roles)
        self.name = QLineEdit(known[0])
        self.credentials = QLineEdit(known[1])
        options = [(role, language.say(ROLES[role])) for role in roles]
        self.role = ChoiceField(f"{name}.role", language.say("Role"), language, options)
        self.role.mark.withhold()
        self.role.recorded.connect(self._choose)
        self._role: str = ""
        self._fault = FaultLine()
        self._fault.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        for field, ending, words in (
            (self.name, "name", language.say("Name")),
            (self.credentials, "credentials", language.say("Registration or credentials")),
        ):
            label = plain_label(words)
            label.setProperty("level", "label")
            label.setBuddy(field)
            field.setObjectName(f"{name}.{ending}")
            field.setAccessibleName(words)
            field.setMaxLength(_LONGEST)
            lines.addWidget(label)
            lines.addWidget(field)
            if field is self.name:
                lines.addWidget(self._fault)
                lines.addSpacing(6)
                lines.addWidget(self.role)
                lines.addSpacing(6)
        self.name.textEdited.connect(lambda: self._fault.show_sentence(None))
        self.name.returnPressed.connect(self.entered)
        self.credentials.returnPressed.connect(self.entered)
        self.setFocusProxy(self.name)

    @property
    def chosen(self) -> str:
        """Return the role that was chosen, empty where none was."""
        return self._role

    def taken(self) -> bool:
        """Tell whether name and role are there; what is missing is said where it is missing."""
        needed = self._language.say("This is needed.")
        named = bool(self.name.text().strip()) and self.name.text().isprintable()
        self._fault.show_sentence("" if named else needed)
        self.role.show_fault("" if self._role else needed)
        if not named:
            self.name.setFocus()
        elif not self._role:
            self.role.setFocus()
        return named and bool(self._role)

    def show_fault(self, sentence: str) -> None:
        """Say under the name what is wrong with it."""
        self._fault.show_sentence(sentence)

    def clear(self) -> None:
        """Empty the form for the next person."""
        self.name.clear()
        self.credentials.clear()
        self._role = ""
        self.role.show_value(None)

    def _choose(self, role: str | None) -> None:
        self._role = role or ""
        self.role.show_value(role)
        self.role.show_fault("")
