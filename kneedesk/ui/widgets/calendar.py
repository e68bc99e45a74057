"""A month to take a day from."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QAbstractItemView, QCalendarWidget, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.ui.theme import scaled
from kneedesk.ui.widgets.buttons import IconOnlyButton
from kneedesk.ui.widgets.text import heading

_DAYS = tuple(Qt.DayOfWeek)


class Calendar(QFrame):
    """It opens below a line, gives one day, and goes away by itself."""

    picked = Signal(object)

    def __init__(self, day: date | None, language: Language, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("tone", "popup")
        self._language = language
        self.month = QCalendarWidget()
        for part in (self.month, *self.month.findChildren(QAbstractItemView)):
            part.setAccessibleName(language.say("Calendar"))
        self.month.setLocale(QLocale(language.tag))
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setNavigationBarVisible(False)
        self.month.setMinimumSize(scaled(296), scaled(232))
        if day is not None:
            self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.title = heading("", 3)
        self.title.setWordWrap(False)
        self.month.clicked.connect(self._take)
        self.month.activated.connect(self._take)
        self.month.currentPageChanged.connect(self._show_title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(4)
        layout.addLayout(self._make_head())
        layout.addWidget(self.month)
        self._paint()
        self._show_title(self.month.yearShown(), self.month.monthShown())

    def open_below(self, place: QPoint) -> None:
        """Show the calendar at a place on the screen, or above it where there is no room below."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        top = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.month.setFocus()

    def _make_head(self) -> QHBoxLayout:
        say = self._language.say
        head = QHBoxLayout()
        head.setSpacing(0)
        for icon, words, turn in (
            ("chevrons-left", say("Previous year"), self.month.showPreviousYear),
            ("chevron-left", say("Previous month"), self.month.showPreviousMonth),
            ("", "", None),
            ("chevron-right", say("Next month"), self.month.showNextMonth),
            ("chevrons-right", say("Next year"), self.month.showNextYear),
        ):
            if turn is None:
                head.addStretch(1)
                head.addWidget(self.title)
                head.addStretch(1)
                continue
            button = IconOnlyButton(icon, words)
            button.clicked.connect(turn)
            head.addWidget(button)
        return head

    def _paint(self) -> None:
        """Take the colours of the theme: Qt paints the ends of the week red, which is a warning here."""
        palette = self.palette()
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(palette.text())
        for day in _DAYS:
            self.month.setWeekdayTextFormat(day, plain)
        head.setForeground(palette.dark())
        head.setBackground(palette.base())
        head.setFontWeight(QFont.Weight.Medium)
        self.month.setHeaderTextFormat(head)

    def _show_title(self, year: int, month: int) -> None:
        self.title.setText(f"{self._language.month(month)} {year}")

    def _take(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
