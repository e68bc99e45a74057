"""A row of segments wraps when it is narrow, and says what is chosen without colour."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from kneedesk.ui.widgets.segment import SegmentRow
from tests.ui.hosting import host

WORDS = ("Osteoarthritis", "Meniscal tear", "Ligament injury", "Cartilage defect", "Other condition")


def row_of(qtbot, width, words=WORDS):
    holder = QWidget()
    layout = QVBoxLayout(holder)
    row = SegmentRow("path", "Name", tuple(enumerate(words)))
    layout.addWidget(row)
    layout.addStretch(1)
    window = host(qtbot, holder, width, 400)
    qtbot.waitUntil(window.isActiveWindow)
    return row


def lines(row):
    return len({segment.y() for segment in row.segments})


def test_it_wraps_when_narrow_and_cuts_no_word(qtbot):
    wide, narrow = row_of(qtbot, 900), row_of(qtbot, 300)
    qtbot.waitUntil(lambda: narrow.height() > wide.height())
    assert lines(wide) == 1
    assert lines(narrow) > 1
    for row in (wide, narrow):
        for segment in row.segments:
            assert segment.width() >= segment.narrowest()
            assert segment.geometry().bottom() < row.height()


def test_it_grows_again_when_there_is_room(qtbot):
    row = row_of(qtbot, 300)
    row.parentWidget().resize(900, 400)
    qtbot.waitUntil(lambda: lines(row) == 1)


def test_every_segment_is_a_radio_button_with_a_name(qtbot):
    row = row_of(qtbot, 900)
    for segment, words in zip(row.segments, WORDS, strict=True):
        assert isinstance(segment, QAbstractButton)
        assert segment.isCheckable()
        assert segment.accessibleName() == f"Name: {words}"
        assert segment.objectName().startswith("path=")


def test_a_grade_stands_above_its_words(qtbot):
    row = row_of(qtbot, 900, ("0 (no sign)", "1 (doubtful)"))
    assert row.segments[0].height() > row_of(qtbot, 900).segments[0].height()


def luminance(colour):
    channels = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3])
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def test_what_is_chosen_is_seen_in_grey_and_by_its_weight(qtbot):
    row = row_of(qtbot, 900)
    row.choose(1)
    palette = row.palette()
    chosen, other = (luminance(palette.color(r)) for r in (QPalette.ColorRole.Accent, QPalette.ColorRole.Base))
    assert (max(chosen, other) + 0.05) / (min(chosen, other) + 0.05) >= 3
    assert row.segments[1]._font(strong=True).weight() == QFont.Weight.DemiBold


def test_choosing_moves_nothing(qtbot):
    row = row_of(qtbot, 500)
    before = [segment.geometry() for segment in row.segments]
    row.choose(2)
    assert [segment.geometry() for segment in row.segments] == before


def test_ten_can_be_typed_where_there_is_a_one(qtbot):
    row = row_of(qtbot, 900, tuple(str(score) for score in range(11)))
    chosen = []
    row.chosen.connect(chosen.append)
    row.segments[0].setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_0):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert chosen == [1, 10]


def test_showing_announces_nothing(qtbot):
    row = row_of(qtbot, 900)
    with qtbot.assertNotEmitted(row.chosen):
        row.choose(3)
        row.choose(None)
        row.show_left_out(True)
