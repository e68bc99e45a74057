"""What a page is: a title, a way to show the consultation, and a signal for what the clinician changed."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneedesk.assessment.assessment import Assessment
from kneedesk.domain.beginning import Carried
from kneedesk.domain.consultation import Consultation
from kneedesk.presentation.patient_view import Focus
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.say_line import SayLine, SpeechMark


class Progress(StrEnum):
    """How far a step is, as the rail shows it."""

    DONE = "done"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"


class Page(QWidget):
    """One step; it knows neither other pages nor the store."""

    STEP = ""
    """The id of the step, and the object name of the page."""
    TITLE = ""
    """The name of the step in the rail, a message of the application."""
    HOLDS: frozenset[str] = frozenset()
    """The findings that are recorded here: paths, or a block for all of its findings that no other page holds."""
    lines_to_say: tuple[SayLine, ...] = ()
    """What can be said aloud under the headings of the page; who holds the page fills and hides them."""
    amended = Signal(object)
    """A mapping of finding paths to their new values, one step of undo."""
    explained = Signal(object)
    """What the basis drawer is to explain: a finding path, a reason or a statement's basis."""
    sought = Signal(str)
    """A finding path that the clinician wants to go to."""
    confirmed = Signal(str)
    """A finding path whose value was taken over and still holds."""
    evidence_asked = Signal(str)
    """The id of a record that the clinician wants to see in the evidence."""
    projected = Signal()
    """What is talked about is another, though the keyboard is where it was."""
    finalising_asked = Signal()
    """The clinician wants this version to stand."""
    answered_at_once = Signal(int)
    """How many questions were answered by one press, after they were listed by name."""
    exported = Signal(str)
    """Something was saved or printed: undo does not cross that."""

    def show_consultation(self, consultation: Consultation, assessment: Assessment) -> None:
        """Show a consultation without announcing anything as changed."""
        raise NotImplementedError

    @property
    def unfinished(self) -> bool:
        """Tell whether parts of the page below what is seen at once are not built yet."""
        return False

    def build_on(self) -> None:
        """Build the next of these parts; asked for out of sight, while nobody types."""

    def foresee(self, consultation: Consultation, assessment: Assessment) -> None:
        """Make ready, out of sight, what takes longer than a frame when the page is visited."""

    def let_be(self) -> None:
        """Give up what is being made ready, out of sight: it is of a state that is no more."""

    def show_carried(self, carried: Carried) -> None:
        """Mark what was taken over and is to be confirmed, where the page has it; the consultation follows."""

    def line_to_say(self, of: str, mark: SpeechMark | None = None) -> SayLine:
        """Return a new place for the line to say under a heading, by the name of the heading in the pack."""
        line = SayLine(of, mark)
        line.explained.connect(self.explained)
        self.lines_to_say = (*self.lines_to_say, line)
        return line

    def go_to(self, path: str) -> bool:
        """Put the focus on the control of a finding; tell whether the page has it."""
        control = self.findChild(QWidget, path)
        if control is None or not control.isVisibleTo(self):
            return False
        control.setFocus()
        return True

    def projection(self, focused: QWidget | None) -> Focus:
        """Return what is talked about while this widget has the focus, for the patient's own window."""
        return Focus(self.STEP)

    def editors(self) -> Iterable[QWidget]:
        """Return what changes the record when it is worked."""
        return self.findChildren(Field)

    def rest(self, *, resting: bool) -> None:
        """Let nothing be changed here while a version stands; all of it can still be read."""
        for editor in self.editors():
            editor.setEnabled(not resting)

    def forgo_deciding(self) -> None:
        """Offer nothing that only a physician decides, and say so where it was offered."""

    @classmethod
    def progress(cls, consultation: Consultation, assessment: Assessment) -> Progress:
        """Return how far the step is."""
        raise NotImplementedError

    def _announce(self, path: str, value: Any) -> None:
        self.amended.emit({path: value})


def step_of(path: str, pages: Iterable[type[Page]]) -> str:
    """Return the step at which a finding is recorded, or nothing where no page has it."""
    block = path.partition(".")[0]
    by_finding = {name: page.STEP for page in pages for name in page.HOLDS}
    return by_finding.get(path, by_finding.get(block, ""))
