"""Long work under way: what it is, how far it has come, and a way to call it off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from kneedesk.language import Language
from kneedesk.ui.widgets.text import plain_label


class Working(QWidget):
    """Hidden while nothing is under way."""

    stopped = Signal()
    """The work is wanted no more."""

    def __init__(self, name: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.may_stop = True
        self.words = plain_label()
        self.words.setObjectName(f"{name}.working")
        self.bar = QProgressBar()
        self.bar.setObjectName(f"{name}.progress")
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.stop = QPushButton(language.say("Call off"))
        self.stop.setObjectName(f"{name}.stop")
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.hide()

    def begin(self, words: str, *, may_stop: bool = True) -> None:
        """Show what is under way; where it cannot be called off it is short, and not told how far it is."""
        self.may_stop = may_stop
        self.bar.setAccessibleName(words)
        self.bar.setValue(0)
        self.bar.setVisible(may_stop)
        self.stop.setEnabled(True)
        self.stop.setVisible(may_stop)
        self._said = words
        self.words.setText(f"{words}\N{HORIZONTAL ELLIPSIS}")
        self.show()

    def reach(self, percent: int) -> None:
        """Show how many percent are done; at the last one it is looked through."""
        self.bar.setValue(percent)
        if percent < 100:
            self.words.setText(f"{self._said}: {percent} %")
        else:
            self.words.setText(self._language.say("Reading it back\N{HORIZONTAL ELLIPSIS}"))

    def end(self) -> None:
        """Nothing is under way any more."""
        self.hide()

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.stopped.emit()
