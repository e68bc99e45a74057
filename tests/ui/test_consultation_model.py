"""Every row is there and fetched when it is looked at, answers may come late, and Qt's own tester finds no fault."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QModelIndex, Qt

from kneedesk.store.summary import Near, Summary
from kneedesk.ui.consultation_model import PORTION, SUMMARY, ConsultationModel

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def summary(number):
    name = f"Name {number}"
    return Summary(f"key-{number}", name, None, None, None, "left", date(2026, 11, 21), NOW, NOW, 1)


ROWS = [summary(number) for number in range(4 * PORTION + 30)]


@pytest.fixture
def model(qtbot):
    return ConsultationModel(lambda summary: summary.family_name)


def answer(model, rows=ROWS):
    """Answer at once, as a quick store would; return what was asked for."""
    asked = []

    def give(text, limit, offset, near):
        asked.append((offset, near))
        model.receive(text, offset, rows[offset : offset + limit])

    model.wanted.connect(give)
    model.uncounted.connect(lambda text: model.receive_count(text, len(rows)))
    return asked


def look_at(model, qtbot, row):
    """Look at a row as a view does; return it once it is there."""
    model.data(model.index(row), SUMMARY)
    qtbot.waitUntil(lambda: model.summary(model.index(row)) is not None)
    return model.data(model.index(row), SUMMARY)


def test_there_are_as_many_rows_as_were_counted_and_each_comes_when_it_is_looked_at(model, qtbot):
    asked = answer(model)
    model.search("")
    assert model.rowCount() == len(ROWS)
    assert model.index(229).data() is None
    assert look_at(model, qtbot, 229) is ROWS[229]
    assert model.index(229).data() == "Name 229"
    assert model.index(229).data(Qt.ItemDataRole.DecorationRole) is None
    assert [offset for offset, _ in asked] == [0, 4 * PORTION]


def test_what_is_left_behind_is_let_go_of_and_fetched_again(model, qtbot):
    rows = [summary(number) for number in range(50 * PORTION)]
    asked = answer(model, rows)
    model.search("")
    for row in range(0, len(rows), PORTION // 2):
        assert look_at(model, qtbot, row) is rows[row]
    assert len(list(model._held())) < 15 * PORTION
    assert look_at(model, qtbot, 5) is rows[5]
    assert all(abs(near.place - offset) <= PORTION for offset, near in asked[:50])


def test_the_end_is_looked_for_from_the_end(model, qtbot):
    asked = answer(model)
    model.search("")
    look_at(model, qtbot, len(ROWS) - 1)
    assert asked[-1] == (4 * PORTION, Near(len(ROWS)))


def test_the_next_portion_is_there_before_it_is_looked_at(model, qtbot):
    answer(model)
    model.search("")
    look_at(model, qtbot, PORTION - 10)
    qtbot.waitUntil(lambda: model.summary(model.index(PORTION)) is not None)


def test_of_what_was_passed_over_only_the_last_is_asked_for(model, qtbot):
    asked = []
    rows = [summary(number) for number in range(40 * PORTION)]
    model.search("")
    model.receive("", 0, rows[:PORTION])
    model.receive_count("", len(rows))
    model.wanted.connect(lambda _text, _limit, offset, _near: asked.append(offset))
    for number in range(1, 40):
        model.data(model.index(number * PORTION + 25), SUMMARY)
    qtbot.waitUntil(lambda: bool(asked))
    while asked[-1] != 37 * PORTION:
        model.receive("", asked[-1], rows[asked[-1] : asked[-1] + PORTION])
    assert asked == [39 * PORTION, 38 * PORTION, 37 * PORTION]


def test_rows_that_were_removed_meanwhile_go(model, qtbot):
    model.search("")
    model.receive("", 0, ROWS[:PORTION])
    model.receive_count("", len(ROWS))
    model.wanted.connect(lambda text, _limit, offset, _near: model.receive(text, offset, ROWS[offset:220]))
    look_at(model, qtbot, 4 * PORTION)
    assert model.rowCount() == 220


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


def test_nothing_is_left_when_it_is_emptied(model):
    answer(model)
    model.search("")
    model.empty()
    assert model.rowCount() == 0
    assert model.text == ""


def test_qt_finds_no_fault(model, qtbot, qtmodeltester):
    answer(model)
    model.search("")
    qtmodeltester.check(model, force_py=True)
    qtmodeltester.check(model)
    look_at(model, qtbot, len(ROWS) - 1)
    qtmodeltester.check(model)
