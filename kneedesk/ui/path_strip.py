"""Above the pages: the five-minute path, offered for a new consultation, and its stops with how far each is."""

from functools import partial
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.five_minutes import LEFT_OUT, Stop, is_new, stops
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.buttons import IconOnlyButton
from kneedesk.ui.widgets.flow import FlowLayout
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.words import Words

Mode = Literal["offered", "open", "away"]
MODES: Final[tuple[Mode, ...]] = ("offered", "open", "away")


class PathStrip(QFrame):
    """A list to tick off, never a wizard: each stop leads there at any time, and all of it can be put away."""

    sought = Signal(object)
    """The place of a stop."""
    changed = Signal(str)
    """Offered for new consultations, open, or away: so it is to be from now on."""

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._language, self._theme = library, language, theme
        self._mode: Mode = "offered"
        self._consultation: Consultation | None = None
        self._seen: frozenset[str] = frozenset()
        self._buttons: dict[str, IconButton] = {}
        self._built: Mode | None = None
        self._holder: QWidget | None = None
        self.setObjectName("path")
        self.setProperty("tone", "banner")
        self.setAccessibleName(language.say("Five-minute path"))
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(28, 6, 20, 6)
        self.hide()

    @property
    def mode(self) -> Mode:
        """Return whether the path is offered, open or away."""
        return self._mode

    def restore(self, mode: object) -> None:
        """Take how the path was when the window was last open."""
        self._mode = next((each for each in MODES if each == mode), "offered")
        self._refresh()

    def begin(self) -> None:
        """Open the path, and lead to the first stop that is missing."""
        self._change("open")
        self._lead(next((stop for stop in self._stops() if stop.missing), None))

    def put_away(self) -> None:
        """Take the path off the screen, and no longer offer it; a command brings it back."""
        self._change("away")

    def show_consultation(self, consultation: Consultation) -> None:
        """Show how far each stop is."""
        self._consultation = consultation
        self._refresh()

    def arrive(self, step: str) -> None:
        """Take it that a step was looked at."""
        if step not in self._seen:
            self._seen |= {step}
            self._refresh()

    def forget(self) -> None:
        """Forget what was looked at: the next consultation is another."""
        self._consultation, self._seen = None, frozenset()
        self.hide()

    def _change(self, mode: Mode) -> None:
        self._mode = mode
        self._refresh()
        self.changed.emit(mode)

    def _stops(self) -> tuple[Stop, ...]:
        if self._consultation is None:
            return ()
        return stops(self._consultation, self._seen, self._library, self._language)

    def _lead(self, stop: Stop | None) -> None:
        if stop is not None:
            self.sought.emit(stop.place)

    def _lead_to(self, name: str) -> None:
        self._lead(next((stop for stop in self._stops() if stop.id == name), None))

    def _refresh(self) -> None:
        consultation, mode = self._consultation, self._mode
        shown = consultation is not None and (mode == "open" or (mode == "offered" and is_new(consultation)))
        if shown and self._built != mode:
            self._build(mode)
        if shown and mode == "open":
            for stop in self._stops():
                self._show_stop(self._buttons[stop.id], stop)
        self.setVisible(shown)

    def _show_stop(self, button: IconButton, stop: Stop) -> None:
        say = self._language.say
        state = say("Missing") if stop.missing else say("Done")
        button.show_icon("circle-dashed" if stop.missing else "circle-check")
        button.setAccessibleName(f"{stop.name}: {state}")
        button.setAccessibleDescription(", ".join(stop.missing))
        button.setToolTip("\n".join((state, *stop.missing)))

    # What it is built from

    def _build(self, mode: Mode) -> None:
        if self._holder is not None:
            self._holder.hide()
            self._holder.deleteLater()
        self._built = mode
        self._holder = holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        if mode == "offered":
            self._offer(row)
        else:
            self._show_path(row)
        away = IconOnlyButton("x", self._language.say("Put the five-minute path away"))
        away.setObjectName("path.away")
        away.clicked.connect(self.put_away)
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addWidget(holder)
        holder.show()

    def _offer(self, row: QBoxLayout) -> None:
        say = self._language.say
        words = Words("note")
        words.say(say("Only five minutes? A short path leads through the few things that decide."))
        begin = IconButton(self._theme, "clock", say("Five-minute path"))
        begin.setObjectName("path.begin")
        begin.clicked.connect(self.begin)
        row.addWidget(words, 1)
        row.addWidget(begin)

    def _show_path(self, row: QBoxLayout) -> None:
        say = self._language.say
        title, left_out = Words("strong"), Words("note")
        title.setWordWrap(False)
        title.say(say("Five-minute path"))
        title.setContentsMargins(0, 5, 0, 0)  # as the words of the buttons beside it
        left_out.say(say(LEFT_OUT))
        ways = FlowLayout(spacing=2)
        self._buttons = {stop.id: self._button(stop) for stop in self._stops()}
        for button in self._buttons.values():
            ways.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(ways)
        column.addWidget(left_out)
        row.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def _button(self, stop: Stop) -> IconButton:
        button = IconButton(self._theme, "circle-dashed", stop.name)
        button.setObjectName(f"path.{stop.id}")
        button.clicked.connect(partial(self._lead_to, stop.id))
        return button
