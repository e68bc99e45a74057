"""Every day has its backup without anybody's doing; what goes wrong is said once, with what to do, and tried again."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kneedesk.store.backups import BACKUP_NOT_KEPT
from kneedesk.store.faults import Unavailable
from kneedesk.store.progress import CalledOff
from kneedesk.ui import daily
from kneedesk.ui.daily import Daily
from tests.ui.storing import NOW


class SafekeepingStandIn:
    """Fails as long as the test wants it to."""

    def __init__(self):
        self.fault, self.latest, self.made = None, None, 0

    def last_kept(self, then, failed):
        then(self.latest)

    def back_up_today(self, progress, then, failed):
        self.progress = progress
        if self.fault is not None:
            failed(self.fault)
        else:
            self.made += 1
            then(None)


@pytest.fixture
def safe():
    return SafekeepingStandIn()


@pytest.fixture
def clock():
    return [NOW]


@pytest.fixture
def watch(safe, notice, english, clock):
    made = Daily(safe, notice, english, lambda: clock[0])
    yield made
    made.stop()
    made.deleteLater()


def test_it_begins_after_the_start_and_looks_again_and_again_until_nobody_is_here(watch, safe, qtbot, monkeypatch):
    monkeypatch.setattr(daily, "_REST", 1)
    monkeypatch.setattr(daily, "_LOOK", 1)
    watch.begin()
    assert safe.made == 0
    qtbot.waitUntil(lambda: safe.made >= 3)
    watch.stop()
    assert not watch._timer.isActive()


def test_what_is_under_way_when_everybody_goes_is_let_go_of_and_not_spoken_of(watch, safe, notice):
    safe.fault = CalledOff()
    watch.look()
    watch.stop()
    with pytest.raises(CalledOff):
        safe.progress.tell(1, 2)
    assert notice.isHidden()


def test_a_failure_is_said_once_with_what_to_do_and_taken_away_when_it_works_again(watch, safe, notice, qtbot):
    asked = []
    watch.backups_asked.connect(lambda: asked.append(1))
    safe.fault = Unavailable(BACKUP_NOT_KEPT)
    watch.look()
    assert notice.title.text() == "There is no backup of today"
    assert BACKUP_NOT_KEPT in notice.text.text()
    qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    assert asked == [1]
    notice.put_away()
    watch.look()
    assert notice.isHidden(), "it was said"
    safe.fault = None
    watch.look()
    safe.fault = Unavailable(BACKUP_NOT_KEPT)
    watch.look()
    assert notice.isVisible()
    safe.fault = None
    watch.look()
    assert notice.isHidden()


def test_it_says_nothing_over_something_else_that_is_said(watch, safe, notice):
    notice.show_message("Not saved", ["The disk is full."], "stop")
    safe.fault = Unavailable(BACKUP_NOT_KEPT)
    watch.look()
    assert notice.title.text() == "Not saved"
    notice.put_away()
    watch.look()
    assert notice.title.text() == "There is no backup of today"


@pytest.mark.parametrize("back", [timedelta(minutes=1), timedelta(0), -timedelta(days=1)])
def test_a_clock_that_is_right_is_not_spoken_of(watch, safe, notice, back):
    safe.latest = NOW + back
    watch.begin()
    assert notice.isHidden()


def test_a_clock_that_was_set_back_before_the_start_is_said_with_the_time_that_was_kept(watch, safe, notice):
    safe.latest = NOW + timedelta(days=1)
    watch.begin()
    assert notice.title.text() == "The clock of this computer was set back"
    assert "19 November 2026" in notice.text.text()
    assert "Their order stands" in notice.text.text()


def test_a_clock_that_is_set_back_while_the_window_is_open_is_said(watch, notice, clock):
    watch.begin()
    clock[0] = NOW + timedelta(hours=1)
    watch.look()
    assert notice.isHidden()
    clock[0] = NOW
    watch.look()
    assert notice.title.text() == "The clock of this computer was set back"
