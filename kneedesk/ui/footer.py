"""The footer: whether everything is saved, and the way back and on."""

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from kneedesk.language import Language
from kneedesk.ui.icons import pixmap
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.elided_label import ElidedLabel
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.text import plain_label

_MINUTE = 60_000


class Footer(QFrame):
    """The save state in words, the minutes where they are wanted, Back and Next."""

    went_back = Signal()
    went_on = Signal()

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._theme = theme
        self._said = ("", "")
        self._sign = ("", "")
        self._minutes = 0
        self.setObjectName("footer")
        self.setProperty("tone", "footer")
        self.setAccessibleName(language.say("Save state"))
        self.back = IconButton(theme, "chevron-left", language.say("Back"), "", "text")
        self.back.setObjectName("footer.back")
        self.next = IconButton(theme, "arrow-right", language.say("Next"), "primary", "accent_text", behind=True)
        self.next.setObjectName("footer.next")
        self.icon = QLabel()
        self.state = ElidedLabel()
        self.state.setObjectName("footer.state")
        self.elapsed = plain_label()
        self.elapsed.setObjectName("footer.elapsed")
        self.elapsed.setProperty("tone", "note")
        self.elapsed.hide()
        self._clock = QTimer(self)
        self._clock.setInterval(_MINUTE)
        self._clock.timeout.connect(self._count)
        self.back.clicked.connect(self.went_back)
        self.next.clicked.connect(self.went_on)
        self._arrange()
        theme.switched.connect(self._draw_sign)

    def show_saved(self, at: datetime | None = None) -> None:
        """Say that the newest state is committed, and when."""
        said = self._language.say("Saved {time}").format(time=f"{at:%H:%M}") if at else self._language.say("Saved")
        self._say(said, "note", ("circle-check", "done"))

    def show_known(self) -> None:
        """Say that a file was kept already, just as it is, and was not added a second time."""
        said = "This consultation was kept here already. It was opened, not added again."
        self._say(self._language.say(said), "info", ("info", "info"))

    def show_saving(self) -> None:
        """Say that the newest state is on its way."""
        self._say(self._language.say("Saving"), "note", ("circle-dashed", "quiet"))

    def show_not_saved(self, why: str) -> None:
        """Say that the newest state could not be committed, and why."""
        self._say(self._language.say("Not saved: {why}").format(why=why), "stop", ("octagon-alert", "stop"))

    def show_ways(self, previous: str, following: str) -> None:
        """Name the steps before and after this one; an empty name means there is none."""
        self.back.setEnabled(bool(previous))
        self.next.setEnabled(bool(following))
        named = self._language.say("Next: {step}").format(step=following).replace("&", "&&")  # no key of a menu
        self.next.setText(named if following else self._language.say("Next"))
        self.back.setToolTip(previous)

    def count_minutes(self, counted: bool) -> None:
        """Show how long the consultation has been open, or do not."""
        self._minutes = 0
        self.elapsed.setVisible(counted)
        if counted:
            self._clock.start()
            self._show_minutes()
        else:
            self._clock.stop()

    def _count(self) -> None:
        self._minutes += 1
        self._show_minutes()

    def _show_minutes(self) -> None:
        self.elapsed.setText(self._language.say("{minutes} min open").format(minutes=self._minutes))

    def _say(self, text: str, tone: str, sign: tuple[str, str]) -> None:
        if (text, tone) == self._said:
            return
        self._said = (text, tone)
        self.state.retone(tone)
        self.state.show_text(text)
        self._sign = sign
        self._draw_sign()
        self._row.activate()  # else the words are cut to the room of those before

    def _arrange(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(28, 10, 20, 10)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addSpacing(6)
        row.addWidget(self.icon)
        row.addWidget(self.state, 1)
        row.addWidget(self.elapsed)
        row.addStretch()  # takes what the words leave
        row.addWidget(self.next)

    def _draw_sign(self) -> None:
        name, role = self._sign
        self.icon.setFixedSize(scaled(18), scaled(18))
        if name:
            self.icon.setPixmap(pixmap(name, self._theme.colour(role), scaled(16), self.devicePixelRatioF()))
