"""One value of a long list is picked."""

from kneedesk.domain.consultation import Jurisdiction
from tests.ui.widgets.hands import pick


def test_a_value_is_picked_and_what_is_needed_cannot_be_left(build):
    heard = build("jurisdiction")
    heard.field.show_value(Jurisdiction.FLORIDA)
    assert heard.field.picker.currentText() == "Florida, United States"
    pick(heard.field.picker, Jurisdiction.MEXICO)
    assert heard.values == [Jurisdiction.MEXICO]
    assert None not in heard.field.picker._values
    heard.field.toggle_assessed()
    assert heard.left_out == 0
