"""What goes on while somebody is here begins when they are let in, and rests once the window is locked."""

import pytest
from PySide6.QtGui import QGuiApplication

from tests.ui.running import SETTINGS, running

# Said by Qt's platform without a screen, whenever a dialog is opened.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def application(tmp_path, theme, qtbot):
    with running(tmp_path, theme, qtbot) as application:
        yield application


def test_idle_minutes_are_counted_as_they_are_set(application):
    attending, adjusting = application.attending, application.adjusting
    assert attending.idle._limit == 60 * SETTINGS.lock_minutes
    adjusting.change("lock_minutes", 1)
    assert attending.idle._limit == 60


def test_after_a_lock_all_of_it_rests_and_nothing_is_on_the_clipboard(application):
    attending = application.attending
    assert attending.idle._timer.isActive()
    QGuiApplication.clipboard().setText("Okafor")
    application.lock()
    assert not attending.idle._timer.isActive()
    assert not attending.caring.daily._timer.isActive()
    assert QGuiApplication.clipboard().text() == ""


def test_other_desks_are_heard_only_where_there_is_a_server(application):
    assert application.attending.sharing is None
