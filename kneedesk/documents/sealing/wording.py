"""What a check of a seal says, in words: the verdict, the reason, and what the seal says of itself."""

from collections.abc import Mapping
from types import MappingProxyType

from kneedesk.documents.sealing.check import OURS, Check, Reason, Standing, Verdict
from kneedesk.language import Language
from kneedesk.presentation.versions import grouped

_VERDICTS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.INTACT: "Intact: nothing has changed since it was sealed.",
        Verdict.CHANGED: "Changed: this is not the document that was sealed.",
        Verdict.SUPERSEDED: "Superseded: it is unchanged, but a later version has replaced it.",
        Verdict.NOT_VERIFIABLE: "Not verifiable: nothing can be said of this document.",
    }
)
_REASONS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.OURS: "The seal is this practice’s own.",
        Reason.ADDENDUM: "The seal is this practice’s own. It is an addendum, written later beside a version.",
        Reason.OTHER_KEY: (
            "The seal was made with another key than the one that is kept here. Whoever made it goes by the name "
            "below, which a seal does not prove: compare the fingerprint with the one that the practice of that name "
            "tells you."
        ),
        Reason.NO_KEY: (
            "Whose seal it is cannot be told: no key of this practice can be read here. Whoever made it goes by the "
            "name below, which a seal does not prove."
        ),
        Reason.LATER_VERSION: "The seal is this practice’s own. A later version of this consultation is kept here.",
        Reason.BYTES_CHANGED: "What it holds is not what was sealed.",
        Reason.ADDED: "Something was added after it was sealed.",
        Reason.SHORTENED: "A part of it is missing.",
        Reason.NO_PDF: "It is no PDF document.",
        Reason.NO_SEAL: "It carries no seal of KneeDesk.",
        Reason.SEAL_UNREADABLE: "Its seal is damaged, or another program signed it.",
        Reason.FILE_UNREADABLE: "The file cannot be read.",
        Reason.TOO_LARGE: "The file is larger than any document of KneeDesk.",
        Reason.FAILED: "The check itself failed ({kind}). Please report this.",
    }
)
_STANDING: Mapping[tuple[Reason, Standing], str] = MappingProxyType(
    {
        (Reason.OURS, "current"): "It is the newest version that is kept here.",
        (Reason.OURS, None): "Whether a later version has replaced it is not known here.",
        (Reason.ADDENDUM, "current"): "That version is the newest one that is kept here.",
        (Reason.ADDENDUM, "superseded"): "That version was replaced by a later one; what was added stays as it is.",
        (Reason.ADDENDUM, None): "Whether a later version has replaced that one is not known here.",
    }
)


def verdict_words(check: Check, language: Language) -> str:
    """Return the verdict as a sentence."""
    return language.say(_VERDICTS[check.verdict])


def reason_words(check: Check, language: Language) -> str:
    """Return why it is said, and of an intact document of ours whether its version is the newest one."""
    words = language.say(_REASONS[check.reason]).format(kind=check.fault)
    standing = _STANDING.get((check.reason, check.standing))
    return f"{words} {language.say(standing)}" if standing else words


def anchor_words(check: Check, language: Language) -> str:
    """Return why a document tells nothing of the journal, empty where it does."""
    if check.reason not in OURS:
        return reason_words(check, language)
    if check.seal is not None and check.seal.journal:
        return ""
    return language.say("It was sealed before seals held a place of the journal.")


def seal_words(check: Check, language: Language) -> tuple[tuple[str, str], ...]:
    """Return what the seal says, each with its label; nothing of a document that cannot be believed."""
    if check.seal is None or check.verdict not in (Verdict.INTACT, Verdict.SUPERSEDED):
        return ()
    said = [(language.say("Sealed as"), check.seal.practice)]
    if check.seal.sealed_at is not None:
        said.append((language.say("Sealed at, by that computer’s clock"), language.moment(check.seal.sealed_at)))
    said.append((language.say("Fingerprint of the key"), grouped(check.seal.fingerprint)))
    if check.seal.content:
        said.append((language.say("Digest of the content"), grouped(check.seal.content)))
    if check.seal.journal:
        count, digest = check.seal.journal.split(":")
        words = language.say("{count} entries, the last of them {digest}")
        said.append((language.say("Journal at that time"), words.format(count=count, digest=grouped(digest))))
    return tuple(said)
