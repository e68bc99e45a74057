"""Whatever happens to the disk, the window says that a change is not saved and why, keeps it, and saves it when it can.

Each fault is provoked under the whole window with an encrypted store, and the words that are read there are checked.
"""

import subprocess
import sys
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QPushButton
from sqlalchemy import event

from kneedesk.application import Application
from kneedesk.domain.consultation import Knee
from kneedesk.settings import Folders
from kneedesk.store import faults
from kneedesk.store import writer as writing
from kneedesk.store.connections import connect
from kneedesk.store.journal import verify_journal
from kneedesk.store.progress import Progress
from kneedesk.ui.dialogs.backups import BackupsDialog
from tests.disks import Mounted, Pretended, drive
from tests.people import store_in, unlocked_in
from tests.ui.clinician import Clinician
from tests.ui.hands import Mouse
from tests.ui.running import NOW, SETTINGS, kept, running

# Said by Qt's platform without a screen, whenever a dialog is opened.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

FILE = "consultations.sqlite"


@pytest.fixture(autouse=True)
def quick_retry(monkeypatch):
    monkeypatch.setattr(writing, "_FIRST_RETRY", 0.01)
    monkeypatch.setattr(writing, "_LONGEST_RETRY", 0.05)


@pytest.fixture
def disk(tmp_path):
    with drive(tmp_path) as made:
        yield made


@pytest.fixture
def pretended(tmp_path):
    made = Pretended(tmp_path / "pretended")
    yield made
    made.clear()


@pytest.fixture(params=["disk", "pretended"])
def drives(request):
    """Return in turn a drive that is mounted, where one may be, and one that is pretended."""
    return request.getfixturevalue(request.param)


class Desk:
    """A clinician who has recorded something that is saved, and goes on recording."""

    def __init__(self, application, library, english, qtbot):
        self.application, self._qtbot = application, qtbot
        self.clinician = Clinician(application.window, Mouse(), library, english, qtbot)
        self.clinician.begins("Okafor", "Ben", Knee.LEFT)
        self.clinician.opens("Patient & goal")
        self.record("MRN-1")
        self.clinician.waits_until_saved()

    @property
    def state(self):
        return self.application.window.findChild(QLabel, "footer.state")

    def record(self, identifier):
        """Type an identifier, and leave the line."""
        self.clinician.records("patient.identifier", identifier)
        self.clinician.opens("Evaluation")
        self.clinician.opens("Patient & goal")

    def reads_not_saved(self, why):
        """Wait until the footer says that the change is not saved, and why."""
        self._qtbot.waitUntil(lambda: self.state.whole == f"Not saved: {why}")

    def reads_in_the_list(self, why):
        """Go to the list, read there why something is not saved and where it is, and come back to what was typed."""
        self.clinician.leaves()
        notice = self.application.window.list.notice
        self._qtbot.waitUntil(lambda: notice.isVisible() and notice.title.text() == "Not saved")
        assert why in notice.text.text()
        assert "The last changes are still here" in notice.text.text()
        if why in (faults.GONE, faults.DAMAGED):
            self._qtbot.waitUntil(self.application.window.list.results.isHidden)
        self._qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
        self._qtbot.waitUntil(self.application.window.desk.isVisible)
        self.clinician.opens("Patient & goal")
        line = self.application.window.findChild(QLineEdit, "patient.identifier")
        assert line.text() == "MRN-2", "an older state is shown"
        self.reads_not_saved(why)

    def reads_saved(self):
        self._qtbot.waitUntil(lambda: self.state.whole.startswith("Saved "))
        notice = self.application.window.list.notice
        self._qtbot.waitUntil(notice.isHidden)


@pytest.fixture
def open_desk(theme, library, english, qtbot):
    """Return what opens the window on a folder, in which something is recorded and saved."""

    @contextmanager
    def opened(folder: Path):
        with running(folder, theme, qtbot) as application:
            yield Desk(application, library, english, qtbot)

    return opened


def identifier_in(folder):
    with kept(folder) as consultations:
        (only,) = consultations.find()
        return consultations.read(only.key).patient.identifier


