"""Words are shown as they are, wrap, and are told apart by more than colour."""

from PySide6.QtCore import Qt

from kneedesk.ui.widgets.text import body_label, chip, heading
from tests.ui.hosting import host

HOSTILE = "<img src='/etc/passwd'> & <b>bold"


def test_no_text_is_markup():
    for label in (heading(HOSTILE, 1), body_label(HOSTILE), chip(HOSTILE, "stop")):
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.text() == HOSTILE


def test_running_text_wraps_and_can_be_selected_but_is_no_stop_of_tab():
    label = body_label("words " * 40, "quiet")
    assert label.wordWrap()
    assert label.textInteractionFlags() == Qt.TextInteractionFlag.TextSelectableByMouse
    assert label.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert label.heightForWidth(200) > label.heightForWidth(800)


def test_headings_are_larger_the_higher_they_stand(qtbot, theme):
    labels = [heading("Words", level) for level in (1, 2, 3)]
    for label in labels:
        host(qtbot, label, 300, 60)
    sizes = [label.fontInfo().pixelSize() for label in labels]
    assert sizes == sorted(sizes, reverse=True)
    assert labels[0].palette().windowText().color() == theme.colour("heading")


def test_a_chip_has_the_tone_of_its_words(qtbot, theme):
    for tone in ("accent", "info", "caution", "stop", "done"):
        made = chip("Words", tone)
        host(qtbot, made, 100, 26)
        assert made.palette().windowText().color() == theme.colour(tone)
