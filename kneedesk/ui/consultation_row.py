"""One consultation in the list: who, which knee, of which day."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QStaticText, QTransform
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kneedesk.ui.consultation_list import identity_of
from kneedesk.ui.consultation_marks import marks_of, paint_marks, width_of
from kneedesk.ui.consultation_model import SUMMARY
from kneedesk.ui.theme import scaled
from kneedesk.ui.widgets.elided_label import one_line
from kneedesk.ui.widgets.row_ground import paint_ground

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from kneedesk.language import Language
    from kneedesk.store.summary import Summary
    from kneedesk.ui.consultation_list import Identity
    from kneedesk.ui.theme import Theme

HEIGHT: Final = 60
_SIDE: Final = 20
_DOT: Final = " \N{MIDDLE DOT} "
_DAYS: Final = 64
"""Days that stay set: rows beside one another are of the same few."""


def name_of(summary: Summary) -> str:
    """Return the name as the banner gives it: the family name in capitals, then the given name."""
    family = one_line(summary.family_name.upper())
    given = one_line(summary.given_name or "")
    return f"{family}, {given}" if given else family


def side_of(summary: Summary, language: Language) -> str:
    """Return the side of the knee as a badge."""
    return language.say("RIGHT KNEE") if summary.knee == "right" else language.say("LEFT KNEE")


def details_of(summary: Summary, language: Language) -> str:
    """Return what tells two patients of one name apart, and two consultations of one patient."""
    born = language.say("birth date not recorded")
    if summary.birth_date is not None:
        born = language.say("born {day}").format(day=language.day(summary.birth_date))
    parts = [born]
    if summary.identifier and summary.identifier.strip():
        parts.append(language.say("no. {identifier}").format(identifier=one_line(summary.identifier)))
    changed = summary.changed_at.astimezone()
    parts.append(language.say("changed {day}, {time}").format(day=language.day(changed), time=f"{changed:%H:%M}"))
    return _DOT.join(parts)


def spoken(summary: Summary, language: Language, *, sample: bool = False) -> str:
    """Return a row as a screen reader says it."""
    marks = (mark.words for mark in marks_of(summary, language, sample=sample))
    day = language.day(summary.date)
    return ", ".join((name_of(summary), *marks, side_of(summary, language), day, details_of(summary, language)))


class ConsultationRow(QStyledItemDelegate):
    """Paint a row of fixed height in roles of the theme."""

    def __init__(self, theme: Theme, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._samples: frozenset[Identity] = frozenset()
        self._letters: Letters | None = None

    def know_samples(self, identities: frozenset[Identity]) -> None:
        """Mark the rows of these patients, who are invented."""
        self._samples = identities

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the same height for every row: a view of thousands then asks none of them."""
        return QSize(320, scaled(HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint name and details at the left, the side and the day at the right."""
        summary = index.data(SUMMARY)
        if summary is None:
            return
        letters = self._set(option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        rect = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        rect.setRight(self._day(painter, letters, rect, summary))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect.setRight(self._badge(painter, letters, rect, summary, "paper" if selected else "accent_soft"))
        self._words(painter, letters, rect.adjusted(0, 0, -16, 0), summary)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        paint_ground(painter, option, self._theme)
        line = QRect(option.rect.left() + _SIDE, option.rect.bottom(), option.rect.width() - 2 * _SIDE, 1)
        painter.fillRect(line, self._theme.colour("line"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -3), 6, 6)

    def _words(self, painter: QPainter, letters: Letters, rect: QRect, summary: Summary) -> None:
        marks = marks_of(summary, self._language, sample=identity_of(summary) in self._samples)
        top = rect.top() + scaled(10)
        for font, metrics, role, text, beside in (
            (letters.strong, letters.of_strong, "ink", name_of(summary), marks),
            (letters.small, letters.of_small, "quiet", details_of(summary, self._language), ()),
        ):
            painter.setFont(font)
            painter.setPen(self._theme.colour(role))
            width = rect.width() - (width_of(beside, letters.plain) if beside else 0)
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(rect.left(), top + metrics.ascent(), cut)
            if beside:
                after = rect.left() + metrics.horizontalAdvance(cut)
                paint_marks(painter, beside, after, top + metrics.height() / 2, letters.plain, self._theme)
            top += metrics.height() + 2

    def _day(self, painter: QPainter, letters: Letters, rect: QRect, summary: Summary) -> int:
        day = letters.day(summary.date)
        painter.setFont(letters.plain)
        painter.setPen(self._theme.colour("ink"))
        left = rect.right() - max(letters.widest_day, ceil(day.size().width()))
        painter.drawStaticText(left, rect.top() + (rect.height() - letters.of_plain.height()) // 2, day)
        return left - 20

    def _badge(self, painter: QPainter, letters: Letters, rect: QRect, summary: Summary, ground: str) -> int:
        width, high = letters.widest_side + 20, letters.of_badge.height() + 9
        box = QRectF(rect.right() - width, rect.top() + (rect.height() - high) / 2, width, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(box, high / 2, high / 2)
        painter.setFont(letters.badge)
        painter.setPen(self._theme.colour("accent"))
        side = letters.side(side_of(summary, self._language))
        size = side.size()
        painter.drawStaticText(box.center() - QPointF(size.width(), size.height()) / 2, side)
        return int(box.left())

    def _set(self, font: QFont) -> Letters:
        """Return the letters of a row, measured once for all of them."""
        if self._letters is None or self._letters.of != (font.key(), scaled(100)):
            self._letters = Letters(font, self._language)
        return self._letters


class Letters:
    """The fonts of a row, the days and sides that are set in them, and how wide the widest are, in pixels."""

    def __init__(self, font: QFont, language: Language) -> None:
        say = language.say
        self.of = (font.key(), scaled(100))
        self.plain = plain = QFont(font)
        self.strong, self.small, self.badge = _fonts(font)
        badge = self.badge
        self.of_plain, self.of_badge = QFontMetrics(font), QFontMetrics(self.badge)
        self.of_strong, self.of_small = QFontMetrics(self.strong), QFontMetrics(self.small)
        widest_day = say("{day} {month} {year}").format(day=30, month=say("September"), year=2026)
        self.widest_day = self.of_plain.horizontalAdvance(widest_day)
        self.widest_side = max(self.of_badge.horizontalAdvance(say(side)) for side in ("RIGHT KNEE", "LEFT KNEE"))
        self.day = lru_cache(_DAYS)(lambda day: _text(language.day(day), plain))
        self.side = lru_cache(2)(lambda words: _text(words, badge))


def _text(words: str, font: QFont) -> QStaticText:
    """Return words that are set once, to be painted in many rows."""
    text = QStaticText(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.prepare(QTransform(), font)
    return text


def _fonts(font: QFont) -> tuple[QFont, QFont, QFont]:
    strong, small, badge = QFont(font), QFont(font), QFont(font)
    strong.setPixelSize(scaled(15))
    strong.setWeight(QFont.Weight.DemiBold)
    small.setPixelSize(scaled(13))
    badge.setPixelSize(scaled(12))
    badge.setWeight(QFont.Weight.DemiBold)
    return strong, small, badge
