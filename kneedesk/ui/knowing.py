"""What is known, read away from the window: our pack, and over it the practice's own."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kneedesk.bundle import resources
from kneedesk.ui.loading import load_in_turn

if TYPE_CHECKING:
    from kneedesk.knowledge.library import Library
    from kneedesk.language import Language
    from kneedesk.ui.background import Background
    from kneedesk.ui.notice import Notice
    from kneedesk.ui.opening import Opening


_BESIDE = (
    "kneedesk.documents.material",
    "kneedesk.documents.sealing.wording",
    "kneedesk.documents.writing",
    "kneedesk.domain.beginning",
    "kneedesk.domain.voiding",
    "kneedesk.exchange.calendar",
    "kneedesk.exchange.faults",
    "kneedesk.presentation.basis",
    "kneedesk.presentation.conversation",
    "kneedesk.presentation.course",
    "kneedesk.presentation.five_minutes",
    "kneedesk.presentation.glossary",
    "kneedesk.presentation.history",
    "kneedesk.presentation.pain_chart",
    "kneedesk.presentation.patient_view",
    "kneedesk.presentation.prescribed",
    "kneedesk.presentation.review",
    "kneedesk.presentation.risk_differences",
)
"""What a desk needs and knows nothing of the window: loaded away from it."""
_WINDOW = (
    "kneedesk.ui.page",
    "kneedesk.ui.desk",
    "kneedesk.ui.leading",
    "kneedesk.ui.patient_view.following",
    "kneedesk.ui.recalling",
    "kneedesk.ui.pages.patient",
    "kneedesk.ui.pages.evaluation",
    "kneedesk.ui.pages.candidacy",
    "kneedesk.ui.pages.options",
    "kneedesk.ui.pages.risks",
    "kneedesk.ui.pages.expectations",
    "kneedesk.ui.pages.decision",
    "kneedesk.ui.pages.documents",
    "kneedesk.ui.workplace",
)
"""What of the window makes a desk."""


class Knowing(QObject):
    """Read once, when the list can be used; what is wrong with a pack is said in the list."""

    known = Signal(object)
    """The library."""

    def __init__(
        self, reader: Background, opening: Opening, notice: Notice, language: Language, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reader, self._opening = reader, opening
        self._notice, self._language = notice, language
        self._unused: tuple[str, ...] = ()

    def read(self, practice: str) -> None:
        """Read what is known, with what a practice adds in a folder, empty where it adds nothing."""
        self._reader.run(partial(_knowledge, practice), self._take, self._fail)

    def say_unused(self) -> None:
        """Say why the practice's folder is not used; who opens a consultation finds it when coming back."""
        if self._unused:
            title = self._language.say("The practice's own pack is not used")
            self._notice.show_message(title, self._unused, "caution")

    def _take(self, knowledge: tuple[Library, tuple[str, ...]]) -> None:
        library, self._unused = knowledge
        self.say_unused()
        load_in_turn(_WINDOW, self, partial(self.known.emit, library))

    def _fail(self, error: Exception) -> None:
        """Say which files of the pack are at fault; without them no consultation can be weighed or shown."""
        say = self._language.say
        faults = tuple(map(str, getattr(error, "faults", ()))) or (type(error).__name__,)
        self._opening.give_up((say("What is known about the treatments cannot be read."), *faults))
        self._notice.show_message(say("What is known about the treatments cannot be read"), faults, "stop")


def read_knowledge(practice: str) -> tuple[Library, tuple[str, ...]]:
    """Read the pack, and over it the practice's own from a folder, empty where there is none; not for the window.

    Return also why the practice's is not used.
    """
    from kneedesk.knowledge.local import read_over
    from kneedesk.knowledge.pack_files import InvalidPack
    from kneedesk.knowledge.shelves import read_library

    library = read_library(resources() / "knowledge")
    if not practice:
        return library, ()
    try:
        return read_over(library, Path(practice)), ()
    except InvalidPack as invalid:
        return library, tuple(map(str, invalid.faults))


def _knowledge(practice: str) -> tuple[Library, tuple[str, ...]]:
    """Load what a desk is made with, so that the window's own thread finds it loaded, and read what is known."""
    for name in _BESIDE:
        import_module(name)
    return read_knowledge(practice)
