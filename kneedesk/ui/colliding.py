"""Two desks have changed what is open: it is said, compared side by side, and what is chosen of both is saved."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from kneedesk.ui.failure import sentences_of

if TYPE_CHECKING:
    from collections.abc import Callable, Set

    from kneedesk.domain.beginning import Carried
    from kneedesk.domain.consultation import Consultation
    from kneedesk.knowledge.library import Library
    from kneedesk.language import Language
    from kneedesk.store.holds import Hold
    from kneedesk.store.store import Store
    from kneedesk.ui.desk import Desk
    from kneedesk.ui.dialogs.collision import CollisionDialog
    from kneedesk.ui.sharing import Sharing
    from kneedesk.ui.shelf import Shelf

    Theirs = tuple[int, Consultation, Carried, str, datetime | None]
    """The version, the state, what of it is to be confirmed, and who kept it when."""


class Colliding(QObject):
    """What is ours stays on its way until somebody has chosen."""

    def __init__(
        self,
        sharing: Sharing,
        shelf: Shelf,
        desk: Desk,
        library: Library,
        language: Language,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(sharing)
        self._sharing, self._shelf, self._desk = sharing, shelf, desk
        self._library, self._language, self._clock = library, language, clock
        self._told = ("", "")
        if shelf.keeping is not None:
            shelf.keeping.failed.connect(self._take_failure)
            shelf.keeping.saved.connect(self._forget)

    def compare(self, key: str) -> None:
        """Read what the other desk has kept, and show both side by side."""
        self._sharing.ask(partial(_theirs, key), partial(self._show, key), self._say_failure)

    def _take_failure(self, key: str, why: str) -> None:
        from kneedesk.store.faults import SUPERSEDED  # noqa: PLC0415 - loaded by then, here and below
        from kneedesk.store.server_faults import HELD  # noqa: PLC0415

        session, keeping = self._desk.session, self._shelf.keeping
        if why not in (SUPERSEDED, HELD) or (key, why) == self._told or keeping is None or keeping.pending(key) is None:
            return
        if session is None or session.key != key:
            return
        self._told = (key, why)
        self._sharing.ask(partial(_other_holder, key), self._sharing.judge)
        if why == HELD:
            return
        say, strip = self._language.say, self._sharing.strip
        if strip is not None:
            strip.show_message(say(why), (say("Your last changes are not saved. They are kept on this desk."),), "stop")
            strip.offer(say("Compare\N{HORIZONTAL ELLIPSIS}"), partial(self.compare, key))
            strip.close_button.hide()

    def _forget(self, key: str) -> None:
        """Say no more that it is not saved, once all of it is."""
        session, keeping, strip = self._desk.session, self._shelf.keeping, self._sharing.strip
        if self._told[0] != key or keeping is None or keeping.pending(key) is not None:
            return
        self._told = ("", "")
        if strip is not None and session is not None and session.key == key and not session.reads:
            strip.hide()

    def _show(self, key: str, theirs: Theirs) -> None:
        from kneedesk.domain.merging import collisions  # noqa: PLC0415
        from kneedesk.presentation.collisions import side_by_side  # noqa: PLC0415
        from kneedesk.ui.dialogs.collision import CollisionDialog  # noqa: PLC0415

        session = self._desk.session
        if session is None or session.key != key or session.consultation is None:
            return
        _, state, _, who, at = theirs
        rows = side_by_side(
            collisions(self._sharing.common, session.consultation, state), self._library, self._language
        )
        when = self._language.moment(at.astimezone(self._clock().tzinfo)) if at is not None else ""
        final = state.finalised is not None
        dialog = CollisionDialog(rows, who, when, self._language, self._desk, finalised=final)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(self._choose, dialog, key, theirs))
        dialog.open()

    def _choose(self, dialog: CollisionDialog, key: str, theirs: Theirs, taken: Set[str]) -> None:
        from kneedesk.domain.merging import merged  # noqa: PLC0415

        session = self._desk.session
        if session is None or session.key != key or session.consultation is None:
            dialog.reject()
            return
        if not taken:
            self._take_theirs(key, theirs)
            dialog.accept()
            return
        try:
            chosen = merged(session.consultation, theirs[1], taken)
        except ValueError:  # pydantic's is one
            dialog.refuse(self._language.say("Both together are not allowed: choose otherwise."))
            return
        keep = partial(self._keep, dialog, key, theirs, chosen)
        self._sharing.ask(partial(_taken_over, key, self._clock()), keep, partial(self._refuse, dialog))

    def _take_theirs(self, key: str, theirs: Theirs) -> None:
        """Show what the other desk has kept; who writes it goes on, here or there."""
        session, keeping = self._desk.session, self._shelf.keeping
        if session is None or keeping is None:
            return
        version, state, carried, _, _ = theirs
        keeping.give_up(key)
        keeping.base_on(key, version)
        session.follow(state, carried)
        self._told = ("", "")
        self._sharing.settle(key)

    def _keep(self, dialog: CollisionDialog, key: str, theirs: Theirs, chosen: Consultation, version: int) -> None:
        """Keep what was chosen, unless the other desk was faster: then it is compared anew."""
        session, keeping = self._desk.session, self._shelf.keeping
        dialog.accept()
        if session is None or keeping is None or session.key != key:
            return
        if version != theirs[0]:
            self.compare(key)
            return
        self._told = ("", "")
        keeping.give_up(key)  # what stands on the older version is never written over theirs
        keeping.base_on(key, version)
        self._sharing.write()
        session.adopt(chosen, theirs[2])

    def _refuse(self, dialog: CollisionDialog, error: Exception) -> None:
        dialog.refuse(" ".join(sentences_of(error, self._language)))

    def _say_failure(self, error: Exception) -> None:
        title = self._language.say("Something cannot be read")
        self._desk.notice.show_message(title, sentences_of(error, self._language), "stop")


# Done away from the window.


def _theirs(key: str, store: Store) -> Theirs:
    from kneedesk.store.changes import CHANGING  # noqa: PLC0415

    version = store.consultations.version(key)
    state, carried = store.consultations.read(key), store.consultations.carried(key)
    last = store.history.page(key, 1, deeds=CHANGING)
    if not last:
        return version, state, carried, "", None
    return version, state, carried, last[0].link.name, datetime.fromisoformat(last[0].link.at)


def _other_holder(key: str, store: Store) -> Hold | None:
    """Return who writes it at another desk, nothing where nobody does."""
    hold = store.shared.holds.of(key) if store.shared is not None else None
    return hold if hold is not None and store.shared is not None and not store.shared.holds.is_ours(hold) else None


def _taken_over(key: str, at: datetime, store: Store) -> int:
    """Write it from now on; return its version."""
    from kneedesk.store.taking import take_over  # noqa: PLC0415 - it is loaded by then

    take_over(store, key, at)
    return store.consultations.version(key)
