"""The words of a statement, under one another and as high as they are."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from kneedesk.presentation.glossary import Glossary
from kneedesk.ui.widgets.glossary_popup import GlossaryPopup
from tests.ui.hosting import host, unnamed

TEXT = "In trials cartilage did not come back after a steroid."


@pytest.fixture
def popup(qtbot, library, english):
    window = host(qtbot, QWidget())
    popup = GlossaryPopup(Glossary(library, english).find(TEXT), english, window)
    popup.said = []
    popup.explained.connect(popup.said.append)
    popup.open_beside(QRect(window.mapToGlobal(QPoint(20, 20)), QSize(100, 20)))
    yield popup
    if isValid(popup):
        popup.close()


def test_it_shows_every_meaning_without_scrolling(popup, library):
    assert [each.text() for each in popup.meanings] == [
        library.terms[name].meaning.text.en for name in ("trial", "cartilage", "corticosteroid")
    ]
    area = popup.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    last = popup.meanings[-1]
    assert 0 <= popup.height() - last.mapTo(popup, last.rect().bottomLeft()).y() < 40
    assert not unnamed(popup)


def test_arrows_lead_through_the_meanings_and_each_says_what_it_rests_on(popup, qtbot):
    first, second, _ = popup.meanings
    assert popup.focusWidget() is first
    assert popup.said == []
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert popup.focusWidget() is second
    assert popup.said == [second.line]


def test_it_covers_what_it_explains_neither_below_nor_above(popup):
    room = popup.screen().availableGeometry()
    for top in (room.top() + 10, room.bottom() - 30):
        place = QRect(room.left() + 20, top, 100, 20)
        popup.open_beside(place)
        assert not popup.geometry().intersects(place)
        assert room.contains(popup.geometry())


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_G])
def test_a_key_closes_it(popup, qtbot, key):
    qtbot.keyClick(popup.meanings[0], key)
    assert not popup.isVisible()


def test_a_press_explains_and_closes(popup, qtbot):
    last = popup.meanings[-1]
    qtbot.keyClick(last, Qt.Key.Key_Return)
    assert popup.said == [last.line]
    assert not popup.isVisible()
