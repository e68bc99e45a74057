"""One desk among others: who writes what is open, what others change, and what becomes of changes that are not sent."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from kneedesk.store.taking import holder, read, take, take_over_and_read, taken_elsewhere
from kneedesk.ui.background import Background
from kneedesk.ui.failure import sentences_of
from kneedesk.ui.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from kneedesk.domain.beginning import Carried
    from kneedesk.domain.consultation import Consultation
    from kneedesk.knowledge.library import Library
    from kneedesk.language import Language
    from kneedesk.store.holds import Hold
    from kneedesk.store.news import News
    from kneedesk.store.store import Store
    from kneedesk.ui.colliding import Colliding
    from kneedesk.ui.consultation_list import ConsultationList
    from kneedesk.ui.desk import Desk
    from kneedesk.ui.opening import Opening
    from kneedesk.ui.session import Session
    from kneedesk.ui.shelf import Shelf
    from kneedesk.ui.theme import Theme
    from kneedesk.ui.unsent import Unsent

    State = tuple[Consultation, Carried]

_TOGETHER: Final = 150
"""Milliseconds in which what others change is gathered before the list is read again."""


class Sharing(QObject):
    """It lives while a store on a server is open; what it asks the server is asked away from the window."""

    _heard = Signal(str, str)
    _lost = Signal(str)
    _found = Signal()

    def __init__(
        self,
        shelf: Shelf,
        opening: Opening,
        listed: ConsultationList,
        language: Language,
        theme: Theme,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """Take what has the store, what opens consultations, and the list of them."""
        super().__init__(parent)
        self._shelf, self._opening, self._listed = shelf, opening, listed.notice
        self._language, self._theme, self._clock = language, theme, clock
        self._work = Background(self)
        self._store: Store | None = None
        self._news: News | None = None
        self._desk: Desk | None = None
        self._holds: dict[str, Hold] = {}
        self._open = self._why = ""
        self.common: Consultation | None = None
        """What is open as it was kept last, before anybody changed it."""
        self.unsent: Unsent | None = None
        self.strip: Notice | None = None
        self.colliding: Colliding | None = None
        self.is_lost = False
        self._heard.connect(self._take_news)
        self._lost.connect(self._lose)
        self._found.connect(self._find)
        self._refreshing = QTimer(self, singleShot=True, interval=_TOGETHER)
        self._refreshing.timeout.connect(listed.renew)
        self._renewing = QTimer(self)
        self._renewing.timeout.connect(self._renew)

    def begin(self) -> None:
        """Listen to the other desks from now on, where the store that is open is shared with any."""
        from kneedesk.store.holds import RENEWED  # noqa: PLC0415 - where there is a server
        from kneedesk.store.news import News  # noqa: PLC0415
        from kneedesk.ui.unsent import Unsent  # noqa: PLC0415

        self.end()
        store = self._store = self._shelf.store
        shared = store.shared
        if shared is None:
            return
        self._opening.before_reading = self._prepare
        self._news = News(
            shared.address,
            shared.desk.id,
            lambda change: self._heard.emit(change.table, change.key),
            self._lost.emit,
            self._found.emit,
        )
        self._news.begin()
        self._renewing.start(int(RENEWED.total_seconds() * 1000))
        self.unsent = Unsent(self._shelf, self)
        self.unsent.sent.connect(self._show_sent)
        self.unsent.offer(self._listed, self._language)

    def take_desk(self, desk: Desk, library: Library) -> None:
        """Watch over what is opened on a desk."""
        if self._store is None or self._store.shared is None:
            return
        from kneedesk.ui.colliding import Colliding  # noqa: PLC0415

        self._desk = desk
        self.strip = Notice(self._language, self._theme)
        self.strip.setObjectName("sharing")
        self.strip.setProperty("place", "desk")
        desk.add_above(self.strip)
        desk.left.connect(self._release)
        self._opening.shown.connect(self._regard)
        self.colliding = Colliding(self, self._shelf, desk, library, self._language, self._clock)

    def end(self) -> None:
        """Listen no more: nobody is here, or the window closes."""
        if self._news is not None:
            self._news.close()
            self._news = None
        self._renewing.stop()
        self._refreshing.stop()
        if self._desk is not None:
            self._opening.shown.disconnect(self._regard)
        for part in (self.colliding, self.unsent):
            if part is not None:
                part.deleteLater()
        self._store = self._desk = self.strip = self.colliding = self.unsent = self.common = None
        self._holds.clear()
        self._open = ""
        self.is_lost = False

    @property
    def session(self) -> Session | None:
        """Return the session of what is open."""
        return self._desk.session if self._desk is not None else None

    @property
    def store(self) -> Store | None:
        """Return the store, while it is open and shared."""
        return self._store

    def ask(
        self,
        work: Callable[[Store], object],
        then: Callable[..., object],
        failed: Callable[[Exception], object] = lambda _: None,
    ) -> None:
        """Ask the server; who asked is answered while the same store is open."""
        store = self._store
        if store is None:
            return

        def answer(call: Callable[..., object], given: object) -> None:
            if self._store is store:
                call(given)

        def do() -> object:
            return work(store) if self._store is store else None

        self._work.run(do, partial(answer, then), partial(answer, failed))

    # Who writes what is open

    def _prepare(self, key: str) -> None:
        """Take a consultation before it is read, or learn who writes it; away from the window."""
        store, keeping = self._shelf.store, self._shelf.keeping
        if store.shared is None or keeping is None:
            return
        self._open = key
        self._holds[key] = store.shared.holds.take(key, self._clock())
        if keeping.pending(key) is None:
            keeping.base_on(key, store.consultations.version(key))

    def _regard(self) -> None:
        """Let what was just opened be written here, or be read along."""
        session = self.session
        if session is None:
            return
        self._open = session.key
        self._remember()
        session.saved.connect(self._remember)
        if self.is_lost and self._desk is not None:
            self._desk.read_along(True)
            self._say(*self._loss(), "caution")
        hold = self._holds.pop(session.key, None)
        if hold is not None:
            self.judge(hold)
        else:  # it is new: nobody else knows it yet
            key = session.key
            self.ask(lambda store: take(store, key, self._clock()), self.judge)

    def _remember(self) -> None:
        """Remember what is open as it is kept, to tell later who changed what."""
        session, keeping = self.session, self._shelf.keeping
        if session is not None and keeping is not None:
            self.common = session.consultation if keeping.pending(session.key) is None else None

    def _show_sent(self, sent: Mapping[str, tuple[Consultation, Carried | None]]) -> None:
        """Show what was sent where it is open already: what is changed from here on is changed in that."""
        session = self.session
        if session is not None and session.key in sent:
            state, carried = sent[session.key]
            session.follow(state, session.carried if carried is None else carried)

    def judge(self, hold: Hold | None) -> None:
        """Let what is open be written here, or say who writes it."""
        session, store = self.session, self._store
        if session is None or store is None or store.shared is None or hold is None or hold.key != session.key:
            return
        if not store.shared.holds.is_ours(hold):
            wrote = not session.reads
            self._say_read_along(hold)
            if wrote:  # what was kept there meanwhile was not followed
                self._follow(hold.key)
        elif not self.is_lost:
            self.write()

    def write(self) -> None:
        """Let what is open be written here."""
        if self._desk is not None and self.strip is not None:
            self._desk.read_along(False)
            self.strip.hide()

    def _say_read_along(self, hold: Hold) -> None:
        if self._desk is None or self.strip is None:
            return
        say = self._language.say
        self._desk.read_along(True)
        title = say("{name} is writing this at {place}. You read along.").format(name=hold.name, place=hold.place)
        keeping = self._shelf.keeping
        if keeping is not None and keeping.pending(hold.key) is not None and self.colliding is not None:
            self._say(title, (say("Your last changes are not saved. They are kept on this desk."),), "stop")
            self.strip.offer(say("Compare\N{HORIZONTAL ELLIPSIS}"), partial(self.colliding.compare, hold.key))
        else:
            self._say(title, (say("What is saved there is shown here at once."),), "info")
            self.strip.offer(say("Take over\N{HORIZONTAL ELLIPSIS}"), partial(self._ask_taking_over, hold))

    def _ask_taking_over(self, hold: Hold) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415

        from kneedesk.ui.dialogs.take_over import TakeOverDialog  # noqa: PLC0415

        now = self._clock()
        here = replace(hold, since=hold.since.astimezone(now.tzinfo), renewed=hold.renewed.astimezone(now.tzinfo))
        dialog = TakeOverDialog(here, self._language, self._desk, silent=hold.is_silent(now))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self.take_over, hold.key))
        dialog.open()

    def take_over(self, key: str) -> None:
        """Write from now on what another desk has written; what it has kept is read first."""
        self.ask(lambda store: take_over_and_read(store, key, self._clock()), self._took_over, self._say_failure)

    def _took_over(self, taken: tuple[Hold, int, State]) -> None:
        hold, version, state = taken
        session, keeping = self.session, self._shelf.keeping
        if session is not None and keeping is not None and session.key == hold.key:
            if keeping.pending(hold.key) is None:
                keeping.base_on(hold.key, version)
                session.follow(*state)
                self._remember()
            self.judge(hold)

    def _release(self) -> None:
        """Let go of what has left the desk, once it is written."""
        if self.strip is not None:
            self.strip.hide()
        left, self._open, self.common = self._open, "", None

        def release(store: Store) -> None:
            self._shelf.flush()
            if store.shared is not None and self._store is store and self._open != left:
                store.shared.holds.release(left)

        self.ask(release, lambda _: None)

    def _renew(self) -> None:
        """Say that this desk is still there; where another one took over unheard, that is noticed now."""
        session = self.session
        if session is not None and not session.reads:
            key = session.key
            self.ask(lambda store: taken_elsewhere(store, key, self._clock()), self.judge)

    def settle(self, key: str) -> None:
        """Regard what is open anew, once nothing of ours waits to be kept: who writes it, and from which state."""
        self._remember()
        self.ask(lambda store: take(store, key, self._clock()), self.judge, self._say_failure)

    # What others change

    def _take_news(self, table: str, key: str) -> None:
        if table != "notes":
            self._refreshing.start()
        session = self.session
        if session is None or session.key != key:
            return
        if table == "notes":
            self._shelf.notes.follow(key)
            return
        if table == "holds":
            self.ask(lambda store: holder(store, key), partial(self._take_holder, key))
        elif session.stands and table in ("versions", "addenda") and self._desk is not None:
            self._desk.version.additions_wanted.emit()
        if session.reads:
            self._follow(key)

    def _take_holder(self, key: str, hold: Hold | None) -> None:
        session = self.session
        if session is None or session.key != key or self.strip is None:
            return
        if hold is not None:
            self.judge(hold)
        elif session.reads and not self.is_lost:
            say = self._language.say
            self._say(say("Nobody writes this now. You read along."), (), "info")
            self.strip.offer(say("Write here"), partial(self.take_over, key))

    def _follow(self, key: str) -> None:
        """Show what another desk has kept of what is open, where nothing of ours waits to be kept."""

        def show(read: tuple[int, State]) -> None:
            session, keeping = self.session, self._shelf.keeping
            if session is None or keeping is None or session.key != key or not session.reads:
                return
            if keeping.pending(key) is None:
                version, state = read
                keeping.base_on(key, version)
                if state[0] != session.consultation:
                    session.follow(*state)
                self._remember()

        self.ask(lambda store: read(store, key), show, self._say_failure)

    # The line to the server

    def _lose(self, why: str) -> None:
        """Let nothing be changed while nothing can be sent."""
        if self._desk is not None and self._desk.session is not None:
            self._desk.read_along(True)
        if self.is_lost:
            return
        self.is_lost = True
        self._why = why
        self._listed.show_message(*self._loss(), "caution")
        self._say(*self._loss(), "caution")
        if self.unsent is not None:
            self.unsent.put_by()

    def _loss(self) -> tuple[str, tuple[str, ...]]:
        """Return what is said while the line is lost."""
        say = self._language.say
        kept = say("Changes that were not sent are kept on this desk, encrypted.")
        read = say("What is shown can be read, and is not changed until the line is back.")
        return say("Not connected: read only"), (say(self._why), read, kept)

    def _find(self) -> None:
        """Go on once the line is back: what others changed meanwhile is read, what is ours is sent."""
        if not self.is_lost:
            return
        self.is_lost = False
        self._listed.put_away()
        if self.strip is not None:
            self.strip.hide()
        self._refreshing.start()
        session = self.session
        if session is not None:
            self._follow(session.key)
            self._shelf.notes.follow(session.key)
            self.ask(lambda store: take(store, session.key, self._clock()), self.judge, self._say_failure)

    def _say(self, title: str, sentences: tuple[str, ...], tone: str) -> None:
        """Say above what is open how it stands; it goes by itself when it stands otherwise."""
        if self.strip is not None and self.session is not None:
            self.strip.show_message(title, sentences, tone)
            self.strip.close_button.hide()

    def _say_failure(self, error: Exception) -> None:
        if self._desk is not None and not self.is_lost:
            self._desk.notice.show_message(
                self._language.say("Something cannot be read"), sentences_of(error, self._language), "stop"
            )
