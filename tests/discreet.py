"""Hold a whole consultation and be killed, then go on: ``python -m tests.discreet FOLDER OUT first|second``.

Everything that Python connects to is told at the end, and which libraries were loaded that could connect by themselves.
"""

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from kneedesk.application import Application
from kneedesk.bundle import resources
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.shelves import read_library
from kneedesk.language import language
from kneedesk.settings import Folders
from kneedesk.store.progress import Progress
from kneedesk.ui.program import keep_silence
from kneedesk.ui.theme import Theme
from tests.people import unlocked_in
from tests.store.listening import LATEST
from tests.ui import scenario
from tests.ui.clinician import Clinician
from tests.ui.hands import Deft
from tests.ui.running import NOW, SETTINGS

NAMES = ("Ruiz", "Peña", "MRN-10293", "Valdivia")
NOTE = f"afraid of needles since {NAMES[-1]}"
OUTSIDE = ("socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto", "urllib.Request")
NETWORKED = ("Qt6Network", "libpq", "libcurl")


class Bot:
    """Waits in the way of pytest-qt, without pytest."""

    def waitUntil(self, until: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        end = time.monotonic() + LATEST
        while not until():
            assert time.monotonic() < end, "waited too long"
            QApplication.processEvents()
            time.sleep(0.002)


class Watch(QObject):
    """Notes the titles of all windows whenever something happens."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: set[str] = set()

    def look(self) -> None:
        """Note the titles that there are now."""
        self.titles |= {window.windowTitle() for window in QApplication.topLevelWidgets() if window.isVisible()}


def connections() -> list[str]:
    """Return where something is told as soon as Python connects anywhere."""
    told: list[str] = []
    sys.addaudithook(lambda event, arguments: told.append(f"{event} {arguments[-1]!r}") if event in OUTSIDE else None)
    return told


def fail() -> None:
    """Fail with the names of a patient in the words of the fault."""
    raise ValueError(" ".join(NAMES))


def wait_for(bot: Bot, ask: Callable[..., None], *arguments: object) -> object:
    """Ask, and return the answer."""
    answers: list[object] = []
    ask(*arguments, answers.append, answers.append)
    bot.waitUntil(lambda: bool(answers))
    return answers[0]


def hold(clinician: Clinician) -> None:
    """Hold the reference consultation, as quickly as a hand can."""
    scenario.begins(clinician)
    scenario.meets_the_patient(clinician)
    scenario.evaluates_quickly(clinician)
    clinician.opens("Candidacy")
    clinician.overrides(Treatment.PRP, "Peña asked for it.")
    scenario.proposes(clinician)
    scenario.talks_it_through_quickly(clinician)


def main(folder: Path, out: Path, turn: str) -> None:
    """Take one of the two turns; the first ends by a kill in the midst of typing."""
    told, bot, watch = connections(), Bot(), Watch()
    program = QApplication([])
    keep_silence()
    theme = Theme("light")
    theme.apply(program)
    keys = iter(f"key-{number}" for number in range(100))
    application = Application(
        Folders(folder, folder),
        SETTINGS,
        theme,
        clock=lambda: NOW,
        new_key=lambda: next(keys),
        unlocked=unlocked_in(folder),
    )
    application.begin()
    window = application.window
    bot.waitUntil(lambda: window.desk is not None and window.isActiveWindow())
    window.resize(1366, 768)
    eye = QTimer(watch)
    eye.timeout.connect(watch.look)
    eye.start(5)
    translations = resources() / "translations"
    library = read_library(resources() / "knowledge")
    clinician = Clinician(window, Deft(), library, language("en", translations), bot)  # type: ignore[arg-type]
    safe = application.attending.caring.safekeeping
    if turn == "first":
        hold(clinician)
        application.shelf.notes.take("key-0", NOTE)
        application.shelf.notes.write(lambda _: None)
        wait_for(bot, safe.back_up, Progress())
        QTimer.singleShot(0, fail)
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        clinician.opens("Patient & goal")
        clinician.begins_to_write("patient.identifier", "VALDIVIA-7")
        QApplication.processEvents()
        say(told, watch)
        os.kill(os.getpid(), signal.SIGKILL)
    clinician.resumes("ruiz")
    clinician.exports(out)
    clinician.leaves()
    backup = wait_for(bot, safe.back_up, Progress())
    wait_for(bot, safe.export, out, Progress())
    wait_for(bot, safe.restore, backup)
    clinician.resumes("ruiz")
    application.lock()
    bot.waitUntil(lambda: application.shelf.unlocked is None)
    watch.look()
    eye.stop()
    window.close()
    bot.waitUntil(lambda: not window.isVisible())
    application.end()
    application._remembered.sync()
    say(told, watch)


def say(told: list[str], watch: Watch) -> None:
    """Say what was seen, before anything can end it."""
    maps = Path("/proc/self/maps")
    loaded = maps.read_text() if maps.exists() else ""
    seen = {"connections": told, "titles": sorted(watch.titles), "networked": [n for n in NETWORKED if n in loaded]}
    print(json.dumps(seen), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
