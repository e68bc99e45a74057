"""Several values are ticked, none is said, and nothing ticked is not recorded."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kneedesk.domain.history import RedFlag
from kneedesk.domain.preferences import Priority
from tests.ui.widgets.hands import click, press


def tick(heard, value):
    return heard.field.findChild(QAbstractButton, f"{heard.field.path}={value}")


def test_ticks_come_in_the_order_of_the_list(qtbot, build):
    heard = build("history.red_flags")
    click(qtbot, tick(heard, "locked_joint"))
    click(qtbot, tick(heard, "fracture"))
    assert heard.values == [(RedFlag.LOCKED_JOINT,), (RedFlag.FRACTURE, RedFlag.LOCKED_JOINT)]
    assert type(heard.values[1][0]) is RedFlag


def test_the_last_tick_taken_back_is_not_recorded_and_never_none(qtbot, build):
    heard = build("history.red_flags")
    click(qtbot, tick(heard, "fracture"))
    click(qtbot, tick(heard, "fracture"))
    assert heard.values == [(RedFlag.FRACTURE,), None]


def test_none_is_said_and_taken_back(qtbot, build):
    heard = build("history.red_flags")
    click(qtbot, tick(heard, "fracture"))
    click(qtbot, tick(heard, "none"))
    assert not tick(heard, "fracture").isChecked()
    click(qtbot, tick(heard, "tumour"))
    assert not tick(heard, "none").isChecked()
    click(qtbot, tick(heard, "none"))
    click(qtbot, tick(heard, "none"))
    assert heard.values == [(RedFlag.FRACTURE,), (), (RedFlag.TUMOUR,), (), None]


def test_by_keyboard_alone(qtbot, build):
    heard = build("history.red_flags")
    heard.field.setFocus()
    press(
        qtbot, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Space
    )
    assert heard.values == [(RedFlag.TUMOUR,), (RedFlag.FRACTURE, RedFlag.TUMOUR), ()]
    press(qtbot, Qt.Key.Key_Backspace)
    assert heard.values[-1] is None
    press(qtbot, Qt.Key.Key_N)
    assert heard.left_out == 1
    press(qtbot, Qt.Key.Key_N)
    assert heard.left_out == 1
    assert not heard.field.mark.isChecked()


def test_tab_stops_once(build):
    heard = build("history.red_flags")
    stops = [each for each in heard.field._all() if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1


def test_priorities_keep_the_order_in_which_they_were_chosen(qtbot, build):
    heard = build("preferences.priorities")
    for value in ("low_risk", "cost", "pain_relief"):
        click(qtbot, tick(heard, value))
    assert heard.values[-1] == (Priority.LOW_RISK, Priority.COST, Priority.PAIN_RELIEF)
    assert [tick(heard, value).place for value in ("low_risk", "cost", "pain_relief")] == [1, 2, 3]


def test_what_is_ticked_is_as_easy_to_read_where_nothing_may_be_changed(build):
    heard = build("preferences.priorities")
    heard.field.show_value((Priority.COST,))
    ticked = tick(heard, "cost")
    ticked.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    free = ticked.grab().toImage()
    heard.field.setEnabled(False)
    assert ticked.grab().toImage() == free


def test_a_fourth_priority_is_not_taken(qtbot, build):
    heard = build("preferences.priorities")
    for value in ("low_risk", "cost", "pain_relief", "recovery_time"):
        click(qtbot, tick(heard, value))
    assert len(heard.values) == 3
    assert not tick(heard, "recovery_time").isChecked()
    assert "three" in heard.field.fault()
    click(qtbot, tick(heard, "cost"))
    assert heard.values[-1] == (Priority.LOW_RISK, Priority.PAIN_RELIEF)
    assert not heard.field.fault()
