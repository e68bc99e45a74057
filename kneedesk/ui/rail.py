"""The rail on the left: where the clinician is, how far each step is, and the way to any of them."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kneedesk.language import Language
from kneedesk.ui.icons import pixmap
from kneedesk.ui.theme import Theme, growth, scaled
from kneedesk.ui.widgets.text import native_keys, plain_label

WIDTH: Final = 216
LOCK_KEYS: Final = "Ctrl+Meta+L" if sys.platform == "darwin" else "Ctrl+Alt+L"
_SHORT: Final = 92
"""The width where large text leaves no room for whole names: a mark, and below that of a step its first word."""
_LARGE: Final = 1.4
# How far a step is, in words and as a sign: never by colour alone.
_WORDS: Final = {"done": "Done", "missing": "Missing", "not_applicable": "Not applicable"}
_SIGNS: Final = {"done": "check", "not_applicable": "minus"}
_MARK: Final = 24


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the rail: id, name, icon, number where it is a step, whether one can be there, and its key."""

    id: str
    title: str
    icon: str
    number: int = 0
    place: bool = True
    keys: str = ""


class RailButton(QAbstractButton):
    """One line of the rail as a real button, which says where it leads and how far that step is."""

    def __init__(self, entry: Entry, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._theme = theme
        self._language = language
        self._progress = ""
        self.setObjectName(f"rail.{entry.id}")
        self._title = language.say(entry.title)
        self.setText(self._title.replace("&", "&&"))
        self.setCheckable(entry.place)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name()

    @property
    def progress(self) -> str:
        """Return how far the step is, in words; empty where there is nothing to say."""
        return self._language.say(_WORDS[self._progress]) if self._progress else ""

    def show_progress(self, progress: str) -> None:
        """Show how far the step is: ``done``, ``missing``, ``not_applicable``, or nothing."""
        if progress != self._progress:
            self._progress = progress
            self._name()
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for the name, and for a second line where the step has one."""
        if is_short():
            word = QFontMetrics(self._note_font()).height() if self.entry.number else 0
            return QSize(scaled(_MARK) + 12, scaled(_MARK) + word + 10)
        line = QFontMetrics(self._title_font()).height()
        second = QFontMetrics(self._note_font()).height() if self.entry.number else 0
        return QSize(scaled(WIDTH) - 24, line + second + (12 if self.entry.number else 20))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, for a line does not shrink; beside a scroll bar it is narrower."""
        return QSize(self.sizeHint().width() - 12, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the mark, the name and how far the step is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        if is_short():
            self._paint_short(painter)
            return
        side = scaled(_MARK)
        painter.drawPixmap(12, (self.height() - side) // 2, self._mark(side))
        left = 12 + side + 12
        room = self.width() - left - 8
        title, note = QFontMetrics(self._title_font()), QFontMetrics(self._note_font())
        second = self.progress
        height = title.height() + (note.height() if second else 0)
        top = (self.height() - height) // 2
        painter.setFont(self._title_font())
        painter.setPen(self._theme.colour("rail_text"))
        shown = title.elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, top + title.ascent(), shown)
        if second:
            painter.setFont(self._note_font())
            painter.setPen(self._theme.colour("rail_mark" if self._progress == "done" else "rail_quiet"))
            painter.drawText(left, top + title.height() + note.ascent(), second)

    def _paint_short(self, painter: QPainter) -> None:
        side = scaled(_MARK)
        painter.drawPixmap((self.width() - side) // 2, 5, self._mark(side))
        if self.entry.number:
            metrics = QFontMetrics(self._note_font())
            word = metrics.elidedText(self._title.split()[0], Qt.TextElideMode.ElideRight, self.width() - 4)
            painter.setFont(self._note_font())
            painter.setPen(self._theme.colour("rail_text"))
            painter.drawText(self.rect().adjusted(0, 5 + side, 0, 0), Qt.AlignmentFlag.AlignHCenter, word)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the line can be pressed."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Show the line at rest."""
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        self.update()
        super().focusInEvent(event)

    def _name(self) -> None:
        said = self.progress
        self.setAccessibleName(f"{self._title}, {said}" if said else self._title)
        keys = f"Alt+{self.entry.number}" if self.entry.number else self.entry.keys
        self.setToolTip(" \N{MIDDLE DOT} ".join(part for part in (self._title, said, keys) if part))

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium)
        return font

    def _note_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(scaled(12))
        return font

    def _paint_ground(self, painter: QPainter) -> None:
        ground = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            colour = self._theme.colour("rail_active")
            colour.setAlphaF(1.0 if self.isChecked() else 0.55)
            painter.setBrush(colour)
            painter.drawRoundedRect(ground, 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("rail_mark"), 2))
            painter.drawRoundedRect(ground, 8, 8)

    def _mark(self, side: int) -> QPixmap:
        sign, done = _SIGNS.get(self._progress, self.entry.icon), self._progress == "done"
        ink = self._theme.named("rail" if done else "rail_text" if self.isChecked() else "rail_quiet")
        ring = self._theme.named("rail_mark" if done or self.isChecked() else "rail_quiet")
        size = scaled(14 if self.entry.number else 18)
        return _drawn(sign, ink, size, ring if self.entry.number else "", done, side, self.devicePixelRatioF())


class Rail(QFrame):
    """The consultations, the steps of the open one, the evidence and the settings."""

    chosen = Signal(str)
    """The id of the entry that the clinician wants to go to."""

    def __init__(
        self, steps: tuple[Entry, ...], theme: Theme, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setProperty("tone", "rail")
        self.setAccessibleName(language.say("Steps"))
        self._theme = theme
        self._language = language
        self.buttons: dict[str, RailButton] = {}
        self._place = ""
        self._progress: Mapping[str, str] = {}
        outer = QVBoxLayout(self)
        outer.setSpacing(2)
        outer.addLayout(self._brand())
        outer.addSpacing(12)
        outer.addWidget(self._button(Entry("consultations", "Consultations", "clipboard-list")))
        self._entries = steps
        self._lines = outer
        self._area: QScrollArea | None = None
        outer.addStretch(0)
        outer.addSpacing(6)
        self._others = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._others.addWidget(self._button(Entry("evidence", "Evidence", "book-open", keys="Ctrl+E")))
        self._others.addWidget(self._button(Entry("theme", "Light or dark", "moon", place=False)))
        self._others.addWidget(self._button(Entry("settings", "Settings", "settings", place=False)))
        keys = native_keys(LOCK_KEYS)
        self._others.addWidget(self._button(Entry("lock", "Lock", "lock", place=False, keys=keys)))
        self._others.setSpacing(2)
        outer.addLayout(self._others)
        theme.switched.connect(self._fit)
        self._fit()

    def show_place(self, place: str) -> None:
        """Mark the entry at which the clinician is."""
        self._place = place
        for name, button in self.buttons.items():
            blocked = button.blockSignals(True)
            button.setChecked(name == place)
            button.blockSignals(blocked)
        if self._area is not None and place in self.buttons:
            self._area.ensureWidgetVisible(self.buttons[place], 0, 0)

    def show_steps(self, shown: bool) -> None:
        """Show the steps while a consultation is open; they are made for the first one."""
        if shown and self._area is None:
            self._area = self._make_steps()
        if self._area is not None:
            self._area.setVisible(shown)

    def show_progress(self, progress: Mapping[str, str]) -> None:
        """Show how far each step is."""
        self._progress = progress
        for name, button in self.buttons.items():
            if button.entry.number:
                button.show_progress(progress.get(name, ""))

    def _make_steps(self) -> QScrollArea:
        holder = QWidget()
        holder.setObjectName("rail.steps")
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 10, 0, 0)
        lines.setSpacing(2)
        for step in self._entries:
            lines.addWidget(self._button(step))
        lines.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        area.viewport().setAutoFillBackground(False)
        holder.setAutoFillBackground(False)
        self._lines.insertWidget(self._lines.indexOf(self.buttons["consultations"]) + 1, area, 1)
        self.show_place(self._place)
        self.show_progress(self._progress)
        return area

    def _button(self, entry: Entry) -> RailButton:
        button = RailButton(entry, self._theme, self._language)
        self.buttons[entry.id] = button
        if entry.number:
            # A shortcut of the button itself would press it visibly, and a tenth of a second later.
            action = QAction(self)
            action.setShortcut(QKeySequence(f"Alt+{entry.number}"))
            action.triggered.connect(lambda: self.chosen.emit(entry.id))
            self.addAction(action)
        # A screen reader toggles without a click.
        (button.toggled if entry.place else button.clicked).connect(lambda: self._choose(entry.id))
        return button

    def _choose(self, name: str) -> None:
        """Ask to go there; the marks stay, for only ``show_place`` says where the clinician is."""
        self.show_place(self._place)
        self.chosen.emit(name)

    def _brand(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 0, 0)
        row.setSpacing(12)
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._brand_name = plain_label("KneeDesk")
        self._brand_name.setProperty("level", "brand")
        row.addWidget(self._sign)
        row.addWidget(self._brand_name, 1)
        return row

    def _fit(self) -> None:
        """Take the width and the sign that suit the size of the text."""
        short = is_short()
        self.setFixedWidth(scaled(_SHORT if short else WIDTH))
        side = 6 if short else 12
        self._lines.setContentsMargins(side, 16, side, 12)
        self._brand_name.setVisible(not short)
        down = QBoxLayout.Direction.TopToBottom
        self._others.setDirection(QBoxLayout.Direction.LeftToRight if short else down)
        self._sign.setFixedSize(scaled(28), scaled(28))
        self._sign.setPixmap(pixmap("bone", self._theme.colour("rail_mark"), scaled(26), self.devicePixelRatioF()))


@lru_cache(maxsize=64)
def _drawn(sign: str, ink: str, size: int, ring: str, filled: bool, side: int, ratio: float) -> QPixmap:
    """Return a sign of so many logical pixels in the middle of a square, within a ring where that has a colour."""
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if ring:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ring), 1.5))
        painter.setBrush(QColor(ring) if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(0.75, 0.75, side - 1.5, side - 1.5))
    painter.drawPixmap(side // 2 - size // 2, side // 2 - size // 2, pixmap(sign, QColor(ink), size, ratio))
    painter.end()
    return picture


def is_short() -> bool:
    """Tell whether the text is so large that the rail shows marks and words of one word."""
    return growth() >= _LARGE
