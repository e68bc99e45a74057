"""The pages of a consultation, one in sight: each is made when there is time, at the latest when it is visited."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from kneedesk.assessment.assessment import Assessment
from kneedesk.domain.beginning import Carried
from kneedesk.domain.consultation import Consultation
from kneedesk.language import Language
from kneedesk.ui.page import Page
from kneedesk.ui.settling import held
from kneedesk.ui.widgets.scrolling import ScrollColumn, bring

_REST: Final = 100
"""Milliseconds without a change or a visit after which the next page is made."""
_LONGER_REST: Final = 500
"""Milliseconds after which the pages, once all are made, foresee what a visit will need."""


class PageStack(QStackedWidget):
    """A page is made once and kept; only the one in sight is kept up to date, the others catch up when visited."""

    prepared = Signal()
    """Every page is made and laid out: from now on a first visit is as quick as any."""

    def __init__(
        self,
        classes: Mapping[str, type[Page]],
        make: Callable[[type[Page], QWidget], Page],
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._classes, self._make, self._language = classes, make, language
        self._pages: dict[str, Page] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._columns: dict[str, list[ScrollColumn]] = {}
        self._stale: set[str] = set()
        self._resting: set[str] = set()
        self._reads = False
        self._waiting = list(classes)
        self._state: tuple[Consultation, Assessment, Carried] | None = None
        self._step = ""
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._prepare)

    @property
    def step(self) -> str:
        """Return the step in sight."""
        return self._step

    def page(self, step: str) -> Page:
        """Return the page of a step."""
        if step not in self._pages:
            self._build(step)
        return self._pages[step]

    def visit(self, step: str) -> None:
        """Bring the page of a step in sight, with what is recorded now."""
        self.page(step)
        self._step = step
        self._catch_up(step)
        self.setCurrentWidget(self._areas[step])
        self._wait_for_rest()

    def show_consultation(self, consultation: Consultation, assessment: Assessment, carried: Carried) -> None:
        """Show a state on the page in sight."""
        self._state = (consultation, assessment, carried)
        for step, page in self._pages.items():
            if step != self._step:
                page.let_be()
        self._stale = set(self._pages)
        if self._step:
            self._catch_up(self._step)
        self._wait_for_rest()

    def read_along(self, reads: bool) -> None:
        """Let nothing be changed on any page while another desk writes, or let it again."""
        if reads != self._reads:
            self._reads = reads
            self._stale = set(self._pages)
            if self._step:
                self._catch_up(self._step)

    def bring(self, widget: QWidget) -> None:
        """Scroll the page in sight to one of its widgets, unless the page has done so."""
        if widget.visibleRegion().boundingRect() != widget.rect():
            bring(widget)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to make the other pages."""
        super().showEvent(event)
        self._wait_for_rest()

    def hideEvent(self, event: QHideEvent) -> None:
        """Make nothing ready that nobody is about to visit."""
        super().hideEvent(event)
        self._rest.stop()

    def changeEvent(self, event: QEvent) -> None:
        """In another size of text keep the focus in sight, and lay out again what is out of sight."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._step:
            focused = self._pages[self._step].focusWidget()
            if focused is not None:
                bring(focused)
            self._waiting += [step for step in self._pages if step not in self._waiting]
            self._wait_for_rest()

    def _catch_up(self, step: str) -> None:
        if self._state is not None and step in self._stale:
            self._stale.discard(step)
            consultation, assessment, carried = self._state
            page, stands = self._pages[step], self._reads or consultation.finalised is not None
            if step in self._resting and not stands:
                self._resting.discard(step)
                page.rest(resting=False)
            with held(*self._boxes(step)):
                page.show_carried(carried)
                page.show_consultation(consultation, assessment)
            if stands:
                self._resting.add(step)
                page.rest(resting=True)

    def _boxes(self, step: str) -> list[QWidget]:
        """Return the page, what it scrolls, and the cards in there."""
        scrolled = [each for column in self._columns[step] if (each := column.widget()) is not None]
        cards = [each for content in scrolled for each in content.children() if isinstance(each, QWidget)]
        return [self._pages[step], *scrolled, *cards]

    def _build(self, step: str) -> None:
        """Make a page where it will stand: each time that a page changes its parent, Qt goes through all of it."""
        kind = self._classes[step]
        area = QScrollArea()
        area.setObjectName(f"area.{step}")
        area.setAccessibleName(self._language.say(kind.TITLE))
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.addWidget(area)
        self._areas[step] = area
        frame = Frame(area.viewport())
        page = self._pages[step] = self._make(kind, frame)
        page.setObjectName(step)
        self._columns[step] = page.findChildren(ScrollColumn)
        frame.hold(page)
        frame.resize(self.size())  # or the area would measure all of it for a size that it never has
        area.setWidget(frame)
        for ground in (area.viewport(), frame, page):
            ground.setAutoFillBackground(False)
        self._stale.add(step)

    # What is made before it is visited

    def _wait_for_rest(self) -> None:
        if self.isVisible():
            self._rest.start(_REST if self._waiting or self._unfinished() is not None else _LONGER_REST)

    def _unfinished(self) -> Page | None:
        """Return a page out of sight that is not built to its end; the one in sight goes on by itself."""
        return next((page for step, page in self._pages.items() if step != self._step and page.unfinished), None)

    def _prepare(self) -> None:
        """Make the next page, or lay out the one that was made; then let the clinician's hand come first."""
        if self._state is None or not self.isVisible():
            return
        if not self._waiting:
            self._finish()
            return
        step = self._waiting[0]
        if step not in self._pages:
            self._build(step)
        else:
            del self._waiting[0]
            self._lay_out(step)
        if self._waiting:
            self._rest.start(0)
        else:
            self.prepared.emit()
            self._wait_for_rest()

    def _finish(self) -> None:
        """Build the next part of a page out of sight; once there is none left, foresee what a visit will need."""
        page = self._unfinished()
        if page is None:
            if self._state is not None:
                self._foresee(*self._state)
            return
        page.build_on()
        if self._unfinished() is not None:
            self._rest.start(0)
        else:
            self._wait_for_rest()

    def _foresee(self, consultation: Consultation, assessment: Assessment, _carried: Carried) -> None:
        for step, page in self._pages.items():
            if step != self._step:
                page.foresee(consultation, assessment)

    def _lay_out(self, step: str) -> None:
        if step == self._step:
            return
        self._catch_up(step)
        self._areas[step].resize(self.size())
        self._areas[step].grab()  # drawn once, a page has its style, its layout and its letters


class Frame(QWidget):
    """A page at the size that is given, but never below its least."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: QWidget | None = None
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, page: QWidget) -> None:
        """Take the page, which was made inside."""
        self._page = page

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the page, whatever its width."""
        return self._page.minimumSizeHint() if self._page is not None else QSize()

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow page is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the least height of the page at a width, at which no line of its heading is cut."""
        layout = self._page.layout() if self._page is not None else None
        return layout.minimumHeightForWidth(width) if layout is not None else 0

    def sizeHint(self) -> QSize:
        """Return the same: the rest is for the page to divide."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page all the room."""
        super().resizeEvent(event)
        if self._page is not None:
            self._page.setGeometry(self.rect())
