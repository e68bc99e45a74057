"""A notice above what it concerns: a title, one sentence a line, and a way to put it away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.ui.icons import pixmap
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.text import body_label, plain_label

_ICONS = {"stop": "octagon-alert", "caution": "triangle-alert", "info": "info"}
_MOST = 7
"""As many as there are courses."""


class Notice(QFrame):
    """Hidden until there is something to say; ``tone`` is stop, caution or info."""

    dismissed = Signal()

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._theme = theme
        self._tone = "info"
        self._built = False
        self._offered: Callable[[], None] | None = None
        self.setObjectName("notice")
        self.hide()

    def _build(self) -> None:
        """Make what is inside when there is something to say: the first frame of the window has nothing to say."""
        self._built = True
        language = self._language
        self.icon = QLabel()
        self.title = plain_label()
        self.title.setProperty("level", "3")
        self.title.setWordWrap(True)
        self.text = body_label("")
        self.action = QPushButton()
        self.action.setObjectName("notice.action")
        self.action.hide()
        self.action.clicked.connect(self._do)
        self.close_button = QPushButton()
        self.close_button.setObjectName("notice.close")
        self.close_button.setProperty("kind", "quiet")
        self.close_button.setAccessibleName(language.say("Put this message away"))
        self.close_button.setToolTip(language.say("Put this message away"))
        self.close_button.clicked.connect(self.put_away)
        self._arrange()
        self._theme.switched.connect(self._draw_icons)

    def show_message(self, title: str, sentences: Sequence[str] = (), tone: str = "info") -> None:
        """Say something; of many sentences the first few, and how many more there are."""
        if not self._built:
            self._build()
        lines = list(sentences[:_MOST])
        if len(sentences) > _MOST:
            lines.append(self._language.say("and {count} more").format(count=len(sentences) - _MOST))
        self._tone = tone
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.title.setText(title)
        self.text.setText("\n".join(lines))
        self.text.setVisible(bool(lines))
        self.setAccessibleName(title)
        self.setAccessibleDescription("\n".join(lines))
        self.action.hide()
        self._offered = None
        self.close_button.setAccessibleDescription("\n".join((title, *lines)))  # the one stop of Tab here
        self._draw_icons()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def offer(self, name: str, then: Callable[[], None] | None = None) -> None:
        """Offer one thing to do about it until something else is said; ``action`` is the button."""
        self._offered = then
        self.action.setText(name)
        self.action.show()

    def put_away(self) -> None:
        """Take the notice off the screen."""
        self.hide()
        self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the notice away with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _do(self) -> None:
        if self._offered is not None:
            self._offered()

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.title)
        words.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 10, 12)
        row.setSpacing(12)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

    def _draw_icons(self) -> None:
        ink, ratio = self._theme.colour(self._tone), self.devicePixelRatioF()
        self.icon.setFixedSize(scaled(22), scaled(22))
        self.icon.setPixmap(pixmap(_ICONS[self._tone], ink, scaled(20), ratio))
        self.close_button.setIcon(self._theme.icon("x", self._tone, 16))
        self.close_button.setIconSize(QSize(scaled(16), scaled(16)))
