"""Delete patients for good: found by name, or listed once nothing was kept of them for some years."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.settings import RETENTION_YEARS
from kneedesk.store.removal import Patient, Reason
from kneedesk.ui.background import while_there
from kneedesk.ui.dialogs.deletion import DeletionDialog
from kneedesk.ui.dialogs.fitted import room_of
from kneedesk.ui.failure import sentences_of
from kneedesk.ui.notice import Notice
from kneedesk.ui.patient_words import patient_name, patient_words
from kneedesk.ui.safekeeping import Safekeeping
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.buttons import Picker
from kneedesk.ui.widgets.lined_list import Line, LinedList
from kneedesk.ui.widgets.text import body_label, heading, plain_label

_SIZE: Final = QSize(720, 620)

# Message of the application.
_LAWS: Final = (
    "Laws differ on how long records must be kept and when they must go. Nothing is deleted by itself: here you see "
    "who would be, and decide."
)


class RetentionDialog(QDialog):
    """Whoever is deleted is named, with a reason and a confirmation that is typed."""

    years_chosen = Signal(int)
    """After how many years patients are listed; 0: never."""
    deleted = Signal()
    """Consultations are gone."""

    def __init__(
        self,
        safekeeping: Safekeeping,
        years: int,
        language: Language,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        hindrance: str = "",
        sees: bool = True,
    ) -> None:
        """List patients to whom it is for to see them; with a hindrance, a sentence, nobody is deleted."""
        super().__init__(parent)
        self._hindrance, self._sees = hindrance, sees
        self._safekeeping, self._language, self._theme = safekeeping, language, theme
        self._found: tuple[Patient, ...] = ()
        say = language.say
        self.setObjectName("retention")
        self.setWindowTitle("KneeDesk")
        self.setAccessibleName(say("Delete patients"))
        self.resize(QSize(scaled(_SIZE.width()), scaled(_SIZE.height())).boundedTo(room_of(self)))
        name = say("List patients of whom nothing was kept for")
        self.years = Picker(name, [(each, self._years_words(each)) for each in RETENTION_YEARS])
        self.years.setObjectName("retention.years")
        self.years.choose(years)
        self.search = QLineEdit()
        self.search.setObjectName("retention.search")
        self.search.setAccessibleName(say("Or find a patient by name, identifier or date"))
        self.search.setPlaceholderText(say("Or find a patient by name, identifier or date"))
        self.nothing = body_label("", "quiet")
        self.list = LinedList("retention.list", say("Patients"), theme)
        self.notice = Notice(language, theme, self)
        self.delete = self._button("delete", say("Delete this patient\N{HORIZONTAL ELLIPSIS}"))
        self.all = self._button("all", "")
        self.close_button = self._button("close", say("Close"))
        self._arrange()
        self.years.picked.connect(self._choose_years)
        self.search.textChanged.connect(lambda _: self._find())
        self.delete.clicked.connect(self._ask_one)
        self.all.clicked.connect(self._ask_all)
        self.close_button.clicked.connect(self.reject)
        self._find()
        for control in (self.years, self.search):
            control.setEnabled(sees)
        if hindrance:
            self.notice.show_message(say("Nobody is deleted now"), (hindrance,), "info")
        self.search.setFocus()

    # Who there is

    def _choose_years(self, years: int) -> None:
        self.years_chosen.emit(years)
        self.search.clear()
        self._find()

    def _find(self) -> None:
        """Find by what was typed; without it, by the years that were chosen."""
        text, years = self.search.text().strip(), self.years.value()
        if self._sees and (text or years):
            self._safekeeping.patients(
                text, 0 if text else years, while_there(self, partial(self._show, text)), while_there(self, self._fail)
            )
        else:
            self._show("", ())

    def _show(self, text: str, found: Sequence[Patient]) -> None:
        if text != self.search.text().strip():
            return
        say, years = self._language.say, self.years.value()
        self._found = tuple(found)
        self.list.show_lines(
            [Line(each, patient_name(each), patient_words(each, self._language)) for each in self._found]
        )
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if text:
            self.nothing.setText(say("Nobody is found."))
        elif years:
            self.nothing.setText(say("There is nobody of whom nothing was kept for so long."))
        else:
            self.nothing.setText(say("Nobody is listed by years. Whom you look for is listed here."))
        self.delete.setEnabled(bool(found) and not self._hindrance)
        self.all.setEnabled(not self._hindrance)
        self.all.setVisible(not text and len(found) > 1)
        self.all.setText(say("Delete all {count} listed\N{HORIZONTAL ELLIPSIS}").format(count=len(found)))

    # Who goes

    def _ask_one(self) -> None:
        patient = self.list.chosen()
        if patient is not None:
            self._ask((patient,))

    def _ask_all(self) -> None:
        self._ask(self._found)

    def _ask(self, patients: Sequence[Patient]) -> None:
        dialog = DeletionDialog(patients, self._language, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(partial(self._delete, patients))
        dialog.open()

    def _delete(self, patients: Sequence[Patient], reason: Reason) -> None:
        self._enable(False)
        keys = [each.key for patient in patients for each in patient.consultations]
        self._safekeeping.delete(keys, reason, while_there(self, self._done), while_there(self, self._fail))

    def _done(self, result: tuple[int, bool | None]) -> None:
        count, wiped = result
        say = self._language.say
        self._enable(True)
        words = say("1 consultation is gone.") if count == 1 else say("{count} consultations are gone.")
        self._tell(words.format(count=count), wiped)
        self.deleted.emit()
        self._find()

    def _tell(self, said: str, wiped: bool | None) -> None:
        """Say that it is deleted, and whether to the last byte; nothing is known of a server."""
        say = self._language.say
        if wiped is None:
            left = say("Whoever runs the server sees to remnants there, and in its backups.")
            self.notice.show_message(say("Deleted"), (said, left), "info")
            return
        if wiped:
            self.notice.show_message(say("Deleted"), (said,), "info")
            return
        left = say("The file could not be written anew, so that remnants may lie in it: is the disk full?")
        self.notice.show_message(say("Deleted, but not to the last byte"), (said, left), "caution")
        self.notice.offer(say("Try again"), self._wipe)

    def _wipe(self) -> None:
        self._enable(False)

        def done(wiped: bool) -> None:
            self._enable(True)
            self._tell(self._language.say("The file was written anew.") if wiped else "", wiped)

        self._safekeeping.wipe(while_there(self, done), while_there(self, self._fail))

    def _fail(self, error: Exception) -> None:
        self._enable(True)
        self.notice.show_message(
            self._language.say("That could not be done"), sentences_of(error, self._language), "stop"
        )

    def _enable(self, free: bool) -> None:
        for control in (self.delete, self.all, self.close_button, self.search, self.years):
            control.setEnabled(free)

    def reject(self) -> None:
        """Close, once what is being deleted is."""
        if self.close_button.isEnabled():
            super().reject()

    # How it is laid out

    def _years_words(self, years: int) -> str:
        say = self._language.say
        return say("{count} years").format(count=years) if years else say("List nobody by years")

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"retention.{name}")
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        say = self._language.say
        label = plain_label(say("List patients of whom nothing was kept for"))
        label.setProperty("level", "label")
        label.setBuddy(self.years)
        years = QHBoxLayout()
        years.setSpacing(10)
        years.addWidget(label)
        years.addWidget(self.years)
        years.addStretch(1)
        ends = QHBoxLayout()
        ends.setSpacing(10)
        ends.addStretch(1)
        for button in (self.close_button, self.all, self.delete):
            ends.addWidget(button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 20, 24, 20)
        lines.setSpacing(10)
        lines.addWidget(heading(say("Delete patients"), 1))
        lines.addWidget(body_label(say(_LAWS), "quiet"))
        lines.addLayout(years)
        lines.addWidget(self.search)
        lines.addWidget(self.notice)
        lines.addWidget(self.nothing)
        lines.addWidget(self.list, 1)
        lines.addStretch(0)
        lines.addLayout(ends)
