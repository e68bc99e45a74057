"""The days on which somebody looks again, and what of them goes into a calendar."""

from datetime import date

import pytest

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Decision
from kneedesk.domain.treatment import Proposal, Treatment
from kneedesk.ui.widgets.looks_card import LooksCard
from tests.ui.hosting import host, unnamed
from tests.ui.pages.desk import words
from tests.ui.widgets.hands import click


def amended(case: Consultation, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(case), **blocks})


@pytest.fixture
def card(qtbot, library, english, theme, cases):
    card = LooksCard(library, english, theme)
    card.heard, card.wishes = [], []
    card.save_asked.connect(card.heard.append)
    card.sought.connect(card.wishes.append)
    host(qtbot, card, 780, 900)
    card.show_consultation(cases["reference"])
    return card


def test_every_day_stands_with_what_is_looked_at(card):
    assert "21 January 2027\nAfter 6 weeks\nBy custom, the clinic looks at the knee once" in words(card)
    assert "10 December 2027\nAfter 12 months" in words(card)


def test_what_was_said_of_the_day_before_is_not_read_twice(card, qtbot):
    said = words(card)
    assert said.count("Mark your pain on the same scale again") == 1
    assert "10 December 2027\nAfter 12 months\nThe same as on 10 June 2027." in said
    click(qtbot, card.save)
    six, twelve = (entry for entry in card.heard[-1] if entry.day.year == 2027 and entry.day.month in (6, 12))
    assert six.words == twelve.words  # a day in a calendar stands alone


def test_nobody_is_named_in_the_file_unless_the_physician_says_so(card, qtbot, cases):
    assert not card.named.isChecked()
    click(qtbot, card.save)
    patient = cases["reference"].patient
    written = "\n".join(f"{entry.title} {entry.words}" for entry in card.heard[-1])
    assert "Knee, to look again: After 6 weeks" in written
    for secret in (patient.family_name, patient.given_name, patient.identifier):
        assert secret not in written
    click(qtbot, card.named)
    click(qtbot, card.save)
    assert all(entry.title.endswith(" (Ana Ruiz Peña)") for entry in card.heard[-1])


def test_another_consultation_begins_without_the_name(card, qtbot, cases):
    click(qtbot, card.named)
    card.show_consultation(amended(cases["reference"], decision=Decision(review_date=date(2027, 2, 18))))
    assert card.named.isChecked()  # the same patient
    card.show_consultation(cases["hostile-text"])
    assert not card.named.isChecked()


def test_without_the_day_of_the_procedure_the_card_leads_to_it(card, qtbot, cases):
    card.show_consultation(amended(cases["reference"], proposal=Proposal(treatment=Treatment.PRP)))
    assert not card.save.isVisible()
    click(qtbot, card.undated)
    assert card.wishes == ["proposal.date"]
    card.show_consultation(cases["reference"])
    assert card.save.isVisible()
    assert not card.undated.isVisible()


def test_what_came_of_saving_is_said_until_the_days_are_others(card, cases):
    card.tell("Saved follow-up.ics in Documents.")
    assert "Saved follow-up.ics" in words(card)
    card.show_consultation(cases["reference"])
    assert "Saved follow-up.ics" in words(card)
    card.show_consultation(amended(cases["reference"], decision=Decision(review_date=date(2027, 2, 18))))
    assert "Saved follow-up.ics" not in words(card)


def test_everything_has_a_name(card):
    assert unnamed(card) == []
