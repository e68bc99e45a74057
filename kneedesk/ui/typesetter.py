"""The documents of one state of a consultation: issued when they are asked for, or ahead while there is time.

Each is set on its pages first, of which the one in sight can be shown, and then written.
"""

from __future__ import annotations

from functools import partial
from time import sleep
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from kneedesk.documents.material import Material
from kneedesk.ui.background import Background, Ticket
from kneedesk.ui.issuing import PARTS, Issued, Proof, Request, finish, set_request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from kneedesk.assessment.assessment import Assessment
    from kneedesk.assessment.readiness import Document
    from kneedesk.documents.issue import Told
    from kneedesk.documents.style import Paper
    from kneedesk.domain.consultation import Consultation
    from kneedesk.knowledge.library import Library
    from kneedesk.language import Language
    from kneedesk.ui.sealing import Seals


_BREATH: Final = 0.0005
"""Seconds that what is made ahead leaves to the window's thread after each piece."""
_FRAME: Final = 0.016
"""Seconds that the window's thread has for itself to show the pages in sight, before all of them are written."""


class Edition(NamedTuple):
    """One document as it may be chosen: its language, its paper, as usual or in large print."""

    document: Document
    language: str
    paper: Paper
    large: bool = False


class Typesetter(QObject):
    """Has documents issued away from the window's thread; with another state all of them are thrown away.

    What is foreseen is given up as soon as another is asked for, unless its version stands and is sealed and kept.
    """

    proved = Signal(object)
    """The document that was asked for last, set on its pages; its bytes are on their way."""
    issued = Signal(object)
    """The document that was asked for last."""
    failed = Signal(object)
    """The exception that it raised, or another of a version that stands, of which all must be kept."""

    def __init__(
        self,
        background: Background,
        library: Library,
        language: Language,
        languages: Mapping[str, Language],
        clock: Callable[[], datetime],
        seals: Seals | None,
        logo: Callable[[], str],
    ) -> None:
        """Take the language of the screen, those of the documents, and what seals them."""
        super().__init__(background)
        self._background, self._library, self._clock = background, library, clock
        self._language, self._languages = language, languages
        self._seals, self._logo = seals, logo
        self._state: tuple[Consultation, Assessment] | None = None
        self._made_at: datetime | None = None
        self._ready: dict[Edition, Issued] = {}
        self._known: dict[tuple[Document, str], Told] = {}
        self._asked: Edition | None = None
        self._ahead: Edition | None = None
        self._foreseen: list[Edition] = []
        self._asking, self._foresight = Ticket(), Ticket()
        self._unloaded = list(PARTS)
        self._rests = self._loads = False

    def take(self, consultation: Consultation, assessment: Assessment) -> None:
        """Take another state: of the one before nothing is shown any more."""
        self._state = (consultation, assessment)
        self._made_at = None
        self._ready, self._known = {}, {}
        self._asked = self._ahead = None
        self._foreseen = []
        self._asking.valid = self._foresight.valid = False
        self._foresight = Ticket()

    def ask(self, edition: Edition) -> Issued | None:
        """Return a document that is ready; any other is announced when it is, unless another was asked for by then."""
        self._let_go_of_yesterday()
        self._foreseen = []
        if edition != self._asked:
            self._asking.valid = False
            self._asked = edition
            if edition not in self._ready and edition != self._ahead:
                self._give_up()
                self._asking = Ticket()
                self._run(edition, self._asking)
        return self._ready.get(edition)

    def foresee(self, editions: Iterable[Edition]) -> None:
        """Issue these while there is time, the first first; what was foreseen before is let be.

        What sets pages is loaded before, a part at a time: whoever types meanwhile waits for no more than one.
        """
        self._rests = True
        self._foreseen = [edition for edition in editions if edition not in self._ready]
        self._go_on()

    def let_be(self) -> None:
        """Let be all that is being issued and foreseen, in the midst of it; what stands is finished, for it is kept."""
        if not self._stands:
            self._foreseen, self._asked, self._rests = [], None, False
            self._asking.valid = False
            self._give_up()

    def ready(self, edition: Edition) -> Issued | None:
        """Return a document if it is ready."""
        return self._ready.get(edition)

    def request(self, edition: Edition) -> Request:
        """Return what a document is made from; all of a state are made at one moment.

        :raises ValueError: before there is a state.
        """
        if self._state is None:
            raise ValueError("no consultation was taken")
        consultation = self._state[0]
        if self._made_at is None:
            self._made_at = consultation.finalised.at if consultation.finalised is not None else self._clock()
        # A physician who did not say otherwise reads the language of the screen.
        reads = str(consultation.clinician.language or self._language.tag)
        material = Material(
            *self._state,
            self._library,
            self._languages[edition.language],
            self._made_at,
            facing=self._languages.get(reads, self._language),
        )
        return Request(edition.document, material, edition.paper, edition.large, self._logo())

    def _let_go_of_yesterday(self) -> None:
        """Begin again where a draft was made on another day than it is asked for."""
        if self._state is None or self._made_at is None or self._stands:
            return
        if self._made_at.date() != self._clock().date():
            self.take(*self._state)

    def _give_up(self) -> None:
        """Let be what is being issued ahead, in the midst of it; what stands is finished, for it is kept."""
        if self._ahead is not None and not self._stands:
            self._foresight.valid = False
            self._foresight = Ticket()
            self._ahead = None

    @property
    def _stands(self) -> bool:
        return self._state is not None and self._state[0].finalised is not None

    def _go_on(self) -> None:
        if not self._rests or self._loads:
            return
        if self._unloaded:
            self._loads = True
            self._background.run(self._unloaded.pop(0), self._loaded, self._loaded, Ticket())
        elif self._foreseen and self._ahead is None:
            self._ahead = self._foreseen.pop(0)
            self._run(self._ahead, self._foresight)

    def _loaded(self, _found: object) -> None:
        """Go on; what cannot be loaded is told to who asks for a document."""
        self._loads = False
        self._go_on()

    def _run(self, edition: Edition, ticket: Ticket) -> None:
        work = partial(set_request, self.request(edition), self._seals, self._watch(edition, ticket), self._known)
        self._background.run(work, partial(self._prove, edition, ticket), partial(self._fail, edition), ticket)

    def _watch(self, edition: Edition, ticket: Ticket) -> Callable[[], None]:
        """Return what ends work that nobody waits for any more, except on what stands: that is kept."""
        waits = Ticket() if self._stands else ticket

        def watch() -> None:
            if not waits.valid:
                raise _GivenUp
            if edition != self._asked:
                sleep(_BREATH)

        return watch

    def _prove(self, edition: Edition, ticket: Ticket, found: Proof | Issued) -> None:
        """Show who asked the pages that are set, then have them written: the pictures of those in sight go first."""
        if isinstance(found, Issued):
            self._take(edition, found)
            return
        work = partial(finish, found, self._seals, self._watch(edition, ticket))
        if edition == self._asked:
            self.proved.emit(found)
            work = partial(_after_a_frame, work)
        self._background.run(work, partial(self._take, edition), partial(self._fail, edition), ticket)

    def _take(self, edition: Edition, issued: Issued) -> None:
        self._ready[edition] = issued
        if edition == self._asked:
            self.issued.emit(issued)
        self._follow(edition)

    def _fail(self, edition: Edition, error: Exception) -> None:
        if edition == self._asked or self._stands:
            self._asked = None
            self.failed.emit(error)
        self._follow(edition)

    def _follow(self, edition: Edition) -> None:
        """Go on with what is foreseen, once what was issued ahead is done."""
        if edition == self._ahead:
            self._ahead = None
        self._go_on()


class _GivenUp(Exception):
    """Nobody waits any more for what is being made."""


def _after_a_frame(work: Callable[[], Issued]) -> Issued:
    sleep(_FRAME)
    return work()
