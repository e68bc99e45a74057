"""The places to sign: who, in which order, and what the card says of them."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kneedesk.domain.consent import Consent
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.signature import Method, Role, Signature
from kneedesk.domain.versions import finalise
from kneedesk.ui.widgets.signatures_card import SignaturesCard
from kneedesk.ui.widgets.signer_row import SignerRow
from tests.ui.hosting import host, tab_order, unnamed
from tests.ui.pages.desk import words

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
ANA = Signature(role=Role.PATIENT, name="Ana Ruiz Peña", at=NOW, method=Method.TYPED, meaning="I agree.")


@pytest.fixture
def card(qtbot, library, english, theme):
    card = SignaturesCard(library, english, theme, lambda: NOW, {"en": english})
    card.changes = []
    card.amended.connect(card.changes.append)
    card.window_of_it = host(qtbot, card, height=900)
    return card


def with_blocks(cases, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(cases["reference"]), **blocks})


def press(card, qtbot, name: str) -> None:
    qtbot.mouseClick(card.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def rows(card) -> list[SignerRow]:
    return [each for each in card.findChildren(SignerRow) if each.isVisible()]


def test_a_signature_is_added_to_those_that_are_there(card, cases, qtbot):
    card.show_signers(with_blocks(cases, signatures=(ANA,)), "")
    press(card, qtbot, "signatures[1]=paper")
    ((_, signatures),) = card.changes[0].items()
    assert [each.role for each in signatures] == [Role.PATIENT, Role.CLINICIAN]
    press(card, qtbot, "signatures[0].back")
    assert card.changes[1] == {"signatures": None}


def test_where_the_places_are_closed_only_what_was_signed_is_shown(card, cases):
    card.show_signers(with_blocks(cases, signatures=(ANA,)), "Nobody signs yet.")
    assert "Nobody signs yet." in words(card)
    assert len(rows(card)) == 1
    assert "Typed" in words(rows(card)[0])


def test_it_says_when_everybody_has_signed(card, cases):
    card.show_signers(with_blocks(cases, signatures=(ANA,)), "")
    assert "Everybody has signed" not in words(card)
    physician = ANA.model_copy(update={"role": Role.CLINICIAN, "name": "Dr Helen Marsh"})
    card.show_signers(with_blocks(cases, signatures=(ANA, physician)), "")
    assert "Everybody has signed" in words(card)


def test_of_a_final_version_no_place_is_open_and_nothing_is_taken_back(card, cases):
    card.show_signers(finalise(with_blocks(cases, signatures=(ANA,)), "2026.1", NOW), "")
    assert len(rows(card)) == 1
    assert "signs on the printed form" in words(card)
    assert not card.findChild(QAbstractButton, "signatures[0].back").isVisible()
    physician = ANA.model_copy(update={"role": Role.CLINICIAN, "name": "Dr Helen Marsh"})
    card.show_signers(finalise(with_blocks(cases, signatures=(ANA, physician)), "2026.1", NOW), "")
    assert "Everybody has signed." in words(card)
    assert "void" not in words(card)


def test_why_a_signature_was_not_taken_is_said_until_the_next_one(card, cases):
    card.show_signers(cases["reference"], "")
    card.show_fault("It is too early.")
    assert "It is too early." in words(card)
    card.show_signers(with_blocks(cases, signatures=(ANA,)), "")
    assert "It is too early." not in words(card)


def test_the_copy_is_recorded(card, cases, qtbot):
    card.show_signers(with_blocks(cases, consent=Consent()), "")
    press(card, qtbot, "consent.copy_given=true")
    assert card.changes == [{"consent.copy_given": True}]


def test_tab_stops_once_a_place(card, cases):
    card.show_signers(cases["reference"], "")
    assert len(tab_order(card.window_of_it)) == 3  # patient, physician, copy


def test_everything_has_a_name(card, cases):
    card.show_signers(with_blocks(cases, signatures=(ANA,)), "")
    assert unnamed(card) == []
