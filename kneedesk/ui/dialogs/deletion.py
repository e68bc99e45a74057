"""Ask, before patients are deleted for good, why, and have it confirmed by typing."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from kneedesk.language import Language, fold
from kneedesk.store.removal import Patient, Reason
from kneedesk.ui.backup_words import count_words
from kneedesk.ui.dialogs.question import QuestionDialog
from kneedesk.ui.patient_words import consultation_words, patient_name, patient_words
from kneedesk.ui.widgets.buttons import Picker
from kneedesk.ui.widgets.marks import FaultLine
from kneedesk.ui.widgets.text import body_label, plain_label

_WIDTH: Final = 600

# Messages of the application.
REASONS: Final = {
    Reason.EXPIRED: "The time for which it is kept is over",
    Reason.ASKED: "The patient asked for it",
    Reason.MISTAKE: "It was recorded by mistake",
    Reason.ORDERED: "An authority or a court ordered it",
}
_GOES: Final = (
    "All of it goes: consultations, finalised versions, addenda, sealed documents, private notes, the history of "
    "changes. What stays is that it was deleted, when, by whom and why, without anything of the patient."
)
_STAYS: Final = (
    "Backups of before still hold it until they are too old to be kept, about a year; restoring one does not bring it "
    "back. What was printed, saved or exported is not reached."
)


class DeletionDialog(QuestionDialog):
    """Nothing is chosen beforehand."""

    confirmed = Signal(object)
    """The reason."""

    def __init__(self, patients: Sequence[Patient], language: Language, parent: QWidget | None = None) -> None:
        say = language.say
        one = len(patients) == 1
        title = say("Delete this patient?") if one else say("Delete {count} patients?").format(count=len(patients))
        super().__init__("deletion", title, _WIDTH, parent)
        self._language = language
        self._expected = patients[0].family_name if one else str(len(patients))
        if one:
            self.body.addWidget(self._bold(patient_name(patients[0])))
            self.body.addWidget(body_label(patient_words(patients[0], language)))
            self.body.addWidget(body_label(consultation_words(patients[0], language)))
        else:
            count = sum(len(patient.consultations) for patient in patients)
            self.body.addWidget(self._bold(count_words(count, language)))
        self.body.addWidget(body_label(say(_GOES)))
        self.body.addWidget(body_label(say(_STAYS)))
        why = say("Why is it deleted?")
        options = [(reason, say(words)) for reason, words in REASONS.items()]
        self.reason = Picker(why, options, empty=say("Choose a reason"))
        self.reason.setObjectName("deletion.reason")
        self.reason.choose(None)
        self._why_fault = self._fault()
        typed = say("Type the family name to confirm") if one else say("Type the number of patients to confirm")
        self.typed = QLineEdit()
        self.typed.setObjectName("deletion.typed")
        self.typed.setAccessibleName(typed)
        self._typed_fault = self._fault()
        self.body.addLayout(
            self._side_by_side((why, self.reason, self._why_fault), (typed, self.typed, self._typed_fault))
        )
        self.offer(("cancel", say("Cancel")), say("Delete for good"))
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Delete only with a reason and what is to be typed; accents and capitals do not matter."""
        say, reason = self._language.say, self.reason.value()
        right = " ".join(fold(self.typed.text()).split()) == " ".join(fold(self._expected).split())
        self._why_fault.show_sentence(None if reason else say("Choose a reason."))
        self._typed_fault.show_sentence(None if right else say("This is not what is to be typed."))
        if not reason:
            self.reason.setFocus()
        elif not right:
            self.typed.setFocus()
        else:
            super().accept()
            self.confirmed.emit(reason)

    def _side_by_side(self, *asked: tuple[str, QWidget, FaultLine]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for column, (words, control, fault) in enumerate(asked):
            grid.setColumnStretch(column, 1)
            grid.addWidget(self._label(words, control), 0, column, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(control, 1, column)
            grid.addWidget(fault, 2, column)
        return grid

    def _fault(self) -> FaultLine:
        fault = FaultLine()
        fault.hide()
        return fault

    def _label(self, words: str, control: QWidget) -> QWidget:
        label = plain_label(words)
        label.setProperty("level", "label")
        label.setWordWrap(True)
        label.setBuddy(control)
        return label

    def _bold(self, words: str) -> QWidget:
        label = body_label(words)
        label.setProperty("tone", "strong")
        return label