def checked(desk, why, heal):
    """Record under a fault, read the words in both places, heal it, and read that it is saved."""
    desk.record("MRN-2")
    desk.reads_not_saved(why)
    desk.reads_in_the_list(why)
    heal()
    desk.reads_saved()


def test_a_disk_that_is_full_or_lets_no_file_grow(drives, open_desk):
    with open_desk(drives.folder) as desk:
        drives.fill()
        checked(desk, drives.full, drives.free)
    assert identifier_in(drives.folder) == "MRN-2"


def test_a_file_that_becomes_read_only(tmp_path, open_desk):
    folder, forbidden = tmp_path / "desk", [1]
    with open_desk(folder) as desk:
        engine = desk.application.shelf.store.engine
        engine.dispose()
        event.listen(engine, "checkout", lambda c, *_: c.execute(f"PRAGMA query_only = {forbidden[-1]}"))
        checked(desk, faults.READ_ONLY, lambda: forbidden.append(0))
    assert identifier_in(folder) == "MRN-2"


def test_a_drive_that_is_unplugged_or_a_folder_that_is_moved_away(drives, open_desk):
    with open_desk(drives.folder) as desk:
        drives.unplug()
        checked(desk, faults.GONE, drives.plug)
    assert identifier_in(drives.folder) == "MRN-2"


def test_a_file_that_is_removed(tmp_path, open_desk):
    folder, away = tmp_path / "desk", tmp_path / "away"
    away.mkdir()
    with open_desk(folder) as desk:
        for found in folder.glob(f"{FILE}*"):
            found.rename(away / found.name)

        def bring_back():
            for found in away.iterdir():
                found.rename(folder / found.name)

        checked(desk, faults.GONE, bring_back)
        assert not list(away.iterdir())
    assert identifier_in(folder) == "MRN-2"


def test_a_file_of_which_bytes_were_flipped(tmp_path, open_desk):
    folder = tmp_path / "desk"
    with open_desk(folder) as desk:
        desk.application.shelf.store.engine.dispose()
        content = (folder / FILE).read_bytes()
        flipped = bytearray(content)
        for page in range(0, len(content), 4096):
            flipped[page + 100] ^= 1
        (folder / FILE).write_bytes(flipped)
        checked(desk, faults.DAMAGED, lambda: (folder / FILE).write_bytes(content))
    assert identifier_in(folder) == "MRN-2"


def test_a_file_that_another_program_keeps_to_itself(tmp_path, open_desk):
    folder = tmp_path / "desk"
    program = (
        "import sys; from pathlib import Path; from kneedesk.store.connections import connect;"
        "c = connect(Path(sys.argv[1]), bytes.fromhex(sys.stdin.readline()));"
        "c.execute('BEGIN IMMEDIATE'); print('locked', flush=True); sys.stdin.read()"
    )
    with open_desk(folder) as desk:
        command = [sys.executable, "-c", program, folder / FILE]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
            other.stdin.write(f"{desk.application.shelf.unlocked.key.hex()}\n")
            other.stdin.flush()
            assert other.stdout.readline() == "locked\n"
            checked(desk, faults.LOCKED, other.stdin.close)
    assert identifier_in(folder) == "MRN-2"


def test_what_could_not_be_saved_is_asked_about_before_the_window_closes(disk, open_desk, qtbot, monkeypatch):
    monkeypatch.setattr("kneedesk.ui.shelf._PATIENCE", 0.1)
    with open_desk(disk.folder) as desk:
        window = desk.application.window
        disk.fill()
        desk.record("MRN-2")
        desk.reads_not_saved(disk.full)
        window.close()
        qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
        box = window.findChild(QMessageBox)
        assert box.text() == "The last changes are not saved."
        qtbot.mouseClick(next(each for each in box.buttons() if each.text() == "Stay"), Qt.MouseButton.LeftButton)
        assert window.isVisible()
        disk.free()
        desk.reads_saved()
    assert identifier_in(disk.folder) == "MRN-2"


