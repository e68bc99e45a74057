"""The patient banner: who is treated and which knee, on every page the same."""

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.record import is_blank
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.findings import value_words
from kneedesk.presentation.people import patient_details, patient_name, side_badge
from kneedesk.ui.consultation_list import Identity, identity_of
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.elided_label import ElidedLabel
from kneedesk.ui.widgets.text import chip

_DETAILS = 300
_ALLERGIES = 170


class Banner(QFrame):
    """Name, birth date, sex, identifier, side and allergies; at its right the way back and the basis drawer."""

    undone = Signal()
    redone = Signal()
    basis_asked = Signal()
    view_asked = Signal()
    note_asked = Signal()
    history_asked = Signal()

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._language = language
        self._theme = theme
        self._icons: dict[QPushButton, str] = {}
        self.setObjectName("banner")
        self.setProperty("tone", "banner")
        self.setAccessibleName(language.say("Patient"))
        self.name = ElidedLabel()
        self.name.setObjectName("banner.name")
        self.name.setProperty("level", "banner")
        self.side = chip("", "side")
        self.side.setObjectName("banner.side")
        self.sample = chip(language.say("Sample, not a patient"), "caution")
        self.sample.setObjectName("banner.sample")
        self._samples: frozenset[Identity] = frozenset()
        self._shown: tuple[object, ...] = ()
        self.allergies = ElidedLabel()
        self.allergies.setObjectName("banner.allergies")
        self.allergies.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.allergies.setProperty("chip", "calm")  # from the start: its padding is measured once
        self.details = ElidedLabel()
        self.details.setObjectName("banner.details")
        self.details.setProperty("tone", "note")
        self.undo = self._button("undo-2", language.say("Undo"), "Ctrl+Z", self.undone)
        self.redo = self._button("redo-2", language.say("Redo"), "Ctrl+Shift+Z", self.redone)
        self.view = self._button("eye", language.say("Patient view"), "F11", self.view_asked)
        keys = [QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText) for each in ("Shift+F11", "F12")]
        more = language.say("{cover} covers it and shows it again, {turn} turns its page")
        self.view.setToolTip(f"{self.view.toolTip()}\n{more.format(cover=keys[0], turn=keys[1])}")
        self.note = self._button("pencil", language.say("Private note"), "Ctrl+Shift+N", self.note_asked)
        self.history = self._button("clock", language.say("History"), "Ctrl+Shift+H", self.history_asked)
        self.basis = self._button("panel-right", language.say("Basis"), "Ctrl+B", self.basis_asked, checkable=True)
        self._arrange()
        theme.switched.connect(self._draw_icons)
        theme.switched.connect(self._limit)
        self._draw_icons()

    def know_samples(self, identities: frozenset[Identity]) -> None:
        """Take by what invented patients are known, to say so wherever one of them is shown."""
        self._samples, self._shown = identities, ()

    def show_consultation(self, consultation: Consultation) -> None:
        """Show the patient and the knee of a consultation, and do nothing where both are as they were."""
        shown = (consultation.patient, consultation.history.allergies, consultation.knee, consultation.date)
        if shown == self._shown:
            return
        self._shown = shown
        self.name.show_text(patient_name(consultation))
        self.side.setText(side_badge(consultation, self._language))
        self.sample.setVisible(identity_of(consultation.patient) in self._samples)
        self.details.show_text(self._details(consultation))
        self._show_allergies(consultation)
        self._limit()

    def _limit(self) -> None:
        # Where there is little room both give way, but the birth date and the first allergies can still be read.
        for label, least in ((self.details, _DETAILS), (self.allergies, _ALLERGIES)):
            label.setMinimumWidth(min(label.sizeHint().width(), scaled(least)))

    def show_history(self, can_undo: bool, can_redo: bool) -> None:
        """Show whether there is something to take back, or to make again."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def show_basis(self, shown: bool) -> None:
        """Show whether the basis drawer is open; ask for nothing."""
        blocked = self.basis.blockSignals(True)
        self.basis.setChecked(shown)
        self.basis.blockSignals(blocked)

    def show_view(self, opened: bool, covered: bool, page: int, pages: int) -> None:
        """Show at its button what the patient's window shows: that it is covered, or which of several pages."""
        words = self._language.say("covered") if covered else f"{page} / {pages}" if pages > 1 else ""
        self.view.setText(f" {words}" if opened and words else "")
        self.view.setAccessibleDescription(words if opened else "")

    def _details(self, consultation: Consultation) -> str:
        say, patient = self._language.say, consultation.patient
        sex = say("sex not recorded")
        if patient.sex is not None:
            sex = value_words("patient.sex", patient.sex, self._library, self._language)
        parts = [patient_details(consultation, self._language), sex]
        if patient.birth_date is None:
            parts.insert(0, say("birth date not recorded"))
        if patient.identifier is None or is_blank(patient.identifier):
            parts.append(say("no identifier recorded"))
        return " \N{MIDDLE DOT} ".join(part for part in parts if part)

    def _show_allergies(self, consultation: Consultation) -> None:
        say, allergies = self._language.say, consultation.history.allergies
        if allergies is None:
            words, tone = say("Allergies not recorded"), "calm"
        elif not allergies:
            words, tone = say("No allergies: asked"), "calm"
        else:
            words, tone = say("Allergies: {allergies}").format(allergies=", ".join(allergies)), "stop"
        self.allergies.retone(tone, "chip")
        self.allergies.show_text(words)

    def _button(
        self, icon: str, name: str, keys: str, pressed: SignalInstance, *, checkable: bool = False
    ) -> QPushButton:
        button = QPushButton()
        button.setCheckable(checkable)
        button.setProperty("kind", "icon")
        button.setObjectName(f"banner.{icon.partition('-')[0]}")
        button.setAccessibleName(name)
        sequence = QKeySequence(keys)
        button.setToolTip(f"{name} ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})")
        # A screen reader toggles without a click.
        (button.toggled if checkable else button.clicked).connect(pressed)
        action = QAction(self)
        action.setShortcut(sequence)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(button.click)
        self.addAction(action)
        self._icons[button] = icon
        return button

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        for pair in ((self.name, self.side, self.sample), (self.details, self.allergies)):
            line = QHBoxLayout()
            line.setSpacing(12)
            for label in pair:
                line.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
            line.addStretch(1)
            words.addLayout(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 10, 20, 10)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addSpacing(8)
        for button in (self.undo, self.redo, self.view, self.note, self.history, self.basis):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _draw_icons(self) -> None:
        for button, icon in self._icons.items():
            button.setIcon(self._theme.icon(icon))
            button.setIconSize(QSize(scaled(18), scaled(18)))
