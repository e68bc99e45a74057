"""How a consultation comes onto the desk: resumed, new, on the other knee, from a file or from a sample."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from kneedesk.ui.background import Background, Ticket
from kneedesk.ui.failure import sentences_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from kneedesk.domain.beginning import Carried
    from kneedesk.domain.consultation import Consultation
    from kneedesk.knowledge.library import Library
    from kneedesk.language import Language
    from kneedesk.settings import Settings
    from kneedesk.store.consultations import Consultations
    from kneedesk.store.shown import Shown
    from kneedesk.ui.desk import Desk
    from kneedesk.ui.dialogs.new_consultation import Beginning
    from kneedesk.ui.keeping import Keeping
    from kneedesk.ui.session import Session

_FIRST: Final = "patient"

# Message of the application.
NOT_SHOWN: Final = "Administrators manage users and backups; consultations are not shown to them."


class Opening(QObject):
    """One wish at a time: it is read away from the window, and shown once the desk is there to show it."""

    waiting = Signal(str)
    """What is under way, in words; empty when it is done."""
    refused = Signal(str, object)
    """What could not be opened, and the sentences that say why."""
    shown = Signal()
    """A consultation is on the desk."""
    viewed = Signal(str)
    """The key of a consultation that was kept already, and is seen now."""
    known = Signal()
    """The consultation of a file is on the desk, and was kept here already, just as the file has it."""

    def __init__(
        self,
        background: Background,
        language: Language,
        clock: Callable[[], datetime],
        new_key: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._language = language
        self._clock = clock
        self._new_key = new_key
        self._store: tuple[Consultations, Keeping] | None = None
        self._desk: tuple[Library, Desk] | None = None
        self._ready: tuple[str, tuple[Consultation, Carried], bool, bool, Shown | None] | None = None
        self._seen: Callable[[], None] | None = None
        self._wish = Ticket()
        self.sees = True
        """Whether consultations are shown to who is here."""
        self.decides = True
        """Whether it is for who is here to decide: then each session that is opened lets them."""
        self._lost: tuple[str, ...] = ()
        self._file: Path | None = None
        self.before_reading: Callable[[str], None] = _leave
        """What is done with the key of a consultation before it is read to be opened; away from the window."""

    def take_store(self, consultations: Consultations, keeping: Keeping) -> None:
        """Take what consultations are read from and kept by."""
        self._store = (consultations, keeping)
        if self._file is not None:
            self.open_file(self._file)

    def let_go(self) -> None:
        """Forget store and desk, and what was wished for: somebody has locked the window."""
        self._store = self._desk = self._ready = self._seen = self._file = None
        self._wish.valid = False
        self._wish = Ticket()
        self.waiting.emit("")

    def take_desk(self, library: Library, desk: Desk) -> None:
        """Take the desk; what was wished for meanwhile is shown."""
        self._desk = (library, desk)
        desk.notice.dismissed.connect(self._mark_seen)
        self._show()

    def give_up(self, sentences: tuple[str, ...]) -> None:
        """Refuse every wish from now on, the one under way among them: there is no desk to show it."""
        self._lost = sentences
        self._ready = None
        self.waiting.emit("")

    def resume(self, key: str) -> None:
        """Open a consultation that is kept."""
        if self._store is not None:
            take = partial(self._take_kept, key)
            work = partial(_kept, *self._store, key, self.before_reading)
            self._run(work, take, "This consultation cannot be opened")

    def begin(self, beginning: Beginning, settings: Settings) -> None:
        """Open a new consultation."""
        self._fetch(self._new_key(), partial(_begun, beginning, settings), "This consultation cannot begin")

    def other_knee(self, key: str) -> None:
        """Open a new consultation on the other knee of a patient."""
        if self._store is not None:
            work = partial(_other_knee, *self._store, key, self._clock)
            self._fetch(self._new_key(), work, "The other knee cannot be opened")
            self.viewed.emit(key)  # its history is taken over

    def open_file(self, path: Path) -> None:
        """Open a consultation file as a consultation that is kept from now on, or as the one that is kept already."""
        self._file = path if self._store is None else None
        if self._store is None:
            self.waiting.emit(self._language.say("Opening"))
        else:
            self._run(
                partial(_load, *self._store, path, self.before_reading), self._take_file, "This file was not opened"
            )

    def _fetch(self, key: str, work: Callable[[], tuple[Consultation, Carried]], refusal: str) -> None:
        self._run(work, partial(self._take, key, True), refusal)

    def _run(self, work: Callable[[], Any], take: Callable[[Any], None], refusal: str) -> None:
        lost = self._lost if self.sees else (self._language.say(NOT_SHOWN),)
        if lost:
            self.refused.emit(self._language.say(refusal), lost)
            return
        self.waiting.emit(self._language.say("Opening"))
        self._background.run(work, take, partial(self._refuse, refusal), self._wish)

    def _take_file(self, found: tuple[str, tuple[Consultation, Carried], Shown | None]) -> None:
        key, state, before = found
        self._take(key or self._new_key(), not key, state, before, known=bool(key))

    def _take_kept(self, key: str, kept: tuple[tuple[Consultation, Carried], Shown | None]) -> None:
        self._take(key, False, *kept)

    def _take(
        self,
        key: str,
        new: bool,
        state: tuple[Consultation, Carried],
        before: Shown | None = None,
        *,
        known: bool = False,
    ) -> None:
        if not self._lost:
            self._ready = (key, state, new, known, before)
            self._show()

    def _refuse(self, refusal: str, error: Exception) -> None:
        self.waiting.emit("")
        self.refused.emit(self._language.say(refusal), sentences_of(error, self._language))

    def _show(self) -> None:
        if self._ready is None or self._desk is None or self._store is None:
            return
        from kneedesk.ui.session import Session  # noqa: PLC0415 - loaded with the desk

        (key, state, new, known, before), self._ready = self._ready, None
        self._seen = None
        library, desk = self._desk
        session = Session(library, self._store[1], decides=self.decides)
        desk.take(session)
        if new:
            session.start(key, *state)
        else:
            pending = self._store[1].pending(key)
            if pending is not None:  # since it was read what could not be sent before may have been sent
                state = pending[0], state[1] if pending[1] is None else pending[1]
            session.open(key, *state)
            self.viewed.emit(key)
            self._compare(key, before, session)
            if pending is not None:
                session.keep()
        desk.visit(_FIRST if new else desk.first_open_step())
        self.waiting.emit("")
        self.shown.emit()
        if known:
            self.known.emit()

    def _compare(self, key: str, before: Shown | None, session: Session) -> None:
        """Say what another version of the pack changes for this patient, until the clinician puts it away."""
        from kneedesk.presentation.reassessment import changed_verdicts, version_words  # noqa: PLC0415
        from kneedesk.store.shown import shown_as  # noqa: PLC0415

        if self._desk is None or self._store is None or session.assessment is None:
            return
        (library, desk), assessment = self._desk, session.assessment
        now = shown_as(assessment)
        mark = partial(self._store[0].mark_shown, key, now)
        self._seen = partial(self._background.run, mark, _leave, _leave)
        if before is None or before.knowledge == now.knowledge:
            if before != now:
                self._mark_seen()
            return
        title = version_words(before.knowledge, assessment, self._language)
        desk.notice.show_message(title, changed_verdicts(before.verdicts, assessment, library, self._language))

    def _mark_seen(self) -> None:
        """Keep that this version of the pack was seen; where that fails, it is said again the next time."""
        seen, self._seen = self._seen, None
        if seen is not None:
            seen()


def _leave(_answer: object) -> None:
    """Do nothing more."""


# What follows is done away from the window; it loads what it needs there.


def _read(consultations: Consultations, keeping: Keeping, key: str) -> tuple[Consultation, Carried]:
    consultation, carried = keeping.pending(key) or (consultations.read(key), None)
    return consultation, consultations.carried(key) if carried is None else carried


def _kept(
    consultations: Consultations, keeping: Keeping, key: str, before: Callable[[str], None]
) -> tuple[tuple[Consultation, Carried], Shown | None]:
    """Return a consultation and how it was last shown; what is not committed yet was shown with this pack."""
    before(key)
    fresh = keeping.pending(key) is not None
    return _read(consultations, keeping, key), None if fresh else consultations.shown(key)


def _other_knee(
    consultations: Consultations, keeping: Keeping, key: str, clock: Callable[[], datetime]
) -> tuple[Consultation, Carried]:
    from kneedesk.domain.beginning import carried_from, on_the_other_knee  # noqa: PLC0415

    first, carried = _read(consultations, keeping, key)
    return on_the_other_knee(first, clock().date()), carried_from(first, carried)


def _load(
    consultations: Consultations, keeping: Keeping, path: Path, before_reading: Callable[[str], None]
) -> tuple[str, tuple[Consultation, Carried], Shown | None]:
    """Return the consultation of a file, and the key under which it is kept already, just so, or none."""
    from kneedesk.exchange.consultation_file import load  # noqa: PLC0415

    consultation = load(path)
    key = consultations.kept_as(consultation)
    if key:
        state, before = _kept(consultations, keeping, key, before_reading)
        if state[0] == consultation:
            return key, state, before
    return "", (consultation, {}), None


def _begun(beginning: Beginning, settings: Settings) -> tuple[Consultation, Carried]:
    from kneedesk.domain.beginning import begin, named  # noqa: PLC0415
    from kneedesk.domain.consultation import Jurisdiction, Knee  # noqa: PLC0415
    from kneedesk.domain.patient import LanguageTag  # noqa: PLC0415
    from kneedesk.domain.practice import Clinician, Practice  # noqa: PLC0415

    practice, clinician, speaks = settings.practice, settings.clinician, LanguageTag(settings.language)
    begun = begin(
        named(beginning.family_name, beginning.given_name, speaks),
        Knee(beginning.knee),
        beginning.day,
        Jurisdiction(settings.jurisdiction),
        Practice.model_validate({name: getattr(practice, name) or None for name in Practice.model_fields}),
        Clinician(
            name=clinician.name or None,
            registration=clinician.registration or None,
            role=clinician.role or None,
            language=speaks,
        ),
    )
    return begun, {}
