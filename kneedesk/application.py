"""Put the parts of the window together: the frame first, the consultations next, what is known when it is needed."""

from __future__ import annotations

import gc
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QLockFile, QObject, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kneedesk.bundle import resources
from kneedesk.language import language, languages
from kneedesk.settings import Folders, Settings, folders, load
from kneedesk.ui.adjusting import Adjusting, theme_name
from kneedesk.ui.failure import sentences_of
from kneedesk.ui.main_window import MainWindow
from kneedesk.ui.theme import Theme

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

    from kneedesk.knowledge.library import Library
    from kneedesk.language import Language
    from kneedesk.store.consultations import Consultations
    from kneedesk.store.summary import Summary
    from kneedesk.store.writer import Writer
    from kneedesk.ui.desk import Desk
    from kneedesk.ui.dialogs.new_consultation import Beginning
    from kneedesk.ui.page import Page
    from kneedesk.ui.patient_view.following import Following

_STORE: Final = "consultations.sqlite"
_LOCK: Final = "kneedesk.lock"
_CLOSING: Final = 3.0
"""Seconds that closing waits at most for what is not written yet."""


def run(arguments: Sequence[str]) -> int:
    """Open the window; return the exit status when it is closed."""
    # What is loaded at the start stays: looking through it for garbage only delays the window.
    gc.disable()
    options = _options(arguments)
    program = QApplication(sys.argv[:1])
    program.setApplicationName("KneeDesk")
    sys.excepthook = _report
    places = folders()
    loaded = load(places.config)
    theme = Theme(theme_name(loaded.settings.theme))
    theme.apply(program)
    application = Application(
        places,
        loaded.settings,
        theme,
        clock=lambda: datetime.now().astimezone(),
        new_key=_new_key,
        loaded=_leave_out_of_collection,
    )
    if loaded.fault:
        application.adjusting.warn(loaded.fault)
    application.begin(options.file, options.quit_after)
    status = program.exec()
    application.end()
    return status


