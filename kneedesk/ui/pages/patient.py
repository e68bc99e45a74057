"""Patient & goal: who, which knee, what the patient most wants to do, and what the patient expects."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.assessment.assessment import Assessment
from kneedesk.domain.consultation import Consultation, Knee
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.progress import lacks_about_patient, needed_for
from kneedesk.ui.dialogs.change_side import ChangeSideDialog
from kneedesk.ui.forms import Form
from kneedesk.ui.page import Page, Progress
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.finding_rows import FindingRows, RowsCard
from kneedesk.ui.widgets.focus_watch import FocusWatch
from kneedesk.ui.widgets.scrolling import ScrollColumn
from kneedesk.ui.widgets.text import body_label, heading

IDENTITY: Final = (
    "patient.family_name",
    "patient.given_name",
    "patient.birth_date",
    "patient.identifier",
    "patient.sex",
    "patient.language",
    "patient.height_cm",
    "patient.weight_kg",
)
ENCOUNTER: Final = ("knee", "date", "jurisdiction")
GOAL: Final = ("preferences.goals", "preferences.priorities")
READINESS: Final = (
    "preferences.willing_to_rehabilitate",
    "preferences.accepts_uncertainty",
    "preferences.wishes_to_postpone_surgery",
)
EXPECTATION: Final = ("preferences.expected_pain",)


class PatientPage(Page):
    """Who is here, and what for."""

    STEP = "patient"
    TITLE = "Patient & goal"
    HOLDS = frozenset({"date", "knee", "jurisdiction", "patient", "preferences"})
    SCROLLS = True

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.STEP)
        self._library, self._language = library, language
        self._consultation: Consultation | None = None
        self._rows = FindingRows(library, language, theme, self)
        self._rows.amended.connect(self.amended)
        self._forms: list[Form] = []
        self._build(theme)
        self.setFocusProxy(self._forms[0].field(IDENTITY[0]))
        FocusWatch(self).entered.connect(self._enter)

    def _build(self, theme: Theme) -> None:
        say = self._language.say
        content = QWidget()
        self._area = ScrollColumn(content, say(self.TITLE), self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 14, 0)
        outer.setSpacing(12)
        title = QVBoxLayout()
        title.setSpacing(2)
        title.addWidget(heading(say(self.TITLE), 1))
        title.addWidget(body_label(say("Who is here, which knee, and what the patient hopes for."), "note"))
        outer.addLayout(title)
        outer.addWidget(self._area, 1)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 18)
        column.setSpacing(14)
        self._add_form(column, content, theme, IDENTITY, say("Patient"))
        self._add_form(column, content, theme, ENCOUNTER, say("This consultation"))
        self._add_rows(
            column,
            content,
            GOAL,
            say("What would you most like to be able to do?"),
            say("In the patient\N{RIGHT SINGLE QUOTATION MARK}s own words; the talk starts here."),
        )
        self._add_rows(column, content, READINESS, say("Readiness"))
        self._add_rows(
            column, content, EXPECTATION, say("What the patient expects"), say("Ask it before any evidence is shown.")
        )
        column.addStretch(1)

    def _add_form(
        self, column: QVBoxLayout, content: QWidget, theme: Theme, paths: tuple[str, ...], title: str
    ) -> None:
        card = Card(title, parent=content)
        column.addWidget(card)
        form = Form(paths, self._library, self._language, theme, 2, card)
        form.amended.connect(self._amend)
        card.body.addWidget(form)
        self._forms.append(form)

    def _add_rows(
        self, column: QVBoxLayout, content: QWidget, paths: tuple[str, ...], title: str, subtitle: str = ""
    ) -> None:
        card = RowsCard(title, subtitle, content)
        column.addWidget(card)
        for path in paths:
            self._rows.add(path, card)

    def show_consultation(self, consultation: Consultation, assessment: Assessment) -> None:
        """Show what is recorded; announce nothing."""
        self._consultation = consultation
        for form in self._forms:
            form.show_consultation(consultation)
        self._rows.show_consultation(consultation, needed_for(consultation, assessment))

    def go_to(self, path: str) -> bool:
        """Put the focus on a finding's control and bring it in sight."""
        row = self._rows.focus(path)
        if row is not None:
            self._area.bring(row)
            return True
        field = next((form.fields()[path] for form in self._forms if path in form.fields()), None)
        if field is None:
            return False
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.bring(field)
        return True

    @classmethod
    def progress(cls, consultation: Consultation, assessment: Assessment) -> Progress:
        """Return whether identity, goal, readiness and expectation are recorded or were deliberately left."""
        return Progress.MISSING if lacks_about_patient(consultation) else Progress.DONE

    def _amend(self, changes: Mapping[str, Any]) -> None:
        """Hand a change on; another side of the knee is asked about first."""
        recorded = self._consultation
        if recorded is not None and changes.get("knee", recorded.knee) is not recorded.knee:
            self._ask_side(Knee(changes["knee"]))
        else:
            self.amended.emit(changes)

    def _ask_side(self, to: Knee) -> None:
        self._show_side()  # as recorded, until the change is confirmed
        dialog = ChangeSideDialog(to, self._language, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(lambda side: self.amended.emit({"knee": side}))
        dialog.open()

    def _show_side(self) -> None:
        if self._consultation is not None:
            field = next(form.fields()["knee"] for form in self._forms if "knee" in form.fields())
            field.show_value(None)
            field.show_value(self._consultation.knee)

    def _enter(self, field: Field) -> None:
        row = self._rows.by_path.get(field.path)
        self._area.bring(row if row is not None else field)
        if field.path in self._library.findings:
            self.explained.emit(field.path)
