"""When to stop, in one sentence, as the paper prints it: with room to write where nothing is agreed."""

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.treatment import Treatment
from kneedesk.language import Language

_SURGERY = (Treatment.ARTHROSCOPY, Treatment.KNEE_REPLACEMENT)
_AMOUNT, _DAY = "____", "______________"


def stop_sentence(consultation: Consultation, language: Language) -> str:
    """Return what was agreed; without a day of its own the rule is looked at on the day of review."""
    say, rule = language.say, consultation.stop_rule
    day = rule.date or consultation.decision.review_date
    sentence = say("If your pain has not fallen by {amount} points (of 10) by {day}, we stop and talk again.")
    if consultation.proposal.treatment in _SURGERY:
        sentence = say("If your pain has not fallen by {amount} points (of 10) by {day}, we talk again.")
    return sentence.format(
        amount=_AMOUNT if rule.amount is None else language.number(rule.amount),
        day=_DAY if day is None else language.day(day),
    )
