"""A surface that is pressed as a whole."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kneedesk.ui.widgets.pressable import Pressable, show_each
from kneedesk.ui.widgets.words import Words
from tests.ui.hosting import host


def test_it_is_pressed_through_its_words(qtbot, theme):
    pressable = Pressable(theme)
    pressable.setAccessibleName("A course")
    label = Words(pressed=True)
    label.say("A course")
    QVBoxLayout(pressable).addWidget(label)
    host(qtbot, pressable, 200, 60)
    window = pressable.window()
    assert window.childAt(label.mapTo(window, label.rect().center())) is pressable
    with qtbot.waitSignal(pressable.clicked):
        qtbot.mouseClick(pressable, Qt.MouseButton.LeftButton, pos=label.geometry().center())
    node = QAccessible.queryAccessibleInterface(pressable)
    assert node.role() == QAccessible.Role.Button
    assert node.text(QAccessible.Text.Name) == "A course"


def test_its_size_is_that_of_its_words(qtbot, theme):
    pressable = Pressable(theme)
    qtbot.addWidget(pressable)
    label = Words(pressed=True)
    label.say("one two three " * 10)
    QVBoxLayout(pressable).addWidget(label)
    assert pressable.minimumSizeHint().width() < 200
    assert pressable.layout().totalHeightForWidth(120) > pressable.layout().totalHeightForWidth(600)


def test_its_looks_can_be_told_apart(qtbot, theme):
    pressable = Pressable(theme)
    qtbot.waitUntil(host(qtbot, pressable, 200, 60).isActiveWindow)
    pressable.clearFocus()
    looks = [pressable.grab().toImage()]
    pressable.set_edge("caution")
    looks.append(pressable.grab().toImage())
    pressable.setCheckable(True)
    pressable.setChecked(True)
    looks.append(pressable.grab().toImage())
    pressable.setFocus()
    looks.append(pressable.grab().toImage())
    assert all(looks[i] != looks[j] for i in range(4) for j in range(i))


def test_rows_are_kept_and_hidden(qtbot):
    place = QWidget()
    qtbot.addWidget(place)
    column, rows = QVBoxLayout(place), []

    def add() -> QLabel:
        label = QLabel()
        column.addWidget(label)
        return label

    show_each(rows, ("a", "b"), add, QLabel.setText)
    first = rows[0]
    show_each(rows, ("c",), add, QLabel.setText)
    assert [(row.text(), row.isHidden()) for row in rows] == [("c", False), ("b", True)]
    assert rows[0] is first
    show_each(rows, ("d", "e", "f"), add, QLabel.setText)
    assert [row.text() for row in rows if not row.isHidden()] == ["d", "e", "f"]
