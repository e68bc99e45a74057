"""What is said of backups: what one holds, and what restoring it would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from kneedesk.language import Language
    from kneedesk.store.backups import Preview
    from kneedesk.store.differences import Differences
    from kneedesk.store.everything import Exported
    from kneedesk.ui.safekeeping import Listed

_DOT = " \N{MIDDLE DOT} "
_KILO, _MEGA = 1000, 1000**2


def moment_words(instant: datetime, language: Language) -> str:
    """Return an instant by the clock of this computer."""
    return language.moment(instant.astimezone())


def listed_words(listed: Listed, language: Language) -> str:
    """Return what is said of a backup in the list: how many consultations, how large, and where it is not chosen to."""
    say = language.say
    parts = [say("does not open") if listed.consultations is None else count_words(listed.consultations, language)]
    parts.append(size_words(listed.size, language))
    if listed.beside:
        parts.append(say("beside the consultations"))
    return _DOT.join(parts)


def count_words(count: int, language: Language) -> str:
    """Return how many consultations."""
    say = language.say
    return say("1 consultation") if count == 1 else say("{count} consultations").format(count=f"{count:,}")


def size_words(size: int, language: Language) -> str:
    """Return the size of a file in bytes as people write it."""
    if size < _MEGA:
        return f"{max(1, round(size / _KILO))} kB"
    return f"{language.number(round(size / _MEGA, 1))} MB"


def preview_words(preview: Preview, language: Language) -> str:
    """Return what a backup holds."""
    say, count = language.say, count_words(preview.consultations, language)
    if preview.newest_change is None:
        return say("It was read whole and is sound. It holds {count}.").format(count=count)
    words = say("It was read whole and is sound. It holds {count}; the newest change is of {moment}.")
    return words.format(count=count, moment=moment_words(preview.newest_change, language))


def difference_words(found: Differences | None, language: Language) -> tuple[str, ...]:
    """Return what restoring a backup would change, a sentence each."""
    say = language.say
    if found is None:
        return (say("The consultations that are kept now cannot be opened; they would be kept aside."),)
    if found.none:
        return (say("It holds the same consultations as are kept now: nothing would be lost."),)
    told = (
        (
            found.lost,
            "1 consultation that is kept now would be gone.",
            "{count} consultations that are kept now would be gone.",
        ),
        (
            found.earlier,
            "1 consultation would go back to how it was then.",
            "{count} consultations would go back to how they were then.",
        ),
        (found.addenda, "1 addendum would be gone.", "{count} addenda would be gone."),
        (
            found.back,
            "1 consultation that is not kept now would come back.",
            "{count} consultations that are not kept now would come back.",
        ),
        (found.deleted, "1 that was deleted stays deleted.", "{count} that were deleted stay deleted."),
    )
    return tuple(
        (say(one) if count == 1 else say(many)).format(count=f"{count:,}") for count, one, many in told if count
    )


def exported_words(exported: Exported, language: Language) -> tuple[str, ...]:
    """Return what was exported, a sentence each."""
    say = language.say
    words = say("{count} in {files} files were written into {folder}, read back and counted.")
    told = [
        words.format(
            count=count_words(exported.consultations, language),
            files=f"{exported.files:,}",
            folder=exported.folder.name,
        )
    ]
    if exported.unreadable:
        unread = say("{count} cannot be read by this KneeDesk; they were written as they are kept.")
        told.append(unread.format(count=count_words(exported.unreadable, language)))
    told.append(say("These files are not encrypted: whoever can read the folder can read them."))
    return tuple(told)
