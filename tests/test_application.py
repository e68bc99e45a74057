"""The window opens quickly and lightly, keeps what is typed, and closes without losing anything."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from kneedesk.application import Application, Folders
from kneedesk.domain.consultation import Knee
from kneedesk.exchange.consultation_file import dumps
from kneedesk.knowledge.pack_files import Fault, InvalidPack
from kneedesk.settings import PracticeSettings, Settings, load
from kneedesk.ui.dialogs.new_consultation import NewConsultation
from kneedesk.ui.dialogs.settings import SettingsDialog
from kneedesk.ui.pages.candidacy import CourseRow
from kneedesk.ui.theme import Theme
from tests.knowledge.practice_pack import practice_files
from tests.knowledge.small_pack import write
from tests.people import store_in, unlocked_in

# Said by Qt's platform without a screen, whenever a dialog is opened.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

CASES = Path(__file__).parent / "cases"
HEAVY = ("pydantic", "sqlalchemy", "reportlab", "yaml", "alembic", "pypdfium2")
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
# Runs the window in a process of its own and says at its end which of some modules were loaded.
PROGRAM = """
import sys
from kneedesk.__main__ import main
sys.argv = ["kneedesk", *sys.argv[1:]]
try:
    main()
except SystemExit as ended:
    print(ended.code)
