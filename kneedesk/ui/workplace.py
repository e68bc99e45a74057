"""The desk with all that works beside it: made when somebody is let in, and gone after a lock."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kneedesk.store.chain import Deed
from kneedesk.ui.copies import Copies
from kneedesk.ui.desk import Desk
from kneedesk.ui.leading import Leading
from kneedesk.ui.noting import Noting
from kneedesk.ui.patient_view.following import Following
from kneedesk.ui.patient_view.window import PatientView
from kneedesk.ui.recalling import Recalling
from kneedesk.ui.samples import sample_identities
from kneedesk.ui.sealing import Seals
from kneedesk.ui.steps import PAGES, page_maker
from kneedesk.ui.versioning import Versioning

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from kneedesk.knowledge.library import Library
    from kneedesk.language import Language
    from kneedesk.ui.adjusting import Adjusting
    from kneedesk.ui.main_window import MainWindow
    from kneedesk.ui.shelf import Shelf
    from kneedesk.ui.theme import Theme


class Workplace:
    """One desk in the window; its parts know each other only here."""

    def __init__(
        self,
        window: MainWindow,
        shelf: Shelf,
        adjusting: Adjusting,
        library: Library,
        spoken: Mapping[str, Language],
        language: Language,
        theme: Theme,
        clock: Callable[[], datetime],
    ) -> None:
        self._shelf = shelf
        self._adjusting = adjusting
        self.seals = Seals(lambda: shelf.store, clock, self._open_key)
        maker = partial(page_maker, clock=clock, languages=spoken, seals=self.seals, logo=self._logo)
        self.desk = Desk(PAGES, library, language, theme, maker)
        self._adjust()
        self.desk.exported.connect(self._note_calendar)
        self.desk.answered_at_once.connect(self._note_answers)
        self.desk.banner.know_samples(sample_identities())
        window.add_desk(self.desk)
        self.leading = Leading(window, self.desk, adjusting, library, language, theme)
        copies = Copies(self.desk, shelf, self.seals, library, spoken, language, self._logo)
        Versioning(self.desk, shelf, library, language, theme, clock, copies, spoken)
        self.following = Following(self.desk, PatientView(theme, self.desk), library, spoken, language)
        self.desk.banner.view_asked.connect(self.following.toggle)
        self.following.changed.connect(self.desk.banner.show_view)
        Noting(self.desk, shelf, language, theme)
        Recalling(self.desk, shelf, library, language, theme, clock)

    def let_go(self) -> None:
        """End what is not the desk's own; the window lets go of the desk."""
        self.leading.deleteLater()

    def _adjust(self) -> None:
        """Show what was chosen before, and keep what is chosen now."""
        desk, adjusting = self.desk, self._adjusting
        desk.unplaced.connect(adjusting.ask_letterhead)
        desk.drawer_toggled.connect(partial(adjusting.change, "drawer_open"))
        desk.saying.show(adjusting.settings.show_lines_to_say)
        desk.saying.toggled.connect(partial(adjusting.change, "show_lines_to_say"))

    def _logo(self) -> str:
        return self._adjusting.settings.logo

    def _open_key(self) -> str:
        return self.desk.session.key if self.desk.session is not None else ""

    def _note_answers(self, key: str, number: int) -> None:
        self._shelf.entries.note(Deed.ALL_ASKED, key, str(number))

    def _note_calendar(self, key: str, what: str) -> None:
        """Enter the calendar file; documents are entered where they are issued."""
        if what == "expectations":
            self._shelf.entries.note(Deed.EXPORT, key, "calendar")
