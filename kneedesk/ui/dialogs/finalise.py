"""Ask before a consultation is finalised: from then on nothing of it is changed, it is only amended."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.versions import version_of
from kneedesk.language import Language
from kneedesk.ui.dialogs.question import QuestionDialog
from kneedesk.ui.widgets.text import body_label

_WIDTH = 500


class FinaliseDialog(QuestionDialog):
    """It says what is frozen and what stays possible; a form without signatures is left for ink."""

    def __init__(
        self, consultation: Consultation, at: datetime, language: Language, parent: QWidget | None = None
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
        self.body.addSpacing(6)
        self.offer(("cancel", say("Not yet")), say("Finalise"))
