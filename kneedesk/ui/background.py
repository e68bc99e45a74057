"""Work that takes longer than a frame, done in order on one other thread and answered on the window's own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

Result = TypeVar("Result")


@dataclass(slots=True, eq=False)
class Ticket:
    """Whether somebody still waits for an answer; work whose ticket is void is not begun, its answer not given."""

    valid: bool = True


class _Relay(QObject):
    """What carries an answer from one thread to the other; it outlives whoever asked."""

    answered = Signal(object)


class Background(QObject):
    """One thread that works through what it is asked; when its parent goes it finishes what must not be lost."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="kneedesk-documents")
        self._open = Ticket()
        self._relay = _Relay()
        self._relay.answered.connect(self._deliver)
        self.destroyed.connect(partial(_close, self._executor, self._open))

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[Exception], None],
        ticket: Ticket | None = None,
    ) -> None:
        """Do ``work`` elsewhere, then call ``then`` with what it returned, or ``failed`` with what it raised.

        With a ticket the work is only a matter of showing something: it is left out once the ticket is void.
        """
        self._executor.submit(_work, work, then, failed, (ticket, self._open) if ticket else (), self._relay)

    def _deliver(self, answer: "_Answer") -> None:
        if all(ticket.valid for ticket in answer.tickets):
            answer.call()


def while_there(widget: QObject, answer: Callable[[Result], None]) -> Callable[[Result], None]:
    """Return an answer that is given only while a widget is there to show it."""

    def given(result: Result) -> None:
        if isValid(widget):
            answer(result)

    return given


@dataclass(frozen=True, slots=True)
class _Answer:
    call: Callable[[], None]
    tickets: tuple[Ticket, ...]


def _work(
    work: Callable[[], Any],
    then: Callable[[Any], None],
    failed: Callable[[Exception], None],
    tickets: tuple[Ticket, ...],
    relay: _Relay,
) -> None:
    if not all(ticket.valid for ticket in tickets):
        return
    try:
        call = partial(then, work())
    except Exception as error:
        call = partial(failed, error)
    relay.answered.emit(_Answer(call, tickets))


def _close(executor: ThreadPoolExecutor, open_: Ticket) -> None:
    open_.valid = False
    executor.shutdown(wait=True)
