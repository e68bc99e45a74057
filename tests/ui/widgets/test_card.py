"""A card has a title, a subtitle and a body."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QWidget

from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.text import body_label
from tests.ui.hearing import hearing
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


def test_a_card_that_becomes_higher_or_lower_is_painted_only_from_the_change_on(qtbot, theme):
    page = QWidget()
    card = Card("Title", "Subtitle", page)
    above, below = QLabel("above"), QLabel("one line")
    for label in (above, below):
        card.body.addWidget(label)
    card.body.addStretch(1)
    host(qtbot, page, 400, 400)
    card.setGeometry(0, 0, 300, 150)
    QCoreApplication.processEvents()
    for height in (250, 180):
        with hearing(QEvent.Type.Paint) as told:
            card.setGeometry(0, 0, 300, height)
            below.setText(f"{height} pixels")
            qtbot.waitUntil(lambda told=told: bool(told.heard))
        assert above not in told.of(QEvent.Type.Paint)
        window = page.window()
        shown = window.screen().grabWindow(window.winId(), 0, 0, window.width(), window.height()).toImage()
        assert shown == window.grab().toImage().convertToFormat(shown.format())
