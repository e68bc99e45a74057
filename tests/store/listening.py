"""Stand-ins for the window and the store: one remembers what it is told, the other fails when it is told to."""

import threading
import time

LATEST = 10.0  # seconds that a busy machine is given where the time is not what is tested


class Listener:
    """Remember what the writer said of each state, and wait for it."""

    def __init__(self):
        self.said = []
        self._news = threading.Condition()

    def of(self, state):
        """Return the two callbacks for one state."""
        return lambda at: self._hear(state, "saved", at), lambda sentence: self._hear(state, "failed", sentence)

    def wait(self, state, word, detail=None):
        """Wait until something was said of a state; return when it was heard."""
        with self._news:
            assert self._news.wait_for(lambda: self._find(state, word, detail), LATEST), self.said
            return self._find(state, word, detail)

    def states(self, word):
        return [state for state, said, _, _ in self.said if said == word]

    def _hear(self, state, word, detail):
        with self._news:
            self.said.append((state, word, detail, time.monotonic()))
            self._news.notify_all()

    def _find(self, state, word, detail):
        for heard, said, what, when in self.said:
            if (heard, said) == (state, word) and detail in (None, what):
                return when
        return None


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
