"""From a draft to what stands: finalising, amending and adding, each asked about before it is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from shiboken6 import isValid

from kneedesk.ui.failure import sentences_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from kneedesk.domain.addendum import Addendum
    from kneedesk.knowledge.library import Library
    from kneedesk.language import Language
    from kneedesk.store.archive import Copy
    from kneedesk.store.store import Store
    from kneedesk.store.versions import Standing
    from kneedesk.ui.copies import Copies
    from kneedesk.ui.desk import Desk
    from kneedesk.ui.dialogs.addendum import AddendumDialog
    from kneedesk.ui.dialogs.earlier_versions import EarlierVersionsDialog
    from kneedesk.ui.dialogs.finalise import FinaliseDialog
    from kneedesk.ui.session import Session
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
        copies: Copies,
        languages: Mapping[str, Language],
    ) -> None:
        super().__init__(desk)
        self._desk, self._shelf, self._copies = desk, shelf, copies
        self._dialog: AddendumDialog | EarlierVersionsDialog | None = None
        self._library, self._language, self._theme, self._clock = library, language, theme, clock
        self._languages = languages
        desk.finalising_asked.connect(self.ask_finalising)
        desk.version.amendment_asked.connect(self.ask_amendment)
        desk.version.addendum_asked.connect(self.ask_addendum)
        desk.version.versions_asked.connect(self.ask_versions)
        desk.version.additions_wanted.connect(self._read_additions)
        copies.told.connect(self._tell)

    def ask_finalising(self) -> None:
        """Ask whether the draft that is open shall stand from now on."""
        from kneedesk.ui.dialogs.finalise import FinaliseDialog
        from kneedesk.ui.session import NOT_TO_FINALISE

        self._desk.commit()
        session = self._desk.session
        if session is None or session.consultation is None or session.rests:
            return
        if not session.decides:
            self._tell(self._language.say(NOT_TO_FINALISE))
            return
        at, who = self._clock(), self._signer()
        dialog = FinaliseDialog(session.consultation, at, self._language, self._desk, who=who)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.asked.connect(partial(self._check, dialog))
        dialog.accepted.connect(partial(session.finalise, at))
        dialog.open()

    def _check(self, dialog: FinaliseDialog, secret: str) -> None:
        """Let who is here finalise, once the passphrase was typed again; a wrong one is an attempt as at the lock."""
        vault, clock = self._shelf.vault, self._clock

        def refused(error: Exception) -> None:
            if isValid(dialog):
                dialog.refuse(" ".join(sentences_of(error, self._language)))

        def confirmed(_key: bytes) -> None:
            if isValid(dialog):
                dialog.confirm()

        self._shelf.do(lambda store: vault.unlock(store.user.id, secret, clock()), confirmed, refused)

    def _signer(self) -> str:
        """Return the name of who is here and can show it once more with a passphrase; empty where nobody unlocked."""
        shelf = self._shelf
        return shelf.store.user.name if shelf.home.is_shared or shelf.vault.is_made() else ""

    def ask_amendment(self) -> None:
        """Ask why the version that is open is amended, and begin the next one."""
        from kneedesk.ui.dialogs.amendment import AmendmentDialog
        from kneedesk.ui.session import NOT_TO_AMEND

        session = self._desk.session
        if session is None or session.consultation is None or session.consultation.finalised is None:
            return
        if not session.decides:
            self._tell(self._language.say(NOT_TO_AMEND))
            return
        dialog = AmendmentDialog(session.consultation.finalised.version, self._language, self._desk)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.reasoned.connect(partial(self._begin_amendment, session))
        dialog.open()

    def _begin_amendment(self, session: Session, reason: str) -> None:
        self._desk.notice.put_away()  # it spoke of the version before
        session.begin_amendment(reason, self._clock())

    def ask_addendum(self) -> None:
        """Show what came later, and ask what is to be added."""
        from kneedesk.ui.dialogs.addendum import AddendumDialog

        session = self._desk.session
        if session is None or session.consultation is None or not session.stands:
            return
        key = session.key
        dialog = AddendumDialog(
            session.consultation,
            self._library,
            self._language,
            self._theme,
            self._clock,
            self._languages,
            self._desk,
        )
        dialog.written.connect(partial(self._append, dialog, key))
        dialog.page_asked.connect(partial(self._copies.save_addition, key))
        self._read_addenda(key, partial(self._show_earlier, dialog))
        self._open(dialog)

    def ask_versions(self) -> None:
        """Show which versions stand, and what of them can be saved once more."""
        session = self._desk.session
        if session is not None:
            self._copies.list_versions(session.key, partial(self._show_versions, session.key))

    def _show_versions(self, key: str, versions: Sequence[tuple[Standing, Sequence[Copy]]]) -> None:
        from kneedesk.store.chain import Deed
        from kneedesk.ui.dialogs.earlier_versions import EarlierVersionsDialog

        if self._is_open(key):
            self._shelf.entries.note(Deed.VIEW, key, "versions")
            dialog = EarlierVersionsDialog(versions, self._language, self._theme, self._desk)
            dialog.asked.connect(self._copies.save_version)
            self._open(dialog)

    def _show_earlier(self, dialog: AddendumDialog, addenda: Sequence[Addendum]) -> None:
        if self._dialog is dialog:
            dialog.show_earlier(addenda)

    def _append(self, dialog: AddendumDialog, key: str, addendum: Addendum) -> None:
        """Have it kept; until that is done the dialog stays, for it holds all that was written."""

        def kept(_: object) -> None:
            if self._dialog is dialog:
                dialog.accept()
            self._read_addenda(key, partial(self._say_kept, key))

        def refused(error: Exception) -> None:
            if self._dialog is dialog:
                dialog.refuse(sentences_of(error, self._language))
            else:
                self._fail(error)

        work = partial(_append, key, addendum)
        self._shelf.do(work, kept, refused, written=True)

    def _fail(self, error: Exception) -> None:
        self._tell(" ".join(sentences_of(error, self._language)))

    def _say_kept(self, key: str, addenda: Sequence[Addendum]) -> None:
        """Say that it is kept, and offer its page to who may want to hand it over."""
        if self._is_open(key):
            self._desk.version.show_additions(addenda)
            say, notice = self._language.say, self._desk.notice
            notice.show_message(say("It was added, and stands beside this version."))
            save = partial(self._copies.save_addition, key, len(addenda), addenda[-1])
            notice.offer(say("Save its page\N{HORIZONTAL ELLIPSIS}"), save)

    def _read_addenda(self, key: str, then: Callable[[Sequence[Addendum]], None]) -> None:
        self._shelf.do(lambda store: store.consultations.versions.addenda(key), then, self._fail)

    def _read_additions(self) -> None:
        session = self._desk.session
        if session is not None:
            self._read_addenda(session.key, partial(self._show_additions, session.key))

    def _show_additions(self, key: str, addenda: Sequence[Addendum]) -> None:
        if self._is_open(key):
            self._desk.version.show_additions(addenda)

    def _is_open(self, key: str) -> bool:
        session = self._desk.session
        return session is not None and session.key == key

    def _open(self, dialog: AddendumDialog | EarlierVersionsDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def _forget(self) -> None:
        self._dialog = None

    def _tell(self, words: str) -> None:
        """Say what became of saving where it was asked for."""
        if self._dialog is not None:
            self._dialog.tell(words)
        elif self._desk.session is not None:
            self._desk.notice.show_message(words)


def _append(key: str, addendum: Addendum, store: Store) -> None:
    store.consultations.versions.append(key, addendum)
