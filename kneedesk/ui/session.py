"""The open consultation: take a change, make the next frozen consultation, assess it, show it, have it saved."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

from pydantic import ValidationError
from PySide6.QtCore import QObject, Signal

from kneedesk.assessment.assessment import Assessment, assess
from kneedesk.domain.beginning import Carried
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.versions import amend, finalise
from kneedesk.exchange.faults import Fault, explain
from kneedesk.knowledge.library import Library
from kneedesk.store.shown import Shown, shown_as

Saved = Callable[[datetime], None]
Failed = Callable[[str], None]


class Keeper(Protocol):
    """What keeps consultations; it answers from another thread."""

    def keep(
        self,
        key: str,
        consultation: Consultation,
        saved: Saved,
        failed: Failed,
        carried: Carried | None = None,
        shown: Shown | None = None,
    ) -> None:
        """Keep the newest state of a consultation; call ``saved`` after the commit, or ``failed`` with why not."""

    def base_on(self, key: str, version: int) -> None:
        """Take it that the next states of a consultation are made from a version that was read."""

    def give_up(self, key: str) -> None:
        """Keep the newest state of a consultation no more."""


# Messages of the application.
NOT_TO_DECIDE = "Only a physician decides otherwise than a verdict."
NOT_TO_FINALISE = "Only a physician finalises."
NOT_TO_AMEND = "Only a physician amends what is final."


class Session(QObject):
    """One consultation while it is open; every change goes through here and nowhere else.

    Who does not decide records everything else.
    """

    shown = Signal(object, object)
    """The consultation and its assessment, after opening and after every change."""
    refused = Signal(str, object)
    """A finding path and the fault that says why its value was not taken."""
    handed_over = Signal()
    """The newest state is on its way to the store."""
    saved = Signal(object)
    """When the newest state was committed."""
    not_saved = Signal(str)
    """Why the newest state could not be committed; it is still here."""
    _committed = Signal(object, object)
    _failed = Signal(object, str)

    def __init__(
        self, library: Library, keeper: Keeper, parent: QObject | None = None, *, decides: bool = True
    ) -> None:
        super().__init__(parent)
        self.decides = decides
        self.reads = False
        """Whether it only reads along: another desk writes, or the line to the server is lost."""
        self._library = library
        self._keeper = keeper
        self._key = ""
        self._past: list[tuple[Consultation, Carried]] = []
        self._future: list[tuple[Consultation, Carried]] = []
        self.consultation: Consultation | None = None
        self.carried: Carried = {}
        self.assessment: Assessment | None = None
        self._committed.connect(self._tell_saved)
        self._failed.connect(self._tell_not_saved)

    @property
    def key(self) -> str:
        """Return the key under which the consultation is kept."""
        return self._key

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a change to take back."""
        return bool(self._past) and not self.reads

    @property
    def can_redo(self) -> bool:
        """Tell whether a change that was taken back can be made again."""
        return bool(self._future) and not self.reads

    @property
    def stands(self) -> bool:
        """Tell whether this version is finalised: then nothing of it is changed any more."""
        return self.consultation is not None and self.consultation.finalised is not None

    @property
    def rests(self) -> bool:
        """Tell whether nothing is changed here now."""
        return self.stands or self.reads

    def open(self, key: str, consultation: Consultation, carried: Carried | None = None) -> None:
        """Show a consultation that is kept under a key already, and what of it is to be confirmed."""
        self._key = key
        self.settle()
        self._show(consultation, carried or {})

    def start(self, key: str, consultation: Consultation, carried: Carried | None = None) -> None:
        """Show a consultation that is new, and keep it."""
        self.open(key, consultation, carried)
        self._keep()

    def adopt(self, consultation: Consultation, carried: Carried) -> None:
        """Show and keep what was chosen of two states; what could be undone is forgotten."""
        self._turn(consultation, carried)

    def keep(self) -> None:
        """Have what is shown kept: it is on its way already, and what becomes of it is to be told here."""
        self._keep()

    def follow(self, consultation: Consultation, carried: Carried) -> None:
        """Show what another desk has kept; what could be undone is forgotten."""
        self.settle()
        self._show(consultation, carried)

    def amend(self, path: str, value: Any) -> bool:
        """Take one change: a finding path and its new value; tell whether it was taken."""
        return self.amend_all({path: value})

    def amend_all(self, changes: Mapping[str, Any]) -> bool:
        """Take several changes as one step of undo, all of them or none."""
        current = self.consultation
        if current is None or self.rests:
            return False
        if "overrides" in changes and not self.decides:
            self.refused.emit("overrides", Fault(NOT_TO_DECIDE))
            return False
        try:
            following = _amended(current, changes)
        except ValidationError as error:
            self.refused.emit(next(iter(changes)), explain(error)[0])
            return False
        if following != current:
            self._change(current, following, {path: day for path, day in self.carried.items() if path not in changes})
        return True

    def confirm(self, path: str) -> None:
        """Take it that a finding that was taken over still holds."""
        current = self.consultation
        if current is not None and path in self.carried and not self.rests:
            self._change(current, current, {other: day for other, day in self.carried.items() if other != path})

    def finalise(self, at: datetime) -> None:
        """Let this version stand as it is from now on, with the pack that it was weighed by."""
        if not self.decides:
            self.refused.emit("finalised", Fault(NOT_TO_FINALISE))
        elif self.consultation is not None and self.assessment is not None and not self.rests:
            self._turn(finalise(self.consultation, self.assessment.knowledge, at), {})

    def begin_amendment(self, reason: str, at: datetime) -> None:
        """Begin the draft of the version after one that stands; the reason is the clinician's own words."""
        if not self.decides:
            self.refused.emit("amended", Fault(NOT_TO_AMEND))
        elif self.consultation is not None and self.stands and not self.reads:
            self._turn(amend(self.consultation, reason, at), self.carried)

    def undo(self) -> None:
        """Return to the state before the last change; that is a change too, and is kept."""
        if self.can_undo and self.consultation is not None:
            self._future.append((self.consultation, self.carried))
            self._show(*self._past.pop())
            self._keep()

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        if self.can_redo and self.consultation is not None:
            self._past.append((self.consultation, self.carried))
            self._show(*self._future.pop())
            self._keep()

    def settle(self) -> None:
        """Forget what could be undone: undo never crosses an export, a lock or a finalised version."""
        self._past.clear()
        self._future.clear()

    def _turn(self, following: Consultation, carried: Carried) -> None:
        self.settle()
        self._show(following, carried)
        self._keep()

    def _change(self, current: Consultation, following: Consultation, carried: Carried) -> None:
        self._past.append((current, self.carried))
        self._future.clear()
        self._show(following, carried)
        self._keep()

    def _show(self, consultation: Consultation, carried: Carried) -> None:
        self.consultation = consultation
        self.carried = carried
        self.assessment = assess(consultation, self._library, self.assessment)
        self.shown.emit(consultation, self.assessment)

    def _keep(self) -> None:
        state, carried = self.consultation, self.carried
        if state is not None and self.assessment is not None:
            self._keeper.keep(
                self._key,
                state,
                lambda at: self._committed.emit(state, at),
                lambda why: self._failed.emit(state, why),
                carried,
                shown_as(self.assessment),
            )
            self.handed_over.emit()

    def _tell_saved(self, state: Consultation, at: datetime) -> None:
        # The answer crossed a thread: by now there may be a newer state, which is not saved yet.
        if state is self.consultation:
            self.saved.emit(at)

    def _tell_not_saved(self, state: Consultation, why: str) -> None:
        if state is self.consultation:
            self.not_saved.emit(why)


def _amended(consultation: Consultation, changes: Mapping[str, Any]) -> Consultation:
    """Return the next consultation; a finding that gets a value is no longer *not assessed*.

    :raises ValidationError: where a value is not allowed; ``model_copy`` would not notice.
    """
    blocks: dict[str, Any] = dict(consultation)
    for path, value in changes.items():
        name, _, finding = path.partition(".")
        if finding:
            blocks[name] = {**dict(blocks[name]), finding: value}
        else:
            blocks[name] = value
    recorded = {path for path, value in changes.items() if value is not None}
    not_assessed = blocks["not_assessed"]
    if not_assessed is not None:
        blocks["not_assessed"] = tuple(path for path in not_assessed if path not in recorded) or None
    return Consultation.model_validate(blocks)
