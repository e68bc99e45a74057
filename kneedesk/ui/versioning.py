"""From a draft to what stands: finalising, amending and adding, each asked about before it is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from kneedesk.domain.addendum import Addendum
    from kneedesk.knowledge.library import Library
    from kneedesk.language import Language
    from kneedesk.ui.desk import Desk
    from kneedesk.ui.shelf import Shelf
    from kneedesk.ui.theme import Theme


class Versioning(QObject):
    """Answers the desk's wishes about the version that is open."""

    def __init__(
        self,
        desk: Desk,
        shelf: Shelf,
        library: Library,
        language: Language,
        theme: Theme,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(desk)
        self._desk, self._shelf = desk, shelf
        self._library, self._language, self._theme, self._clock = library, language, theme, clock
        desk.finalising_asked.connect(self.ask_finalising)
        desk.version.amendment_asked.connect(self.ask_amendment)
        desk.version.addendum_asked.connect(self.ask_addendum)

    def ask_finalising(self) -> None:
        """Ask whether the draft that is open shall stand from now on."""
        from kneedesk.ui.dialogs.finalise import FinaliseDialog

        self._desk.commit()
        session = self._desk.session
        if session is None or session.consultation is None or session.stands:
            return
        at = self._clock()
        dialog = FinaliseDialog(session.consultation, at, self._language, self._desk)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(session.finalise, at))
        dialog.open()

    def ask_amendment(self) -> None:
        """Ask why the version that is open is amended, and begin the next one."""
        from kneedesk.ui.dialogs.amendment import AmendmentDialog

        session = self._desk.session
        if session is None or session.consultation is None or session.consultation.finalised is None:
            return
        dialog = AmendmentDialog(session.consultation.finalised.version, self._language, self._desk)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.reasoned.connect(lambda reason: session.begin_amendment(reason, self._clock()))
        dialog.open()

    def ask_addendum(self) -> None:
        """Show what came later, and ask what is to be added."""
        from kneedesk.ui.dialogs.addendum import AddendumDialog

        session = self._desk.session
        if session is None or session.consultation is None or not session.stands:
            return
        key = session.key
        dialog = AddendumDialog(
            session.consultation, self._library, self._language, self._theme, self._clock, self._desk
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.written.connect(partial(self._append, key))
        self._shelf.read_addenda(key, dialog.show_earlier)
        dialog.open()

    def _append(self, key: str, addendum: Addendum) -> None:
        self._shelf.append(key, addendum, partial(self._say_kept, key))

    def _say_kept(self, key: str) -> None:
        session = self._desk.session
        if session is not None and session.key == key:
            self._desk.notice.show_message(self._language.say("It was added, and stands beside this version."))
