"""Whether the patient is ready to decide."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from kneedesk.domain.consent import Sure
from kneedesk.domain.consultation import Consultation
from kneedesk.presentation.content import text_of
from kneedesk.presentation.wording import speak_text
from kneedesk.ui.widgets.sure_card import SureCard
from tests.ui.hosting import host, tab_order, unnamed
from tests.ui.pages.desk import words

QUESTIONS = ("certain", "informed", "values_clear", "supported")


@pytest.fixture
def card(qtbot, library, english, theme):
    card = SureCard(library, english, theme)
    card.changes = []
    card.amended.connect(card.changes.append)
    card.window_of_it = host(qtbot, card)
    return card


@pytest.fixture
def show(card, cases):
    def show(**answers) -> None:
        card.show_consultation(Consultation.model_validate({**dict(cases["reference"]), "sure": Sure(**answers)}))

    return show


def test_four_questions_in_the_words_of_the_pack_and_none_is_answered(card, show, library, english):
    show()
    for line in speak_text("ready_to_decide", library, english):
        assert text_of(line) in words(card)
    assert not any(each.isChecked() for each in card.findChildren(QAbstractButton) if each.isCheckable())


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("answer", [True, False])
def test_each_is_answered_with_yes_or_no(card, show, qtbot, name, answer):
    show()
    button = card.findChild(QAbstractButton, f"sure.{name}={str(answer).lower()}")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert card.changes == [{f"sure.{name}": answer}]


@pytest.mark.parametrize("name", QUESTIONS)
def test_only_a_no_asks_why(card, show, name):
    why = card.findChild(QPlainTextEdit, "sure.acknowledged")
    show(**{name: True})
    assert not why.isVisible()
    show(**{name: False})
    assert why.isVisible()
    show(acknowledged="Her daughter helps.")
    assert why.toPlainText() == "Her daughter helps."


def test_tab_stops_once_a_question(card, show):
    show()
    assert len(tab_order(card.window_of_it)) == len(QUESTIONS)


def test_everything_has_a_name(card, show):
    show(certain=False)
    assert unnamed(card) == []
