"""How large the drawings of a printed page are made: for usual print and for who sees little."""

from dataclasses import dataclass
from textwrap import wrap

_LEADING = 1.3
_WIDE = 0.5
"""How wide a letter is on average, in sizes of the letters."""


@dataclass(frozen=True, slots=True)
class PrintSize:
    """The width of a drawing and the size of its letters, in points of the drawing."""

    width: float
    letters: float

    @property
    def line(self) -> float:
        """Return how far one line stands below another."""
        return _LEADING * self.letters

    def lines(self, text: str, left: float = 0.0) -> list[str]:
        """Return a text in lines that are hardly ever wider than what is right of ``left``."""
        return wrap(text, int((self.width - left) / (_WIDE * self.letters)))


USUAL = PrintSize(200.0, 8.5)
LARGE = PrintSize(300.0, 10.7)
"""Large print shows a drawing 1.6 times as large: these letters are then 17 points."""
