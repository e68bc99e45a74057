"""A new consultation: who, and which knee, before anything else is asked."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.ui.dialogs.fitted import FittedDialog, room_of
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.day import DateField
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.marks import FaultLine
from kneedesk.ui.widgets.text import body_label, heading, plain_label
from kneedesk.ui.widgets.written import TextField


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new consultation begins with; ``knee`` is *left* or *right*."""

    family_name: str
    given_name: str
    knee: str
    day: date


class NewConsultation(FittedDialog):
    """Ask for the name and the side; neither side is chosen beforehand."""

    begun = Signal(object)
    """A beginning that is complete."""

    def __init__(self, today: date, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_consultation")
        self.setWindowTitle("KneeDesk")
        self.setAccessibleName(language.say("New consultation"))
        self.setModal(True)
        self.setMinimumWidth(min(scaled(520), room_of(self).width()))
        self._language = language
        self._theme = theme
        self._today = today
        self._values: dict[str, Any] = {"date": today}
        say = language.say
        self.family = TextField("patient.family_name", say("Family name"), language)
        self.given = TextField("patient.given_name", say("Given name"), language)
        self.day = DateField("date", say("Date of the consultation"), language)
        self.day.show_value(today)
        for field in (self.family, self.given, self.day):
            field.mark.withhold()
            field.mark.hide()
            field.recorded.connect(lambda value, path=field.path: self._values.__setitem__(path, value))
        self.family.recorded.connect(self._part)
        self.sides = {knee: self._side(knee) for knee in ("left", "right")}
        self.side_fault = FaultLine()
        self.side_fault.hide()
        self.begin = QPushButton(say("Begin"))
        self.begin.setObjectName("new_consultation.begin")
        self.begin.setProperty("kind", "primary")
        self.begin.setDefault(True)
        self.begin.clicked.connect(self._begin)
        self.cancel = QPushButton(say("Cancel"))
        self.cancel.setObjectName("new_consultation.cancel")
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self._arrange()
        self.family.setFocus()

    def _side(self, knee: str) -> IconButton:
        words = self._language.say("Right knee") if knee == "right" else self._language.say("Left knee")
        button = IconButton(self._theme, "", words, "side", "accent_text", size=20)
        button.setObjectName(f"knee={knee}")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.toggled.connect(self._choose)
        return button

    def _part(self, name: str | None) -> None:
        """Put what stands behind a comma into the given name, as in *Marsh, Ida*, where none is written yet."""
        family, comma, given = (name or "").partition(",")
        if comma and given.strip() and not self.given.edit.text().strip():
            for field, part in ((self.family, family), (self.given, given)):
                field.show_value(part.strip())
                self._values[field.path] = part.strip()

    def _choose(self, _chosen: bool) -> None:
        for button in self.sides.values():
            button.show_icon("check" if button.isChecked() else "")
        self.side_fault.show_sentence(None)

    def _arrange(self) -> None:
        say = self._language.say
        names = QHBoxLayout()
        names.setSpacing(16)
        names.addWidget(self.family, 1, Qt.AlignmentFlag.AlignTop)
        names.addWidget(self.given, 1, Qt.AlignmentFlag.AlignTop)
        side_label = plain_label(say("Which knee?"))
        side_label.setProperty("level", "label")
        group = QButtonGroup(self)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        for button in self.sides.values():
            group.addButton(button)
            sides.addWidget(button, 1)
        ends = QHBoxLayout()
        ends.setSpacing(10)
        ends.addStretch(1)
        ends.addWidget(self.cancel)
        ends.addWidget(self.begin)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 20, 24, 24)
        lines.setSpacing(8)
        lines.addWidget(heading(say("New consultation"), 1))
        lines.addWidget(
            body_label(
                say("One consultation is about one knee. A single name is the family name; “Marsh, Ida” is both."),
                "quiet",
            )
        )
        lines.addSpacing(10)
        lines.addLayout(names)
        lines.addSpacing(8)
        lines.addWidget(side_label)
        lines.addLayout(sides)
        lines.addWidget(self.side_fault)
        lines.addSpacing(8)
        lines.addWidget(self.day)
        lines.addSpacing(14)
        lines.addStretch(1)  # what is no longer said leaves its room here
        lines.addLayout(ends)

    def _begin(self) -> None:
        """Begin, or say at each field what is still needed and go to the first of them."""
        for field in (self.family, self.given, self.day):
            field.commit()
        needed = self._language.say("This is needed.")
        missing: list[QWidget] = []
        if not str(self._values.get("patient.family_name") or "").strip():
            self.family.show_fault(needed)
            missing.append(self.family)
        knee = next((side for side, button in self.sides.items() if button.isChecked()), "")
        if not knee:
            self.side_fault.show_sentence(needed)
            missing.append(self.sides["left"])
        if self.day.fault():
            missing.append(self.day)
        if missing:
            missing[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.begun.emit(
            Beginning(
                self._values["patient.family_name"],
                self._values.get("patient.given_name") or "",
                knee,
                self._values.get("date") or self._today,
            )
        )
        self.accept()
