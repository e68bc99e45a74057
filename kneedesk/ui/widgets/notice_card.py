"""The notice that the law asks for, word for word, and the act by which it is recorded as shown."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kneedesk.domain.consent import ShownNotice
from kneedesk.language import Language
from kneedesk.presentation.prescribed import Prescribed
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.words import Words, breakable


class NoticeCard(Card):
    """It is recorded as shown only by a press; other words than those that were shown have to be shown again."""

    amended = Signal(object)

    def __init__(
        self, language: Language, theme: Theme, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(language.say("Notice that the law asks for"), parent=parent)
        self._language, self._clock = language, clock
        self._notice: Prescribed | None = None
        self._shown = ShownNotice()
        self._title, self._text, self._state = Words(level="3"), Words(), Words("note")
        self._act = IconButton(theme, "eye", "", kind="", role="ink")
        self._act.setObjectName("notice.shown_at")
        self._act.clicked.connect(self._record)
        for widget in (self._title, self._text, self._state):
            self.body.addWidget(widget)
        self.body.addWidget(self._act, 0, Qt.AlignmentFlag.AlignLeft)

    def show_notice(self, notice: Prescribed | None, shown: ShownNotice) -> None:
        """Show a notice and whether it was shown; without one there is no card."""
        self.setVisible(notice is not None)
        if notice is None or (notice, shown) == (self._notice, self._shown):
            return
        self._notice, self._shown = notice, shown
        self._title.say(notice.title)
        self._title.retone("caution" if notice.sample else "")
        self._text.say(breakable(notice.text))
        say = self._language.say
        words = say("Not shown yet. It is read by the patient before anything is signed.")
        if shown.shown_at is not None:
            words = say("Shown on {moment}.").format(moment=self._language.moment(shown.shown_at))
            if not self._holds():
                words = f"{words} {say('Its words are others now: they have to be shown again.')}"
        self._state.say(words)
        act = say("Record that it was not shown") if self._holds() else say("The patient has read it now")
        if act != self._act.text():
            self._act.setText(act)
            self._act.setAccessibleName(act)

    def _holds(self) -> bool:
        return self._notice is not None and self._shown.digest == self._notice.digest

    def _record(self) -> None:
        if self._notice is not None:
            digest, at = (None, None) if self._holds() else (self._notice.digest, self._clock())
            self.amended.emit({"notice.digest": digest, "notice.shown_at": at})
