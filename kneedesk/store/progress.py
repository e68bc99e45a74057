"""How far long work has come: told to whoever waits for it, and called off by them."""

import threading
from collections.abc import Callable


class CalledOff(Exception):
    """Whoever waited for it does not want it any more; what was begun is undone."""


class Progress:
    """Passed on by one thread to work that another one does."""

    def __init__(self, told: Callable[[int, int], None] = lambda _done, _all: None) -> None:
        self._told = told
        self._off = threading.Event()

    def call_off(self) -> None:
        """Have the work stop at its next step."""
        self._off.set()

    def tell(self, done: int, of: int) -> None:
        """Tell how many parts are done, and of how many.

        :raises CalledOff: where nobody wants it any more.
        """
        if self._off.is_set():
            raise CalledOff
        self._told(done, of)
