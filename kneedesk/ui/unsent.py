"""What cannot be sent to the server is put by on this desk, locked, as often as it is another; once sent it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneedesk.ui.background import Background

if TYPE_CHECKING:
    from kneedesk.language import Language
    from kneedesk.store.parcel import Unwritten
    from kneedesk.store.store import Store
    from kneedesk.ui.notice import Notice
    from kneedesk.ui.shelf import Shelf


class Unsent(QObject):
    """It listens to what keeps changes, for as long as one store is open."""

    sent = Signal(object)
    """States of consultations by their keys, with what of them is to be confirmed, that are on their way now."""

    def __init__(self, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._work = Background(self)
        self._kept: tuple[object, ...] = ()
        if shelf.keeping is not None:
            shelf.keeping.failed.connect(self.put_by)
            shelf.keeping.saved.connect(self._forget)

    def put_by(self) -> None:
        """Put by what is not written, unless it is just what was put by already."""
        left, store = self._shelf.left.over(self._shelf.offered), self._shelf.store
        told = tuple(map(id, (each for state in left.states.values() for each in state)))
        if told != self._kept:
            self._kept = told
            self._work.run(lambda: _keep(store, left), _pass, _pass)

    def offer(self, listed: Notice, language: Language) -> None:
        """Offer above the list what could not be sent before, and say whose changes wait besides."""
        from kneedesk.store.outbox import Outbox  # noqa: PLC0415

        say, offered, store = language.say, self._shelf.offered, self._shelf.store
        others = [user.name for user in Outbox(store.folder).others(store.user.id)]
        waiting = say("Changes of {names} could not be sent either: they are offered when they unlock here.")
        said = (waiting.format(names=language.enumerate(tuple(others))),) if others else ()

        def send() -> None:
            listed.put_away()
            self.send()

        if offered is not None and offered.count:
            title = say("Changes that could not be sent are kept on this desk: {count}").format(count=offered.count)
            listed.show_message(title, said, "caution")
            listed.offer(say("Send them now"), send)
        elif said:
            listed.show_message(say("Changes that could not be sent are kept on this desk"), said, "info")

    def send(self) -> None:
        """Send what could not be sent before."""
        offered = self._shelf.offered
        self._shelf.send_offered()
        if offered is not None:
            self.sent.emit(offered.states)

    def _forget(self) -> None:
        """Put nothing by any more once everything is sent, also what was offered."""
        if self._shelf.settled and self._shelf.offered is None:
            self._kept = ()
            store = self._shelf.store
            self._work.run(lambda: _forgotten(store), _pass, _pass)


def _keep(store: Store, left: Unwritten) -> None:
    from kneedesk.store.outbox import Outbox  # noqa: PLC0415
    from kneedesk.store.parcel import Parcel  # noqa: PLC0415

    if store.key is not None and left.count:
        Outbox(store.folder).keep(Parcel.pack(left, store.user, store.key))


def _forgotten(store: Store) -> None:
    from kneedesk.store.outbox import Outbox  # noqa: PLC0415

    Outbox(store.folder).forget(store.user.id)


def _pass(_answer: object) -> None:
    """Do nothing more: what could not be put by is still in memory."""
