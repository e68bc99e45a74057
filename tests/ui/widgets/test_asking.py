"""A card in the place of what cannot be shown yet."""

from PySide6.QtCore import Qt

from kneedesk.ui.widgets.asking import NothingProposed
from tests.ui.hosting import host


def test_it_leads_to_the_place_where_a_course_is_chosen(qtbot, english, theme):
    card = NothingProposed("Its risks stand here once it is chosen.", english, theme)
    host(qtbot, card)
    with qtbot.waitSignal(card.sought) as sought:
        qtbot.mouseClick(card.way, Qt.MouseButton.LeftButton)
    assert sought.args == ["proposal.treatment"]