class Application(QObject):
    """The running application: which parts are there, which are on their way, and what is still to be written."""

    def __init__(
        self,
        places: Folders,
        settings: Settings,
        theme: Theme,
        *,
        clock: Callable[[], datetime],
        new_key: Callable[[], str],
        loaded: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._loaded = loaded
        self._places = places
        self._theme = theme
        self._clock = clock
        self._new_key = new_key
        self._quit_after = ""
        self._spoken = languages(resources() / "translations")
        self._language = _language(settings.language, self._spoken)
        self._remembered = QSettings(str(places.config / "window.ini"), QSettings.Format.IniFormat)
        self._lock: QLockFile | None = None
        self._store: tuple[Consultations, Writer] | None = None
        self._leaving = False
        self._unused: tuple[str, ...] = ()
        self.window = MainWindow(theme, self._language, self._may_close)
        self.window.restore(self._remembered)
        self.window.left.connect(self._leave)
        self.adjusting = Adjusting(self.window, settings, places.config, theme, self._language, self)

    def begin(self, file: Path | None = None, quit_after: str = "") -> None:
        """Show the window; everything else follows its first frame."""
        self._quit_after = quit_after
        self.window.painted.connect(partial(self._load, file), Qt.ConnectionType.QueuedConnection)
        self.window.show()

    def end(self) -> None:
        """Let go of the store and of its lock."""
        if self._store is not None:
            consultations, writer = self._store
            writer.close(_CLOSING)
            consultations.close()
            self._store = None
        if self._lock is not None:
            self._lock.unlock()

    # What is loaded, in the order in which it is needed

    def _load(self, file: Path | None) -> None:
        if self._quit_after == "first-frame":
            QApplication.exit(0)
            return
        from kneedesk.ui.background import Background
        from kneedesk.ui.opening import Opening

        self._shelf = Background(self)
        self._reader = Background(self)
        self._opening = Opening(self._reader, self._language, self._clock, self._new_key, self)
        self._opening.waiting.connect(self.window.list.show_busy)
        self._opening.refused.connect(partial(self._say_refused))
        self._opening.shown.connect(self._show_desk)
        self._opening.known.connect(self._say_known)
        self._connect_list()
        _speak_for_qt(self._language.tag, self)
        self._open_store()
        if file is not None:
            self._opening.open_file(file)

    def _connect_list(self) -> None:
        shown = self.window.list
        shown.wanted.connect(self._find)
        shown.opened.connect(self._opening.resume)
        shown.other_knee.connect(self._opening.other_knee)
        shown.begun.connect(self._ask_beginning)
        shown.file_asked.connect(self._ask_file)
        shown.sample_asked.connect(self._open_sample)
        shown.filled.connect(self._filled, Qt.ConnectionType.SingleShotConnection)

    def _open_store(self) -> None:
        """Open the file of consultations, unless another window has it already."""
        say, notice = self._language.say, self.window.list.notice
        folder = self._places.data
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            reason = say("The folder of consultations cannot be made: {why}.").format(why=error.strerror)
            self._store_closed([reason])
            return
        self._lock = QLockFile(str(folder / _LOCK))
        if not self._lock.tryLock(0):
            self._lock = None
            self._store_closed(
                [say("KneeDesk is open already, in another window, and keeps these consultations there.")]
            )
            return
        notice.put_away()
        self._shelf.run(partial(_open, folder / _STORE, self._clock), self._take_store, self._store_failed)

    def _store_closed(self, sentences: Sequence[str]) -> None:
        say, notice = self._language.say, self.window.list.notice
        notice.show_message(say("The consultations cannot be opened"), sentences, "stop")
        notice.offer(say("Try again"))
        notice.action.clicked.connect(self._open_store, Qt.ConnectionType.SingleShotConnection)

    def _store_failed(self, error: Exception) -> None:
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
        self._store_closed(sentences_of(error, self._language))

    def _take_store(self, store: tuple[Consultations, Writer]) -> None:
        from kneedesk.ui.keeping import Keeping

        self._store = store
        self._keeping = Keeping(store[1], self)
        self._keeping.failed.connect(self._say_not_saved)
        self._keeping.saved.connect(self._say_saved)
        self.window.list.refresh()

    def _find(self, text: str, limit: int, offset: int) -> None:
        if self._store is None:
            return
        consultations, shown = self._store[0], self.window.list

        def receive(rows: Sequence[Summary]) -> None:
            shown.receive(text, offset, rows)

        self._shelf.run(lambda: consultations.find(text, limit, offset), receive, self._say_unreadable)

    def _filled(self) -> None:
        """Go on with what is known, now that the list can be used."""
        if self._quit_after == "usable":
            QApplication.exit(0 if _takes_a_key(self.window) else 1)
            return
        self._loaded()
        # While two threads import, PySide looks into the modules too early: pydantic does not bear it. Here all rest.
        import pydantic.main  # noqa: F401

        from kneedesk.ui.samples import samples

        assert self._store is not None  # noqa: S101 - it filled the list
        self._opening.take_store(self._store[0], self._keeping)
        self._shelf.run(partial(samples, self._language), self.window.list.offer_samples, self._say_unreadable)
        work = partial(_knowledge, self.adjusting.settings.practice_pack)
        self._reader.run(work, self._take_knowledge, self._knowledge_failed)

    def _take_knowledge(self, knowledge: tuple[Library, tuple[type[Page], ...], tuple[str, ...]]) -> None:
        from kneedesk.ui.desk import Desk
        from kneedesk.ui.steps import page_maker

        library, pages, faults = knowledge
        self._unused = faults
        self._say_unused()
        spoken = {tag: _language(tag, self._spoken) for tag in self._spoken}
        maker = partial(page_maker, clock=self._clock, languages=spoken)
        desk = Desk(pages, library, self._language, self._theme, maker)
        desk.unplaced.connect(self.adjusting.ask_letterhead)
        desk.drawer_toggled.connect(partial(self.adjusting.change, "drawer_open"))
        self.window.add_desk(desk)
        self.window.evidence_asked.connect(partial(self._show_evidence, library))
        self.window.palette_asked.connect(partial(self._ask_place, library))
        self._opening.take_desk(library, desk)
        desk.stack.prepared.connect(self._loaded)
        self._following = _patient_view(desk, library, spoken, self._language)
        self._loaded()

    def _knowledge_failed(self, error: Exception) -> None:
        """Say which files of the pack are at fault; without them no consultation can be weighed or shown."""
        say = self._language.say
        faults = tuple(map(str, getattr(error, "faults", ()))) or (type(error).__name__,)
        self._opening.give_up((say("What is known about the treatments cannot be read."), *faults))
        self.window.list.notice.show_message(say("What is known about the treatments cannot be read"), faults, "stop")

    # What the clinician asks for

    def _ask_beginning(self) -> None:
        from kneedesk.ui.dialogs.new_consultation import NewConsultation

        dialog = NewConsultation(self._clock().date(), self._language, self._theme, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.begun.connect(self._begin)
        dialog.open()

    def _begin(self, beginning: Beginning) -> None:
        self._opening.begin(beginning, self.adjusting.settings)

    def _open_sample(self, name: str) -> None:
        from kneedesk.ui.samples import sample_file

        self._opening.open_file(sample_file(name))

    def _ask_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self.window, self._language.say("Open file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self._language.say("Consultation files (*.json)"))
        dialog.fileSelected.connect(lambda path: self._opening.open_file(Path(path)))
        dialog.open()

    def _show_desk(self) -> None:
        desk = self.window.desk
        if desk is not None:
            desk.show_basis(self.adjusting.settings.drawer_open)
            desk.footer.count_minutes(self.adjusting.settings.elapsed_time)
            self.window.list.notice.put_away()
            self._say_unused()
            self.window.show_desk()

    def _show_evidence(self, library: Library, record: str) -> None:
        from kneedesk.ui.evidence import Evidence

        if self.window.desk is not None:
            self.window.desk.commit()
        evidence = self.window.evidence
        if evidence is None:
            evidence = Evidence(library, self._language, self._theme, self._clock().date(), self.window)
        self.window.show_evidence(evidence, record)

    def _ask_place(self, library: Library) -> None:
        """Offer all that can be gone to: steps and findings only while a consultation is open."""
        from kneedesk.presentation.places import places
        from kneedesk.ui.main_window import STEPS
        from kneedesk.ui.palette import Palette

        steps = [(step.id, self._language.say(step.title)) for step in STEPS]
        known = places(steps, library, self._language)
        if self.window.desk is None or self.window.desk.session is None:
            known = tuple(place for place in known if place.kind == "record")
        dialog = Palette(known, self._language, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.window.lead_to)
        dialog.open()

    def _leave(self) -> None:
        """Go back to the list, which shows what was written."""
        if self.window.desk is not None and self._store is not None:
            session = self.window.desk.session
            key = session.key if session is not None else ""
            self.window.desk.let_go()
            self.window.desk.footer.count_minutes(False)
            self.window.show_list()
            writer, shown = self._store[1], self.window.list
            self._shelf.run(lambda: writer.flush(1.0), lambda _: shown.refresh(key), self._say_unreadable)

    # What is said

    def _say_refused(self, title: str, sentences: Sequence[str]) -> None:
        self.window.list.notice.show_message(title, sentences, "stop")

    def _say_unused(self) -> None:
        """Say why the practice's folder is not used; who opens a consultation finds it when coming back."""
        if self._unused:
            title = self._language.say("The practice's own pack is not used")
            self.window.list.notice.show_message(title, self._unused, "caution")

    def _say_known(self) -> None:
        if self.window.desk is not None:
            self.window.desk.footer.show_known()

    def _say_unreadable(self, error: Exception) -> None:
        title = self._language.say("Something cannot be read")
        self.window.list.notice.show_message(title, sentences_of(error, self._language), "stop")

    def _say_not_saved(self, _key: str, why: str) -> None:
        say = self._language.say
        said = (say(why), say("The last changes are still here, and are tried again until they are saved."))
        self.window.list.notice.show_message(say("Not saved"), said, "stop")

    def _say_saved(self, _key: str) -> None:
        notice = self.window.list.notice
        if self._keeping.settled and notice.isVisible() and notice.title.text() == self._language.say("Not saved"):
            notice.put_away()

    # Closing

    def _may_close(self) -> bool:
        """Tell whether everything is written; if not, write it first and close then."""
        if self.window.desk is not None:
            self.window.desk.commit()
        if self._leaving or self._store is None or self._keeping.settled:
            self.window.remember(self._remembered)
            return True
        writer = self._store[1]
        self.window.setEnabled(False)
        self._shelf.run(lambda: writer.flush(_CLOSING), self._close, lambda _: self._close(False))
        return False

    def _close(self, written: bool) -> None:
        self.window.setEnabled(True)
        if written:
            self.window.close()
            return
        from PySide6.QtWidgets import QMessageBox

        say = self._language.say
        box = QMessageBox(self.window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("KneeDesk")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(say("The last changes are not saved."))
        box.setInformativeText(say("If KneeDesk is closed now, they are lost."))
        stay = box.addButton(say("Stay"), QMessageBox.ButtonRole.RejectRole)
        away = box.addButton(say("Close and lose them"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        away.clicked.connect(self._close_anyway)
        box.open()

    def _close_anyway(self) -> None:
        self._leaving = True
        self.window.close()


# Done away from the window; each loads what it needs there.


def _open(path: Path, clock: Callable[[], datetime]) -> tuple[Consultations, Writer]:
    from kneedesk.store.consultations import Consultations
    from kneedesk.store.database import open_database
    from kneedesk.store.writer import Writer

    consultations = Consultations(open_database(path))
    return consultations, Writer(consultations, clock)


def _patient_view(desk: Desk, library: Library, spoken: Mapping[str, Language], language: Language) -> Following:
    """Make the patient's window, which waits hidden until it is asked for."""
    from kneedesk.ui.patient_view.following import Following
    from kneedesk.ui.patient_view.window import PatientView

    following = Following(desk, PatientView(desk), library, spoken, language)
    desk.banner.view_asked.connect(following.toggle)
    return following


def _knowledge(practice: str) -> tuple[Library, tuple[type[Page], ...], tuple[str, ...]]:
    """Return the pack with what the practice adds, the pages, and why the practice's folder is not used."""
    import kneedesk.ui.desk  # noqa: F401 - so that the window's own thread finds it loaded
    from kneedesk.knowledge.local import read_over
    from kneedesk.knowledge.pack_files import InvalidPack
    from kneedesk.knowledge.shelves import read_library
    from kneedesk.ui.steps import PAGES

    library = read_library(resources() / "knowledge")
    if not practice:
        return library, PAGES, ()
    try:
        return read_over(library, Path(practice)), PAGES, ()
    except InvalidPack as invalid:
        return library, PAGES, tuple(map(str, invalid.faults))


# What belongs to the program as a whole


def _speak_for_qt(tag: str, parent: QObject) -> None:
    """Let Qt's own dialogs and menus speak the language of the window; without its catalogue they stay English."""
    if tag == "en":
        return
    from PySide6.QtCore import QLibraryInfo, QTranslator

    translator = QTranslator(parent)
    if translator.load(f"qtbase_{tag}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        QApplication.installTranslator(translator)


def _leave_out_of_collection() -> None:
    """Look for garbage from now on, but not among what was loaded: an edit would wait for it longer than a frame."""
    gc.freeze()
    gc.enable()


def _new_key() -> str:
    from uuid import uuid4

    return uuid4().hex


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    import argparse

    parser = argparse.ArgumentParser(prog="kneedesk open", description="Open the window.")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a consultation file to open")
    parser.add_argument(
        "--quit-after",
        choices=("first-frame", "usable"),
        default="",
        help="end at once when the window is drawn, or when its list is filled and takes a key",
    )
    return parser.parse_args(arguments)


def _language(tag: str, spoken: tuple[str, ...]) -> Language:
    return language(tag if tag in spoken else "en", resources() / "translations")


def _takes_a_key(window: MainWindow) -> bool:
    search = window.list.search
    before = search.text()
    QApplication.sendEvent(search, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a"))
    return search.text() == f"{before}a"


def _report(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    """Say where the program failed, but not with what values: they may be a patient's."""
    import traceback

    lines = "".join(traceback.format_tb(trace)) if trace is not None else ""
    sys.stderr.write(f"KneeDesk met a fault ({kind.__name__}):\n{lines}")
