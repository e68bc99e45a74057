"""What was done besides the consultations that are kept, in words: who unlocked, users, backups, what was deleted."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from kneedesk.language import Language
from kneedesk.presentation.history import Row, Told, days_of, deed_words

KINDS: Final = {
    "unlocks": ("Unlocking", ("unlock", "failed unlock")),
    "users": ("Users", ("users",)),
    "copies": ("Backups and exports", ("backup", "restore", "export")),
    "removals": ("Deletions", ("removal",)),
    "checks": ("Checks of the journal", ("check",)),
}
"""What can be looked for alone: its name and the deeds that it takes in."""
_WORDS: Final = {
    "unlock recovery key": "Unlocked with the recovery key",
    "failed unlock": "Attempt to unlock that failed",
    "users passphrase": "Passphrase changed",
    "users recovery key": "Recovery key renewed",
    "export everything": "Everything saved as files, not encrypted",
    "restore moved to the server": "Moved to the server",
    "removal": "A consultation was deleted",
    "check faults 0": "Journal checked: no fault",
}


def practice_rows(
    told: Iterable[Told], after: date | None, names: Mapping[str, str], language: Language
) -> Iterator[Row]:
    """Yield the lines of entries that come newest first; ``names`` are those of users by their ids."""
    return days_of(told, after, lambda each: (_row(each, names, language),), language)


def _row(told: Told, names: Mapping[str, str], language: Language) -> Row:
    return Row("deed", practice_words(told, names, language), f"{told.name}, {language.time(told.at)}")


def practice_words(told: Told, names: Mapping[str, str], language: Language) -> str:
    """Return what was done; of a user whose name is known no more it says so."""
    say, what = language.say, told.what.split()
    known = _WORDS.get(f"{told.deed} {told.what}".strip())
    if known:
        return say(known)
    match told.deed, what:
        case "users", [("added" | "removed") as done, who]:
            words = say("{name} was added") if done == "added" else say("{name} was removed")
            return words.format(name=names.get(who) or say("Somebody"))
        case "check", ["faults", count]:
            return say("Journal checked: {count} faults").format(count=count)
        case "restore", _:
            return say("Went back to a backup")
    return deed_words(told, language)
