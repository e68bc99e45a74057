"""The footer says in words whether everything is saved, and leads back and on."""

from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible

from kneedesk.ui.footer import Footer
from kneedesk.ui.settling import settle
from tests.ui.hearing import hearing


@pytest.fixture
def footer(qtbot, english, theme):
    made = Footer(english, theme)
    qtbot.addWidget(made)
    made.resize(1100, 56)
    made.show()
    return made


def test_save_states_are_words_and_signs(footer):
    footer.show_saving()
    assert footer.state.whole == "Saving"
    footer.show_saved(datetime(2026, 11, 21, 14, 2))
    assert footer.state.whole == "Saved 14:02"
    assert not footer.icon.pixmap().isNull()
    footer.show_not_saved("The disk is full.")
    assert footer.state.whole == "Not saved: The disk is full."
    assert footer.state.accessibleName() == "Not saved: The disk is full."


def test_what_was_kept_already_is_said_until_something_is_saved(footer):
    footer.show_known()
    assert footer.state.text() == "This consultation was kept here already. It was opened, not added again."
    footer.show_saved(datetime(2026, 11, 21, 14, 2))
    assert footer.state.text() == "Saved 14:02"


def test_the_ways_are_named_and_the_ends_have_none(footer, qtbot):
    footer.show_ways("", "Evaluation")
    assert (footer.back.isEnabled(), footer.next.isEnabled()) == (False, True)
    assert footer.next.text() == "Next: Evaluation"
    footer.show_ways("Decision & consent", "")
    assert (footer.back.isEnabled(), footer.next.isEnabled()) == (True, False)
    with qtbot.waitSignal(footer.went_back):
        qtbot.mouseClick(footer.back, Qt.MouseButton.LeftButton)


def test_an_ampersand_is_no_key_of_a_menu(footer):
    footer.show_ways("", "Decision & consent")
    assert footer.next.text() == "Next: Decision && consent"
    assert QAccessible.queryAccessibleInterface(footer.next).text(QAccessible.Text.Name) == "Next: Decision & consent"
    assert footer.next.shortcut().isEmpty()


def test_next_is_pressed_by_key(footer, qtbot):
    footer.show_ways("", "Evaluation")
    with qtbot.waitSignal(footer.went_on):
        qtbot.keyClick(footer.next, Qt.Key.Key_Space)


def test_minutes_are_counted_only_where_they_are_wanted(footer):
    assert footer.elapsed.isHidden()
    footer.count_minutes(True)
    assert footer.elapsed.text() == "0 min open"
    footer._clock.timeout.emit()
    assert footer.elapsed.text() == "1 min open"
    footer.count_minutes(False)
    assert footer.elapsed.isHidden()
    assert not footer._clock.isActive()


def test_the_time_of_saving_is_never_cut_to_the_room_of_the_words_before(footer):
    for _ in range(2):
        footer.show_saving()
        assert footer.state.text() == "Saving"
        footer.show_saved(datetime(2026, 11, 21, 14, 2))
        assert footer.state.text() == "Saved 14:02"


def test_a_long_reason_gives_way_and_is_said_in_full(footer):
    why = "The file of consultations is gone: it was moved or removed, or its drive is not there. " * 3
    footer.show_ways("Evaluation", "Decision & consent")
    footer.show_not_saved(why)
    assert footer.minimumSizeHint().width() < 700
    assert footer.state.whole.endswith("not there.")


def test_the_same_save_state_lays_out_nothing(footer, qtbot):
    footer.show_saving()
    qtbot.waitExposed(footer)
    settle()
    with hearing(QEvent.Type.LayoutRequest) as told:
        footer.show_saving()
        settle()
        assert not told.heard
        footer.show_not_saved("The disk is full.")
        settle()
        assert told.heard
