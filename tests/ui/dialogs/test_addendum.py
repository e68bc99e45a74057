"""What comes later is written in words, signed, and only then handed on."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from kneedesk.domain.addendum import AddendumKind
from kneedesk.domain.signature import Method, Role
from kneedesk.domain.versions import finalise
from kneedesk.ui.dialogs.addendum import AddendumDialog
from kneedesk.ui.dialogs.unsigned import UnsignedDialog
from kneedesk.ui.widgets.marks import FaultLine
from kneedesk.ui.widgets.segment import Segment

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def dialog(qtbot, theme, library, english, cases):
    stands = finalise(cases["reference"], "2026.1", AT)
    made = AddendumDialog(stands, library, english, theme, lambda: AT, {"en": english})
    qtbot.addWidget(made)
    made.open()
    return made


def tell(dialog, kind):
    dialog.kind.choose(kind)
    dialog.kind.picked.emit(kind)


def sign_on_paper(dialog, qtbot):
    (paper,) = [each for each in dialog.findChildren(Segment) if each.value is Method.PAPER]
    qtbot.mouseClick(paper, Qt.MouseButton.LeftButton)


def test_nothing_is_signed_without_words(dialog, qtbot):
    sign_on_paper(dialog, qtbot)
    assert dialog.isVisible()
    assert any(line.isVisible() for line in dialog.findChildren(FaultLine))


def test_what_was_written_is_handed_on_with_the_version_under_which_it_stands(dialog, qtbot, cases):
    tell(dialog, AddendumKind.PRODUCT)
    qtbot.keyClicks(dialog.words, "Given as planned.")
    qtbot.keyClicks(dialog.lot, "A-17")
    with qtbot.waitSignal(dialog.written) as told:
        sign_on_paper(dialog, qtbot)
    (addendum,) = told.args
    stands = finalise(cases["reference"], "2026.1", AT)
    assert (addendum.kind, addendum.words, addendum.lot) == (AddendumKind.PRODUCT, "Given as planned.", "A-17")
    assert (addendum.viability, addendum.version, addendum.digest) == (None, 1, stands.finalised.digest)
    assert (addendum.signature.role, addendum.at) == (Role.CLINICIAN, AT)
    assert dialog.isVisible()
    assert not dialog.isEnabled()  # until it is kept


def test_what_could_not_be_kept_is_still_here_to_be_signed_again(dialog, qtbot):
    dialog.words.setPlainText("Given as planned.")
    with qtbot.waitSignal(dialog.written):
        sign_on_paper(dialog, qtbot)
    dialog.refuse(("The disk is full.",))
    assert dialog.isVisible()
    assert dialog.words.toPlainText() == "Given as planned."
    assert "The disk is full." in [line.accessibleName() or line.text() for line in dialog.findChildren(FaultLine)]
    with qtbot.waitSignal(dialog.written):
        sign_on_paper(dialog, qtbot)


def test_a_lot_belongs_to_a_product_and_consent_is_taken_back_by_the_patient(dialog, qtbot):
    assert dialog.lot.isVisible()
    qtbot.keyClicks(dialog.lot, "A-17")
    tell(dialog, AddendumKind.WITHDRAWAL)
    assert not dialog.lot.isVisible()
    qtbot.keyClicks(dialog.words, "She called and takes it back.")
    with qtbot.waitSignal(dialog.written) as told:
        sign_on_paper(dialog, qtbot)
    assert told.args[0].lot is None
    assert told.args[0].signature.role is Role.PATIENT
    assert told.args[0].signature.meaning == "I take my consent back."


def test_what_was_added_before_is_shown(dialog, qtbot):
    tell(dialog, AddendumKind.FOLLOW_UP)
    dialog.words.setPlainText("Pain 3 of 10.")
    with qtbot.waitSignal(dialog.written) as told:
        sign_on_paper(dialog, qtbot)
    dialog.refuse(("The disk is full.",))
    dialog.show_earlier(())
    assert dialog.earlier.isHidden()
    dialog.show_earlier((*told.args, *told.args))
    assert any("Pain 3 of 10." in label.text() for label in dialog.earlier.findChildren(QLabel))
    with qtbot.waitSignal(dialog.page_asked) as asked:
        qtbot.mouseClick(dialog.findChild(QPushButton, "addendum.earlier.save.1"), Qt.MouseButton.LeftButton)
    assert asked.args == [2, *told.args]
    dialog.tell("Saved addendum-2.pdf in Papers.")
    assert dialog.findChild(QLabel, "addendum.news").text() == "Saved addendum-2.pdf in Papers."


def test_cancel_hands_nothing_on(dialog, qtbot):
    with qtbot.assertNotEmitted(dialog.written):
        qtbot.mouseClick(dialog.findChild(QPushButton, "addendum.cancel"), Qt.MouseButton.LeftButton)
    assert dialog.isHidden()


def test_escape_does_not_drop_what_was_written(dialog, qtbot):
    dialog.words.setPlainText("Given as planned.")
    qtbot.keyClick(dialog.words, Qt.Key.Key_Escape)
    asked = dialog.findChild(UnsignedDialog)
    qtbot.keyClick(asked.focusWidget(), Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.words.toPlainText() == "Given as planned."
    qtbot.waitUntil(lambda: dialog.findChild(UnsignedDialog) is None)
    qtbot.mouseClick(dialog.findChild(QPushButton, "addendum.cancel"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.findChild(QPushButton, "unsigned.confirm"), Qt.MouseButton.LeftButton)
    assert dialog.isHidden()


def test_what_a_page_cannot_show_is_named_before_it_is_signed(dialog, qtbot):
    named = dialog.findChild(QLabel, "addendum.unprintable")
    dialog.words.setPlainText("Given \u202eas planned.")
    qtbot.waitUntil(named.isVisible)
    assert named.text() == "Characters that cannot be printed stand as their codes: U+202E."
    dialog.words.setPlainText("Given as planned.")
    qtbot.waitUntil(named.isHidden)
