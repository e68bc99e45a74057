"""A new passphrase, typed twice, and in words whether it is strong enough."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.store.passphrases import TOO_SHORT, weakness
from kneedesk.ui.lock.secret_field import SecretField
from kneedesk.ui.widgets.text import body_label

# Messages of the application.
STRONG = "Long enough, and neither a name nor a pattern."
OTHER = "The two are not the same."


class NewSecret(QWidget):
    """Two lines; what is too weak is said while it is typed, what differs once it is taken."""

    entered = Signal()
    """Enter was pressed in the second line."""

    def __init__(self, name: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._names: Sequence[str] = ()
        self.first = SecretField(f"{name}.new", language.say("New passphrase"), language)
        self.second = SecretField(f"{name}.again", language.say("The same again"), language)
        self.words = body_label(language.say(TOO_SHORT), "note")
        self.first.changed.connect(self._judge)
        self.first.entered.connect(self.second.setFocus)
        self.second.entered.connect(self.entered)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(self.first)
        lines.addWidget(self.words)
        lines.addWidget(self.second)
        self.setFocusProxy(self.first)

    def text(self) -> str:
        """Return the passphrase."""
        return self.first.text()

    def judge_by(self, *names: str) -> None:
        """Take the names that a passphrase must not be."""
        self._names = names
        self._judge()

    def taken(self) -> bool:
        """Tell whether it can be taken; if not, it is said why, with the focus where it is to be mended."""
        weak = weakness(self.first.text(), self._names)
        differs = not weak and self.first.text() != self.second.text()
        self.first.show_fault(self._language.say(weak) if weak else "")
        self.second.show_fault(self._language.say(OTHER) if differs else "")
        if weak or differs:
            (self.first if weak else self.second).setFocus()
        return not (weak or differs)

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.first, self.second):
            field.clear()
            field.show_fault("")
        self._judge()

    def _judge(self) -> None:
        weak = weakness(self.first.text(), self._names)
        self.words.setText(self._language.say(weak or STRONG))
