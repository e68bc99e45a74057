"""Running text that remembers its heights."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent

from kneedesk.ui.widgets.words import RoleWords, Words, breakable
from tests.ui.hearing import hearing
from tests.ui.hosting import host


def test_words_are_shown_as_they_stand(qtbot):
    label = Words()
    qtbot.addWidget(label)
    label.say("<b>left</b> & right")
    assert label.text() == "<b>left</b> & right"
    assert label.sizeHint().width() > label.fontMetrics().horizontalAdvance("left & right")


def test_a_height_is_measured_again_for_other_words_and_another_font(qtbot, theme):
    label = Words("note")
    qtbot.addWidget(label)
    label.say("one two three " * 4)
    short = label.heightForWidth(120)
    assert label.heightForWidth(120) == short
    assert label.heightForWidth(600) < short
    label.say("one two three " * 20)
    tall = label.heightForWidth(120)
    assert tall > short
    label.retone("")
    assert label.heightForWidth(120) > tall, "ordinary text is larger than a note"


def test_a_long_word_may_be_broken_and_others_stay(qtbot):
    assert breakable("left knee") == "left knee"
    label = Words()
    qtbot.addWidget(label)
    label.say(breakable("W" * 4000))
    assert label.minimumSizeHint().width() < 500
    assert label.text().replace("\N{ZERO WIDTH SPACE}", "") == "W" * 4000


def test_words_can_be_selected_as_long_as_the_pointer_is_over_them(qtbot):
    label = Words()
    qtbot.addWidget(label)
    label.say("left knee")
    label.show()
    assert not selectable(label), "a document for each label would cost more than all else of a page"
    tell(label, QEvent.Type.Enter)
    assert selectable(label)
    assert label.focusPolicy() == Qt.FocusPolicy.NoFocus
    label.setSelection(0, 4)
    tell(label, QEvent.Type.Leave)
    assert selectable(label)
    assert label.selectedText() == "left"
    label.setSelection(0, 0)
    tell(label, QEvent.Type.Leave)
    assert not selectable(label)


def test_words_in_a_button_are_never_selected(qtbot):
    label = Words(pressed=True)
    qtbot.addWidget(label)
    tell(label, QEvent.Type.Enter)
    assert not selectable(label)


def selectable(label):
    return bool(label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse)


def tell(label, kind):
    place = QPointF(1, 1)
    event = QEnterEvent(place, place, place) if kind == QEvent.Type.Enter else QEvent(kind)
    QCoreApplication.sendEvent(label, event)


def test_words_take_the_colour_of_a_role_in_either_theme_and_at_any_size(qtbot, theme):
    words, bold = RoleWords(theme), Words(level="3")
    for place in (words, bold):
        host(qtbot, place, 200, 60)
    try:
        for name, percent in (("light", 100), ("dark", 150)):
            theme.switch(name)
            theme.resize_text(percent)
            for role in ("caution", "heading"):
                words.show_role(role)
                assert words.palette().color(words.foregroundRole()) == theme.colour(role)
            assert words.fontInfo().pixelSize() == bold.fontInfo().pixelSize()
            assert words.font().weight() == bold.font().weight()
            assert words.palette().color(words.foregroundRole()) == bold.palette().color(bold.foregroundRole())
    finally:
        theme.switch("light")
        theme.resize_text(100)


def test_another_role_leaves_the_words_as_large_as_they_are(qtbot, theme):
    words = RoleWords(theme, "caution")
    host(qtbot, words, 200, 60)
    words.say("One two three")
    with hearing(QEvent.Type.FontChange, QEvent.Type.StyleChange) as told:
        words.show_role("stop")
    assert told.heard == []
