"""How a patient is named where there are several consultations of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kneedesk.ui.backup_words import count_words
from kneedesk.ui.widgets.elided_label import one_line

if TYPE_CHECKING:
    from kneedesk.language import Language
    from kneedesk.store.removal import Patient

_DOT = " \N{MIDDLE DOT} "
_MOST = 6


def patient_name(patient: Patient) -> str:
    """Return the name as the list of consultations gives it."""
    family, given = one_line(patient.family_name.upper()), one_line(patient.given_name or "")
    return f"{family}, {given}" if given else family


def patient_words(patient: Patient, language: Language) -> str:
    """Return what tells patients of one name apart, how many consultations there are, and of when the last thing is."""
    say = language.say
    born = say("birth date not recorded")
    if patient.birth_date is not None:
        born = say("born {day}").format(day=language.day(patient.birth_date))
    parts = [born]
    if patient.identifier:
        parts.append(say("no. {identifier}").format(identifier=one_line(patient.identifier)))
    parts.append(count_words(len(patient.consultations), language))
    parts.append(say("last on {day}").format(day=language.day(patient.last)))
    return _DOT.join(parts)


def consultation_words(patient: Patient, language: Language) -> str:
    """Return the days and sides of the newest consultations, so that two patients of one name are told apart."""
    say = language.say
    sides = {"right": say("{day}, right knee"), "left": say("{day}, left knee")}
    named = [sides[each.knee].format(day=language.day(each.date)) for each in patient.consultations[:_MOST]]
    if len(patient.consultations) > _MOST:
        named.append(say("and {count} more").format(count=len(patient.consultations) - _MOST))
    return "; ".join(named)
