"""Height and weight are typed in either system and kept in centimetres and kilograms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QAbstractButton

from kneedesk.ui.widgets.body_size import HeightField
from tests.ui.widgets.hands import click, enter


def unit(heard, name):
    return heard.field.findChild(QAbstractButton, f"{heard.field.path}.unit={name}")


def test_kilograms_and_pounds(qtbot, build):
    heard = build("patient.weight_kg")
    enter(qtbot, heard.field.edit, "78,5")
    enter(qtbot, heard.field.edit, "172 lb")
    assert heard.values == [78.5, 78.0]
    assert heard.field.edit.text() == "78"
    assert heard.field.converted.text() == "= 172 lb"


def test_the_unit_beside_it_says_how_a_bare_number_is_read(qtbot, build):
    heard = build("patient.weight_kg")
    click(qtbot, unit(heard, "lb"))
    assert heard.values == []
    enter(qtbot, heard.field.edit, "172")
    assert heard.values == [78.0]
    assert heard.field.edit.text() == "172"
    assert heard.field.converted.text() == "= 78 kg"


def test_changing_the_unit_changes_nothing_that_is_recorded(qtbot, build):
    heard = build("patient.height_cm")
    heard.field.show_value(164.0)
    click(qtbot, unit(heard, "ft in"))
    assert heard.field.edit.text() == "5 ft 4.6 in"
    heard.field.edit.setFocus()
    heard.field.edit.clearFocus()
    click(qtbot, unit(heard, "cm"))
    assert heard.field.edit.text() == "164"
    assert heard.values == []


@pytest.mark.parametrize(("text", "value"), [("164", 164.0), ("5 ft 4 in", 162.6), ("1.7 m", 170.0)])
def test_heights(qtbot, build, text, value):
    heard = build("patient.height_cm")
    enter(qtbot, heard.field.edit, text)
    assert heard.values == [pytest.approx(value)]


def test_out_of_bounds_is_said_in_the_unit_that_is_shown(qtbot, build):
    heard = build("patient.height_cm")
    enter(qtbot, heard.field.edit, "1.64")
    assert heard.field.fault() == "Allowed is 50 cm to 250 cm."
    click(qtbot, unit(heard, "ft in"))
    enter(qtbot, heard.field.edit, "9 ft")
    assert "8 ft" in heard.field.fault()
    assert heard.values == []


@given(value=st.floats(min_value=50, max_value=250))
def test_any_height_is_shown_in_feet_without_sixty_inches_or_a_loss(value, english):
    words = HeightField._words.__get__(type("Field", (), {"language": english, "UNITS": HeightField.UNITS})())
    feet, _, rest = words(value, True).partition(" ft ")
    inches = float(rest.removesuffix(" in"))
    assert 0 <= inches < 12
    assert (12 * int(feet) + inches) * 2.54 == pytest.approx(value, abs=0.13)
