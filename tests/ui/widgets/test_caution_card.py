"""The card of what matters for this patient."""

import pytest
from PySide6.QtCore import Qt

from kneedesk.presentation.content import say
from kneedesk.ui.widgets.caution_card import CautionCard
from tests.ui.hosting import host
from tests.ui.pages.desk import words


@pytest.fixture
def card(qtbot, library, english, theme):
    card = CautionCard(library, english, theme)
    card.wishes = []
    card.sought.connect(card.wishes.append)
    host(qtbot, card)
    return card


def test_it_leads_to_the_first_finding_that_is_to_be_asked(card, qtbot, library):
    card.show_cautions((say("Be careful."),), ("history.anticoagulant", "history.diabetes"))
    assert "Be careful." in words(card)
    for path in ("history.anticoagulant", "history.diabetes"):
        assert library.findings[path].name.en in words(card)
    qtbot.mouseClick(card.way, Qt.MouseButton.LeftButton)
    assert card.wishes == ["history.anticoagulant"]


def test_nothing_to_ask_and_nothing_to_say_leave_nothing(card):
    card.show_cautions((say("Be careful."),), ())
    assert card.isVisible()
    assert not card.way.isVisible()
    card.show_cautions((), ())
    assert not card.isVisible()
