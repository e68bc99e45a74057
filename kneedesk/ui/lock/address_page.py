"""Where the practice's server is, said before anybody can unlock: it moved, has another name, or this desk joins it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kneedesk.ui.lock.gate_page import GatePage
from kneedesk.ui.widgets.server_form import ServerForm
from kneedesk.ui.widgets.text import body_label
from kneedesk.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from kneedesk.language import Language
    from kneedesk.ui.theme import Theme

# Messages of the application.
_OWN: Final = (
    "Without an address KneeDesk opens what is kept on this computer, with the users of this computer. What is on the "
    "server stays there. Changes that could not be sent to it wait here, encrypted, and are offered when whoever made "
    "them unlocks there again."
)
_SAVED: Final = "The settings name another address: {address}. The one that is used here is saved in its place."


class AddressPage(GatePage):
    """What is typed is tried as in the settings before it is taken; without an address this computer keeps them."""

    taken = Signal(str)
    """The address that is worked with from now on, empty for this computer."""
    left = Signal()
    """It stays as it was."""

    def __init__(
        self,
        before: str,
        language: Language,
        theme: Theme,
        *,
        refusal: str = "",
        saved: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Take the address that is worked with now, why it does not work, and another one that is saved."""
        title = language.say("Change the address of the server") if before else language.say("Join a practice's server")
        super().__init__("address", title, theme, parent)
        self._language, self._before = language, before
        self._wanted = ""
        self.server = ServerForm(before, language, at_once=True)
        self.server.field.show_value(before)
        self.server.field.show_fault(refusal or None)
        self.server.known.connect(self._go_on)
        self.server.field.edit.textChanged.connect(self._regard)
        self.server.field.edit.returnPressed.connect(self._use)
        self.own = Words()
        self.own.say(language.say(_OWN))
        self.without = QPushButton(language.say("Work without the server"))
        self.without.setObjectName("address.without")
        self.without.setProperty("kind", "link")
        self.without.clicked.connect(self._leave_out)
        self.back = QPushButton(language.say("Back"))
        self.back.setObjectName("address.back")
        self.back.clicked.connect(self.left)
        self.use = QPushButton()
        self.use.setObjectName("address.use")
        self.use.setProperty("kind", "primary")
        self.use.clicked.connect(self._use)
        ends = QHBoxLayout()
        ends.addWidget(self.back)
        ends.addStretch(1)
        ends.addWidget(self.use)
        self.body.addWidget(self.server)
        if saved:
            self.body.addWidget(body_label(language.say(_SAVED).format(address=saved), "note"))
        self.body.addWidget(self.own)
        self.body.addWidget(self.without, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(4)
        self.body.addLayout(ends)
        self.setFocusProxy(self.field)
        self._regard()

    @property
    def field(self) -> QLineEdit:
        """Return the field that takes the first key."""
        return self.server.field.edit

    def refuse(self, sentence: str) -> None:
        """Say why it was not taken; everything can be done once more."""
        self.server.field.show_fault(sentence)
        self.field.setFocus()

    def _regard(self) -> None:
        """Say what follows from what is typed."""
        address, say = self.server.address, self._language.say
        to_own = bool(self._before) and not address
        self.own.setVisible(to_own)
        self.without.setVisible(bool(self._before) and not to_own)
        self.use.setText(say("Work on this computer") if to_own else say("Use this address"))
        self.use.setEnabled(to_own or bool(address))

    def _leave_out(self) -> None:
        """Show what follows from working without the server; it is taken by saying so."""
        self.field.clear()
        self.server.field.show_fault(None)
        self.use.setFocus()

    def _use(self) -> None:
        """Take the address, once it answers."""
        self.server.field.commit()
        if not self.use.isEnabled():
            return
        if self.server.is_sound:
            self.taken.emit(self.server.address)
        elif self.server.judge():
            self._wanted = self.server.address
            self.server.ask()
        else:
            self.field.setFocus()

    def _go_on(self, sound: bool) -> None:
        """Go on with what was wanted, now that it is known whether the server answers."""
        wanted, self._wanted = self._wanted, ""
        if wanted and wanted == self.server.address:
            if sound:
                self._use()
            else:
                self.field.setFocus()
