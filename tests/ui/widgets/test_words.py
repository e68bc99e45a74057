"""Running text that remembers its heights."""

from kneedesk.ui.widgets.words import Words, breakable


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
