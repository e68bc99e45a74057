"""What is looked after every day without being asked: a backup, and whether the clock of this computer can be right."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from kneedesk.store.progress import CalledOff, Progress
from kneedesk.ui.background import while_there
from kneedesk.ui.backup_words import moment_words
from kneedesk.ui.failure import sentences_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kneedesk.language import Language
    from kneedesk.store.backups import Backup
    from kneedesk.ui.notice import Notice
    from kneedesk.ui.safekeeping import Safekeeping

_REST: Final = 20_000
"""Milliseconds after the list is filled: the start is over by then."""
_LOOK: Final = 600_000
"""Milliseconds between two looks: a day may have changed, a drive may be back."""
_SLACK: Final = timedelta(minutes=2)
"""Clocks are set by the network, a little forward and back."""


class Daily(QObject):
    """Nothing of it delays the window; what goes wrong is said above the list, and tried again."""

    backups_asked = Signal()
    """The clinician wants to see to the backups."""

    def __init__(
        self,
        safekeeping: Safekeeping,
        notice: Notice,
        language: Language,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._safekeeping, self._notice, self._language, self._clock = safekeeping, notice, language, clock
        self._said = ""
        self._latest: datetime | None = None
        self._progress: Progress | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Begin, now that the list is filled."""
        self._timer.start(_REST)
        self._safekeeping.last_kept(while_there(self._notice, self._compare), lambda _: None)

    def stop(self) -> None:
        """Look no more, and let go of what is under way: nobody is here."""
        self._timer.stop()
        if self._progress is not None:
            self._progress.call_off()

    def look(self) -> None:
        """Make the backup of today where there is none, and look at the clock."""
        self._timer.start(_LOOK)
        self._compare(self._latest)
        self._progress = Progress()
        there = self._notice
        self._safekeeping.back_up_today(self._progress, while_there(there, self._done), while_there(there, self._fail))

    def _compare(self, latest: datetime | None) -> None:
        """Say that the clock is behind what was kept, once for each time that it is set back."""
        now = self._clock()
        if latest is not None and now < latest - _SLACK:
            say = self._language.say
            kept = say("Something was kept at {moment}, which by this clock is still to come.")
            told = (
                kept.format(moment=moment_words(latest, self._language)),
                say("Set the clock: until then the times of new changes are wrong. Their order stands all the same."),
            )
            self._say(say("The clock of this computer was set back"), told, "caution")
        self._latest = max(now, latest) if latest is not None else now

    def _done(self, _made: Backup | None) -> None:
        if self._said and self._notice.isVisible() and self._notice.title.text() == self._failure:
            self._notice.put_away()
        if self._said == self._failure:
            self._said = ""

    def _fail(self, error: Exception) -> None:
        if isinstance(error, CalledOff):
            return
        say = self._language.say
        told = (
            *sentences_of(error, self._language),
            say("What you record is saved all the same. The backup is tried again every ten minutes."),
        )
        if self._say(self._failure, told, "caution"):
            self._notice.offer(say("Backups\N{HORIZONTAL ELLIPSIS}"), self.backups_asked.emit)

    @property
    def _failure(self) -> str:
        return self._language.say("There is no backup of today")

    def _say(self, title: str, sentences: Sequence[str], tone: str) -> bool:
        """Say something once, and never over something else that is said; tell whether it was said."""
        if self._said == title or self._notice.isVisible():
            return False
        self._notice.show_message(title, sentences, tone)
        self._said = title
        return True
