"""A name, or that what was offered was declined."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.ui.hosting import unnamed
from tests.ui.widgets.hands import enter


@pytest.fixture
def heard(build):
    return build("consent.interpreter")


def declined(heard) -> QAbstractButton:
    return heard.field.findChild(QAbstractButton, "consent.interpreter=false")


def test_a_name_is_typed(heard, qtbot):
    enter(qtbot, heard.field.edit, "Luz Vega")
    assert heard.values == ["Luz Vega"]
    assert not declined(heard).isChecked()


def test_declined_takes_the_name_away_and_a_name_takes_declined_away(heard, qtbot):
    enter(qtbot, heard.field.edit, "Luz Vega")
    qtbot.mouseClick(declined(heard), Qt.MouseButton.LeftButton)
    assert heard.field.edit.text() == ""
    enter(qtbot, heard.field.edit, "Luz Vega")
    assert not declined(heard).isChecked()
    assert heard.values == ["Luz Vega", False, "Luz Vega"]


def test_declined_is_taken_back_to_not_recorded(heard, qtbot):
    for _ in range(2):
        qtbot.mouseClick(declined(heard), Qt.MouseButton.LeftButton)
    assert heard.values == [False, None]


@pytest.mark.parametrize(("value", "text", "checked"), [(None, "", False), (False, "", True), ("Luz", "Luz", False)])
def test_what_is_recorded_is_shown_and_not_announced(heard, value, text, checked):
    heard.field.show_value(value)
    assert (heard.field.edit.text(), declined(heard).isChecked()) == (text, checked)
    heard.field.commit()
    assert heard.values == []


def test_everything_has_a_name(heard):
    assert unnamed(heard.window) == []
