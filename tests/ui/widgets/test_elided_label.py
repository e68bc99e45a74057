"""A line that gives way is cut on the screen, and still said in full."""

import pytest

from kneedesk.ui.widgets.elided_label import ElidedLabel

LONG = "Vandenberghe-Oyelaran de la Torre y Montenegro"


@pytest.fixture
def label(qtbot, theme):
    made = ElidedLabel(LONG)
    qtbot.addWidget(made)
    made.show()
    return made


def test_there_is_room_for_all_of_it(label):
    label.resize(label.sizeHint())
    assert label.text() == LONG
    assert label.toolTip() == ""


def test_without_room_it_is_cut_and_said_in_full(label):
    label.resize(120, 20)
    assert label.text().endswith("\N{HORIZONTAL ELLIPSIS}")
    assert label.accessibleName() == label.toolTip() == label.whole == LONG
    assert label.minimumSizeHint().width() < 100


def test_line_breaks_in_what_was_typed_are_spaces(label):
    label.show_text("one\ntwo\tthree")
    assert label.whole == "one two three"


def test_a_chip_is_as_wide_as_its_words_and_its_padding(qtbot, theme):
    chip = ElidedLabel(LONG)
    qtbot.addWidget(chip)
    chip.setProperty("chip", "calm")
    chip.show()
    chip.retone("stop", "chip")
    assert chip.sizeHint().width() == chip.fontMetrics().horizontalAdvance(LONG) + 2 * 11 + 2
    chip.resize(chip.sizeHint())
    assert chip.text() == LONG
    chip.resize(chip.sizeHint().width() - 10, chip.height())
    assert chip.text().endswith("\N{HORIZONTAL ELLIPSIS}")


def test_a_sign_that_turns_the_reading_direction_is_shown_and_turns_nothing(label):
    label.show_text("Vasquez\N{RIGHT-TO-LEFT OVERRIDE}, Ana")
    assert label.whole == "Vasquez[U+202E], Ana"
