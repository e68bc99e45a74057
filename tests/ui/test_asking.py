"""What is asked for from the list and the rail is asked in a dialog, or shown."""

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog

from kneedesk.domain.versions import finalise
from kneedesk.ui.dialogs.new_consultation import NewConsultation
from kneedesk.ui.dialogs.verify import VerifyDialog
from tests.ui.running import NOW, running

# Said by Qt's platform without a screen, whenever a dialog is opened.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def opened(application, kind):
    """Return the one dialog of a kind that is open over the window, and close it."""
    (dialog,) = application.window.findChildren(kind)
    assert dialog.isVisible()
    dialog.close()
    return dialog


def test_each_way_leads_to_its_dialog(tmp_path, theme, qtbot):
    with running(tmp_path, theme, qtbot) as application:
        window = application.window
        window.list.begun.emit()
        opened(application, NewConsultation)
        application.asking.ask_file()
        dialog = opened(application, QFileDialog)
        assert dialog.nameFilters() == ["Consultation files (*.json)"]
        window.check_asked.emit()
        opened(application, VerifyDialog)


def test_a_file_that_was_chosen_is_opened(tmp_path, theme, qtbot, cases):
    with running(tmp_path, theme, qtbot) as application:
        application.asking.ask_file()
        dialog = application.window.findChild(QFileDialog)
        dialog.fileSelected.emit("tests/cases/reference.json")
        dialog.close()
        qtbot.waitUntil(lambda: application.window.desk.session is not None)
        assert application.window.desk.session.consultation == cases["reference"]


def test_the_evidence_is_made_once(tmp_path, theme, qtbot):
    with running(tmp_path, theme, qtbot) as application:
        window = application.window
        window.evidence_asked.emit("")
        first = window.evidence
        assert first is not None
        window.evidence_asked.emit("")
        assert window.evidence is first


def test_nothing_is_checked_while_nobody_is_in(tmp_path, theme, qtbot):
    with running(tmp_path, theme, qtbot) as application:
        application.lock()
        application.window.check_asked.emit()
        assert not application.window.findChildren(QDialog)


def test_what_is_removed_is_gone_from_the_list_and_what_stands_is_said_to_stay(tmp_path, theme, qtbot, cases):
    standing = finalise(cases["reference"], "2026.1", NOW)
    with running(tmp_path, theme, qtbot) as application:
        shown, saved = application.window.list, []

        def save(store):
            store.consultations.save("draft", cases["reference"], NOW)
            store.consultations.save("stands", standing, NOW)

        application.shelf.do(save, saved.append, saved.append)
        qtbot.waitUntil(lambda: saved == [None])
        shown.refresh()
        qtbot.waitUntil(lambda: shown.model.rowCount() == 2)
        shown.removed.emit("draft")
        qtbot.waitUntil(lambda: shown.model.rowCount() == 1)
        assert shown.notice.isHidden()
        shown.removed.emit("stands")
        qtbot.waitUntil(shown.notice.isVisible)
        assert "stays" in shown.notice.text.text()
        assert shown.model.rowCount() == 1
