"""Whoever is to be deleted is found by name or by years, and whether it was done to the last byte is said."""

from datetime import date

import pytest

from kneedesk.store import faults
from kneedesk.store.faults import Unavailable
from kneedesk.store.removal import Kept, Patient, Reason
from kneedesk.ui.dialogs.deletion import DeletionDialog
from kneedesk.ui.dialogs.retention import RetentionDialog
from tests.ui.test_accessibility import faults as said_wrong
from tests.ui.widgets.hands import click

# Said by Qt's platform without a screen, whenever a dialog is opened.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

DAY = date(2012, 11, 18)
IDA = Patient("Åström", "Ida", None, None, (Kept("k", DAY, "right"),), DAY)
BEN = Patient("Okafor", "Ben", None, None, (Kept("l", DAY, "left"), Kept("m", DAY, "right")), DAY)


class SafekeepingStandIn:
    """Finds by the beginning of a family name; whether the file can be written anew is for the test."""

    def __init__(self):
        self.there, self.asked, self.wiped, self.fault = [IDA, BEN], [], True, None

    def patients(self, text, years, then, failed):
        self.asked.append((text, years))
        then([each for each in self.there if each.family_name.lower().startswith(text)])

    def delete(self, keys, reason, then, failed):
        self.asked.append((tuple(keys), reason))
        if self.fault is not None:
            failed(self.fault)
            return
        self.there = [each for each in self.there if each.consultations[0].key not in keys]
        then((len(keys), self.wiped))

    def wipe(self, then, failed):
        then(True)


@pytest.fixture
def safe():
    return SafekeepingStandIn()


@pytest.fixture
def make(qtbot, theme, english, safe):
    def made(years=0, **options):
        dialog = RetentionDialog(safe, years, english, theme, **options)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def confirm(dialog, reason, typed):
    question = dialog.findChildren(DeletionDialog)[-1]
    question.reason.choose(reason)
    question.typed.setText(typed)
    question.accept()


def test_nobody_is_listed_by_years_until_somebody_chooses_so(make, safe):
    dialog = make()
    assert dialog.list.isHidden()
    assert not dialog.delete.isEnabled()
    assert dialog.all.isHidden()
    assert safe.asked == []


def test_years_list_whom_nothing_was_kept_of_and_are_kept(make, safe, qtbot):
    dialog, chosen = make(), []
    dialog.years_chosen.connect(chosen.append)
    dialog.years.choose(10)
    dialog.years.picked.emit(10)
    assert chosen == [10]
    assert safe.asked == [("", 10)]
    assert dialog.list.count() == 2
    assert dialog.all.text() == "Delete all 2 listed\N{HORIZONTAL ELLIPSIS}"


def test_a_name_finds_whoever_it_is_whatever_the_years(make, safe, qtbot):
    dialog = make(years=10)
    qtbot.keyClicks(dialog.search, "oka")
    assert safe.asked[-1] == ("oka", 0)
    assert dialog.list.chosen() == BEN
    assert dialog.all.isHidden()
    qtbot.keyClicks(dialog.search, "x")
    assert dialog.nothing.text() == "Nobody is found."


def test_one_is_deleted_with_all_consultations_and_the_list_is_asked_again(make, safe, qtbot):
    dialog, deleted = make(), []
    dialog.deleted.connect(lambda: deleted.append(1))
    qtbot.keyClicks(dialog.search, "oka")
    click(qtbot, dialog.delete)
    confirm(dialog, Reason.ASKED, "okafor")
    assert (("l", "m"), Reason.ASKED) in safe.asked
    assert dialog.notice.title.text() == "Deleted"
    assert "2 consultations are gone." in dialog.notice.text.text()
    assert dialog.list.isHidden()
    assert deleted == [1]


def test_all_that_are_listed_by_years_go_together(make, safe, qtbot):
    dialog = make(years=10)
    click(qtbot, dialog.all)
    confirm(dialog, Reason.EXPIRED, "2")
    assert (("k", "l", "m"), Reason.EXPIRED) in safe.asked
    assert "nothing was kept for so long" in dialog.nothing.text()


def test_remnants_are_said_and_tried_again(make, safe, qtbot):
    safe.wiped = False
    dialog = make(years=10)
    click(qtbot, dialog.delete)
    confirm(dialog, Reason.EXPIRED, "astrom")
    assert dialog.notice.title.text() == "Deleted, but not to the last byte"
    click(qtbot, dialog.notice.action)
    assert dialog.notice.title.text() == "Deleted"


def test_what_could_not_be_deleted_is_said_and_is_still_there(make, safe, qtbot):
    safe.fault = Unavailable(faults.READ_ONLY)
    dialog = make(years=10)
    click(qtbot, dialog.delete)
    confirm(dialog, Reason.EXPIRED, "astrom")
    assert dialog.notice.text.text() == faults.READ_ONLY
    assert dialog.list.count() == 2
    assert dialog.delete.isEnabled()


def test_where_something_is_in_the_way_nobody_is_deleted_and_it_is_said(make):
    dialog = make(years=10, hindrance="Go back to the list first.")
    assert not dialog.delete.isEnabled()
    assert not dialog.all.isEnabled()
    assert dialog.notice.text.text() == "Go back to the list first."


def test_on_a_server_it_is_said_who_sees_to_remnants(make, safe, qtbot):
    safe.wiped = None
    dialog = make(years=10)
    click(qtbot, dialog.delete)
    confirm(dialog, Reason.EXPIRED, "astrom")
    assert dialog.notice.title.text() == "Deleted"
    assert "Whoever runs the server" in dialog.notice.text.text()


def test_who_may_not_see_patients_is_shown_none(make, safe):
    dialog = make(years=10, hindrance="A physician does.", sees=False)
    assert safe.asked == []
    assert dialog.list.isHidden()
    assert not dialog.search.isEnabled()


def test_it_does_not_close_while_something_is_being_deleted(make, safe, qtbot, monkeypatch):
    monkeypatch.setattr(safe, "delete", lambda *_: None)
    dialog = make(years=10)
    click(qtbot, dialog.delete)
    confirm(dialog, Reason.EXPIRED, "astrom")
    dialog.reject()
    assert dialog.isVisible()
    dialog._enable(True)


def test_it_is_said_to_a_screen_reader_as_it_is_seen(make):
    assert said_wrong(make(years=10)) == []
