"""A line to say under a heading, and the mark beside the title that hides all of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.presentation.content import say
from kneedesk.ui.widgets.say_line import SayLine, SpeechMark
from tests.ui.hosting import host, tab_order

LINES = (say("“How are you?”", "COM-09"), say("“¿Cómo está?”", "COM-09"))


def shown(qtbot):
    page, mark = QWidget(), SpeechMark()
    line = SayLine("patient", mark)
    column = QVBoxLayout(page)
    column.addWidget(mark)
    column.addWidget(line)
    column.addStretch(1)
    mark.setAccessibleName("Hide")
    return host(qtbot, page), line


def test_it_is_not_there_before_it_has_something_to_say(qtbot):
    _, line = shown(qtbot)
    assert not line.isVisible()
    line.show_said((), shown=True)
    assert not line.isVisible()
    assert not line.mark.isVisible()


def test_it_says_each_language_and_keeps_its_mark_when_it_is_hidden(qtbot):
    _, line = shown(qtbot)
    line.show_said(LINES, shown=True)
    assert [each.text() for each in line.statements] == ["“How are you?”", "“¿Cómo está?”"]
    assert line.isVisible()
    assert line.mark.filled
    line.show_said(LINES, shown=False)
    assert not line.isVisible()
    assert line.mark.isVisible()
    assert not line.mark.filled


def test_it_is_one_stop_of_tab_and_says_what_it_rests_on(qtbot):
    window, line = shown(qtbot)
    line.show_said(LINES, shown=True)
    assert tab_order(window) == [line.statements[0]]
    with qtbot.waitSignal(line.explained) as caught:
        qtbot.mouseClick(line.statements[1], Qt.MouseButton.LeftButton)
    assert caught.args == [LINES[1]]


def test_the_mark_looks_another_way_while_the_lines_are_hidden(qtbot):
    _, line = shown(qtbot)
    line.show_said(LINES, shown=True)
    filled = line.mark.grab().toImage()
    line.show_said(LINES, shown=False)
    assert line.mark.grab().toImage() != filled
    assert line.mark.height() == line.mark.width()
