"""A page that stands before all others: nothing of it is cut, and where it takes nothing it says why."""

import pytest
from PySide6.QtCore import Qt

from kneedesk.ui.lock.gate_page import GatePage
from kneedesk.ui.widgets.text import body_label


@pytest.fixture
def page(qtbot, theme):
    page = GatePage("gate", "Unlock", theme)
    page.body.addWidget(body_label("Words that are longer than a line of the sheet is wide. " * 6))
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.mark.parametrize("size", [100, 200])
def test_the_sheet_is_as_tall_as_what_it_says(page, text_size, qtbot, size):
    text_size(size)
    qtbot.waitUntil(lambda: page.card.height() == page.card.layout().totalHeightForWidth(page.card.width()))
    assert page.card.width() <= page.width()


def test_where_nobody_gets_in_it_says_why_and_tries_again(page, qtbot):
    tried = []
    page.bar("It is open already, in another window.", ("Try again", lambda: tried.append(1)))
    again = page.findChild(object, "gate.again")
    assert not page.card.isEnabled()
    assert again.accessibleDescription() == "It is open already, in another window."
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert tried == [1]
    assert page.card.isEnabled()


def test_beside_trying_again_it_offers_another_way(page, qtbot):
    gone = []
    page.bar("The server cannot be reached.", ("Try again", lambda: None), ("Elsewhere", lambda: gone.append(1)))
    other = page.findChild(object, "gate.other")
    assert page.focusWidget() is page.findChild(object, "gate.again")
    assert other.accessibleDescription() == "The server cannot be reached."
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert gone == [1]
