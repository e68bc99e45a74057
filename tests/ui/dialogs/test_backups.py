"""The dialog of backups lists them, makes one more, looks before it restores, and says what went wrong."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from kneedesk.store.backups import BACKUP_DAMAGED, BACKUP_NOT_KEPT, Backup, Preview
from kneedesk.store.chain import Anchor
from kneedesk.store.differences import Differences
from kneedesk.store.everything import Exported
from kneedesk.store.faults import Unavailable
from kneedesk.store.progress import CalledOff
from kneedesk.ui.dialogs.backups import BackupsDialog
from kneedesk.ui.dialogs.question import QuestionDialog
from kneedesk.ui.safekeeping import Listed
from tests.ui.storing import NOW
from tests.ui.test_accessibility import faults
from tests.ui.widgets.hands import click

# Said by Qt's platform without a screen, whenever a dialog is opened.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

FOLDER = Path("backups")
NEWEST, OLDER = (Backup(FOLDER, NOW - timedelta(days=days)) for days in (0, 1))


class SafekeepingStandIn:
    """Notes what it is asked; the test answers."""

    def __init__(self):
        self.listed = [Listed(each, 1000, 3, False) for each in (NEWEST, OLDER)]
        self.found = (Preview(3, NOW, Anchor()), Differences(lost=1))
        self.asked = []

    def list(self, then, failed):
        then(self.listed)

    def look(self, backup, then, failed):
        if self.found is None:
            failed(Unavailable(BACKUP_DAMAGED))
        else:
            then(self.found)

    def back_up(self, progress, then, failed):
        self.asked.append(("back up", progress, then, failed))

    def restore(self, backup, then, failed):
        self.asked.append(("restore", backup, then, failed))

    def export(self, folder, progress, then, failed):
        self.asked.append(("export", folder, then, failed))

    def choose(self, folder, then, failed):
        then(None)


@pytest.fixture
def safe():
    return SafekeepingStandIn()


@pytest.fixture
def make(qtbot, theme, english, safe):
    def made(chosen="", **options):
        dialog = BackupsDialog(safe, chosen, english, theme, **options)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def question_of(dialog):
    return dialog.findChild(QuestionDialog)


def test_the_newest_is_chosen_and_it_is_said_what_it_holds_and_what_would_be_lost(make):
    dialog = make()
    assert dialog.list.chosen() == NEWEST
    assert "It holds 3 consultations" in dialog.preview.text()
    assert "would be gone" in dialog.preview.text()
    assert dialog.restore.isEnabled()
    dialog.list.setCurrentRow(1)
    assert dialog.list.chosen() == OLDER


def test_without_a_backup_it_is_said(make, safe):
    safe.listed = []
    dialog = make()
    assert dialog.nothing.isVisible()
    assert dialog.list.isHidden()
    assert not dialog.restore.isEnabled()


def test_a_damaged_backup_is_not_restored(make, safe):
    safe.found = None
    dialog = make()
    assert "damaged" in dialog.preview.text()
    assert not dialog.restore.isEnabled()


def test_it_is_restored_only_after_a_question_that_says_what_is_lost(make, safe, qtbot):
    dialog = make()
    click(qtbot, dialog.restore)
    question = question_of(dialog)
    assert "18 November 2026" in question.windowTitle()
    click(qtbot, question.findChild(type(dialog.restore), "restore.cancel"))
    assert safe.asked == []
    click(qtbot, dialog.restore)
    question = dialog.findChildren(QuestionDialog)[-1]
    click(qtbot, question.findChild(type(dialog.restore), "restore.confirm"))
    ((what, backup, then, _),) = safe.asked
    assert (what, backup) == ("restore", NEWEST)
    assert not dialog.now.isEnabled()
    dialog.reject()
    assert dialog.isVisible(), "a restoring is waited for"
    then(OLDER)
    assert dialog.notice.title.text() == "The backup was restored."
    assert "17 November 2026" in dialog.notice.text.text()
    assert dialog.now.isEnabled()


def test_where_something_is_in_the_way_nothing_is_restored_and_it_is_said(make):
    dialog = make(hindrance="Go back to the list first.")
    assert not dialog.restore.isEnabled()
    assert dialog.preview.text().endswith("Go back to the list first.")
    assert dialog.export.isEnabled()


def test_who_may_not_exports_nothing_also_after_a_backup(make, safe, qtbot):
    dialog = make(limited=True)
    assert not dialog.export.isEnabled()
    click(qtbot, dialog.now)
    safe.asked[-1][2](NEWEST)
    assert dialog.now.isEnabled()
    assert not dialog.export.isEnabled()


def test_a_backup_is_made_and_told_in_percent(make, safe, qtbot):
    dialog = make()
    click(qtbot, dialog.now)
    ((_, progress, then, _),) = safe.asked
    progress.tell(1, 2)
    assert dialog.working.words.text() == "Backing up: 50 %"
    then(NEWEST)
    assert dialog.notice.title.text() == "The backup was made and read back."
    assert dialog.working.isHidden()


def test_what_is_called_off_or_cannot_be_done_is_said(make, safe, qtbot):
    dialog = make()
    click(qtbot, dialog.now)
    _, progress, _, failed = safe.asked[-1]
    click(qtbot, dialog.working.stop)
    with pytest.raises(CalledOff):
        progress.tell(1, 2)
    failed(CalledOff())
    assert dialog.notice.title.text() == "Called off"
    click(qtbot, dialog.now)
    safe.asked[-1][-1](Unavailable(BACKUP_NOT_KEPT))
    assert dialog.notice.text.text() == BACKUP_NOT_KEPT


def test_closing_calls_off_what_is_being_made(make, safe, qtbot):
    dialog = make()
    click(qtbot, dialog.now)
    click(qtbot, dialog.close_button)
    assert dialog.isHidden()
    with pytest.raises(CalledOff):
        safe.asked[-1][1].tell(1, 2)


def test_everything_is_exported_into_the_folder_that_is_chosen(make, safe, qtbot):
    dialog = make()
    click(qtbot, dialog.export)
    asking = dialog.findChild(QFileDialog)
    asking.fileSelected.emit("/somewhere")
    asking.reject()
    what, folder, then, _ = safe.asked[-1]
    assert (what, folder) == ("export", Path("/somewhere"))
    then(Exported(Path("/somewhere/kneedesk-export"), 3, 7))
    assert "3 consultations in 7 files" in dialog.notice.text.text()


def test_another_folder_is_chosen_and_given_up_again(make, qtbot):
    dialog, chosen = make(), []
    dialog.folder_chosen.connect(chosen.append)
    assert dialog.beside.isHidden()
    assert "same drive" in dialog.place.text()
    click(qtbot, dialog.choose)
    asking = dialog.findChild(QFileDialog)
    asking.fileSelected.emit("/drive")
    asking.reject()
    assert "/drive" in dialog.place.text()
    click(qtbot, dialog.beside)
    assert chosen == ["/drive", ""]
    assert "same drive" in dialog.place.text()


def test_it_is_said_to_a_screen_reader_as_it_is_seen(make, safe, qtbot):
    dialog = make()
    assert faults(dialog) == []
    click(qtbot, dialog.now)
    safe.asked[-1][1].tell(1, 2)
    assert faults(dialog) == []
