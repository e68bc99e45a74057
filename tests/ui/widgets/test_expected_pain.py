"""What the patient expects, month by month, or why there is no answer."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.preferences import Answer, Asked, ExpectedPain, Preferences
from kneedesk.ui.widgets.expected_pain import ASKED, PATH, changes_for, expected_or_why_not
from tests.ui.widgets.hands import click, press

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


def expected(**scores):
    return tuple(ExpectedPain(months=int(month[1:]), score=float(score)) for month, score in scores.items())


@pytest.fixture
def asked(cases):
    def asked(left=None, **preferences) -> Consultation:
        blocks = {"preferences": Preferences(**preferences), "not_assessed": left}
        return Consultation.model_validate({**dict(cases["reference"]), **blocks})

    return asked


def test_scores_are_pressed_in_any_order_and_come_in_the_order_of_time(qtbot, build):
    heard = build(PATH)
    click(qtbot, heard.field.rows[12].segments[1])
    click(qtbot, heard.field.rows[3].segments[3])
    assert heard.values == [expected(m12=1), expected(m3=3, m12=1)]


def test_scores_are_typed(qtbot, build):
    heard = build(PATH)
    heard.field.setFocus()
    press(qtbot, Qt.Key.Key_4)
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_1, Qt.Key.Key_0)
    assert heard.values[-1] == expected(m3=4, m6=10)
    press(qtbot, Qt.Key.Key_Backspace)
    assert heard.values[-1] == expected(m3=4)


def test_the_last_one_taken_back_is_not_recorded(qtbot, build):
    heard = build(PATH)
    click(qtbot, heard.field.rows[3].segments[3])
    click(qtbot, heard.field.rows[3].segments[3])
    assert heard.values == [expected(m3=3), None]


def test_rather_not_say_is_an_answer_and_takes_the_place_of_the_scores(qtbot, build):
    heard = build(PATH)
    heard.field.show_value(expected(m3=3))
    click(qtbot, heard.field.silent[Answer.RATHER_NOT_SAY])
    assert heard.values == [Answer.RATHER_NOT_SAY]
    assert heard.field.rows[3].value() is None
    click(qtbot, heard.field.rows[6].segments[2])
    assert heard.values[-1] == expected(m6=2)
    assert not heard.field.silent[Answer.RATHER_NOT_SAY].isChecked()


def test_one_key_says_that_it_was_not_asked_and_takes_it_back(qtbot, build):
    heard = build(PATH)
    heard.field.setFocus()
    press(qtbot, Qt.Key.Key_N)
    assert heard.field.silent[Answer.NOT_ASKED].isChecked()
    heard.field.silent[Answer.NOT_ASKED].setFocus()
    press(qtbot, Qt.Key.Key_N)
    assert heard.values == [Answer.NOT_ASKED, None]
    assert heard.left_out == 0


def test_both_boxes_are_one_stop_with_arrows_between_them(qtbot, build):
    heard = build(PATH)
    not_asked, silent = heard.field.silent.values()
    not_asked.setFocus()
    press(qtbot, Qt.Key.Key_Right)
    assert silent.hasFocus()
    assert (not_asked.focusPolicy(), silent.focusPolicy()) == (Qt.FocusPolicy.ClickFocus, Qt.FocusPolicy.StrongFocus)
    press(qtbot, Qt.Key.Key_Space)
    assert heard.values == [Answer.RATHER_NOT_SAY]
    press(qtbot, Qt.Key.Key_Left)
    assert not_asked.hasFocus()


def test_what_has_no_place_in_the_rows_is_shown_and_kept(qtbot, build):
    heard = build(PATH)
    heard.field.show_value((*expected(m1=2), ExpectedPain(months=3, score=3.5)))
    assert heard.field.besides.text() == "2 in 1 months; 3.5 in 3 months"
    click(qtbot, heard.field.rows[6].segments[2])
    assert heard.values == [(*expected(m1=2), ExpectedPain(months=3, score=3.5), *expected(m6=2))]


def test_what_is_recorded_is_read_in_whatever_way_it_was_kept(asked):
    assert expected_or_why_not(asked()) is None
    assert expected_or_why_not(asked(expected_pain=expected(m3=3))) == expected(m3=3)
    for answer in (Answer.NOT_ASKED, Answer.RATHER_NOT_SAY):
        assert expected_or_why_not(asked(expected_pain_asked=Asked(at=NOW, answer=answer))) is answer
    assert expected_or_why_not(asked(expected_pain=())) is Answer.RATHER_NOT_SAY  # an older file
    assert expected_or_why_not(asked(left=(PATH,))) is Answer.NOT_ASKED  # an older file


@pytest.mark.parametrize("value", [None, *(each for each in Answer if each is not Answer.ANSWERED), expected(m3=3)])
def test_an_answer_is_recorded_with_its_instant_and_read_back(asked, value):
    before = asked(left=(PATH, "preferences.goals"))
    changes = changes_for(value, NOW, before)
    assert changes["not_assessed"] == ("preferences.goals",)
    after = asked(
        left=changes["not_assessed"], expected_pain=changes[PATH], expected_pain_asked=changes[ASKED]
    )  # the domain takes it
    assert expected_or_why_not(after) == value
    assert changes[ASKED] is None if value is None else changes[ASKED].at == NOW
    assert "not_assessed" not in changes_for(value, NOW, asked())
