"""One consultation in the list: who, which knee, of which day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
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
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        rect = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        right = self._day(painter, option, rect, summary)
        right = self._badge(
            painter, option, QRect(rect.left(), rect.top(), right - rect.left(), rect.height()), summary
        )
        self._words(painter, option, QRect(rect.left(), rect.top(), right - rect.left() - 16, rect.height()), summary)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        paint_ground(painter, option, self._theme)
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(
            option.rect.left() + _SIDE, option.rect.bottom(), option.rect.right() - _SIDE, option.rect.bottom()
        )
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -3), 6, 6)

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, summary: Summary) -> None:
        letters = self._set(option.font)
        marks = marks_of(summary, self._language, sample=identity_of(summary) in self._samples)
        top = rect.top() + scaled(10)
        for font, metrics, role, text, beside in (
            (letters.strong, letters.of_strong, "ink", name_of(summary), marks),
            (letters.small, letters.of_small, "quiet", details_of(summary, self._language), ()),
        ):
            painter.setFont(font)
            painter.setPen(self._theme.colour(role))
            width = rect.width() - (width_of(beside, option.font) if beside else 0)
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(rect.left(), top + metrics.ascent(), cut)
            if beside:
                after = rect.left() + metrics.horizontalAdvance(cut)
                paint_marks(painter, beside, after, top + metrics.height() / 2, option.font, self._theme)
            top += metrics.height() + 2

    def _day(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, summary: Summary) -> int:
        letters = self._set(option.font)
        metrics, text = letters.of_plain, self._language.day(summary.date)
        painter.setFont(option.font)
        painter.setPen(self._theme.colour("ink"))
        left = rect.right() - max(letters.day, metrics.horizontalAdvance(text))
        painter.drawText(left, rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) // 2, text)
        return left - 20

    def _badge(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, summary: Summary) -> int:
        letters = self._set(option.font)
        width, high = letters.side + 20, letters.of_badge.height() + 9
        box = QRectF(rect.right() - width, rect.top() + (rect.height() - high) / 2, width, high)
        painter.setPen(Qt.PenStyle.NoPen)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setBrush(self._theme.colour("paper" if selected else "accent_soft"))
        painter.drawRoundedRect(box, high / 2, high / 2)
        painter.setFont(letters.badge)
        painter.setPen(self._theme.colour("accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, side_of(summary, self._language))
        return int(box.left())

    def _set(self, font: QFont) -> Letters:
        """Return the letters of a row, measured once for all of them."""
        if self._letters is None or self._letters.of != (font.key(), scaled(100)):
            self._letters = Letters(font, self._language)
        return self._letters


class Letters:
    """The fonts of a row and how wide the widest day and side are in them, in pixels."""

    def __init__(self, font: QFont, language: Language) -> None:
        say = language.say
        self.of = (font.key(), scaled(100))
        self.strong, self.small = _fonts(font)
        self.badge = QFont(font)
        self.badge.setPixelSize(scaled(12))
        self.badge.setWeight(QFont.Weight.DemiBold)
        self.of_plain, self.of_badge = QFontMetrics(font), QFontMetrics(self.badge)
        self.of_strong, self.of_small = QFontMetrics(self.strong), QFontMetrics(self.small)
        widest_day = say("{day} {month} {year}").format(day=30, month=say("September"), year=2026)
        self.day = self.of_plain.horizontalAdvance(widest_day)
        self.side = max(self.of_badge.horizontalAdvance(say(side)) for side in ("RIGHT KNEE", "LEFT KNEE"))


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    strong, small = QFont(font), QFont(font)
    strong.setPixelSize(scaled(15))
    strong.setWeight(QFont.Weight.DemiBold)
    small.setPixelSize(scaled(13))
    return strong, small