def test_a_clock_that_was_set_back_is_said_and_the_order_of_what_was_kept_stands(tmp_path, theme, qtbot, cases):
    folder, later = tmp_path / "desk", NOW + timedelta(days=1)
    with store_in(folder) as store:
        store.consultations.save("newer", cases["reference"], later)
    with running(folder, theme, qtbot) as application:
        notice = application.window.list.notice
        qtbot.waitUntil(notice.isVisible)
        assert notice.title.text() == "The clock of this computer was set back"
        assert "19 November 2026" in notice.text.text()
        store = application.shelf.store
        store.consultations.save("older-by-the-clock", cases["reference"], NOW)
        first, second = (store.journal.of(key)[-1] for key in ("newer", "older-by-the-clock"))
        assert first.number < second.number
        assert first.at > second.at
        assert verify_journal(store.engine) == []


@contextmanager
def begun(folder, theme, qtbot):
    """Open the window on a folder whose store cannot be opened, and wait until it says so."""
    application = Application(
        Folders(folder.parent / "config", folder),
        SETTINGS,
        theme,
        clock=lambda: NOW,
        new_key=lambda: "key",
        unlocked=unlocked_in(folder),
    )
    application.begin()
    notice = application.window.list.notice
    try:
        qtbot.waitUntil(notice.isVisible)
        yield application, notice
    finally:
        application.window.close()
        qtbot.waitUntil(lambda: not application.window.isVisible())
        application.end()
        application.window.deleteLater()
        application.deleteLater()


def test_a_store_of_a_newer_kneedesk_is_refused_by_name_and_left_as_it_is(tmp_path, theme, qtbot):
    folder = tmp_path / "desk"
    with store_in(folder) as store:
        key = store.key
    with closing(connect(folder / FILE, key)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = (folder / FILE).read_bytes()
    with begun(folder, theme, qtbot) as (_, notice):
        assert faults.NEWER in notice.text.text()
    assert (folder / FILE).read_bytes() == before


def test_a_damaged_store_is_restored_from_the_window_and_work_goes_on(tmp_path, theme, qtbot, open_desk):
    folder = tmp_path / "desk"
    with open_desk(folder) as desk:
        safe, made = desk.application.attending.caring.safekeeping, []
        safe.back_up(Progress(), made.append, made.append)
        qtbot.waitUntil(lambda: bool(made))
    (folder / FILE).write_bytes(b"\x55" * 100_000)
    with begun(folder, theme, qtbot) as (application, notice):
        application.window.backups_asked.emit()
        dialog = application.window.findChild(BackupsDialog)
        qtbot.waitUntil(dialog.restore.isEnabled)
        assert "kept aside" in dialog.preview.text()
        qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(dialog.findChild(QPushButton, "restore.confirm"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: application.window.list.model.rowCount() == 1)
        qtbot.waitUntil(lambda: application.window.desk is not None)
        dialog.reject()
        assert notice.isHidden()
    assert identifier_in(folder) == "MRN-1"
    assert list(folder.glob(f"{FILE}.*.aside")), "what was damaged is kept aside"


@pytest.mark.parametrize("fault", ["full", "read-only", "damaged"])
def test_a_store_that_cannot_be_opened_is_said_and_opened_when_it_can_be(fault, disk, open_desk, theme, qtbot):
    with open_desk(disk.folder):
        pass
    path = disk.folder / FILE
    content = path.read_bytes()
    unlocked_in(disk.folder)
    if fault == "damaged" or not isinstance(disk, Mounted):
        path.write_bytes(b"\x55" + content[1:])
        heal, words = (lambda: path.write_bytes(content)), faults.OTHER_KEY
    elif fault == "full":
        disk.fill()
        heal, words = disk.free, faults.FULL
    else:
        disk.forbid()
        heal, words = disk.allow, faults.READ_ONLY
    with begun(disk.folder, theme, qtbot) as (application, notice):
        assert notice.title.text() == "The consultations cannot be opened"
        assert words in notice.text.text()
        assert ("A backup can be restored: Settings, Backups." in notice.text.text()) is (words == faults.OTHER_KEY)
        heal()
        qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: application.window.list.model.rowCount() == 1)
        assert notice.isHidden()
