"""*Not assessed* can be set by hand where it is offered, and a fault is seen and said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kneedesk.ui.widgets.marks import FaultLine, NotAssessed, Sign
from tests.ui.hosting import host
from tests.ui.widgets.hands import click


def mark(heard):
    return heard.field.findChild(QAbstractButton, f"{heard.field.path}=not_assessed")


def inked(widget):
    image = widget.grab().toImage()
    ground = image.pixelColor(0, 0)
    return any(image.pixelColor(x, y) != ground for x in range(image.width()) for y in range(image.height()))


def test_a_click_sets_it_and_a_second_click_takes_it_back(qtbot, build):
    heard = build("history.diabetes")
    click(qtbot, mark(heard))
    assert (heard.left_out, mark(heard).isChecked()) == (1, True)
    click(qtbot, mark(heard))
    assert (heard.values, mark(heard).isChecked()) == ([None], False)


def test_it_is_seen_when_set_or_offered(qtbot, english, theme):
    made = NotAssessed("path", "Name", english, None)
    host(qtbot, made, 130, 24)
    assert not inked(made)
    made.offer("focus", True)
    assert inked(made)
    made.offer("focus", False)
    made.show_assessed(False)
    assert inked(made)
    assert made.accessibleName() == "Name: Not assessed"


def test_it_is_not_offered_where_nothing_can_be_left(qtbot, build):
    heard = build("patient.family_name")
    heard.field.focus_moved(True)
    assert not mark(heard).isVisible()
    mark(heard).toggle()
    assert heard.left_out == 0


def test_it_is_offered_while_the_focus_is_in_the_field(build):
    heard = build("history.diabetes")
    heard.field.setFocus()
    assert inked(mark(heard))
    mark(heard).offer("pointer", False)
    heard.window.focusWidget().clearFocus()
    assert not inked(mark(heard))


def test_it_is_no_stop_of_tab(build):
    assert mark(build("history.diabetes")).focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_fault_is_a_sign_and_a_sentence(qtbot, theme):
    line = FaultLine()
    host(qtbot, line, 300, 30)
    line.show_sentence("Too late.")
    assert line.text() == line.accessibleName() == "Too late."
    sign = line.findChild(Sign)
    assert sign.palette().windowText().color() == theme.colour("stop")
    assert inked(sign)
    line.show_sentence(None)
    assert line.isHidden()
