"""The whole application as it runs at a desk, with its store in a folder of the test and a clock that stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from pytestqt.qtbot import QtBot

from kneedesk.application import Application
from kneedesk.settings import ClinicianSettings, Folders, PracticeSettings, Settings
from kneedesk.store.consultations import Consultations
from kneedesk.ui.theme import Theme
from tests.people import store_in, unlocked_in

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
SETTINGS = Settings(
    practice=PracticeSettings(
        name="Riverside Knee Clinic",
        address="12 Quay Street",
        phone="+1 555 0100",
        emergency_phone="+1 555 0199",
        financial_interest="The clinic is paid for this procedure.",
    ),
    clinician=ClinicianSettings(
        name="Dr Helen Marsh", registration="MD-44810", role="Sports and musculoskeletal physician"
    ),
    theme="light",
)


@contextmanager
def running(folder: Path, theme: Theme, qtbot: QtBot, settings: Settings = SETTINGS) -> Iterator[Application]:
    """Open the window on the consultations under a folder, until it can be used; close it as its owner does."""
    keys = count()
    application = Application(
        Folders(folder, folder),
        settings,
        theme,
        clock=lambda: NOW,
        new_key=lambda: f"key-{next(keys)}",
        unlocked=unlocked_in(folder),
    )
    window = application.window
    application.begin()
    try:
        qtbot.waitUntil(lambda: window.desk is not None and window.isActiveWindow())
        window.resize(1366, 768)  # the screen that is not there is smaller
        yield application
    finally:
        window.close()
        qtbot.waitUntil(lambda: not window.isVisible())
        application.end()
        window.deleteLater()
        application.deleteLater()
        QThreadPool.globalInstance().waitForDone()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def kept(folder: Path) -> Iterator[Consultations]:
    """Open what the application has kept under a folder, once it is closed."""
    with store_in(folder) as store:
        yield store.consultations
