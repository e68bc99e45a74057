"""A word that is explained is underlined where Qt has drawn it, and told where the pointer rests on it."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from kneedesk.presentation.content import say
from kneedesk.presentation.glossary import Glossary
from kneedesk.ui.widgets.glossed import GlossedWords
from kneedesk.ui.widgets.passage_list import Statement
from tests.ui.hosting import host

TEXT = "In two trials the knee hurt less with cells than with a placebo, but not in all trials that were done."


@pytest.fixture
def place(qtbot, library, english):
    place = QWidget()
    place.glossary = Glossary(library, english)
    place.statement, place.words = Statement(say(TEXT)), GlossedWords()
    place.words.say(TEXT)
    column = QVBoxLayout(place)
    for label in (place.statement, place.words):
        column.addWidget(label)
    column.addStretch(1)
    host(qtbot, place, 260)
    return place


def parts(label):
    return {word.term: places for word, places in label.glossed._placed()}


def inked(label, rows: range, columns: range, colour: QColor) -> bool:
    image = label.grab().toImage()
    ratio = image.devicePixelRatio()
    return any(_near(image.pixelColor(round(x * ratio), round(y * ratio)), colour) for y in rows for x in columns)


def _near(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 90 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


def test_the_line_lies_under_the_word(place):
    for label in (place.statement, place.words):
        assert list(parts(label)) == ["trial", "placebo"]
        colour = label.palette().color(QPalette.ColorRole.Link)
        for places in parts(label).values():
            for each in places:
                rows = range(round(each.bottom()) - 1, round(each.bottom()) + 2)
                assert inked(label, rows, range(round(each.left()), round(each.right())), colour)
                assert each.bottom() <= label.height()


def test_the_words_are_placed_as_qt_breaks_the_lines(place):
    label = place.statement
    lines = label.fontMetrics().boundingRect(label.contentsRect(), 0x1000, TEXT).height()
    below = max(each.bottom() for places in parts(label).values() for each in places)
    assert label.contentsRect().top() + lines >= below
    narrow = parts(label)
    label.resize(600, 40)
    assert parts(label) != narrow


def test_the_pointer_on_a_word_is_told_its_meaning_and_elsewhere_nothing(place):
    label = place.statement
    middle = parts(label)["placebo"][0].center().toPoint()
    assert label.glossed.word_at(middle).term == "placebo"
    assert label.glossed.word_at(QPoint(1, 1)) is None
    label.glossed.tell(middle, label.mapToGlobal(middle))
    assert "<b>Placebo</b>" in QToolTip.text()
    label.glossed.tell(QPoint(1, 1), label.mapToGlobal(QPoint(1, 1)))
    QToolTip.hideText()


def test_a_screen_reader_is_told_when_the_focus_comes(place):
    place.statement.setFocus()
    description = place.statement.accessibleDescription()
    assert "Placebo: " in description
    assert "Clinical trial: " in description
    place.statement.show_line(say("Nothing to explain."))
    assert place.statement.glossed.words == ()
    assert place.statement.accessibleDescription() == ""


def test_without_a_glossary_nothing_is_marked(qtbot):
    label = GlossedWords()
    label.say(TEXT)
    qtbot.addWidget(label)
    label.grab()
    assert label.glossed.words == ()
    assert label.glossed.word_at(QPointF(5, 5).toPoint()) is None
