"""The window: the rail at the left, beside it the list of consultations or the one that is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QWidget
from shiboken6 import isValid

from kneedesk.ui.consultation_list import ConsultationList
from kneedesk.ui.rail import LOCK_KEYS, Entry, Rail
from kneedesk.ui.reading_order import move_focus
from kneedesk.ui.settling import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from kneedesk.language import Language
    from kneedesk.presentation.places import Place
    from kneedesk.ui.desk import Desk
    from kneedesk.ui.evidence import Evidence
    from kneedesk.ui.theme import Theme

# The steps in their order; the pages themselves are loaded when a consultation is opened (kneedesk/ui/steps.py).
STEPS: Final = (
    Entry("patient", "Patient & goal", "user-round", 1),
    Entry("evaluation", "Evaluation", "stethoscope", 2),
    Entry("candidacy", "Candidacy", "list-checks", 3),
    Entry("options", "Options", "scale", 4),
    Entry("risks", "Risks", "triangle-alert", 5),
    Entry("expectations", "Expectations", "calendar", 6),
    Entry("decision", "Decision & consent", "signature", 7),
    Entry("documents", "Documents", "file-text", 8),
)
_SIZE: Final = QSize(1366, 768)
_LEAST: Final = QSize(900, 560)
_SIZES: Final = {1: ("Ctrl++", "Ctrl+="), -1: ("Ctrl+-",), 0: ("Ctrl+0",)}
"""The keys of a larger and a smaller text and of the usual one."""


class MainWindow(QMainWindow):
    """It shows what it is given and says where the clinician wants to go; its title names no patient."""

    lock_asked = Signal()
    """Nobody is to read on before somebody unlocks again."""
    users_asked = Signal()
    theme_asked = Signal()
    settings_asked = Signal()
    text_size_asked = Signal(int)
    """One size of text larger (1) or smaller (-1), or the usual one (0)."""
    palette_asked = Signal()
    backups_asked = Signal()
    retention_asked = Signal()
    journal_asked = Signal()
    about_asked = Signal()
    check_asked = Signal()
    """A document from anywhere is to be checked: is it still what was sealed?"""
    evidence_asked = Signal(str)
    """The clinician wants to see the evidence, and of it this record."""
    left = Signal()
    """The clinician went from the open consultation back to the list."""
    painted = Signal()
    """The first frame is on the screen."""

    def __init__(self, theme: Theme, language: Language, may_close: Callable[[], bool] = lambda: True) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("KneeDesk")
        self.setMinimumSize(_LEAST)
        self.resize(_SIZE)
        self._may_close = may_close
        self._painted = False
        self.desk: Desk | None = None
        self.evidence: Evidence | None = None
        self.rail = Rail(STEPS, theme, language)
        self.list = ConsultationList(theme, language)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        self._whole = whole
        self._gate: QWidget | None = None
        self._doors = QStackedWidget()
        self._doors.addWidget(whole)
        self.setCentralWidget(self._doors)
        self.rail.chosen.connect(self.go)
        self.rail.show_place("consultations")
        self.list.search.setFocus()
        self._before: tuple[QWidget, QWidget | None] = (self.list, None)
        ask = QAction(self)
        ask.setShortcut(QKeySequence("Ctrl+E"))
        ask.triggered.connect(self._ask_evidence)
        self.addAction(ask)
        find = QAction(self)
        find.setShortcut(QKeySequence("Ctrl+K"))
        find.triggered.connect(self.palette_asked)
        self.addAction(find)
        lock = QAction(self)
        lock.setShortcut(QKeySequence(LOCK_KEYS))
        lock.triggered.connect(self.lock_asked)
        self.addAction(lock)
        self._inside = (ask, find, lock)
        for by, keys in _SIZES.items():
            resize = QAction(self)
            resize.setShortcuts([QKeySequence(each) for each in keys])
            resize.setAutoRepeat(False)
            resize.triggered.connect(partial(self.text_size_asked.emit, by))
            self.addAction(resize)

    @property
    def is_shut(self) -> bool:
        """Tell whether a page stands before all that is inside."""
        return self._gate is not None

    def shut(self, gate: QWidget) -> None:
        """Show a page in the place of all that is inside, until :meth:`let_in`; no key reaches what is behind it."""
        before, self._gate = self._gate, gate
        self._doors.addWidget(gate)
        self._doors.setCurrentWidget(gate)
        if before is not None:
            self._doors.removeWidget(before)
            before.deleteLater()
        for action in self._inside:
            action.setEnabled(False)
        gate.setFocus(Qt.FocusReason.OtherFocusReason)

    def let_in(self) -> None:
        """Show what is inside."""
        if self._gate is not None:
            self._doors.setCurrentWidget(self._whole)
            self._doors.removeWidget(self._gate)
            self._gate.deleteLater()
            self._gate = None
        for action in self._inside:
            action.setEnabled(True)
        self.list.focus_search()

    def empty(self) -> None:
        """Let go of everything that shows a patient, or what somebody looked for."""
        for widget in (self.desk, self.evidence):
            if widget is not None:
                self._stack.removeWidget(widget)
                widget.hide()
                widget.destroyed.connect(partial(_forget, [widget, *widget.findChildren(QObject)]))
                widget.deleteLater()
        self.desk = self.evidence = None
        self._before = (self.list, None)
        self._stack.setCurrentWidget(self.list)
        self.list.empty()
        self.rail.show_steps(False)
        self.rail.show_progress({})
        self.rail.show_place("consultations")

    def add_desk(self, desk: Desk) -> None:
        """Take the place where an open consultation is shown."""
        self.desk = desk
        self._stack.addWidget(desk)
        desk.arrived.connect(self.rail.show_place)
        desk.progressed.connect(self.rail.show_progress)
        desk.evidence_asked.connect(self._seek_evidence)

    def show_desk(self) -> None:
        """Show the open consultation."""
        if self.desk is not None:
            self._stack.setCurrentWidget(self.desk)
            self.rail.show_steps(True)

    def show_evidence(self, evidence: Evidence, record: str = "") -> None:
        """Show the evidence, and of it a record; what was open stays open."""
        if self.evidence is None:
            self.evidence = evidence
            self._stack.addWidget(evidence)
            evidence.left.connect(self._leave_evidence)
        self._stack.setCurrentWidget(evidence)
        self.rail.show_place("evidence")
        evidence.open(record)
        evidence.focus_search()

    def show_list(self) -> None:
        """Show the list of consultations."""
        self._stack.setCurrentWidget(self.list)
        self.rail.show_steps(False)
        self.rail.show_place("consultations")
        self.list.focus_search()

    def go(self, place: str) -> None:
        """Go where the clinician wants to go."""
        if place == "theme":
            self.theme_asked.emit()
        elif place == "settings":
            self.settings_asked.emit()
        elif place == "lock":
            self.lock_asked.emit()
        elif place == "consultations":
            if self._stack.currentWidget() is not self.list:
                self.left.emit()
        elif place == "evidence":
            self._seek_evidence("")
        elif self.desk is not None and self.desk.session is not None:
            self._stack.setCurrentWidget(self.desk)
            self.desk.visit(place)

    def lead_to(self, place: Place) -> None:
        """Go to what was found."""
        if place.kind == "record":
            self._seek_evidence(place.id)
        elif place.kind == "step":
            self.go(place.id)
        elif self.desk is not None and self.desk.session is not None:
            self._stack.setCurrentWidget(self.desk)
            self.desk.lead_to(place)

    def _ask_evidence(self) -> None:
        """Show what the statement in focus rests on, wherever it stands."""
        place = self._stack.currentWidget()
        if self.evidence is not None and place is self.evidence:
            self.evidence.open_focused()
        else:
            self._seek_evidence(self.desk.record if self.desk is not None and place is self.desk else "")

    def _seek_evidence(self, record: str) -> None:
        place = self._stack.currentWidget()
        if place is not None and place is not self.evidence:
            self._before = (place, QApplication.focusWidget())
        self.evidence_asked.emit(record)

    def _leave_evidence(self) -> None:
        """Return to where the clinician came from, and to what had the focus there."""
        place, focused = self._before
        kept = focused if focused is not None and isValid(focused) and place.isAncestorOf(focused) else None
        if self.desk is not None and place is self.desk and self.desk.session is not None:
            self._stack.setCurrentWidget(place)
            self.desk.visit(self.desk.step, kept)
        else:
            self.show_list()

    def restore(self, places: QSettings) -> None:
        """Take the size and the place that the window had."""
        geometry = places.value("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def remember(self, places: QSettings) -> None:
        """Keep the size and the place of the window; nothing else."""
        places.setValue("window/geometry", self.saveGeometry())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move by Tab in the order of reading: pages and rows are made long after the frame around them."""
        return move_focus(self, forward)

    def event(self, event: QEvent) -> bool:
        """Paint nothing that is not laid out yet."""
        if event.type() == QEvent.Type.UpdateRequest:
            settle()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the first frame is drawn."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when everything is written, or ask for it first."""
        if self._may_close():
            event.accept()
        else:
            event.ignore()


def _forget(parts: list[QObject]) -> None:
    """Let go of all that parts of the window held: whoever still refers to one of them finds nothing in it."""
    for part in parts:
        vars(part).clear()
    parts.clear()
