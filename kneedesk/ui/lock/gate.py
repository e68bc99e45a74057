"""Who gets in, and where: the first run where nobody can unlock yet, else a passphrase or the recovery key."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from kneedesk.store.files import VAULT
from kneedesk.ui.failure import sentences_of
from kneedesk.ui.loading import load_in_turn
from kneedesk.ui.lock import entering
from kneedesk.ui.lock.unlock_page import UnlockPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QLineEdit

    from kneedesk.language import Language
    from kneedesk.store.homes import Home
    from kneedesk.store.users import Unlocked, User
    from kneedesk.store.vault import Vault
    from kneedesk.ui.adjusting import Adjusting
    from kneedesk.ui.background import Background
    from kneedesk.ui.lock.address_page import AddressPage
    from kneedesk.ui.lock.first_run import FirstRun
    from kneedesk.ui.lock.gate_page import Way
    from kneedesk.ui.lock.recovery_page import RecoveryPage
    from kneedesk.ui.main_window import MainWindow
    from kneedesk.ui.shelf import Shelf
    from kneedesk.ui.theme import Theme

    Page = UnlockPage | FirstRun | RecoveryPage | AddressPage

_LAST: Final = "window/user"
"""Where the id of who was here last is remembered; it is no secret, and names nobody."""
_STORE: Final = "consultations.sqlite"


class Gate(QObject):
    """It shows its pages in the window and has the vault asked away from it: a guess takes a tenth of a second."""

    opened = Signal(object)
    """Who has unlocked, with the key."""

    def __init__(
        self,
        window: MainWindow,
        shelf: Shelf,
        adjusting: Adjusting,
        remembered: QSettings,
        language: Language,
        theme: Theme,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._shelf, self._adjusting, self._remembered = window, shelf, adjusting, remembered
        self._language, self._theme, self._clock = language, theme, clock
        self._users: Sequence[User] = ()
        self._note = ""
        self.page: Page | None = None

    @property
    def _home(self) -> Home:
        return self._shelf.home

    @property
    def vault(self) -> Vault:
        """Return the vault of this desk."""
        return self._home.vault()

    def show(self, note: str = "") -> None:
        """Shut the window: show the page that lets somebody in, with one sentence above it where there is one."""
        self._note = note
        if self._home.is_shared or (self._home.folder / VAULT).exists() or self._lacks_keys():
            self._show_unlocking()
        else:
            self._show_first_run()

    def load(self) -> None:
        """Read who can unlock."""
        if isinstance(self.page, UnlockPage):
            if self._home.is_shared:
                self.page.show_busy(self._language.say("Asking the server\N{HORIZONTAL ELLIPSIS}"))
                self._work.run(partial(entering.known, self._home), self._take_users, self._say_away)
            else:
                try:
                    self._take_users(self.vault.users())
                except Exception as error:
                    self.bar(" ".join(sentences_of(error, self._language)), self._look_again)

    def _look_again(self) -> None:
        self.show(self._note)
        self.load()

    def _lacks_keys(self) -> bool:
        """Tell whether there is an encrypted store without its keys: no first run makes others in their place."""
        from kneedesk.store.connections import is_plain

        store = self._home.folder / _STORE
        try:
            return store.stat().st_size > 0 and not is_plain(store)
        except OSError:
            return False

    def prepare(self) -> None:
        """Load what opens the store and what is needed inside, while the passphrase is being typed."""
        self._work.run(entering.prepare, lambda _: load_in_turn(entering.WINDOW, self), _pass)

    def _take_users(self, users: Sequence[User]) -> None:
        """Show who can unlock; where nobody can yet, the first of them begins."""
        if not users:
            self._show_first_run()
        elif isinstance(self.page, UnlockPage):
            self._users = users
            self.page.show_busy("")
            self.page.show_users(users, str(self._remembered.value(_LAST, "")))
            self._go_on_waiting(self.page, self.page.user_id)

    def _say_away(self, error: Exception) -> None:
        """Say why the server does not answer, and offer to ask again, or another one."""
        why = " ".join(sentences_of(error, self._language))
        if isinstance(self.page, UnlockPage):
            self.page.show_busy("")
        other = (self._language.say("Change the address\N{HORIZONTAL ELLIPSIS}"), partial(self._show_address, why))
        self.bar(why, self.load, other)

    @cached_property
    def _work(self) -> Background:
        from kneedesk.ui.background import Background

        return Background(self)

    @property
    def field(self) -> QLineEdit:
        """Return the field that takes the first key."""
        page = self.page
        if isinstance(page, UnlockPage):
            return page.secret.edit
        return page.field  # type: ignore[union-attr]  # the first page is one of these two

    def bar(self, sentence: str, again: Callable[[], object], other: Way | None = None) -> None:
        """Say why nobody gets in now, and offer to try again, or another way."""
        if self.page is not None:
            self.page.bar(sentence, (self._language.say("Try again"), again), other)

    def say(self, note: str) -> None:
        """Say something above the page while it is shown."""
        self._note = note
        if isinstance(self.page, UnlockPage):
            self.page.show_note(note)

    # Unlocking

    def _show_unlocking(self) -> None:
        page = UnlockPage(self._language, self._theme)
        page.show_note(self._note)
        page.asked.connect(self._unlock)
        page.forgotten.connect(self._show_recovery)
        self._take(page)

    def _unlock(self, user_id: str, secret: str) -> None:
        if isinstance(self.page, UnlockPage):
            self.page.show_busy(self._language.say("Unlocking\N{HORIZONTAL ELLIPSIS}"))
            work = partial(entering.unlock, self.vault, user_id, secret, self._clock())
            self._work.run(work, self._let_in, partial(self._refuse, user_id))

    def _refuse(self, who: str, error: Exception) -> None:
        from kneedesk.store.server_faults import LOST

        page = self.page
        if isinstance(page, UnlockPage) and getattr(error, "sentence", "") in LOST:
            page.secret.clear()
            self._say_away(error)
        elif page is not None:
            page.refuse(" ".join(sentences_of(error, self._language)))
            self._go_on_waiting(page, who)

    def _go_on_waiting(self, page: Page, who: str) -> None:
        """Count down where somebody has to wait after wrong passphrases."""
        if not hasattr(page, "wait"):
            return
        vault, clock = self.vault, self._clock
        if self._home.is_shared:
            self._work.run(partial(entering.over, vault, who, clock), partial(self._count_down, page), _pass)
        elif vault.wait(who, clock()):
            page.wait(lambda: vault.wait(who, clock()))

    def _count_down(self, page: Page, over: datetime | None) -> None:
        """Count down to an instant that the server told; it is asked again when somebody tries."""
        if over is not None and page is self.page:
            page.wait(lambda: max(over - self._clock(), timedelta()))  # type: ignore[union-attr]  # looked for before

    def _let_in(self, unlocked: Unlocked) -> None:
        self._remembered.setValue(_LAST, unlocked.user.id)
        self.opened.emit(unlocked)

    # Where the consultations are kept

    def _show_address(self, why: str = "") -> None:
        """Ask where the server is; until another address is taken it stays as it was."""
        from kneedesk.ui.lock.address_page import AddressPage

        before, saved = self._home.server, self._adjusting.settings.store
        page = AddressPage(before, self._language, self._theme, refusal=why, saved=saved if saved != before else "")
        page.server.asked.connect(partial(self._adjusting.try_server, page.server))
        page.taken.connect(partial(self._take_address, page))
        page.left.connect(self._look_again)
        self._take(page)

    def _take_address(self, page: AddressPage, server: str) -> None:
        """Begin anew where the consultations are kept from now on."""
        try:
            self._shelf.move(server)
        except Exception as error:
            page.refuse(" ".join(sentences_of(error, self._language)))
            return
        self.show(self._adjusting.change("store", server))
        self.load()

    # The recovery key

    def _show_recovery(self, user_id: str) -> None:
        from kneedesk.store.vault_file import RECOVERY
        from kneedesk.ui.lock.recovery_page import RecoveryPage

        user = next(user for user in self._users if user.id == user_id)
        page = RecoveryPage(user, self._language, self._theme)
        page.asked.connect(partial(self._recover, page))
        page.left.connect(self._look_again)
        self._take(page)
        self._go_on_waiting(page, RECOVERY)

    def _recover(self, page: RecoveryPage, user_id: str, typed: str, secret: str) -> None:
        from kneedesk.store.vault_file import RECOVERY

        page.show_busy(self._language.say("Unlocking\N{HORIZONTAL ELLIPSIS}"))
        work = partial(entering.recover, self.vault, user_id, typed, secret, self._clock())
        self._work.run(work, self._let_in, partial(self._refuse, RECOVERY))

    # The first run

    def _show_first_run(self) -> None:
        from kneedesk.ui.lock.first_run import FirstRun

        clinician = self._adjusting.settings.clinician
        shared = self._home.is_shared
        plain = not shared and (self._home.folder / _STORE).exists()
        known = (clinician.name, clinician.registration)
        page = FirstRun(self._language, self._theme, known=known, plain=plain, shared=shared)
        page.bringing.connect(partial(self._ask_backup, page))
        page.elsewhere_asked.connect(self._show_address)
        page.keyed.connect(partial(self._make_key, page))
        self._take(page)

    def _ask_backup(self, page: FirstRun) -> None:
        """Ask for a backup of another computer to begin with."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QFileDialog

        say = self._language.say
        dialog = QFileDialog(self._window, say("Choose a backup"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(say("Backups (*.sqlite)"))
        dialog.fileSelected.connect(partial(self._bring, page))
        dialog.open()

    def _bring(self, page: FirstRun, path: str) -> None:
        """Begin with a backup: whoever unlocked on its day unlocks here from now on."""

        def refuse(error: Exception) -> None:
            page.refuse_backup(" ".join(sentences_of(error, self._language)))

        page.show_busy(self._language.say("Copying the backup\N{HORIZONTAL ELLIPSIS}"))
        self._work.run(partial(entering.bring, path, self._home), lambda _: self._look_again(), refuse)

    def _make_key(self, page: FirstRun) -> None:
        from kneedesk.store.recovery_key import make_recovery_key
        from kneedesk.ui.lock.recovery_card import RecoveryCard

        key = make_recovery_key()
        card = RecoveryCard(key, self._adjusting.settings.practice.name, self._language, self._theme)
        page.done.connect(partial(self._make, page, key))
        page.show_recovery(card)

    def _make(self, page: FirstRun, recovery: str) -> None:
        from kneedesk.store.users import Role, User

        person = page.person
        user = User(new_id(), person.name.text().strip(), Role(person.chosen), person.credentials.text().strip())
        page.show_busy(self._language.say("Encrypting\N{HORIZONTAL ELLIPSIS}"))
        work = partial(entering.make, self.vault, user, page.secret.text(), recovery)
        self._work.run(work, self._let_in, partial(self._refuse, user.id))

    def _take(self, page: Page) -> None:
        self.page = page
        self._window.shut(page)


def new_id() -> str:
    """Return an id that nobody has."""
    from uuid import uuid4

    return uuid4().hex


def _pass(_answer: object) -> None:
    """Do nothing more."""
