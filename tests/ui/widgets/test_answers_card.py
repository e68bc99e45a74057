"""A text of the pack over the fields that it asks for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Check, Counselling
from kneedesk.presentation.content import text_of
from kneedesk.presentation.wording import speak_text
from kneedesk.ui.widgets.answers_card import AnswersCard
from kneedesk.ui.widgets.many import Tick
from kneedesk.ui.widgets.passage_list import Statement
from tests.ui.hosting import host, unnamed

TEXT, PATH = "clinic_checklist", "counselling.checked"


@pytest.fixture
def card(qtbot, library, english, theme):
    card = AnswersCard(TEXT, (PATH,), library, english, theme)
    card.changes, card.explanations = [], []
    card.amended.connect(card.changes.append)
    card.explained.connect(card.explanations.append)
    host(qtbot, card, height=1200)
    return card


def test_the_text_is_said_and_explained(card, qtbot, library, english):
    statements = card.findChildren(Statement)
    assert [each.text() for each in statements] == [text_of(line) for line in speak_text(TEXT, library, english)]
    qtbot.mouseClick(statements[0], Qt.MouseButton.LeftButton)
    assert card.explanations == [statements[0].line]


def test_nothing_is_ticked_beforehand_and_each_tick_is_recorded(card, cases, qtbot):
    card.show_consultation(cases["reference"], applies=True)
    assert not any(tick.isChecked() for tick in card.findChildren(Tick))
    for name in ("trace", "approval"):
        tick = card.findChild(QAbstractButton, f"{PATH}={name}")
        tick.setFocus()
        qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert card.changes[-1] == {PATH: (Check.APPROVAL, Check.TRACE)}
    assert unnamed(card) == []


def test_it_stands_where_it_applies_or_where_something_is_recorded(card, cases):
    reference = cases["reference"]
    card.show_consultation(reference, applies=False)
    assert not card.isVisible()
    counselling = Counselling(checked=(Check.CELLS,))
    recorded = Consultation.model_validate({**dict(reference), "counselling": counselling})
    card.show_consultation(recorded, applies=False)
    assert card.isVisible()
    assert card.findChild(QAbstractButton, f"{PATH}=cells").isChecked()
