"""The open consultation: banner above, the pages in the middle, what they rest on beside them, the footer below."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from kneedesk.assessment.assessment import Assessment
from kneedesk.domain.consultation import Consultation
from kneedesk.exchange.faults import Fault
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.glossary import Glossary
from kneedesk.presentation.places import Place
from kneedesk.ui.amending import amend
from kneedesk.ui.banner import Banner
from kneedesk.ui.drawer import Drawer
from kneedesk.ui.footer import Footer
from kneedesk.ui.glossing import Glossing
from kneedesk.ui.middle import Middle
from kneedesk.ui.notice import Notice
from kneedesk.ui.page import Page, Progress, step_of
from kneedesk.ui.page_stack import PageStack
from kneedesk.ui.path_strip import PathStrip
from kneedesk.ui.saying import Saying
from kneedesk.ui.session import Session
from kneedesk.ui.theme import Theme
from kneedesk.ui.version_strip import VersionStrip


class Desk(QWidget):
    """One consultation at a time, the step in sight, and what of it is explained beside it."""

    arrived = Signal(str)
    """The step that is now in sight."""
    progressed = Signal(object)
    """How far each step is, by its id."""
    drawer_toggled = Signal(bool)
    unplaced = Signal(str)
    """A finding that no step asks for: the practice and the physician come from the settings."""
    projected = Signal(object)
    """What is talked about now, for the patient's own window."""
    left = Signal()
    """The consultation is let go."""
    evidence_asked = Signal(str)
    """The id of a record that the clinician wants to see in the evidence."""
    exported = Signal(str, str)
    """The key of the consultation of which something was saved or printed, and by which page or as which document."""
    answered_at_once = Signal(str, int)
    """The key of the consultation of which questions were answered by one press, and how many."""
    finalising_asked = Signal()
    """The clinician wants this version to stand."""

    def __init__(
        self,
        pages: tuple[type[Page], ...],
        library: Library,
        language: Language,
        theme: Theme,
        maker: Callable[[type[Page]], Callable[..., Page]] = lambda page: page,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.glossary = Glossary(library, language)
        self._classes = {page.STEP: page for page in pages}
        self._maker = maker
        self._parts = (library, language, theme)
        self._language = language
        self._session: Session | None = None
        self.decides = True
        """Whether it is for who is here to decide; to be known before the first page is made."""
        self._changed = False
        self._arriving = False
        self._focused: QWidget | None = None
        self._question: QDialog | None = None
        self.banner = Banner(library, language, theme)
        self.drawer = Drawer(library, language, theme)
        self.footer = Footer(language, theme)
        self.notice = Notice(language, theme)
        self.notice.setProperty("place", "desk")  # stands off its neighbours, and leaves no gap where it is hidden
        self.version = VersionStrip(language, theme)
        self.stack = PageStack(self._classes, self._make, language)
        self.middle = Middle(self.stack, self.drawer)
        self.path = PathStrip(library, language, theme)
        self.saying = Saying(library, language, self)
        self.glossing = Glossing(language, self)
        self._lines = lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.banner)
        lines.addWidget(self.version)
        lines.addWidget(self.notice)
        lines.addWidget(self.path)
        lines.addWidget(self.middle, 1)
        lines.addWidget(self.footer)
        self._connect()

    def add_above(self, pane: QWidget) -> None:
        """Take a pane that stands above the notice and the pages."""
        self._lines.insertWidget(self._lines.indexOf(self.notice), pane)

    def add_below(self, pane: QWidget) -> None:
        """Take a pane that stands between the pages and the footer."""
        self._lines.insertWidget(self._lines.indexOf(self.footer), pane)

    @property
    def session(self) -> Session | None:
        """Return the session of the open consultation."""
        return self._session

    @property
    def step(self) -> str:
        """Return the step in sight."""
        return self.stack.step

    @property
    def record(self) -> str:
        """Return the id of the first fact or source of what is focused or chosen, empty where nothing is."""
        return self.drawer.record

    def page(self, step: str) -> Page:
        """Return the page of a step."""
        return self.stack.page(step)

    def take(self, session: Session) -> None:
        """Show what a session will open; the one before is let go."""
        self.let_go()
        self._session = session
        self._changed = False
        session.setParent(self)
        self.stack.read_along(session.reads)
        session.shown.connect(self._show)
        session.refused.connect(self._refuse)
        session.handed_over.connect(self.footer.show_saving)
        session.saved.connect(self._saved)
        session.not_saved.connect(self._not_saved)
        self.drawer.explain(None)

    def let_go(self) -> None:
        """Take what is still being typed, and stop listening to the session."""
        self.commit()
        self.notice.hide()
        if self._session is not None:
            for signal in (
                self._session.shown,
                self._session.refused,
                self._session.handed_over,
                self._session.saved,
                self._session.not_saved,
            ):
                signal.disconnect()
            self._session.deleteLater()
            self._session = None
            self.left.emit()

    def read_along(self, reads: bool) -> None:
        """Let nothing be changed while another desk writes or none can, or let it again."""
        session = self._session
        if session is not None and session.reads != reads:
            self.commit()
            session.reads = reads
            self.stack.read_along(reads)
            self.banner.show_history(session.can_undo, session.can_redo)

    def commit(self) -> None:
        """Take what is being typed and not yet confirmed, by leaving the control."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()

    def asks_first(self, then: Callable[[], object]) -> bool:
        """Take what is being typed; tell whether that raised a question, after whose answer this is done."""
        self.commit()
        if self._question is None:
            return False
        self._question.finished.connect(lambda _: then())
        return True

    def visit(self, step: str, focus: QWidget | None = None) -> None:
        """Bring a step in sight, with the focus on a widget or where it was on the page."""
        if step not in self._classes:
            return
        if step != self.step:
            self.drawer.explain(None)
        page = self.page(step)
        kept = focus or page.focusWidget()
        self._arriving = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # or Qt would choose a place while the page before it goes
        self.stack.visit(step)
        self._show_ways()
        self.arrived.emit(step)
        (kept or page).setFocus(Qt.FocusReason.OtherFocusReason)
        self._arriving = False
        self._project()

    def first_open_step(self) -> str:
        """Return the first step that lacks something, else the last."""
        session = self._session
        if session is None or session.consultation is None or session.assessment is None:
            return next(iter(self._classes))
        progress = self._progress(session.consultation, session.assessment)
        return next((step for step, state in progress.items() if state == Progress.MISSING), [*progress][-1])

    def go_to(self, path: str) -> bool:
        """Bring the step of a finding in sight, and the focus to its control; tell whether there is one now."""
        home = step_of(path, self._classes.values())
        if not home:
            self.unplaced.emit(path)
            return False
        self.visit(home)
        page = self.page(home)
        found = page.go_to(path)
        focused = page.focusWidget()
        if found and focused is not None:
            self.stack.bring(focused)
        return found

    def lead_to(self, place: Place) -> None:
        """Bring a step, a finding or a control of a step in sight, with the focus on it."""
        if place.kind == "step":
            self.visit(place.id)
        elif place.kind == "finding":
            self.go_to(place.id)
        else:
            self.visit(place.step)
            control = self.page(place.step).findChild(QWidget, place.id)
            if control is not None and control.isVisible():
                control.setFocus(Qt.FocusReason.OtherFocusReason)
                self.stack.bring(control)

    def show_basis(self, shown: bool) -> None:
        """Show or hide the basis drawer."""
        self.middle.show_drawer(shown)
        self.banner.show_basis(shown)

    def _make(self, kind: type[Page], parent: QWidget) -> Page:
        page = self._maker(kind)(*self._parts, parent)
        page.setAccessibleName(self._language.say(kind.TITLE))  # where the page itself takes the focus
        page.amended.connect(self._amend)
        page.explained.connect(self._explain)
        page.sought.connect(self.go_to)
        page.exported.connect(self._settle)
        page.answered_at_once.connect(self._tell_answered)
        page.confirmed.connect(self._confirm)
        page.projected.connect(self._project)
        page.evidence_asked.connect(self.evidence_asked)
        page.finalising_asked.connect(self.finalising_asked)
        if not self.decides:
            page.forgo_deciding()
        self.saying.hold(page)
        return page

    def _connect(self) -> None:
        self.path.sought.connect(self.lead_to)
        self.arrived.connect(self.path.arrive)
        self.left.connect(self.path.forget)
        self.banner.undone.connect(self._undo)
        self.banner.redone.connect(self._redo)
        self.banner.basis_asked.connect(self._toggle_basis)
        self.drawer.closed.connect(self._toggle_basis)
        self.drawer.sought.connect(self._seek)
        self.drawer.evidence_asked.connect(self.evidence_asked)
        for follow in (self.middle.divide, self.saying.refresh):
            self._parts[2].switched.connect(follow)
        self.glossing.explained.connect(self._explain)
        self.middle.crowded.connect(partial(self.show_basis, False))
        self.footer.went_back.connect(partial(self._move, -1))
        self.footer.went_on.connect(partial(self._move, 1))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def _show(self, consultation: Consultation, assessment: Assessment) -> None:
        session = self._session
        if session is None:
            return
        self.banner.show_consultation(consultation)
        self.version.show_consultation(consultation)
        self.saying.show_consultation(consultation)
        self.path.show_consultation(consultation)
        self.banner.show_history(session.can_undo, session.can_redo)
        if not self._changed:
            self._changed = True
            self.footer.show_saved()
        self.stack.show_consultation(consultation, assessment, session.carried)
        self.drawer.show_consultation(consultation, assessment)
        self.progressed.emit(self._progress(consultation, assessment))
        self._project()

    def _project(self) -> None:
        if self.step and self._session is not None:
            self.projected.emit(self.page(self.step).projection(QApplication.focusWidget()))

    def _progress(self, consultation: Consultation, assessment: Assessment) -> Mapping[str, str]:
        carried = self._session.carried if self._session is not None else {}
        unconfirmed = {step_of(path, self._classes.values()) for path in carried}
        return {
            step: Progress.MISSING if step in unconfirmed else page.progress(consultation, assessment)
            for step, page in self._classes.items()
        }

    def _amend(self, changes: Mapping[str, Any]) -> None:
        if self._session is not None:
            if self._session.stands:
                title = self._language.say("This version is final. To change something, amend it.")
                self.notice.show_message(title, tone="info")
            question = amend(self._session, changes, self.page(self.step), self._language)
            if question is not None:
                self._question = question
                question.finished.connect(self._forget_question)

    def _forget_question(self) -> None:
        self._question = None

    def _confirm(self, path: str) -> None:
        if self._session is not None:
            self._session.confirm(path)

    def _refuse(self, path: str, fault: Fault) -> None:
        """Say a fault at the field that it concerns, or above the page where there is none."""
        if not self.step:
            return
        for control in self.page(self.step).findChildren(QWidget, path):
            show_fault = getattr(control, "show_fault", None)
            if show_fault is not None:
                show_fault(fault.said(self._language))
                return
        self.notice.show_message(fault.said(self._language), tone="caution")

    def _saved(self, at: Any) -> None:
        self.footer.show_saved(at)

    def _not_saved(self, why: str) -> None:
        self.footer.show_not_saved(self._language.say(why))

    def _tell_answered(self, number: int) -> None:
        if self._session is not None:
            self.answered_at_once.emit(self._session.key, number)

    def _settle(self, what: str) -> None:
        """Forget what could be undone: what has left the desk stands."""
        if self._session is not None:
            self._session.settle()
            self.exported.emit(self._session.key, what)
            self.banner.show_history(self._session.can_undo, self._session.can_redo)

    def _undo(self) -> None:
        if self._session is not None:
            self._session.undo()

    def _redo(self) -> None:
        if self._session is not None:
            self._session.redo()

    def _explain(self, subject: Any) -> None:
        """Explain in the drawer; it opens for what was pressed, not for what Tab only came to."""
        asked = not isinstance(subject, str)
        if asked and self._arriving:
            return  # the focus came back with the page: nobody asked
        self.drawer.explain(subject)
        if asked and QApplication.focusWidget() is self._focused and not self.middle.drawer_shown:
            self.show_basis(True)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Let the drawer give way to what the focus comes to; Qt tells of it after the widget was told itself."""
        self._focused = now
        if now is not None and self.stack.isAncestorOf(now) and self.middle.covers(now):
            self.show_basis(False)
        if now is not None and self.stack.isAncestorOf(now):
            self._project()

    def _seek(self, path: str) -> None:
        """Go to a field that the drawer names; a drawer that lies over the page gives way."""
        if not self.middle.beside:
            self.show_basis(False)
        self.go_to(path)

    def _toggle_basis(self) -> None:
        shown = not self.middle.drawer_shown
        self.show_basis(shown)
        self.drawer_toggled.emit(shown)

    def _move(self, by: int) -> None:
        steps = list(self._classes)
        place = steps.index(self.step) + by
        if 0 <= place < len(steps):
            self.visit(steps[place])

    def _show_ways(self) -> None:
        titles = ["", *(self._language.say(page.TITLE) for page in self._classes.values()), ""]
        place = list(self._classes).index(self.step) + 1
        self.footer.show_ways(titles[place - 1], titles[place + 1])
