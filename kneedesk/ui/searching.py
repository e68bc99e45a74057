"""What the list of consultations wants to show is looked for, and broken off once something else is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kneedesk.store.store import Store
    from kneedesk.store.summary import Near, Summary
    from kneedesk.ui.background import Ticket
    from kneedesk.ui.consultation_list import ConsultationList
    from kneedesk.ui.shelf import Shelf

_UNCOUNTED: Final = 150
"""Milliseconds until what was found is counted, which takes a while where there is much."""


class Searching(QObject):
    """Answers the list from the store that is open; nothing while none is."""

    def __init__(self, shelf: Shelf, shown: ConsultationList) -> None:
        super().__init__(shelf)
        self._shelf, self._shown = shelf, shown
        self._ticket: Ticket | None = None
        shown.wanted.connect(self._find)
        shown.uncounted.connect(self._count)

    def _find(self, text: str, limit: int, offset: int, near: Near) -> None:
        if not self._shown.model.begun or self._ticket is None:
            self._begin_anew()
        ticket = self._ticket

        def find(store: Store) -> Sequence[Summary]:
            if not store.user.role.sees:
                return ()
            return store.consultations.find(text, limit, offset, near, partial(_is_void, ticket))

        self._shelf.do(find, partial(self._receive, text, offset), self._fail, ticket=ticket)

    def _receive(self, text: str, offset: int, rows: Sequence[Summary]) -> None:
        self._shown.receive(text, offset, rows)
        self._shelf.notice.say_readable()

    def _fail(self, error: Exception) -> None:
        self._shown.claim_nothing()
        self._shelf.notice.say_unreadable(error)

    def _count(self, text: str) -> None:
        """Count what holds a text once its first portion is painted, and nobody types on."""
        QTimer.singleShot(_UNCOUNTED, self, partial(self._count_now, text, self._ticket))

    def _count_now(self, text: str, ticket: Ticket | None) -> None:
        if not _is_void(ticket):
            then = partial(self._shown.receive_count, text)
            voided = partial(_is_void, ticket)
            count = partial(_counted, text, voided)
            self._shelf.do(count, then, self._shelf.notice.say_unreadable, ticket=ticket)

    def _begin_anew(self) -> None:
        """Break off what is looked for: something else is searched for now."""
        from kneedesk.ui.background import Ticket

        if self._ticket is not None:
            self._ticket.valid = False
        self._ticket = Ticket()


def _counted(text: str, voided: Callable[[], bool], store: Store) -> int:
    return store.consultations.count(text, voided)


def _is_void(ticket: Ticket | None) -> bool:
    return ticket is not None and not ticket.valid
