"""What makes a risk of this patient different: what holds is said, what is not recorded is to be asked."""

from collections.abc import Iterable

from kneedesk.assessment.criteria import Status, evaluate, unrecorded
from kneedesk.assessment.findings import Findings
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.risk import Risk
from kneedesk.language import Language
from kneedesk.presentation.content import Cell, Line, Span, say
from kneedesk.presentation.findings import name_of
from kneedesk.presentation.wording import speak


def differences(risk: Risk, findings: Findings, library: Library, language: Language) -> Cell:
    """Return what makes a risk of this patient different, and in one line what has to be asked to know it."""
    met = tuple(each for each in risk.modifiers if evaluate(each.when, findings) is Status.MET)
    label = Span(f"{language.say('For you:')} ", strong=True)
    lines: Cell = tuple((label, *speak(each.text, library, language)) for each in met)
    open_ones = unknown_findings((risk,), findings)
    return (*lines, _asked(risk, open_ones, findings, library, language)) if open_ones else lines


def unknown_findings(risks: Iterable[Risk], findings: Findings) -> tuple[str, ...]:
    """Return the findings that are not recorded and may make one of these risks different, each once."""
    paths = (path for risk in risks for each in risk.modifiers for path in unrecorded(each.when, findings))
    return tuple(dict.fromkeys(paths))


def unknown_words(paths: tuple[str, ...], library: Library, language: Language) -> Line:
    """Return in one line what is not recorded and may make a risk different."""
    names = language.enumerate(tuple(name_of(path, library, language) for path in paths))
    return say(language.say("Not recorded, and it may change a risk: {names}.").format(names=names))


def _asked(risk: Risk, paths: tuple[str, ...], findings: Findings, library: Library, language: Language) -> Line:
    names = language.enumerate(tuple(name_of(path, library, language) for path in paths))
    basis = dict.fromkeys(
        name for each in risk.modifiers if unrecorded(each.when, findings) for name in each.text.basis
    )
    return say(language.say("? Ask, for it may change this risk: {names}.").format(names=names), *basis)