print([name for name in {heavy} if name in sys.modules])
"""


def run(tmp_path, *arguments, heavy=HEAVY):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KNEEDESK_HOME": str(tmp_path)}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM.format(heavy=heavy), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture(scope="session")
def theme(qapp):
    made = Theme("light")
    made.apply(qapp)
    return made


@pytest.fixture
def places(tmp_path):
    return Folders(tmp_path / "config", tmp_path / "data")


@pytest.fixture
def start(qtbot, theme, places):
    """Return what starts the application; whatever was started is closed at the end."""
    started = []

    def begin(settings=Settings(theme="light"), file=None):  # noqa: B008 - frozen
        keys = iter(f"key-{len(started)}-{number}" for number in range(100))
        made = Application(
            places,
            settings,
            theme,
            clock=lambda: datetime.now().astimezone(),
            new_key=lambda: next(keys),
            unlocked=unlocked_in(places.data),
        )
        qtbot.addWidget(made.window)
        made.begin(file)
        started.append(made)
        qtbot.waitUntil(lambda: made.window.list._results is not None or made.window.list.notice.isVisible())
        return made

    yield begin
    for made in started:
        made.leaving.given_up = True
        made.window.close()
        made.end()
        made.deleteLater()


def stored(places):
    with store_in(places.data) as store:
        return [store.consultations.read(row.key) for row in store.consultations.find()]


def on_the_desk(qtbot, application):
    qtbot.waitUntil(lambda: application.window.desk is not None and application.window.desk.isVisible())
    return application.window.desk


# In a process of its own


def test_without_a_screen_one_sentence_says_what_works(tmp_path):
    environment = {name: value for name, value in os.environ.items() if name not in _SCREENS}
    ended = subprocess.run(
        [sys.executable, "-m", "kneedesk"], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert ended.returncode == 1
    assert ended.stderr == "kneedesk: there is no screen here to open the window on; the commands work without it\n"


@pytest.mark.parametrize("made", [False, True], ids=["first run", "unlock"])
def test_the_first_field_takes_a_key_before_anything_heavy_is_loaded(tmp_path, made):
    if made:
        unlocked_in(tmp_path)
    ended = run(tmp_path, "open", "--quit-after", "usable", heavy=(*HEAVY, "cryptography", "sqlcipher3"))
    assert ended.stdout.split("\n")[:2] == ["0", "[]"], ended.stdout + ended.stderr


def test_before_the_first_frame_nothing_heavy_is_loaded(tmp_path):
    ended = run(tmp_path, "open", "--quit-after", "first-frame")
    assert ended.stdout.split("\n")[:2] == ["0", "[]"], ended.stdout + ended.stderr


def test_a_key_waits_but_a_fraction_of_a_frame_for_what_is_done_elsewhere(tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KNEEDESK_HOME": str(tmp_path)}
    program = "import sys; from kneedesk.application import run; run(sys.argv[1:]); print(sys.getswitchinterval())"
    command = [sys.executable, "-c", program, "--quit-after", "first-frame"]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    assert float(ended.stdout) < 0.016 / 10


def test_commands_load_no_qt(tmp_path):
    ended = run(tmp_path, "assess", str(CASES / "reference.json"), heavy=("PySide6", "shiboken6"))
    assert ended.stdout.split("\n")[-3:-1] == ["0", "[]"]


def test_the_window_opens_on_the_server_that_is_named(tmp_path):
    ended = run(tmp_path, "--store", "postgresql://desk@knee.example/practice", "--quit-after", "first-frame")
    assert ended.stdout.split("\n")[:2] == ["0", "[]"], ended.stdout + ended.stderr


def test_a_wrong_argument_is_said(tmp_path):
    ended = run(tmp_path, "open", "--quit-after", "tomorrow")
    assert ended.stdout.startswith("2")
    assert "invalid choice" in ended.stderr


# Here


def test_the_first_run_offers_the_samples_and_opens_one(start, places, qtbot):
    application = start()
    qtbot.waitUntil(lambda: application.window.findChild(QPushButton, "sample.reference") is not None)
    sample = application.window.findChild(QPushButton, "sample.reference")
    assert "Ana Ruiz Peña" in sample.text()
    assert "right knee" in sample.text()
    qtbot.mouseClick(sample, Qt.MouseButton.LeftButton)
    desk = on_the_desk(qtbot, application)
    qtbot.waitUntil(lambda: desk.footer.state.whole.startswith("Saved "))
    assert len(stored(places)) == 1


def test_new_change_leave_and_find_again(start, places, qtbot):
    application = start(Settings(PracticeSettings("Riverside"), theme="light"))
    window = application.window
    qtbot.mouseClick(window.list.new, Qt.MouseButton.LeftButton)
    dialog = window.findChild(NewConsultation)
    qtbot.keyClicks(dialog.family.edit, "Okafor")
    dialog.sides["left"].click()
    dialog.begin.click()
    desk = on_the_desk(qtbot, application)
    desk.session.amend("patient.identifier", "MRN-1")
    window.go("consultations")
    qtbot.waitUntil(lambda: window.list.model.rowCount() == 1)
    assert window.list.isVisible()
    (kept,) = stored(places)
    assert (kept.patient.family_name, kept.patient.identifier, kept.knee) == ("Okafor", "MRN-1", Knee.LEFT)
    assert kept.practice.name == "Riverside"
    qtbot.keyClick(window.list.search, Qt.Key.Key_Return)
    qtbot.waitUntil(desk.isVisible)
    assert desk.session.consultation == kept


def test_the_other_knee(start, places, qtbot):
    application = start(file=CASES / "reference.json")
    on_the_desk(qtbot, application)
    application.window.go("consultations")
    qtbot.waitUntil(lambda: application.window.list.model.rowCount() == 1)
    application.window.list.list.setCurrentIndex(application.window.list.model.index(0))
    qtbot.mouseClick(application.window.list.other, Qt.MouseButton.LeftButton)
    desk = on_the_desk(qtbot, application)
    assert desk.banner.side.text() == "LEFT KNEE"
    qtbot.waitUntil(lambda: desk.footer.state.whole.startswith("Saved "))
    assert {each.knee for each in stored(places)} == {Knee.LEFT, Knee.RIGHT}


def test_what_was_kept_is_there_tomorrow(start, places, qtbot, cases):
    first = start(file=CASES / "reference.json")
    on_the_desk(qtbot, first)
    first.window.close()
    qtbot.waitUntil(lambda: not first.window.isVisible())
    first.end()
    assert stored(places) == [cases["reference"]]
    second = start()
    assert second.window.list.model.rowCount() == 1


def test_a_refused_file_is_said_inline_and_nothing_is_kept(start, places, qtbot, tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps({"format": "something else"}))
    application = start(file=bad)
    notice = application.window.list.notice
    qtbot.waitUntil(notice.isVisible)
    assert notice.title.text() == "This file was not opened"
    assert "'something else' is not allowed" in notice.text.text()
    assert stored(places) == []
    assert application.window.list.new.isEnabled()


def test_a_second_window_says_that_there_is_a_first(start, places, qtbot):
    places.data.mkdir(parents=True)
    lock = QLockFile(str(places.data / "kneedesk.lock"))
    assert lock.tryLock(0)
    application = start()
    notice = application.window.list.notice
    assert "open already" in notice.text.text()
    lock.unlock()
    qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: application.window.list._results is not None)
    assert notice.isHidden()


def test_a_store_that_cannot_be_opened_is_said(start, places, qtbot):
    places.data.mkdir(parents=True)
    (places.data / "consultations.sqlite").write_bytes(b"this is no database" * 100)
    application = start()
    notice = application.window.list.notice
    assert notice.title.text() == "The consultations cannot be opened"
    assert notice.action.text() == "Try again"


def test_a_faulty_pack_is_said_with_its_file_and_nothing_waits_for_it(start, qtbot, monkeypatch):
    def fail(_practice):
        raise InvalidPack((Fault("rules/prp/adult.yaml", 3, "effect is missing"),))

    monkeypatch.setattr("kneedesk.ui.knowing.read_knowledge", fail)
    application = start(file=CASES / "reference.json")
    notice = application.window.list.notice
    qtbot.waitUntil(notice.isVisible)
    assert "rules/prp/adult.yaml:3: effect is missing" in notice.text.text()
    qtbot.waitUntil(application.window.list.new.isEnabled)
    application._opening.open_file(CASES / "reference.json")
    assert notice.title.text() == "This file was not opened"


def test_the_practice_s_own_pack_is_read_with_ours(start, qtbot, tmp_path):
    folder = write(tmp_path / "practice", practice_files())
    application = start(Settings(theme="light", practice_pack=str(folder)), file=CASES / "reference.json")
    desk = on_the_desk(qtbot, application)
    assert desk.session.assessment.knowledge.endswith(" + riverside-3")
    assert application.window.list.notice.isHidden()
    desk.visit("candidacy")
    row = desk.findChild(CourseRow, "candidacy.arthroscopy")
    assert row.accessibleDescription() == "Not offered here"


def test_a_faulty_pack_of_the_practice_is_said_and_the_window_goes_on_without_it(start, qtbot, tmp_path, library):
    folder = write(tmp_path / "practice", practice_files())
    (folder / "costs" / "prp.yaml").write_text("id: prp\nlines: none\n")
    application = start(Settings(theme="light", practice_pack=str(folder)))
    notice = application.window.list.notice
    qtbot.waitUntil(notice.isVisible)
    assert notice.title.text() == "The practice's own pack is not used"
    assert any(line.startswith("costs/prp.yaml:2: lines: ") for line in notice.text.text().splitlines())
    application._opening.open_file(CASES / "reference.json")
    desk = on_the_desk(qtbot, application)
    assert desk.session.assessment.knowledge == library.pack.version


def test_an_old_consultation_says_under_another_pack_what_changed(start, places, qtbot, tmp_path, library):
    first = start(file=CASES / "reference.json")
    desk = on_the_desk(qtbot, first)
    qtbot.waitUntil(lambda: desk.footer.state.whole.startswith("Saved "))
    first.window.close()
    first.end()
    folder = write(tmp_path / "practice", practice_files())
    second = start(Settings(theme="light", practice_pack=str(folder)), file=CASES / "reference.json")
    desk = on_the_desk(qtbot, second)
    assert desk.notice.isVisible()
    assert desk.notice.title.text().endswith(f"was last shown with {library.version}.")
    assert desk.notice.text.text() == "No verdict on this knee has changed."
    desk.notice.close_button.click()
    newest = f"{library.version} + riverside-3"
    qtbot.waitUntil(lambda: second.shelf.store.consultations.shown(desk.session.key).knowledge == newest)


def test_closing_writes_what_is_not_written_yet(start, places, qtbot):
    application = start(file=CASES / "reference.json")
    desk = on_the_desk(qtbot, application)
    desk.session.amend("patient.identifier", "MRN-2")
    application.window.close()
    qtbot.waitUntil(lambda: not application.window.isVisible())
    application.end()
    assert stored(places)[0].patient.identifier == "MRN-2"


def test_closing_asks_where_something_cannot_be_written(start, places, qtbot, monkeypatch):
    application = start(file=CASES / "reference.json")
    desk = on_the_desk(qtbot, application)
    qtbot.waitUntil(lambda: desk.footer.state.whole.startswith("Saved "))
    monkeypatch.setattr("kneedesk.ui.shelf._PATIENCE", 0.2)
    consultations = application.shelf.store.consultations

    def fail(*_arguments):
        raise OSError

    monkeypatch.setattr(consultations, "save", fail)
    desk.session.amend("patient.identifier", "MRN-2")
    qtbot.waitUntil(lambda: desk.footer.state.whole.startswith("Not saved: "))
    application.window.close()
    qtbot.waitUntil(lambda: application.window.findChild(QMessageBox) is not None)
    assert application.window.isVisible()
    box = application.window.findChild(QMessageBox)
    stay, away = box.buttons()
    assert {stay.text(), away.text()} == {"Stay", "Close and lose them"}
    qtbot.mouseClick(
        next(each for each in box.buttons() if each.text() == "Close and lose them"), Qt.MouseButton.LeftButton
    )
    qtbot.waitUntil(lambda: not application.window.isVisible())


def test_the_theme_is_switched_and_kept(start, places, theme, qtbot):
    application = start()
    qtbot.mouseClick(application.window.rail.buttons["theme"], Qt.MouseButton.LeftButton)
    assert theme.name == "dark"
    assert load(places.config).settings.theme == "dark"
    qtbot.mouseClick(application.window.rail.buttons["theme"], Qt.MouseButton.LeftButton)
    assert theme.name == "light"


def test_settings_are_asked_for_and_kept(start, places, qtbot):
    application = start()
    qtbot.mouseClick(application.window.rail.buttons["settings"], Qt.MouseButton.LeftButton)
    dialog = application.window.findChild(SettingsDialog)
    qtbot.keyClicks(dialog.field("practice.name").edit, "Harbour")
    dialog.save.click()
    assert load(places.config).settings.practice.name == "Harbour"


def test_settings_that_cannot_be_written_are_said(start, places, qtbot):
    application = start()
    places.config.mkdir(parents=True, exist_ok=True)
    (places.config / "settings.json.part").mkdir()
    qtbot.mouseClick(application.window.rail.buttons["theme"], Qt.MouseButton.LeftButton)
    assert "cannot be written" in application.window.list.notice.text.text()
    qtbot.mouseClick(application.window.rail.buttons["theme"], Qt.MouseButton.LeftButton)


def test_what_a_consultation_lacks_of_the_letterhead_is_asked_in_the_settings(start, places, qtbot, tmp_path):
    file = tmp_path / "one.json"
    file.write_text(json.dumps(json.loads((CASES / "barely-recorded.json").read_text("utf-8")) | {"practice": {}}))
    application = start(file=file)
    desk = on_the_desk(qtbot, application)
    before = desk.session.consultation.clinician
    assert desk.session.consultation.practice.emergency_phone is None
    assert not desk.go_to("practice.emergency_phone")
    dialog = application.window.findChild(SettingsDialog)
    assert dialog.focusWidget() is dialog.field("practice.emergency_phone").edit
    qtbot.keyClicks(dialog.focusWidget(), "+1 555 0199")
    dialog.save.click()
    assert desk.session.consultation.practice.emergency_phone == "+1 555 0199"
    assert desk.session.consultation.clinician == before
    assert load(places.config).settings.practice.emergency_phone == "+1 555 0199"


def test_a_file_is_asked_for_and_opened(start, qtbot, tmp_path, cases):
    file = tmp_path / "one.json"
    file.write_bytes(dumps(cases["declined"]))
    application = start()
    qtbot.mouseClick(application.window.list.file, Qt.MouseButton.LeftButton)
    dialog = application.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    desk = on_the_desk(qtbot, application)
    assert desk.session.consultation == cases["declined"]


def test_no_patient_is_named_outside_the_window_and_the_store(start, places, qtbot):
    application = start(file=CASES / "reference.json")
    desk = on_the_desk(qtbot, application)
    qtbot.waitUntil(lambda: desk.footer.state.whole.startswith("Saved "))
    application.window.close()
    qtbot.waitUntil(lambda: not application.window.isVisible())
    application.end()
    application._remembered.sync()
    for path in (*places.config.rglob("*"), *places.data.rglob("*")):
        assert "ruiz" not in path.name.lower()
        if path.is_file() and not path.name.startswith("consultations.sqlite"):
            assert b"Ruiz" not in path.read_bytes()
    assert "ruiz" not in application.window.windowTitle().lower()
