"""What is changed deep within a window is laid out, with all that is around it, before the window is painted."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kneedesk.ui.main_window import MainWindow
from kneedesk.ui.settling import held, settle


class Nested(QWidget):
    """A label within four boxes, and below all of them one that remembers where it stood when it was painted."""

    def __init__(self):
        super().__init__()
        outer = place = QVBoxLayout(self)
        for _ in range(4):
            box = QWidget()
            place.addWidget(box)
            place = QVBoxLayout(box)
        self.words, self.below = QLabel("one line"), Bottom()
        place.addWidget(self.words)
        outer.addWidget(self.below)
        outer.addStretch(1)


class Bottom(QLabel):
    def __init__(self):
        super().__init__("below")
        self.places = []

    def paintEvent(self, event):
        super().paintEvent(event)
        self.places.append(self.y())


def shown(window, nested, qtbot):
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    qtbot.waitUntil(lambda: bool(nested.below.places))
    settle()
    nested.below.places.clear()
    return nested.below.y()


def test_qt_by_itself_lays_out_one_level_at_a_time(qtbot):
    nested = Nested()
    before = shown(nested, nested, qtbot)
    nested.words.setText("three\nlines\nnow")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert nested.below.y() == before


def test_what_is_below_all_of_it_moves_at_once(qtbot):
    nested = Nested()
    before = shown(nested, nested, qtbot)
    nested.words.setText("three\nlines\nnow")
    settle()
    assert nested.below.y() > before + nested.words.fontMetrics().lineSpacing()


def test_the_window_is_painted_only_when_all_of_it_is_laid_out(qtbot, theme, english):
    window, nested = MainWindow(theme, english), Nested()
    window.setCentralWidget(nested)
    before = shown(window, nested, qtbot)
    nested.words.setText("three\nlines\nnow")
    qtbot.waitUntil(lambda: bool(nested.below.places))
    assert nested.below.places == [nested.below.y()]
    assert nested.below.y() > before
    settle()
    assert nested.below.places == [nested.below.y()]


def test_what_is_held_is_laid_out_once_and_only_after_all_of_it_came(qtbot):
    nested = Nested()
    before = shown(nested, nested, qtbot)
    box = nested.words.parentWidget()
    rows = [QLabel("row") for _ in range(3)]
    with held(box):
        for row in rows:
            row.hide()
            box.layout().addWidget(row)
            row.show()
            assert {each.y() for each in rows} == {0}
    settle()
    assert nested.below.y() > before
    assert rows[0].y() < rows[1].y() < rows[2].y()
