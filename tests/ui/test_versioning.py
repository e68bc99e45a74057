"""From a draft to what stands and on to the next draft, at the desk, with the store that keeps it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from kneedesk.domain.signature import Method
from kneedesk.store.faults import FULL, Unavailable
from kneedesk.store.vault import WRONG
from kneedesk.ui.dialogs.addendum import AddendumDialog
from kneedesk.ui.dialogs.amendment import AmendmentDialog
from kneedesk.ui.dialogs.finalise import FinaliseDialog
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.marks import FaultLine
from kneedesk.ui.widgets.segment import Segment
from tests.files import CASES
from tests.people import PASSPHRASE
from tests.ui.running import NOW, kept, running

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def desk(qtbot, theme, tmp_path):
    with running(tmp_path, theme, qtbot) as application:
        application._opening.open_file(CASES / "reference.json")
        made = application.window.desk
        qtbot.waitUntil(lambda: made.isVisible() and made.session is not None)
        yield made


def press(desk, name, qtbot):
    button = desk.findChild(QPushButton, name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def finalise(desk, qtbot):
    desk.finalising_asked.emit()
    desk.findChild(QLineEdit, "finalise.passphrase").setText(PASSPHRASE)
    press(desk, "finalise.confirm", qtbot)
    qtbot.waitUntil(lambda: desk.session.stands)


def adds(desk, words, qtbot):
    """Write an addendum and sign it; return the dialog."""
    press(desk, "version.add", qtbot)
    dialog = desk.findChild(AddendumDialog)
    dialog.words.setPlainText(words)
    signs_on_paper(dialog, qtbot)
    return dialog


def signs_on_paper(dialog, qtbot):
    (paper,) = [each for each in dialog.findChildren(Segment) if each.value is Method.PAPER]
    qtbot.mouseClick(paper, Qt.MouseButton.LeftButton)


def test_21_CFR_11_200_who_finalises_types_the_passphrase_once_more(desk, qtbot):
    desk.finalising_asked.emit()
    dialog = desk.findChild(FinaliseDialog)
    assert "Dr. Ana Núñez" in dialog.secret.label.text()
    press(desk, "finalise.confirm", qtbot)  # without a passphrase
    dialog.secret.edit.setText("wrong wrong wrong")
    press(desk, "finalise.confirm", qtbot)
    qtbot.waitUntil(lambda: dialog.secret.fault() == WRONG)
    assert not desk.session.stands
    dialog.secret.edit.setText(PASSPHRASE)
    qtbot.keyClick(dialog.secret.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.session.stands)


def test_who_does_not_decide_is_told_and_nothing_stands(desk, qtbot):
    desk.session.decides = False
    desk.finalising_asked.emit()
    assert desk.findChild(FinaliseDialog) is None
    assert desk.notice.title.text() == "Only a physician finalises."


def test_what_stands_is_read_and_not_changed_on_any_page(desk, qtbot):
    finalise(desk, qtbot)
    assert desk.version.isVisible()
    for step in ("patient", "evaluation", "candidacy", "options", "risks", "expectations", "decision"):
        desk.visit(step)
        page = desk.page(step)
        assert [editor for editor in page.editors() if editor.isVisible() and editor.isEnabled()] == []
        assert page.isEnabled()
    before = desk.session.consultation
    desk._amend({"patient.identifier": "MRN-9"})
    assert desk.session.consultation is before
    assert desk.notice.title.text() == "This version is final. To change something, amend it."


def test_an_amendment_opens_the_fields_again(desk, qtbot):
    finalise(desk, qtbot)
    desk.visit("patient")
    press(desk, "version.amend", qtbot)
    desk.findChild(AmendmentDialog).reason.setPlainText("The number was wrong.")
    press(desk, "amendment.confirm", qtbot)
    assert desk.session.consultation.amends.reason == "The number was wrong."
    assert desk.page("patient").findChild(Field, "patient.identifier").isEnabled()
    desk._amend({"patient.identifier": "MRN-9"})
    assert desk.session.consultation.patient.identifier == "MRN-9"


def test_an_addendum_that_cannot_be_kept_stays_open_with_its_words(qtbot, theme, tmp_path, monkeypatch):
    with running(tmp_path, theme, qtbot) as application:
        application._opening.open_file(CASES / "reference.json")
        desk = application.window.desk
        qtbot.waitUntil(lambda: desk.isVisible() and desk.session is not None)
        finalise(desk, qtbot)
        versions = application.shelf.store.consultations.versions

        def fail(*_arguments):
            raise Unavailable(FULL)

        monkeypatch.setattr(versions, "append", fail)
        dialog = adds(desk, "Given as planned.", qtbot)
        fault = next(line for line in dialog.findChildren(FaultLine) if line.parent() is dialog)
        qtbot.waitUntil(fault.isVisible)
        assert dialog.words.toPlainText() == "Given as planned."
        monkeypatch.undo()
        signs_on_paper(dialog, qtbot)
        qtbot.waitUntil(desk.notice.isVisible)
    with kept(tmp_path) as consultations:
        assert [each.words for each in consultations.versions.addenda("key-0")] == ["Given as planned."]


def test_what_was_finalised_and_added_is_kept(qtbot, theme, tmp_path):
    with running(tmp_path, theme, qtbot) as application:
        application._opening.open_file(CASES / "reference.json")
        desk = application.window.desk
        qtbot.waitUntil(lambda: desk.isVisible() and desk.session is not None)
        finalise(desk, qtbot)
        adds(desk, "Given as planned.", qtbot)
        qtbot.waitUntil(desk.notice.isVisible)
        assert desk.notice.title.text() == "It was added, and stands beside this version."
    with kept(tmp_path) as consultations:
        (standing,) = consultations.versions.of("key-0")
        assert standing.at == NOW
        (addendum,) = consultations.versions.addenda("key-0")
        assert (addendum.words, addendum.digest) == ("Given as planned.", standing.digest)
