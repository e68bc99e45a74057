"""The journal is checked when it is asked for; its result is said in sentences."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt

from kneedesk.documents.sealing.check import Check, Reason, Verdict
from kneedesk.store import faults
from kneedesk.store.chain import Fault, Kind
from kneedesk.store.faults import Unavailable
from kneedesk.store.progress import CalledOff
from kneedesk.ui.auditing import Checked
from kneedesk.ui.dialogs.journal import JournalDialog
from tests.ui.hosting import tab_order, unnamed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


class Later(QObject):
    """Answers when it is told to."""

    def check(self, files, progress, then, failed):
        self.files, self.progress, self.then, self.failed = [*files], progress, then, failed


@pytest.fixture
def dialog(qtbot, theme, english):
    made = JournalDialog(Later(), english, theme)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def said(dialog):
    return [dialog.notice.title.text(), *(line.strip() for line in dialog.notice.text.text().splitlines())]


def test_enter_checks_it_and_a_sound_journal_is_said(dialog, qtbot):
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.working.isVisible()
    assert not dialog.check.isEnabled()
    dialog._auditing.progress.tell(50, 100)
    qtbot.waitUntil(lambda: dialog.working.bar.value() == 49)
    dialog._auditing.then(Checked((), 41, 8))
    assert not dialog.working.isVisible()
    assert said(dialog)[0].startswith("The journal is sound: 41 entries")
    assert dialog.check.isEnabled()


def test_what_is_wrong_is_said_one_sentence_each_and_no_more_than_can_be_read(dialog):
    dialog.begin()
    dialog._auditing.then(Checked([Fault(number, Kind.EDITED) for number in range(1, 21)], 41, 8))
    assert said(dialog)[0] == "20 faults were found in the journal."
    assert any("Entry 1 was changed" in line for line in said(dialog))
    assert said(dialog)[-1].startswith("and ")


def test_documents_are_held_against_it_and_one_that_is_no_anchor_is_named(dialog):
    dialog.take([Path("a/consent.pdf"), Path("a/other.pdf"), Path("a/consent.pdf")])
    assert dialog.documents.text() == "Held against: consent.pdf and other.pdf"
    dialog.begin()
    assert dialog._auditing.files == [Path("a/consent.pdf"), Path("a/other.pdf")]
    dialog._auditing.then(Checked((), 41, 1, [("other.pdf", Check(Verdict.NOT_VERIFIABLE, Reason.NO_SEAL))]))
    assert any(line.endswith("other.pdf: It carries no seal of KneeDesk.") for line in said(dialog))


def test_it_can_be_called_off_and_to_close_it_calls_it_off(dialog, qtbot):
    dialog.begin()
    qtbot.mouseClick(dialog.working.stop, Qt.MouseButton.LeftButton)
    with pytest.raises(CalledOff):
        dialog._auditing.progress.tell(1, 2)
    dialog._auditing.failed(CalledOff())
    assert not dialog.notice.isVisible()
    dialog.begin()
    dialog.reject()
    with pytest.raises(CalledOff):
        dialog._auditing.progress.tell(1, 2)


def test_why_it_cannot_be_checked_is_said(dialog):
    dialog.begin()
    dialog._auditing.failed(Unavailable(faults.FAILING))
    assert said(dialog)[0] == "The journal cannot be checked"


def test_all_that_takes_the_focus_has_a_name_and_is_reached_by_tab(dialog):
    assert unnamed(dialog) == []
    assert {widget.objectName() for widget in tab_order(dialog)} == {"journal.add", "journal.check", "journal.close"}
