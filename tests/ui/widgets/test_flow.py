"""Widgets flow like words: side by side, then in the next line."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from kneedesk.ui.widgets.flow import FlowLayout
from tests.ui.hosting import host


def flow_of(qtbot, width, count=6):
    holder = QWidget()
    flow = FlowLayout(holder, spacing=8)
    for _ in range(count):
        label = QLabel("word")
        label.setFixedSize(100, 20)
        flow.addWidget(label)
    host(qtbot, holder, width, 300)
    return flow


def test_they_go_on_in_the_next_line(qtbot):
    assert flow_of(qtbot, 700).heightForWidth(700) == 20
    assert flow_of(qtbot, 330).heightForWidth(330) == 48
    assert flow_of(qtbot, 50).heightForWidth(50) == 6 * 20 + 5 * 8


def test_none_lies_upon_another(qtbot):
    flow = flow_of(qtbot, 330)
    places = [flow.itemAt(place).geometry() for place in range(flow.count())]
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


def test_the_lower_ones_of_a_line_stand_at_half_its_height(qtbot):
    flow = flow_of(qtbot, 330)
    flow.itemAt(1).widget().setFixedSize(100, 40)
    flow.activate()
    first, second, third, below = (flow.itemAt(place).geometry() for place in range(4))
    assert first.center().y() == second.center().y() == third.center().y()
    assert below.top() == second.bottom() + 1 + flow.spacing()


def test_what_is_hidden_takes_no_room(qtbot):
    flow = flow_of(qtbot, 330)
    for place in range(3):
        flow.itemAt(place).widget().hide()
    assert flow.heightForWidth(330) == 20
    assert flow.sizeHint().width() == 3 * 100 + 2 * 8


def test_an_item_can_be_taken_out(qtbot):
    flow = flow_of(qtbot, 330)
    taken = flow.takeAt(0)
    assert taken.widget() is not None
    assert flow.count() == 5
    assert flow.takeAt(99) is None
    assert flow.itemAt(99) is None


def test_it_is_measured_once_for_a_width_and_again_when_an_item_changes(qtbot, monkeypatch):
    flow = flow_of(qtbot, 330)
    assert flow.heightForWidth(330) == 48
    with monkeypatch.context() as asked_again:
        asked_again.setattr(flow, "_arrange", lambda *_, **__: pytest.fail("measured again"))
        assert flow.heightForWidth(330) == 48
    flow.itemAt(0).widget().setFixedSize(100, 40)
    assert flow.heightForWidth(330) == 68
    flow.takeAt(0).widget().hide()
    assert flow.heightForWidth(330) == 48
