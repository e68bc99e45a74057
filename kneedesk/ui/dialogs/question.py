"""A question changes nothing unless it is confirmed: its words and two answers, of which staying is the default."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kneedesk.ui.dialogs.fitted import FittedDialog, room_of
from kneedesk.ui.theme import scaled
from kneedesk.ui.widgets.text import heading


class QuestionDialog(FittedDialog):
    """Put what is asked into ``body``, then the answers below it."""

    def __init__(self, name: str, title: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setFixedWidth(min(scaled(width), room_of(self).width()))
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(10)
        self.body.addWidget(heading(title, 2))

    def offer(self, stay: tuple[str, str], go: str, kind: str = "primary") -> None:
        """Offer to leave all as it is, by a name and its words, and to go on, in words."""
        name, words = stay
        staying = self._button(name, words)
        staying.setDefault(True)
        staying.clicked.connect(self.reject)
        going = self._button("confirm", go)
        going.setProperty("kind", kind)
        going.setAutoDefault(False)
        going.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(staying)
        row.addWidget(going)
        self.body.addLayout(row)
        staying.setFocus()

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"{self.objectName()}.{name}")
        return button
