"""Buttons with icons have names, and a list to pick from does not change under the wheel."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from kneedesk.ui.widgets.buttons import IconOnlyButton, Picker
from tests.ui.hosting import host
from tests.ui.widgets.hands import click, press_in

OPTIONS = (("a", "First"), ("b", "Second"), ("c", "Third"))


def picker_of(qtbot):
    picker = Picker("Name", OPTIONS, empty="Nothing")
    window = host(qtbot, picker, 200, 40)
    qtbot.waitUntil(window.isActiveWindow)
    picked = []
    picker.picked.connect(picked.append)
    return picker, picked


def test_an_icon_button_says_what_it_does_and_works_by_key(qtbot):
    button = IconOnlyButton("x", "Remove it")
    host(qtbot, button, 32, 32)
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    assert button.accessibleName() == button.toolTip() == "Remove it"
    click(qtbot, button)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [1, 1]


def test_a_value_is_picked_from_the_open_list(qtbot):
    picker, picked = picker_of(qtbot)
    picker.setFocus()
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    assert picked == []
    press_in(qtbot, picker, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert picked == ["b"]
    assert picker.value() == "b"


def test_showing_a_value_announces_nothing_and_an_unknown_one_shows_none(qtbot):
    picker, picked = picker_of(qtbot)
    picker.choose("c")
    assert picker.currentText() == "Third"
    picker.choose(None)
    assert picker.value() is None
    picker.choose("nowhere")
    assert picker.value() is None
    assert picked == []


def test_the_wheel_changes_nothing(qtbot):
    picker, picked = picker_of(qtbot)
    picker.choose("b")
    middle = QPointF(picker.rect().center())
    event = QWheelEvent(
        middle,
        picker.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(picker, event)
    assert not event.isAccepted()
    assert (picker.value(), picked) == ("b", [])


def test_other_keys_go_on_to_the_page(qtbot):
    picker, picked = picker_of(qtbot)
    picker.setFocus()
    for key in (Qt.Key.Key_S, Qt.Key.Key_End, Qt.Key.Key_PageDown):
        qtbot.keyClick(picker, key)
    assert picked == []
    assert picker.value() is None
