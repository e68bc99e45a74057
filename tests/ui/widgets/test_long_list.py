"""A list of a million rows is led through by keys as one of ten, and asks for the rows in sight alone."""

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from kneedesk.ui.widgets.long_list import LongList

ROWS = 1_000_000


class Numbers(QAbstractListModel):
    def __init__(self):
        super().__init__()
        self.asked = set()

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else ROWS

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        self.asked.add(index.row())
        return f"Number {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None


class Around(QWidget):
    painted = 0

    def paintEvent(self, event):
        self.painted += 1


@pytest.fixture
def shown(qtbot):
    made = LongList(60)
    made.setAccessibleName("Numbers")
    qtbot.addWidget(made)
    made.model_kept = Numbers()
    made.setModel(made.model_kept)
    made.resize(600, 480)
    made.show()
    made.setFocus()
    made.setCurrentIndex(made.model().index(0, 0))
    return made


def test_keys_lead_to_the_ends_and_page_by_page(shown, qtbot):
    qtbot.keyClick(shown, Qt.Key.Key_End)
    assert shown.currentIndex().row() == ROWS - 1
    assert shown.visualRect(shown.currentIndex()).bottom() < shown.viewport().height()
    qtbot.keyClick(shown, Qt.Key.Key_Home)
    assert shown.currentIndex().row() == 0
    qtbot.keyClick(shown, Qt.Key.Key_PageDown)
    assert 5 < shown.currentIndex().row() < 10
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    assert 4 < shown.currentIndex().row() < 9


def test_only_what_is_in_sight_is_asked_for(shown, qtbot):
    qtbot.keyClick(shown, Qt.Key.Key_End)
    qtbot.keyClicks(shown, "n")
    shown.verticalScrollBar().setValue(shown.verticalScrollBar().maximum() // 2)
    shown.grab()
    assert len(shown.model_kept.asked) < 60


def test_rows_have_one_height_and_fill_the_width(shown):
    shown.set_height(90)
    rect = shown.visualRect(shown.model().index(1, 0))
    assert (rect.top(), rect.height(), rect.width()) == (90, 90, shown.viewport().width())


def test_the_ground_is_the_paper_of_the_theme_and_what_is_around_is_not_painted_with_it(qtbot, theme):
    around = Around()
    around.resize(400, 300)
    qtbot.addWidget(around)
    shown = LongList(60, around)
    shown.resize(300, 240)
    around.show()
    qtbot.waitUntil(lambda: around.painted > 0)
    QApplication.processEvents()
    painted = around.painted
    shown.viewport().update()
    QApplication.processEvents()
    assert around.painted == painted
    assert shown.grab().toImage().pixelColor(150, 200) == theme.colour("paper")


def test_a_screen_reader_finds_the_rows(shown):
    read = QAccessible.queryAccessibleInterface(shown)
    row = next(child for child in map(read.child, range(4)) if child.role() == QAccessible.Role.Cell)
    assert row.text(QAccessible.Text.Name) == "Number 0"
