"""The list is fetched in portions, answers may come late, and Qt's own tester finds no fault."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QModelIndex, Qt

from kneedesk.store.summary import Summary
from kneedesk.ui.consultation_model import PORTION, SUMMARY, ConsultationModel

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def summary(number):
    name = f"Name {number}"
    return Summary(f"key-{number}", name, None, None, None, "left", date(2026, 11, 21), NOW, NOW, 1)


ROWS = [summary(number) for number in range(2 * PORTION + 30)]


@pytest.fixture
def model(qtbot):
    return ConsultationModel(lambda summary: summary.family_name)


def answer(model):
    """Answer at once, as a quick store would."""
    model.wanted.connect(lambda text, limit, offset: model.receive(text, offset, ROWS[offset : offset + limit]))


def test_portions_come_as_they_are_needed(model):
    answer(model)
    model.search("")
    assert model.rowCount() == PORTION
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert model.rowCount() == len(ROWS)
    assert model.index(229).data() == "Name 229"
    assert model.index(229).data(SUMMARY) is ROWS[229]
    assert model.index(229).data(Qt.ItemDataRole.DecorationRole) is None


def test_nothing_is_asked_for_twice(model):
    asked = []
    model.wanted.connect(lambda *portion: asked.append(portion))
    model.search("")
    assert not model.canFetchMore(QModelIndex())
    model.receive("", 0, ROWS[:PORTION])
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert asked == [("", PORTION, 0), ("", PORTION, PORTION)]


def test_an_answer_to_an_older_question_is_left(model):
    model.search("ru")
    model.search("rui")
    assert not model.receive("ru", 0, ROWS[:3])
    assert model.receive("rui", 0, ROWS[:2])
    assert not model.receive("rui", PORTION, ROWS[:2])
    assert model.rowCount() == 2


def test_a_row_is_found_by_its_key(model):
    answer(model)
    model.search("")
    assert model.row_of("key-7") == 7
    assert model.row_of("none") == -1
    assert model.summary(QModelIndex()) is None


def test_qt_finds_no_fault(model, qtmodeltester):
    answer(model)
    model.search("")
    qtmodeltester.check(model, force_py=True)
    qtmodeltester.check(model)
    model.fetchMore(QModelIndex())
