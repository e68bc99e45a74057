"""Tab stops in the order of reading, whatever was made first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kneedesk.ui.reading_order import in_reading_order, move_focus, stop_after


@pytest.fixture
def page(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    lines = QVBoxLayout(root)
    top, bottom = QWidget(), QPushButton("last")
    lines.addWidget(top)
    lines.addWidget(bottom)
    grid = QGridLayout(top)
    for name, row, column in (("d", 1, 1), ("a", 0, 0), ("c", 1, 0), ("b", 0, 1)):
        edit = QLineEdit()
        edit.setObjectName(name)
        if name == "b":
            edit.setFixedHeight(60)  # another height in the same line
        grid.addWidget(edit, row, column)
    bottom.setObjectName("e")
    with qtbot.waitActive(root):
        root.show()
    return root


def names(widgets):
    return "".join(widget.objectName() for widget in widgets)


def test_line_by_line(page):
    assert names(in_reading_order(page)) == "abcde"


def test_what_is_added_takes_its_place(page, qtbot):
    new = QLineEdit()
    new.setObjectName("x")
    page.layout().insertWidget(1, new)
    qtbot.waitUntil(new.isVisible)
    page.layout().activate()
    assert names(in_reading_order(page)) == "abcdxe"


def test_what_cannot_be_used_is_passed_over(page):
    page.findChild(QLineEdit, "b").setEnabled(False)
    page.findChild(QLineEdit, "c").hide()
    page.findChild(QLineEdit, "d").setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    assert names(in_reading_order(page)) == "ae"


def test_around_the_ends_and_back(page):
    seen = []
    for forward in [True] * 6 + [False] * 2:
        assert move_focus(page, forward)
        seen.append(page.focusWidget().objectName())
    assert "".join(seen) == "abcdeaed"


def test_from_where_tab_does_not_stop_it_goes_on_nearby(page):
    inner = page.findChild(QLineEdit, "a").parentWidget()
    extra = QPushButton("click", inner)
    extra.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    extra.show()
    extra.setFocus()
    assert move_focus(page, True)
    assert page.focusWidget().objectName() in "abcd"


def test_into_what_is_inside_and_back_out(page):
    page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    holder = page.findChild(QLineEdit, "a").parentWidget()
    holder.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    holder.setObjectName("h")
    seen = []
    for forward in [True, True, False, False]:
        move_focus(page, forward)
        seen.append(page.focusWidget().objectName())
    assert "".join(seen) == "hahe"


def test_one_by_one_is_the_whole_order(page):
    whole = in_reading_order(page)
    for forward, order in ((True, whole), (False, whole[::-1])):
        order[0].setFocus()
        seen = [page.focusWidget()]
        for _ in order[1:]:
            move_focus(page, forward)
            seen.append(page.focusWidget())
        assert seen == order


def test_the_stop_after_another_is_told_without_going_there(page):
    page.findChild(QLineEdit, "a").setFocus()
    assert stop_after(page, page.findChild(QLineEdit, "b")).objectName() == "c"
    assert stop_after(page, page.findChild(QPushButton, "e")) is None
    assert page.focusWidget().objectName() == "a"


def test_nowhere_to_go(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    assert not move_focus(root, True)
