"""What the list says of the store: that it does not open, and what of it is not saved, read or entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kneedesk.ui.failure import sentences_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kneedesk.language import Language
    from kneedesk.store.encryption import Encrypted
    from kneedesk.ui.notice import Notice

# Messages of the application.
NOT_SAVED: Final = "Not saved"
UNREADABLE: Final = "Something cannot be read"
RESTORABLE: Final = "A backup can be restored: Settings, Backups."
UNENTERED: Final = "The journal cannot be written"
WRITTEN_OVER: Final = "The plain file was written over."
NOT_WRITTEN_OVER: Final = "The plain file was removed, but could not be written over."
REMNANTS: Final = (
    "An SSD, a file system or a backup of this computer may still hold remnants of it: only a disk that is encrypted "
    "as a whole is sure to hold none."
)


class StoreNotice:
    """It has one notice for all: that something is not saved matters more than what is not read or entered."""

    def __init__(self, notice: Notice, language: Language) -> None:
        self._notice, self._language = notice, language

    def say_closed(self, sentences: Sequence[str], again: Callable[[], None]) -> None:
        """Say why the store does not open, and offer to try again."""
        say = self._language.say
        self._notice.show_message(say("The consultations cannot be opened"), sentences, "stop")
        self._notice.offer(say("Try again"), again)

    def say_lost(self, error: Exception, again: Callable[[], None]) -> None:
        """Say with what the opening failed, and where a backup is the way back."""
        said = sentences_of(error, self._language)
        self.say_closed((*said, self._language.say(RESTORABLE)) if _is_lost(error) else said, again)

    def say_encrypted(self, encrypted: Encrypted | None) -> None:
        """Say that what was kept plainly is encrypted now, and what that cannot promise."""
        if encrypted is not None and encrypted.rows:
            say = self._language.say
            over = WRITTEN_OVER if encrypted.written_over else NOT_WRITTEN_OVER
            self._notice.show_message(say("The consultations are encrypted now"), (say(over), say(REMNANTS)), "info")

    def say_kept(self) -> None:
        """Say that what was to be removed stays."""
        say = self._language.say
        words = say("A version of it was finalised, and what was finalised stays.")
        self._notice.show_message(say("Not removed"), (words,), "caution")

    def say_not_saved(self, why: str, go: Callable[[], None]) -> None:
        """Say that a change is not saved and why, once however often it fails, and offer to go to it."""
        say = self._language.say
        said = (say(why), say("The last changes are still here, and are tried again until they are saved."))
        if not (self._says(NOT_SAVED) and self._notice.text.text() == "\n".join(said)):
            self._notice.show_message(say(NOT_SAVED), said, "stop")
            self._notice.offer(say("Go to it"), go)

    def say_saved(self) -> bool:
        """Say no more that something is not saved; tell whether that was said."""
        return self._unsay(NOT_SAVED)

    def say_unreadable(self, error: Exception) -> None:
        """Say that something could not be read, and why."""
        if not self._says(NOT_SAVED):
            title = self._language.say(UNREADABLE)
            self._notice.show_message(title, sentences_of(error, self._language), "stop")

    def say_readable(self) -> None:
        """Say no more that something cannot be read."""
        self._unsay(UNREADABLE)

    def say_entered(self, why: str) -> None:
        """Say why the journal cannot be written, or no more that it cannot."""
        say = self._language.say
        if not why:
            self._unsay(UNENTERED)
        elif not self._says(NOT_SAVED):
            said = (say(why), say("What was done is entered as soon as that is possible."))
            self._notice.show_message(say(UNENTERED), said, "caution")

    def _unsay(self, title: str) -> bool:
        said = self._says(title)
        if said:
            self._notice.put_away()
        return said

    def _says(self, title: str) -> bool:
        return not self._notice.isHidden() and self._notice.title.text() == self._language.say(title)


def _is_lost(error: Exception) -> bool:
    """Tell whether what is kept cannot be read any more."""
    from kneedesk.store.faults import DAMAGED, OTHER_KEY

    return getattr(error, "sentence", "") in (DAMAGED, OTHER_KEY)
