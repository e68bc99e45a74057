"""One thing that a document lacks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from kneedesk.presentation.conversation import Lack
from kneedesk.ui.widgets.lack_row import LackRow
from tests.ui.hosting import host


def test_a_row_is_a_button_that_leads_to_the_finding(qtbot, theme):
    row = LackRow(theme)
    row.show_lack(Lack("patient.birth_date", "The patient’s date of birth"))
    host(qtbot, row)
    node = QAccessible.queryAccessibleInterface(row)
    assert (node.role(), node.text(QAccessible.Text.Name)) == (QAccessible.Role.Button, "The patient’s date of birth")
    with qtbot.waitSignal(row.sought) as sought:
        qtbot.keyClick(row, Qt.Key.Key_Space)
    assert sought.args == ["patient.birth_date"]
