"""A document as it will be printed: its pages as pictures, each drawn when it is scrolled into sight."""

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.ui.background import Background, Ticket
from kneedesk.ui.issuing import Issued, Shown
from kneedesk.ui.widgets.words import Words

_GAP = 14
_LARGEST = 1.6
_NEAR = 1
_KEPT = 4


class PagePicture(QLabel):
    """One page; before its picture comes it is as large as it will be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted: tuple[int, float] | None = None
        """The edition and the scale that were asked for."""

    def show_picture(self, image: QImage, ratio: float) -> None:
        """Show the page as it was drawn, pixel for pixel: what is left of one at its edge would blur the whole page."""
        picture = QPixmap.fromImage(image.copy(QRect(QPoint(), self.size() * ratio)))
        picture.setDevicePixelRatio(ratio)
        self.setPixmap(picture)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, or the paper before there is a picture, and its edge.

        A picture of another size is there for a moment only: it is stretched, not scaled smoothly, which takes long.
        """
        painter = QPainter(self)
        picture = self.pixmap()
        if picture.isNull():
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
        else:
            painter.drawPixmap(self.rect(), picture)
        painter.setPen(self.palette().color(QPalette.ColorRole.Midlight))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def let_go(self) -> None:
        """Give the picture up; it is drawn again when it is needed."""
        self.wanted = None
        self.clear()


class Preview(QScrollArea):
    """The pages under one another; nothing of them is written anywhere."""

    failed = Signal(object)
    """The exception that a page raised while it was drawn."""

    def __init__(self, background: Background, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background, self._language = background, language
        self._issued: Shown | None = None
        self._edition = 0
        self._ticket = Ticket()
        self._pages: list[PagePicture] = []
        self._words = Words("quiet")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._draw_what_is_seen)
        self.setObjectName("documents.preview")
        self.setAccessibleName(language.say("Preview"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAutoFillBackground(False)
        content = QWidget()
        content.setAutoFillBackground(False)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, _GAP, _GAP)
        self._column.setSpacing(_GAP)
        self._column.addWidget(self._words)
        self._column.addStretch(1)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._draw_soon)

    @property
    def pages(self) -> tuple[PagePicture, ...]:
        """Return the pages of the document that is shown."""
        return tuple(self._pages)

    def tell(self, words: str) -> None:
        """Say something in the place of the pages."""
        self._issued = None
        self._void()
        for page in self._pages:
            page.hide()
            page.deleteLater()
        self._pages = []
        self._words.say(words)
        self._words.show()

    def show_issued(self, issued: Shown) -> None:
        """Show a document from its first page, or from where the reader was in the one before."""
        if issued is self._issued:
            return
        again = self._issued is not None and self._issued.request.document is issued.request.document
        self._issued = issued
        self._void()
        self._edition += 1
        self._words.hide()
        while len(self._pages) > len(issued.pages):
            page = self._pages.pop()
            page.hide()
            page.deleteLater()
        while len(self._pages) < len(issued.pages):
            # Qt shows it when it is back at its loop: the pages in sight are drawn meanwhile.
            page = PagePicture(self.widget())
            self._column.insertWidget(len(self._pages), page, 0, Qt.AlignmentFlag.AlignHCenter)
            self._pages.append(page)
        say = self._language.say("Page {page} of {pages}")
        for place, page in enumerate(self._pages):
            page.setAccessibleName(say.format(page=place + 1, pages=len(self._pages)))
            if not again:
                page.let_go()
        if not again:
            self.verticalScrollBar().setValue(0)
        self._fit()
        self._draw_what_is_seen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages into the new width."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what is in sight now."""
        super().showEvent(event)
        self._draw_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the pictures up: what is not seen is not kept."""
        super().hideEvent(event)
        self._void()
        for page in self._pages:
            page.let_go()

    def changeEvent(self, event: QEvent) -> None:
        """Draw sharply on another screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw_soon()

    def _void(self) -> None:
        self._ticket.valid = False
        self._ticket = Ticket()

    def _scale(self) -> float:
        """Return the pixels a point at which the widest page fits."""
        if self._issued is None:
            return 1.0
        room = self.viewport().width() - _GAP
        return max(0.2, min(_LARGEST, room / max(width for width, _ in self._issued.pages)))

    def _fit(self) -> None:
        if self._issued is None:
            return
        scale = self._scale()
        for page, (width, height) in zip(self._pages, self._issued.pages, strict=True):
            page.setFixedSize(QSize(int(width * scale), int(height * scale)))
        self._draw_soon()

    def _draw_soon(self) -> None:
        self._settled.start()

    def _draw_what_is_seen(self) -> None:
        """Ask for the pages in sight, and for those beside them of what is issued; let those far away go."""
        if self._issued is None or not self.isVisible():
            return
        scale = self._scale() * self.devicePixelRatioF()
        seen = self._seen()
        near = range(min(seen, default=0) - _NEAR, max(seen, default=0) + _NEAR + 1)
        kept = range(near.start - _KEPT, near.stop + _KEPT)
        beside = (place for place in near if place not in seen) if isinstance(self._issued, Issued) else ()
        for place in (*seen, *beside):
            if 0 <= place < len(self._pages):
                self._ask_for(place, scale)
        for place, page in enumerate(self._pages):
            if place not in kept and page.wanted is not None:
                page.let_go()

    def _seen(self) -> list[int]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        edge, seen = 0, []
        for place, page in enumerate(self._pages):
            if edge < bottom and edge + page.height() > top:
                seen.append(place)
            edge += page.height() + _GAP
        return seen

    def _ask_for(self, place: int, scale: float) -> None:
        page, issued = self._pages[place], self._issued
        wanted = (self._edition, scale)
        if issued is None or page.wanted == wanted:
            return
        page.wanted = wanted
        self._background.run(
            partial(issued.picture, place, scale),
            partial(self._take, page, wanted),
            self.failed.emit,
            self._ticket,
        )

    def _take(self, page: PagePicture, wanted: tuple[int, float], image: QImage) -> None:
        if page.wanted == wanted:
            page.show_picture(image, self.devicePixelRatioF())
