"""Reasons for a verdict."""

import pytest
from PySide6.QtCore import Qt

from kneedesk.domain.treatment import Treatment
from kneedesk.ui.widgets.reason_row import ReasonGroup, ReasonRow
from tests.ui.hosting import host


@pytest.fixture
def course(course_in):
    return course_in("reference", Treatment.STEM_CELL)


def test_a_reason_is_named_in_full(qtbot, theme, course):
    row = ReasonRow(theme)
    qtbot.addWidget(row)
    ground = course.against[0]
    row.show_ground(ground)
    assert row.accessibleName() == f"{ground.heading}. {ground.text}"
    assert row.accessibleDescription() == "Regulator"


def test_the_keyboard_explains_a_reason_by_reaching_it(qtbot, theme, course):
    row = ReasonRow(theme)
    row.show_ground(course.against[0])
    qtbot.waitUntil(host(qtbot, row).isActiveWindow)
    row.clearFocus()
    with qtbot.waitSignal(row.explained) as explained:
        row.setFocus(Qt.FocusReason.TabFocusReason)
    assert explained.args[0] is course.against[0].reason


def test_a_group_without_reasons_is_not_there(qtbot, theme, course):
    group = ReasonGroup("What decides it", theme)
    qtbot.addWidget(group)
    group.show_grounds(course.against)
    assert not group.isHidden()
    group.show_grounds(())
    assert group.isHidden()


def test_a_folded_group_makes_its_rows_when_it_is_opened(qtbot, theme, course):
    group = ReasonGroup("Checked, does not apply", theme, folded=True)
    host(qtbot, group)
    group.show_grounds(course.others)
    assert group.findChildren(ReasonRow) == []
    toggle = group.findChild(type(group._toggle))
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert len([row for row in group.findChildren(ReasonRow) if row.isVisible()]) == len(course.others)
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert not [row for row in group.findChildren(ReasonRow) if row.isVisible()]
