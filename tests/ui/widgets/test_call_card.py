"""The card of signs to call for."""

from kneedesk.presentation.content import text_of
from kneedesk.presentation.wording import speak_text
from kneedesk.ui.widgets.call_card import CallCard
from kneedesk.ui.widgets.passage_list import Statement
from tests.ui.hosting import host
from tests.ui.pages.desk import words


def test_it_says_the_signs_and_whom_to_call_and_never_leaves_the_line_empty(qtbot, library, english):
    card = CallCard(library, english)
    host(qtbot, card)
    card.show_telephones("Practice: +1 555 0100")
    assert "Practice: +1 555 0100" in words(card)
    signs = [text_of(line) for line in speak_text("warning_signs", library, english)]
    assert [each.text() for each in card.findChildren(Statement)] == signs
    card.show_telephones("")
    assert "No number to call is recorded." in words(card)
