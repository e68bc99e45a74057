"""What the patient expects, month by month."""

from PySide6.QtCore import Qt

from kneedesk.domain.preferences import ExpectedPain
from tests.ui.widgets.hands import click, press


def expected(**scores):
    return tuple(ExpectedPain(months=int(month[1:]), score=float(score)) for month, score in scores.items())


def test_scores_are_pressed_in_any_order_and_come_in_the_order_of_time(qtbot, build):
    heard = build("preferences.expected_pain")
    click(qtbot, heard.field.rows[12].segments[1])
    click(qtbot, heard.field.rows[3].segments[3])
    assert heard.values == [expected(m12=1), expected(m3=3, m12=1)]


def test_scores_are_typed(qtbot, build):
    heard = build("preferences.expected_pain")
    heard.field.setFocus()
    press(qtbot, Qt.Key.Key_4)
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_1, Qt.Key.Key_0)
    assert heard.values[-1] == expected(m3=4, m6=10)
    press(qtbot, Qt.Key.Key_Backspace)
    assert heard.values[-1] == expected(m3=4)


def test_the_last_one_taken_back_is_not_recorded(qtbot, build):
    heard = build("preferences.expected_pain")
    click(qtbot, heard.field.rows[3].segments[3])
    click(qtbot, heard.field.rows[3].segments[3])
    assert heard.values == [expected(m3=3), None]


def test_rather_not_say_is_an_answer(qtbot, build):
    heard = build("preferences.expected_pain")
    heard.field.show_value(expected(m3=3))
    click(qtbot, heard.field.silent)
    assert heard.values == [()]
    assert heard.field.rows[3].value() is None


def test_what_has_no_place_in_the_rows_is_shown_and_kept(qtbot, build):
    heard = build("preferences.expected_pain")
    heard.field.show_value((*expected(m1=2), ExpectedPain(months=3, score=3.5)))
    assert heard.field.besides.text() == "2 in 1 months; 3.5 in 3 months"
    click(qtbot, heard.field.rows[6].segments[2])
    assert heard.values == [(*expected(m1=2), ExpectedPain(months=3, score=3.5), *expected(m6=2))]


def test_n_leaves_out(qtbot, build):
    heard = build("preferences.expected_pain")
    heard.field.setFocus()
    press(qtbot, Qt.Key.Key_N)
    assert heard.left_out == 1
    heard.field.silent.setFocus()
    press(qtbot, Qt.Key.Key_N)
    assert heard.field.assessed
