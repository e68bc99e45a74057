"""Put the parts of the window together: the frame first, the consultations next, what is known when it is needed."""

from __future__ import annotations

import gc
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kneedesk.bundle import resources
from kneedesk.language import language, languages
from kneedesk.settings import Folders, Settings, folders, load
from kneedesk.ui.adjusting import Adjusting, theme_name
from kneedesk.ui.leaving import Leaving
from kneedesk.ui.main_window import MainWindow
from kneedesk.ui.shelf import Shelf
from kneedesk.ui.theme import Theme

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

    from PySide6.QtWidgets import QLineEdit

    from kneedesk.knowledge.library import Library
    from kneedesk.language import Language
    from kneedesk.store.users import Unlocked
    from kneedesk.ui.caring import Caring
    from kneedesk.ui.desk import Desk
    from kneedesk.ui.dialogs.new_consultation import Beginning
    from kneedesk.ui.leading import Leading
    from kneedesk.ui.lock.gate import Gate
    from kneedesk.ui.lock.idle import Idle
    from kneedesk.ui.lock.locking import Clipping
    from kneedesk.ui.page import Page
    from kneedesk.ui.patient_view.following import Following
    from kneedesk.ui.sealing import Seals
    from kneedesk.ui.sharing import Sharing


def run(arguments: Sequence[str]) -> int:
    """Open the window; return the exit status when it is closed."""
    # What is loaded at the start stays: looking through it for garbage only delays the window.
    gc.disable()
    # While pages are set or kept on another thread, the window's waits for its turn no longer than this, in seconds.
    sys.setswitchinterval(0.0005)
    options = _options(arguments)
    program = QApplication(sys.argv[:1])
    program.setApplicationName("KneeDesk")
    _keep_silence()
    places = folders()
    loaded = load(places.config)
    theme = Theme(theme_name(loaded.settings.theme), text_size=loaded.settings.text_size)
    theme.apply(program)
    application = Application(
        places,
        loaded.settings,
        theme,
        clock=lambda: datetime.now().astimezone(),
        new_key=_new_key,
        loaded=_leave_out_of_collection,
        server=options.store,
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
        unlocked: Unlocked | None = None,
        server: str | None = None,
    ) -> None:
        super().__init__()
        self._server = settings.store if server is None else server
        self._loaded = loaded
        self._unlocked = unlocked
        self._known: tuple[Library, tuple[type[Page], ...]] | None = None
        self._leading: Leading | None = None
        self._return: tuple[str, str, str] | None = None
        self._step = ""
        self._file: Path | None = None
        self._seals: Seals | None = None
        self._following: Following | None = None
        self._idle: Idle | None = None
        self.caring: Caring | None = None
        self._clipping: Clipping | None = None
        self.sharing: Sharing | None = None
        self._places = places
        self._theme = theme
        self._clock = clock
        self._new_key = new_key
        self._quit_after = ""
        self._spoken = languages(resources() / "translations")
        self._language = _language(settings.language, self._spoken)
        self._remembered = QSettings(str(places.config / "window.ini"), QSettings.Format.IniFormat)
        self._unused: tuple[str, ...] = ()
        self.window = MainWindow(theme, self._language, self._may_close)
        self.window.restore(self._remembered)
        self.window.left.connect(self._leave)
        self.shelf = Shelf(places.data, self.window.list, self._language, clock, self, self._server)
        self.leaving = Leaving(self.window, self.shelf, self._language, self)
        self.adjusting = Adjusting(self.window, settings, places.config, theme, self._language, self)
        self.gate: Gate | None = None
        if unlocked is None:
            self._show_gate()

    def begin(self, file: Path | None = None, quit_after: str = "") -> None:
        """Show the window; everything else follows its first frame."""
        self._quit_after = quit_after
        self.window.painted.connect(partial(self._load, file), Qt.ConnectionType.QueuedConnection)
        self.window.show()

    def end(self) -> None:
        """Let go of the store and of its lock."""
        if self._idle is not None:
            self._idle.stop()
        if self.caring is not None:
            self.caring.stop()
        if self.sharing is not None:
            self.sharing.end()
        self.shelf.close()

    # What is loaded, in the order in which it is needed

    def _load(self, file: Path | None) -> None:
        if self._quit_after == "first-frame":
            QApplication.exit(0)
            return
        from kneedesk.ui.background import Background
        from kneedesk.ui.opening import Opening

        self._reader = Background(self)
        self._opening = Opening(self._reader, self._language, self._clock, self._new_key, self)
        self._opening.waiting.connect(self.window.list.show_busy)
        self._opening.refused.connect(partial(self._say_refused))
        self._opening.shown.connect(self._show_desk)
        self._opening.known.connect(self._say_known)
        self._opening.viewed.connect(self._note_view)
        self._file = file
        self._connect_list()
        self.shelf.taken.connect(self._let_in)
        self.shelf.taken.connect(self._share)
        self.shelf.refused.connect(self._let_in)
        self.window.evidence_asked.connect(self._show_evidence)
        self.window.check_asked.connect(self._ask_document)
        self.window.users_asked.connect(self._ask_users)
        _speak_for_qt(self._language.tag, self)
        if self._unlocked is not None:
            self._enter(self._unlocked)
        else:
            self._await()

    # Who gets in, and that nobody else does

    def _show_gate(self, note: str = "") -> None:
        if self.gate is None:
            from kneedesk.ui.lock.gate import Gate

            self.gate = Gate(
                self.window,
                self.shelf.home,
                lambda: self.adjusting.settings,
                self._remembered,
                self._language,
                self._theme,
                self._clock,
                self,
            )
            self.gate.opened.connect(self._enter)
        self.gate.show(note)

    def _await(self) -> None:
        """Let somebody unlock, once these consultations are ours alone."""
        if self.gate is None:
            return
        refusal = self.shelf.claim()
        self.gate.load()
        if refusal:
            self.gate.bar(refusal, self._await)
        if self._quit_after == "usable":
            QApplication.exit(0 if _takes_a_key(self.gate.field) else 1)
            return
        self.gate.prepare()

    def _enter(self, unlocked: Unlocked) -> None:
        """Open the store for whoever unlocked it; the list comes when it is filled."""
        self._unlocked = unlocked
        self._opening.sees, self._opening.decides = unlocked.user.role.sees, unlocked.user.role.decides
        self.shelf.open(unlocked)
        if self._file is not None:
            self._opening.open_file(self._file)
            self._file = None

    def _let_in(self) -> None:
        """Show what is inside; from now on it is counted how long nobody works with it."""
        from kneedesk.ui.opening import NOT_SHOWN

        self.window.let_in()
        if not self._opening.sees:
            self.window.list.withhold(self._language.say(NOT_SHOWN))
        self._look_after()
        if self._idle is None:
            from kneedesk.ui.lock.idle import Idle
            from kneedesk.ui.lock.locking import Clipping

            self._clipping = Clipping(self)
            self._idle = Idle(self.adjusting.settings.lock_minutes, parent=self)
            self._idle.passed.connect(self.lock)
            self.adjusting.adjusted.connect(self._resize_idle)
            self.window.lock_asked.connect(self.lock)
        self._idle.start()

    def _look_after(self) -> None:
        """Have what is done for all consultations at hand, also where they cannot be opened."""
        if self.caring is None:
            from kneedesk.ui.caring import Caring

            places = self._places.data
            self.caring = Caring(
                self.window, self.shelf, places, self.adjusting, self._language, self._theme, self._clock, self
            )
            self.caring.safekeeping.swapped.connect(lambda: self.shelf.lend(self._opening.take_store))

    def _share(self) -> None:
        """Listen to the other desks, where the store is on a server."""
        if not self.shelf.home.is_shared:
            return
        if self.sharing is None:
            from kneedesk.ui.sharing import Sharing

            self.sharing = Sharing(
                self.shelf, self._opening, self.window.list, self._language, self._theme, self._clock, self
            )
        self.sharing.begin()

    def _resize_idle(self) -> None:
        if self._idle is not None:
            self._idle.resize(self.adjusting.settings.lock_minutes)

    def lock(self) -> None:
        """Let nobody read on: write what is left, clear every screen and drop the key."""
        if self.window.is_shut or self._unlocked is None:
            return
        if self.caring is not None:
            if self.caring.safekeeping.busy:  # a store is on its way: it is let go of when it is there
                self.caring.safekeeping.rested.connect(self.lock, Qt.ConnectionType.SingleShotConnection)
                return
            self.caring.stop()
        from kneedesk.ui.lock.locking import close_dialogs

        if self._idle is not None:
            self._idle.stop()
        desk, user = self.window.desk, self._unlocked.user
        typed = close_dialogs(self.window)
        self._return = None
        if desk is not None:
            if desk.session is not None:
                self._return = (user.id, desk.session.key, desk.step)
            desk.let_go()
            typed += close_dialogs(self.window)  # what was being typed may have asked something
        if self._clipping is not None:
            self._clipping.clear()
        self._opening.let_go()
        if self.sharing is not None:
            self.sharing.end()
        if self._leading is not None:
            self._leading.deleteLater()
            self._leading = None
        self.window.empty()
        self._following = self._seals = None
        self._unlocked = None
        self.window.list.filled.connect(self._filled, Qt.ConnectionType.SingleShotConnection)
        self._show_gate()
        self.shelf.lock(typed, self._say_locked)

    def _say_locked(self) -> None:
        """Say on the page that unlocks what could not be written, and let somebody unlock."""
        gate, left = self.gate, self.shelf.unwritten
        if gate is not None:
            gate.load()
            if left:
                say = self._language.say
                said = say("Changes not saved yet: {count}. They are kept here, locked, until you unlock.")
                gate.say(said.format(count=left))

    def _connect_list(self) -> None:
        shown = self.window.list
        shown.opened.connect(self._opening.resume)
        shown.other_knee.connect(self._opening.other_knee)
        shown.begun.connect(self._ask_beginning)
        shown.file_asked.connect(self._ask_file)
        shown.sample_asked.connect(self._open_sample)
        shown.removed.connect(self.shelf.remove)
        shown.filled.connect(self._filled, Qt.ConnectionType.SingleShotConnection)

    def _filled(self) -> None:
        """Go on with what is known, now that the list can be used."""
        if self._quit_after == "usable":
            QApplication.exit(0 if _takes_a_key(self.window.list.search) else 1)
            return
        self._loaded()
        # While two threads import, PySide looks into the modules too early: pydantic does not bear it. Here all rest.
        import pydantic.main  # noqa: F401

        self.shelf.lend(self._opening.take_store)
        if self._opening.sees:
            self.shelf.offer_samples()
        if self.caring is not None:
            self.caring.begin()
        if self._known is not None:
            self._furnish(*self._known)
            return
        work = partial(_knowledge, self.adjusting.settings.practice_pack)
        self._reader.run(work, self._take_knowledge, self._knowledge_failed)

    def _take_knowledge(self, knowledge: tuple[Library, tuple[type[Page], ...], tuple[str, ...]]) -> None:
        library, pages, self._unused = knowledge
        self._say_unused()
        self._known = (library, pages)
        if self._unlocked is not None:
            self._furnish(library, pages)

    def _furnish(self, library: Library, pages: tuple[type[Page], ...]) -> None:
        """Make the desk, and all that works with what is open on it; after a lock nothing of it is left."""
        from kneedesk.ui.copies import Copies
        from kneedesk.ui.desk import Desk
        from kneedesk.ui.leading import Leading, fixed_places
        from kneedesk.ui.noting import Noting
        from kneedesk.ui.recalling import Recalling
        from kneedesk.ui.samples import sample_identities
        from kneedesk.ui.sealing import Seals
        from kneedesk.ui.steps import page_maker
        from kneedesk.ui.versioning import Versioning

        spoken = {tag: _language(tag, self._spoken) for tag in self._spoken}
        seals = self._seals = Seals(lambda: self.shelf.store, self._clock, self._open_key)
        maker = partial(page_maker, clock=self._clock, languages=spoken, seals=seals, logo=self._logo)
        desk = Desk(pages, library, self._language, self._theme, maker)
        desk.decides = self._opening.decides
        desk.unplaced.connect(self.adjusting.ask_letterhead)
        desk.exported.connect(self._note_calendar)
        desk.answered_at_once.connect(self._note_answers)
        desk.drawer_toggled.connect(partial(self.adjusting.change, "drawer_open"))
        desk.saying.show(self.adjusting.settings.show_lines_to_say)
        desk.saying.toggled.connect(partial(self.adjusting.change, "show_lines_to_say"))
        desk.banner.know_samples(sample_identities())
        desk.path.restore(self._remembered.value("window/path"))
        desk.path.changed.connect(partial(self._remembered.setValue, "window/path"))
        self.window.add_desk(desk)
        leading = self._leading = Leading(self.window, desk, self.adjusting, library, self._language, self._theme)
        self._reader.run(partial(fixed_places, library, self._language), leading.take, self.shelf.say_unreadable)
        copies = Copies(desk, self.shelf, seals, library, spoken, self._language, self._logo)
        Versioning(desk, self.shelf, library, self._language, self._theme, self._clock, copies)
        self._opening.take_desk(library, desk)
        desk.stack.prepared.connect(self._loaded)
        self._following = _patient_view(desk, library, spoken, self._language, self._theme)
        Noting(desk, self.shelf, self._language, self._theme)
        Recalling(desk, self.shelf, library, self._language, self._theme, self._clock)
        if self.sharing is not None:
            self.sharing.take_desk(desk, library)
        self._loaded()
        self._go_back()

    def _go_back(self) -> None:
        """Open again what was open when the same user locked the window; another user begins at the list."""
        back, self._return = self._return, None
        if back is not None and self._unlocked is not None and back[0] == self._unlocked.user.id:
            self._step = back[2]
            self._opening.resume(back[1])
        else:
            self._say_typed()

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
            if self._step:
                desk.visit(self._step)
                self._step = ""
            self._say_typed()

    def _say_typed(self) -> None:
        """Say what was being typed in a dialog when the window locked: it was not recorded, and it is not lost."""
        typed = self.shelf.take_typed()
        if typed:
            desk, title = (
                self.window.desk,
                self._language.say("Not recorded: this was being typed when the window locked"),
            )
            shown = desk.notice if desk is not None and desk.session is not None else self.window.list.notice
            shown.show_message(title, typed, "caution")

    def _show_evidence(self, record: str) -> None:
        from kneedesk.ui.evidence import Evidence

        if self._known is None:
            return
        library = self._known[0]
        if self.window.desk is not None:
            self.window.desk.commit()
        evidence = self.window.evidence
        if evidence is None:
            evidence = Evidence(library, self._language, self._theme, self._clock().date(), self.window)
        self.window.show_evidence(evidence, record)

    def _ask_document(self) -> None:
        from kneedesk.ui.dialogs.verify import VerifyDialog

        if self._seals is None:
            return
        dialog = VerifyDialog(self._seals, self._language, self._theme, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _ask_users(self) -> None:
        from kneedesk.store.faults import Unavailable
        from kneedesk.ui.lock.managing import Managing

        try:
            made = self.shelf.vault.is_made()
        except Unavailable as fault:
            self.shelf.say_unreadable(fault)
            return
        if made:
            practice = self.adjusting.settings.practice.name
            Managing(self.window, self.shelf, practice, self._language, self._theme, self._clock)

    def _leave(self) -> None:
        """Go back to the list, which shows what was written; a question about it is answered first."""
        if self.window.desk is not None and not self.window.desk.asks_first(self._leave):
            session = self.window.desk.session
            key = session.key if session is not None else ""
            self.window.desk.let_go()
            self.window.desk.footer.count_minutes(False)
            self.window.show_list()
            self.shelf.refresh(key)

    # What is entered in the journal

    def _open_key(self) -> str:
        desk = self.window.desk
        return desk.session.key if desk is not None and desk.session is not None else ""

    def _note_view(self, key: str) -> None:
        from kneedesk.store.chain import Deed

        self.shelf.note(Deed.VIEW, key)

    def _note_answers(self, key: str, number: int) -> None:
        from kneedesk.store.chain import Deed

        self.shelf.note(Deed.ALL_ASKED, key, str(number))

    def _note_calendar(self, key: str, what: str) -> None:
        """Enter the calendar file; documents are entered where they are issued."""
        from kneedesk.store.chain import Deed

        if what == "expectations":
            self.shelf.note(Deed.EXPORT, key, "calendar")

    # What is said

    def _say_refused(self, title: str, sentences: Sequence[str]) -> None:
        self.window.list.notice.show_message(title, sentences, "stop")

    def _logo(self) -> str:
        return self.adjusting.settings.logo

    def _say_unused(self) -> None:
        """Say why the practice's folder is not used; who opens a consultation finds it when coming back."""
        if self._unused:
            title = self._language.say("The practice's own pack is not used")
            self.window.list.notice.show_message(title, self._unused, "caution")

    def _say_known(self) -> None:
        if self.window.desk is not None:
            self.window.desk.footer.show_known()

    def _may_close(self) -> bool:
        if not self.leaving.may_close():
            return False
        self.window.remember(self._remembered)
        return True


# Done away from the window; each loads what it needs there.


def _patient_view(
    desk: Desk, library: Library, spoken: Mapping[str, Language], language: Language, theme: Theme
) -> Following:
    """Make the patient's window, which waits hidden until it is asked for."""
    from kneedesk.ui.patient_view.following import Following
    from kneedesk.ui.patient_view.window import PatientView

    following = Following(desk, PatientView(theme, desk), library, spoken, language)
    desk.banner.view_asked.connect(following.toggle)
    following.changed.connect(desk.banner.show_view)
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
        "--store",
        metavar="ADDRESS",
        help="the server of the practice, postgresql://desk@server/database, in the place of the settings' own",
    )
    parser.add_argument(
        "--quit-after",
        choices=("first-frame", "usable"),
        default="",
        help="end at once when the window is drawn, or when its list is filled and takes a key",
    )
    return parser.parse_args(arguments)


def _language(tag: str, spoken: tuple[str, ...]) -> Language:
    return language(tag if tag in spoken else "en", resources() / "translations")


def _takes_a_key(line: QLineEdit) -> bool:
    before = line.text()
    QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a"))
    return line.text() == f"{before}a"


def _keep_silence() -> None:
    """Have no fault say with what values it happened, and the system keep nothing of what is in memory then."""
    import threading

    sys.excepthook = _report
    threading.excepthook = lambda fault: _report(fault.exc_type, fault.exc_value, fault.exc_traceback)
    sys.unraisablehook = lambda fault: _report(fault.exc_type, fault.exc_value, fault.exc_traceback)
    try:
        import resource
    except ImportError:  # Windows writes no such file unless it is told to
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _report(kind: type[BaseException], _error: BaseException | None, trace: TracebackType | None) -> None:
    """Say where the program failed, but not with what values: they may be a patient's."""
    import traceback

    lines = "".join(traceback.format_tb(trace)) if trace is not None else ""
    sys.stderr.write(f"KneeDesk met a fault ({kind.__name__}):\n{lines}")
