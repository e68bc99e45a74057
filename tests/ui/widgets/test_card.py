"""A card has a title, a subtitle and a body."""

from PySide6.QtWidgets import QLabel

from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.text import body_label
from tests.ui.hosting import host


def test_a_card_says_its_title_and_shows_what_it_holds_on_paper(qtbot, theme):
    card = Card("Title", "Subtitle")
    card.body.addWidget(body_label("Words"))
    host(qtbot, card, 300, 200)
    assert card.accessibleName() == "Title"
    assert [label.text() for label in card.findChildren(QLabel)] == ["Title", "Subtitle", "Words"]
    assert card.grab().toImage().pixelColor(150, 190) == theme.colour("paper")


def test_a_card_without_a_title_holds_only_its_body(qtbot):
    card = Card()
    host(qtbot, card, 300, 200)
    assert card.findChildren(QLabel) == []


def test_what_leads_stands_right_under_the_title(qtbot):
    card = Card("Compare")
    qtbot.addWidget(card)
    held, leading = QLabel("held"), QLabel("leading")
    card.body.addWidget(held)
    card.lead(leading)
    assert [card.body.itemAt(place).widget() for place in range(2)] == [leading, held]
