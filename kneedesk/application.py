"""Put the parts of the window together: the frame first, the consultations next, what is known when it is needed."""

from __future__ import annotations

import gc
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication

from kneedesk.bundle import resources
from kneedesk.language import language, languages
from kneedesk.settings import Folders, Settings, folders, load
from kneedesk.ui.adjusting import Adjusting, theme_name
from kneedesk.ui.leaving import Leaving
from kneedesk.ui.main_window import MainWindow
from kneedesk.ui.program import keep_silence, leave_out_of_collection, new_key, read_options, speak_for_qt, takes_a_key
from kneedesk.ui.shelf import Shelf
from kneedesk.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kneedesk.knowledge.library import Library
    from kneedesk.language import Language
    from kneedesk.store.users import Unlocked
    from kneedesk.ui.attending import Attending
    from kneedesk.ui.lock.gate import Gate
    from kneedesk.ui.workplace import Workplace


def run(arguments: Sequence[str]) -> int:
    """Open the window; return the exit status when it is closed."""
    # What is loaded at the start stays: looking through it for garbage only delays the window.
    gc.disable()
    # While pages are set or kept on another thread, the window's waits for its turn no longer than this, in seconds.
    sys.setswitchinterval(0.0005)
    options = read_options(arguments)
    program = QApplication(sys.argv[:1])
    program.setApplicationName("KneeDesk")
    keep_silence()
    places = folders()
    loaded = load(places.config)
    theme = Theme(theme_name(loaded.settings.theme), text_size=loaded.settings.text_size)
    theme.apply(program)
    application = Application(
        places,
        loaded.settings,
        theme,
        clock=lambda: datetime.now().astimezone(),
        new_key=new_key,
        loaded=leave_out_of_collection,
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
        self._workplace: Workplace | None = None
        self._file: Path | None = None
        self.attending: Attending | None = None
        self._theme = theme
        self._clock = clock
        self._new_key = new_key
        self._quit_after = ""
        self._spoken = languages(resources() / "translations")
        self._language = _language(settings.language, self._spoken)
        self._remembered = QSettings(str(places.config / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(theme, self._language, self._may_close)
        self.window.restore(self._remembered)
        self.shelf = Shelf(places.data, self.window.list, self._language, clock, self, self._server)
        self.leaving = Leaving(self.window, self.shelf, self._language, self)
        self.window.left.connect(self.leaving.leave_desk)
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
        if self.attending is not None:
            self.attending.stop()
            self.attending.end()
        self.shelf.close()

    # What is loaded, in the order in which it is needed

    def _load(self, file: Path | None) -> None:
        if self._quit_after == "first-frame":
            QApplication.exit(0)
            return
        from kneedesk.ui.asking import Asking
        from kneedesk.ui.background import Background
        from kneedesk.ui.knowing import Knowing
        from kneedesk.ui.opening import Opening
        from kneedesk.ui.returning import Returning

        self._reader = Background(self)
        self._opening = Opening(self._reader, self._language, self._clock, self._new_key, self)
        self._opening.waiting.connect(self.window.list.show_busy)
        self._opening.refused.connect(partial(self.window.list.notice.show_message, tone="stop"))
        self._opening.shown.connect(self._show_desk)
        self._opening.known.connect(self._say_known)
        self._opening.viewed.connect(self._note_view)
        self._knowing = Knowing(self._reader, self._opening, self.window.list.notice, self._language, self)
        self._knowing.known.connect(self._know)
        self._returning = Returning(self.window, self.shelf, self._opening, self._language, self)
        self._file = file
        self.asking = Asking(
            self.window,
            self.shelf,
            self._opening,
            self.adjusting,
            self._language,
            self._theme,
            self._clock,
            self,
        )
        self.window.list.filled.connect(self._filled, Qt.ConnectionType.SingleShotConnection)
        self.shelf.taken.connect(self._let_in)
        self.shelf.taken.connect(self._share)
        self.shelf.refused.connect(self._let_in)
        speak_for_qt(self._language.tag, self)
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
                self.shelf,
                self.adjusting,
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
        if refusal:
            self.gate.bar(refusal, self._await)
        else:
            self.gate.load()
        if self._quit_after == "usable":
            QApplication.exit(0 if takes_a_key(self.gate.field) else 1)
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
        """Show what is inside, and look after it from now on."""
        if self._unlocked is None:  # it was locked while the store was on its way
            return
        from kneedesk.ui.opening import NOT_SHOWN

        self.window.let_in()
        if not self._opening.sees:
            self.window.list.withhold(self._language.say(NOT_SHOWN))
        if self.attending is None:
            from kneedesk.ui.attending import Attending

            self.attending = Attending(
                self.window, self.shelf, self._opening, self.adjusting, self._language, self._theme, self._clock, self
            )
            self.attending.caring.safekeeping.swapped.connect(self._take_restored)
            self.attending.idle.passed.connect(self.lock)
            self.window.lock_asked.connect(self.lock)
        self.attending.idle.start()

    def _take_restored(self) -> None:
        if self._unlocked is not None:
            self.shelf.lend(self._opening.take_store)

    def _share(self) -> None:
        if self.attending is not None and self._unlocked is not None:
            self.attending.share()

    def lock(self) -> None:
        """Let nobody read on: write what is left, clear every screen and drop the key."""
        if self.window.is_shut or self._unlocked is None:
            return
        if self.attending is not None:
            self.attending.stop()
        from kneedesk.ui.lock.locking import close_dialogs

        desk, user = self.window.desk, self._unlocked.user
        typed = close_dialogs(self.window)
        self._returning.remember(user.id)
        if desk is not None:
            desk.let_go()
            typed += close_dialogs(self.window)  # what was being typed may have asked something
        self._opening.let_go()
        if self.attending is not None:
            self.attending.let_go()
        if self._workplace is not None:
            self._workplace.let_go()
        self.window.empty()
        self._workplace = self.asking.seals = None
        self._unlocked = None
        safekeeping = self.attending.caring.safekeeping if self.attending is not None else None
        if safekeeping is not None and safekeeping.under_way:  # a store is on its way: it is let go of when it is there
            from kneedesk.ui.lock.cover import Cover

            self.window.shut(Cover(self._language.say(safekeeping.under_way), self._language, self._theme))
            drop = partial(self._drop_key, typed)
            safekeeping.rested.connect(drop, Qt.ConnectionType.SingleShotConnection)
        else:
            self._drop_key(typed)

    def _drop_key(self, typed: tuple[str, ...]) -> None:
        """Let go of the store and its key; who unlocks goes on from here."""
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

    def _filled(self) -> None:
        """Go on with what is known, now that the list can be used."""
        if self._quit_after == "usable":
            QApplication.exit(0 if takes_a_key(self.window.list.search) else 1)
            return
        self._loaded()
        # While two threads import, PySide looks into the modules too early: pydantic does not bear it. Here all rest.
        import pydantic.main  # noqa: F401

        self.shelf.lend(self._opening.take_store)
        if self._opening.sees:
            self.asking.offer_samples()
        if self.attending is not None:
            self.attending.caring.begin()
        if self.asking.library is not None:
            self._furnish(self.asking.library)
        else:
            self._knowing.read(self.adjusting.settings.practice_pack)

    def _know(self, library: Library) -> None:
        self.asking.library = library
        if self._unlocked is not None:
            self._furnish(library)

    def _furnish(self, library: Library) -> None:
        """Make the desk, and all that works with what is open on it; after a lock nothing of it is left."""
        from kneedesk.ui.leading import fixed_places
        from kneedesk.ui.workplace import Workplace

        spoken = {tag: _language(tag, self._spoken) for tag in self._spoken}
        workplace = self._workplace = Workplace(
            self.window, self.shelf, self.adjusting, library, spoken, self._language, self._theme, self._clock
        )
        work = partial(fixed_places, library, self._language)
        self._reader.run(work, workplace.leading.take, self.shelf.notice.say_unreadable)
        desk = workplace.desk
        desk.decides = self._opening.decides
        desk.path.restore(self._remembered.value("window/path"))
        desk.path.changed.connect(partial(self._remembered.setValue, "window/path"))
        desk.stack.prepared.connect(self._loaded)
        self.asking.seals = workplace.seals
        self._opening.take_desk(library, desk)
        if self.attending is not None:
            self.attending.take_desk(desk, library)
        self._loaded()
        if self._unlocked is not None:
            self._returning.go_back(self._unlocked.user.id)

    def _show_desk(self) -> None:
        desk = self.window.desk
        if desk is not None:
            desk.show_basis(self.adjusting.settings.drawer_open)
            desk.footer.count_minutes(self.adjusting.settings.elapsed_time)
            self.window.list.notice.put_away()
            self._knowing.say_unused()
            self.window.show_desk()
            self._returning.arrive()

    # What is entered in the journal

    def _note_view(self, key: str) -> None:
        from kneedesk.store.chain import Deed

        self.shelf.entries.note(Deed.VIEW, key)

    # What is said

    def _say_known(self) -> None:
        if self.window.desk is not None:
            self.window.desk.footer.show_known()

    def _may_close(self) -> bool:
        if not self.leaving.may_close():
            return False
        self.window.remember(self._remembered)
        return True


def _language(tag: str, spoken: tuple[str, ...]) -> Language:
    return language(tag if tag in spoken else "en", resources() / "translations")
