"""What matters to the patient, and which questions answer to it: these come first in the comparison."""

from kneedesk.domain.preferences import Priority

ALWAYS = ("cost", "interest")
_QUESTIONS = {
    Priority.PAIN_RELIEF: ("what_it_may_do", "pain", "salt_water"),
    Priority.LASTING_EFFECT: ("what_it_may_do", "later"),
    Priority.LOW_RISK: ("harms", "unknown"),
    Priority.RECOVERY_TIME: ("what_it_is_like",),
    Priority.COST: ("cost", "interest"),
    Priority.AVOID_SURGERY: ("later", "what_it_is"),
    Priority.CERTAINTY_OF_EVIDENCE: ("guidelines", "compared", "studied", "unknown"),
    Priority.FEWER_VISITS: ("what_it_is_like",),
}


def questions_for(priorities: tuple[Priority, ...]) -> tuple[str, ...]:
    """Return the questions that answer to what matters, what matters most first, each once."""
    return tuple(dict.fromkeys(name for priority in priorities for name in _QUESTIONS[priority]))


def priorities_of(question: str, priorities: tuple[Priority, ...]) -> tuple[Priority, ...]:
    """Return which of the chosen matters a question answers to."""
    return tuple(priority for priority in priorities if question in _QUESTIONS[priority])
