"""Patient & goal: who, which knee, what the patient most wants to do, and what the patient expects."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.assessment.assessment import Assessment
from kneedesk.domain.consultation import Consultation, Knee
from kneedesk.domain.finding import value_of
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.progress import lacks_about_patient, needed_for
from kneedesk.ui.dialogs.change_side import ChangeSideDialog
from kneedesk.ui.forms import Form
from kneedesk.ui.page import Page, Progress
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.expected_pain_card import ExpectedPainCard
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.finding_rows import FindingRows, RowsCard
from kneedesk.ui.widgets.focus_watch import FocusWatch
from kneedesk.ui.widgets.page_column import page_column
from kneedesk.ui.widgets.scrolling import bring

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


class PatientPage(Page):
    """Who is here, and what for."""

    STEP = "patient"
    TITLE = "Patient & goal"
    HOLDS = frozenset({"date", "knee", "jurisdiction", "patient", "preferences"})

    def __init__(
        self,
        library: Library,
        language: Language,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(parent)
        self.setObjectName(self.STEP)
        self._library, self._language = library, language
        self._consultation: Consultation | None = None
        self._rows = FindingRows(library, language, theme, self)
        self._rows.amended.connect(self.amended)
        self._forms: list[Form] = []
        self._expected = ExpectedPainCard(library, language, theme, clock)
        self._expected.amended.connect(self.amended)
        self._build(theme)
        self.setFocusProxy(self._forms[0].field(IDENTITY[0]))
        FocusWatch(self).entered.connect(self._enter)

    def _build(self, theme: Theme) -> None:
        say = self._language.say
        column = page_column(self, say(self.TITLE), say("Who is here, which knee, and what the patient hopes for."))
        self._add_form(column, theme, IDENTITY, say("Patient"))
        self._add_form(column, theme, ENCOUNTER, say("This consultation"))
        self._add_rows(
            column,
            GOAL,
            say("What would you most like to be able to do?"),
            say("In the patient\N{RIGHT SINGLE QUOTATION MARK}s own words; the talk starts here."),
        )
        self._add_rows(column, READINESS, say("Readiness"))
        self._expected.lead(self.line_to_say("patient-expected"))
        column.addWidget(self._expected)
        column.addStretch(1)

    def _add_form(self, column: QVBoxLayout, theme: Theme, paths: tuple[str, ...], title: str) -> None:
        card = Card(title, parent=column.parentWidget())
        column.addWidget(card)
        form = Form(paths, self._library, self._language, theme, 2, card)
        form.amended.connect(self._amend)
        card.body.addWidget(form)
        self._forms.append(form)

    def _add_rows(self, column: QVBoxLayout, paths: tuple[str, ...], title: str, subtitle: str = "") -> None:
        card = RowsCard(title, subtitle, column.parentWidget())
        column.addWidget(card)
        for path in paths:
            self._rows.add(path, card)

    def show_consultation(self, consultation: Consultation, assessment: Assessment) -> None:
        """Show what is recorded; announce nothing."""
        self._consultation = consultation
        for form in self._forms:
            form.show_consultation(consultation)
        self._rows.show_consultation(consultation, needed_for(consultation, assessment))
        unknown = (path for path in IDENTITY if value_of(consultation, path) is None)
        self.setFocusProxy(self._forms[0].field(next(unknown, IDENTITY[0])))
        self._expected.show_consultation(consultation)

    def go_to(self, path: str) -> bool:
        """Put the focus on a finding's control and bring it in sight."""
        if path == self._expected.field.path:
            self._expected.take_focus()
            bring(self._expected)
            return True
        row = self._rows.focus(path)
        if row is not None:
            bring(row)
            return True
        field = next((form.fields()[path] for form in self._forms if path in form.fields()), None)
        if field is None:
            return False
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        bring(field)
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
        bring(row if row is not None else field)
        if field.path in self._library.findings:
            self.explained.emit(field.path)
