"""Lines are fetched as they come into view, and a first portion takes the place of all."""

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt

from kneedesk.presentation.history import Row
from kneedesk.ui.history_model import ROW, HistoryModel
from kneedesk.ui.recalling import Place, Portion

FIRST = tuple(Row("change", f"finding {number}", "x") for number in range(3))
NEXT = Place(7, date(2026, 11, 18))


@pytest.fixture
def model():
    made = HistoryModel()
    made.asked = []
    made.wanted.connect(made.asked.append)
    return made


def test_the_next_portion_is_asked_for_once_and_put_behind(model):
    model.begin()
    assert not model.canFetchMore(QModelIndex())
    model.receive(Place(), Portion(FIRST, NEXT))
    for _ in range(2):
        model.fetchMore(QModelIndex())
    assert model.asked == [Place(), NEXT]
    model.receive(NEXT, Portion(FIRST[:1], None))
    assert model.rowCount() == 4
    assert not model.canFetchMore(QModelIndex())


def test_a_new_search_takes_the_place_of_all(model):
    model.receive(Place(), Portion(FIRST, NEXT))
    model.begin()
    assert model.rowCount() == 3
    model.receive(Place(), Portion((), None))
    assert model.rowCount() == 0


def test_a_line_is_said_whole_and_turns_no_reading_direction(model):
    model.receive(Place(), Portion((Row("change", "Goals", "a\N{RIGHT-TO-LEFT OVERRIDE}b\nc"),), None))
    index = model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Goals: a[U+202E]b c"
    assert index.data(ROW).beside == "a\N{RIGHT-TO-LEFT OVERRIDE}b\nc"
    assert QModelIndex().data() is None
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None
