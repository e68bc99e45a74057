"""What can be added by one press."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kneedesk.ui.widgets.offers import Offers, OfferTable
from tests.ui.hosting import host, tab_order, unnamed
from tests.ui.widgets.hands import click, press

THINGS = tuple((thing, thing.title()) for thing in ("exercise", "tablets", "surgery", "brace"))
ANSWERS = (("none", "No response"), ("good", "Good response"))


@pytest.fixture
def table(qtbot):
    made = OfferTable("tried", "Tried before", THINGS, ANSWERS)
    made.heard = []
    made.taken.connect(made.heard.append)
    window = host(qtbot, made, 700, 400)
    qtbot.waitUntil(window.isActiveWindow)
    made.setFocus()
    return made


def focused():
    return QApplication.focusWidget().objectName()


def test_a_cell_takes_the_thing_with_its_answer_and_the_name_takes_it_alone(qtbot, table):
    click(qtbot, table.offer(("tablets", "good")))
    click(qtbot, table.offer(("surgery", None)))
    assert table.heard == [("tablets", "good"), ("surgery", None)]


def test_all_offers_are_one_stop_of_tab_and_arrows_lead_everywhere(qtbot, table):
    assert [stop.objectName() for stop in tab_order(table.host)] == ["tried+exercise"]
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert focused() == "tried+exercise=good"
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Left)
    assert focused() == "tried+tablets=none"
    press(qtbot, Qt.Key.Key_Return)
    assert table.heard == [("tablets", "none")]
    assert [stop.objectName() for stop in tab_order(table.host)] == ["tried+tablets=none"]


def test_n_says_that_it_was_left(qtbot, table):
    with qtbot.waitSignal(table.left_out):
        press(qtbot, Qt.Key.Key_N)
    assert table.heard == []


def test_a_cell_is_named_by_its_thing_and_its_answer(table):
    assert table.offer(("brace", "good")).accessibleName() == "Tried before: Brace: Good response"
    assert unnamed(table.host) == []


def test_the_lines_stand_abreast_where_there_is_room(table):
    first, last = table.offer(("exercise", None)), table.offer(("brace", None))
    assert last.x() == first.x()
    tall = table.sizeHint().height()
    table.resize(1100, 400)
    assert last.x() > first.x()
    assert table.sizeHint().height() < tall


def test_offers_side_by_side_wrap_and_are_led_through_by_arrows(qtbot):
    made = Offers("measures", "Scores")
    for key in ("pain", "function", "activity"):
        made.add(key, key, key * 6)
    window = host(qtbot, made, 320, 300)
    qtbot.waitUntil(window.isActiveWindow)
    made.setFocus()
    assert len({offer.y() for offer in made.offers}) > 1
    press(qtbot, Qt.Key.Key_Down)
    assert focused() != "measures+pain"
    with qtbot.waitSignal(made.taken) as heard:
        press(qtbot, Qt.Key.Key_Space)
    assert heard.args == ["function"]
