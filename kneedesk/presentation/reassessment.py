"""What another version of the pack says of a consultation that was last shown with an older one."""

from collections.abc import Mapping

from kneedesk.assessment.assessment import Assessment
from kneedesk.assessment.candidacy import Verdict
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.comparison import courses_in_order
from kneedesk.presentation.verdicts import verdict_words


def version_words(before: str, assessment: Assessment, language: Language) -> str:
    """Return with which version of the pack the consultation was last shown, and with which it is shown now."""
    said = language.say("The content is now {now}. This consultation was last shown with {before}.")
    return said.format(now=assessment.knowledge, before=before)


def changed_verdicts(
    before: Mapping[str, str], assessment: Assessment, library: Library, language: Language
) -> tuple[str, ...]:
    """Return each course with its verdict before and now where that is another, or that there is none."""
    changed = []
    for course in courses_in_order(library):
        was, now = before.get(course.value), assessment.candidacies[course].verdict
        if was != now.value:
            name = library.options[course].name.spoken(language.tag)
            words = language.say("not recorded") if was is None else _words(was, language)
            changed.append(f"{name}: {words} \N{RIGHTWARDS ARROW} {verdict_words(now, language)}")
    return tuple(changed) or (language.say("No verdict on this knee has changed."),)


def _words(verdict: str, language: Language) -> str:
    """Return a verdict in words; one that this version does not know stays as it was kept."""
    return verdict_words(Verdict(verdict), language) if verdict in set(Verdict) else verdict
