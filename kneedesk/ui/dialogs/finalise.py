"""Ask before a consultation is finalised: from then on nothing of it is changed, it is only amended."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.versions import version_of
from kneedesk.language import Language
from kneedesk.ui.dialogs.question import QuestionDialog
from kneedesk.ui.lock.secret_field import SecretField
from kneedesk.ui.widgets.text import body_label

_WIDTH = 500


class FinaliseDialog(QuestionDialog):
    """It says what is frozen and what stays possible; a form without signatures is left for ink.

    Who finalises is named and types the passphrase once more; without a name nothing is asked.
    """

    asked = Signal(str)
    """What was typed as the passphrase; then ``confirm`` or ``refuse`` is the answer."""

    def __init__(
        self,
        consultation: Consultation,
        at: datetime,
        language: Language,
        parent: QWidget | None = None,
        *,
        who: str = "",
    ) -> None:
        say, number = language.say, version_of(consultation)
        super().__init__("finalise", say("Finalise version {number}?").format(number=number), _WIDTH, parent)
        words = say(
            "What is recorded, the version of what is known and the documents stay from now on as they are on "
            "{moment}. The documents are sealed: whoever checks one later sees whether it was changed."
        )
        self.body.addWidget(body_label(words.format(moment=language.moment(at))))
        if not consultation.signatures:
            note = say("Nobody has signed on the screen: the form is final with its lines left for ink.")
            self.body.addWidget(body_label(note))
        later = say("Later it can be amended by a next version, and what comes afterwards can be added to it.")
        self.body.addWidget(body_label(later, "note"))
        self.secret: SecretField | None = None
        if who:
            label = say("Passphrase of {name}, who finalises").format(name=who)
            self.secret = SecretField("finalise.passphrase", label, language)
            self.secret.entered.connect(self.accept)
            self.body.addSpacing(4)
            self.body.addWidget(self.secret)
        self.body.addSpacing(6)
        self.offer(("cancel", say("Not yet")), say("Finalise"))
        if self.secret is not None:
            self.secret.setFocus()

    def accept(self) -> None:
        """Finalise, once it is certain who does."""
        if self.secret is None:
            self.confirm()
        elif self.secret.isEnabled() and self.secret.text():
            self.secret.setEnabled(False)
            self.asked.emit(self.secret.text())
        else:
            self.secret.setFocus()

    def confirm(self) -> None:
        """Close with the answer that it is finalised."""
        super().accept()

    def refuse(self, sentence: str) -> None:
        """Say why the passphrase was not taken."""
        if self.secret is not None:
            self.secret.setEnabled(True)
            self.secret.clear()
            self.secret.show_fault(sentence)
            self.secret.setFocus()
