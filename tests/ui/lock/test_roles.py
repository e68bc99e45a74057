"""What each role is for, through the real window: who unlocks decides what it offers."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from kneedesk.ui.opening import NOT_SHOWN
from kneedesk.ui.session import NOT_TO_DECIDE, NOT_TO_FINALISE
from tests.files import CASES
from tests.people import CLEO, OTHER_PASSPHRASE
from tests.ui.lock.entrance import seen
from tests.ui.running import NOW

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def test_an_administrator_sees_no_consultation_and_nothing_of_one_opens(vault, hands, qtbot):
    vault.add(vault.key, CLEO, "saddle copper island thread")
    hand = hands()
    hand.come_in()
    hand.open()
    hand.lock()
    hand.page.picker.setCurrentIndex(2)
    hand.come_in("saddle copper island thread")
    shown = hand.window.list
    assert shown.notice.title.text() == NOT_SHOWN
    assert shown.model.rowCount() == 0
    assert not shown.new.isEnabled()
    assert not shown.search.isEnabled()
    assert "Nothing is kept here yet" not in seen(shown)
    hand.application._opening.open_file(CASES / "reference.json")
    assert shown.notice.text.text() == NOT_SHOWN
    hand.lock()
    hand.page.picker.setCurrentIndex(0)
    hand.come_in()
    hand.wait(lambda: shown.model.rowCount() == 1)
    assert shown.new.isEnabled()


def test_a_nurse_records_and_neither_finalises_nor_decides_otherwise(hand):
    hand.page.picker.setCurrentIndex(1)
    hand.come_in(OTHER_PASSPHRASE)
    desk = hand.open()
    assert desk.session.amend("patient.identifier", "MRN-9")
    desk.visit("candidacy")
    assert NOT_TO_DECIDE in [each.text() for each in desk.findChildren(QAbstractButton) if each.isVisible()]
    assert not desk.session.amend("overrides", ())
    assert desk.notice.title.text() == NOT_TO_DECIDE
    desk.visit("documents")
    button = desk.findChild(QAbstractButton, "documents.finalise")
    assert not button.isEnabled()
    assert button.accessibleDescription() == NOT_TO_FINALISE
    desk.session.finalise(NOW)
    assert not desk.session.stands
    assert desk.notice.title.text() == NOT_TO_FINALISE
