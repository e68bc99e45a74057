"""The drawer stands beside the page where both have room, and over it where they have not."""

import pytest
from PySide6.QtWidgets import QWidget

from kneedesk.ui.drawer import WIDTH
from kneedesk.ui.middle import LEAST_PAGE, Middle


@pytest.fixture
def middle(qtbot):
    page, drawer = QWidget(), QWidget()
    made = Middle(page, drawer)
    qtbot.addWidget(made)
    made.resize(LEAST_PAGE + WIDTH, 400)
    made.show()
    return made, page, drawer


def test_both_have_their_room(middle):
    made, page, drawer = middle
    assert page.width() == LEAST_PAGE + WIDTH
    made.show_drawer(True)
    assert made.beside
    assert (page.width(), drawer.width()) == (LEAST_PAGE, WIDTH)
    assert not made.covers(page)


def test_without_room_it_lies_over_the_page_and_says_so(middle, qtbot):
    made, page, drawer = middle
    made.show_drawer(True)
    with qtbot.waitSignal(made.crowded):
        made.resize(LEAST_PAGE + WIDTH - 1, 400)
    assert page.width() == LEAST_PAGE + WIDTH - 1
    assert drawer.geometry().right() == made.rect().right()
    below = QWidget(page)
    below.setGeometry(made.width() - 20, 10, 10, 10)
    assert made.covers(below)
