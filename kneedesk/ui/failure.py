"""Say in sentences why something did not work, never with a value in them: it may be a patient's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kneedesk.language import Language


def sentences_of(error: Exception, language: Language) -> tuple[str, ...]:
    """Return the sentences that an error brings with it, or one that names only its kind."""
    if hasattr(error, "said"):  # asked for by its name: what refuses a file is not loaded before the first frame
        return tuple(error.said(language))
    sentences = getattr(error, "sentences", None) or (getattr(error, "sentence", ""),)
    if any(sentences):
        return tuple(language.say(sentence) for sentence in sentences)
    words = language.say("A part of KneeDesk does not work ({kind}). Nothing that was saved is lost.")
    return (words.format(kind=type(error).__name__),)
