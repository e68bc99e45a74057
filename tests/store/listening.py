"""Stand-ins for the window and the store: one remembers what it is told, the other fails when it is told to."""

import threading
import time

LATEST = 60  # seconds that a busy machine is given where the time is not what is tested


class Listener:
    """Remember what the writer said of each state, and wait for it."""

    def __init__(self):
        self.said = []
        self._news = threading.Condition()

    def of(self, state):
        """Return the two callbacks for one state."""
        return lambda at: self._hear(state, "saved", at), lambda sentence: self._hear(state, "failed", sentence)

    def wait(self, state, word, detail=None):
        """Wait until something was said of a state."""
        with self._news:
            assert self._news.wait_for(lambda: self._has_heard(state, word, detail), LATEST), self.said

    def states(self, word):
        return [state for state, said, _ in self.said if said == word]

    def _hear(self, state, word, detail):
        with self._news:
            self.said.append((state, word, detail))
            self._news.notify_all()

    def _has_heard(self, state, word, detail):
        return any((heard, said) == (state, word) and detail in (None, what) for heard, said, what in self.said)


class Desk:
    """A store that notes what it is given, and stops, fails or breaks when it is told to."""

    def __init__(self):
        self.kept = []
        self.fault = None
        self.attempts = []
        self.when_kept = lambda state: None
        self.open = threading.Event()
        self.open.set()

    def save(self, key, consultation, at, carried=None, shown=None, base=None):
        self.attempts.append(time.monotonic())
        assert self.open.wait(LATEST)
        if self.fault:
            raise self.fault
        self.kept.append((key, consultation, at))
        self.when_kept(consultation)
        return len(self.kept)
