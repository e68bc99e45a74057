"""Ask why a version that stands is amended, before the draft of the next one begins."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneedesk.domain.record import is_blank
from kneedesk.language import Language
from kneedesk.ui.dialogs.question import QuestionDialog
from kneedesk.ui.widgets.marks import FaultLine
from kneedesk.ui.widgets.text import body_label
from kneedesk.ui.widgets.written import Sheet

_WIDTH = 500
_LONGEST = 5000


class AmendmentDialog(QuestionDialog):
    """The reason is kept with the next version and printed in its record; without one nothing begins."""

    reasoned = Signal(str)

    def __init__(self, version: int, language: Language, parent: QWidget | None = None) -> None:
        say = language.say
        super().__init__("amendment", say("Amend version {number}?").format(number=version), _WIDTH, parent)
        self._refusal = say("Say why in a few words; allowed are up to {most} characters.").format(most=f"{_LONGEST:,}")
        words = say(
            "A draft of version {next} begins with all that is recorded, and without signatures. "
            "Version {number} stands until that one is final."
        )
        self.body.addWidget(body_label(words.format(number=version, next=version + 1)))
        self.body.addWidget(body_label(say("Why is it amended?")))
        self.reason = Sheet(lines=3)
        self.reason.setObjectName("amendment.reason")
        self.reason.setAccessibleName(say("Why is it amended?"))
        self._fault = FaultLine()
        self._fault.hide()
        self.body.addWidget(self.reason)
        self.body.addWidget(self._fault)
        self.offer(("cancel", say("Cancel")), say("Begin version {next}").format(next=version + 1))
        self.reason.setFocus()

    def accept(self) -> None:
        """Begin only with a reason."""
        reason = self.reason.toPlainText().strip()
        if is_blank(reason) or len(reason) > _LONGEST:
            self._fault.show_sentence(self._refusal)
            self.reason.setFocus()
            return
        super().accept()
        self.reasoned.emit(reason)
