"""What a screen reader finds: every control that takes the focus has a name, a role and, where it has one, a value."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from kneedesk.domain.changes import changes_between
from kneedesk.domain.consultation import Knee
from kneedesk.domain.merging import collisions
from kneedesk.domain.signature import Method, Role, Signature
from kneedesk.domain.treatment import Treatment
from kneedesk.domain.versions import finalise
from kneedesk.exchange.consultation_file import load
from kneedesk.presentation.collisions import side_by_side
from kneedesk.presentation.glossary import Glossary
from kneedesk.presentation.history import Told, rows_of
from kneedesk.store.archive import Copy
from kneedesk.store.chain import Fault, Kind
from kneedesk.store.holds import Hold
from kneedesk.store.versions import Standing
from kneedesk.ui import dialogs
from kneedesk.ui.auditing import Checked
from kneedesk.ui.desk import Desk
from kneedesk.ui.dialogs.addendum import AddendumDialog
from kneedesk.ui.dialogs.all_talked import AllTalkedDialog
from kneedesk.ui.dialogs.amendment import AmendmentDialog
from kneedesk.ui.dialogs.change_side import ChangeSideDialog
from kneedesk.ui.dialogs.collision import CollisionDialog
from kneedesk.ui.dialogs.earlier_versions import EarlierVersionsDialog
from kneedesk.ui.dialogs.finalise import FinaliseDialog
from kneedesk.ui.dialogs.history import HistoryDialog
from kneedesk.ui.dialogs.journal import JournalDialog
from kneedesk.ui.dialogs.take_over import TakeOverDialog
from kneedesk.ui.dialogs.unsigned import UnsignedDialog
from kneedesk.ui.dialogs.users import UsersDialog
from kneedesk.ui.dialogs.verify import VerifyDialog
from kneedesk.ui.dialogs.void_signatures import VoidSignaturesDialog
from kneedesk.ui.evidence import Evidence
from kneedesk.ui.main_window import STEPS
from kneedesk.ui.pages.candidacy import CourseRow
from kneedesk.ui.pages.options import OptionsPage
from kneedesk.ui.patient_view.window import PatientView
from kneedesk.ui.recalling import Place, Portion, Wish
from kneedesk.ui.session import Session
from kneedesk.ui.steps import PAGES, page_maker
from kneedesk.ui.widgets.drawing_view import DrawingView
from kneedesk.ui.widgets.glossary_popup import GlossaryPopup
from tests.adding import added
from tests.people import ANA, BEN
from tests.ui.clinician import Clinician
from tests.ui.hands import Mouse
from tests.ui.hosting import nodes
from tests.ui.running import running
from tests.ui.stand_in import KeeperStandIn
from tests.ui.test_room import settled

CASES = Path(__file__).parents[1] / "cases"
SAMPLES = ("reference", "barely-recorded", "red-flag", "hostile-text", "declined")
# What says nothing to a person who cannot see it.
MUTE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Whitespace)
Text = QAccessible.Text
WINDOW = 1366
NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
SIGNED = Signature(role=Role.WITNESS, name="Ana Ruiz Peña", at=NOW, method=Method.TYPED, meaning="I saw it.")
# What holds always holds one of its values: to switch off the one that holds changes nothing.
KEPT = ("knee=right", "patient.height_cm.unit=cm", "patient.weight_kg.unit=kg", "candidacy.stem_cell", "timeline=day_0")
# What only the next file that is saved asks for: it is no part of the consultation.
ASIDE = ("calendar.named",)


def faults(root: QWidget) -> list[str]:
    """Return what a screen reader cannot say of what is drawn, and of the controls that can be seen and focused."""
    found = []
    for node in nodes(root):
        state, control = node.state(), node.object()
        if isinstance(control, DrawingView) and not state.invisible and not node.text(Text.Name).strip():
            found.append(f"{type(control).__name__} draws what nothing says")
        if not state.focusable or state.invisible:
            continue
        where = f"{type(control).__name__} {control.objectName() if control else ''!r}"
        if not node.text(Text.Name).strip():
            found.append(f"{where} has no name")
        if node.role() in MUTE and not isinstance(control, QScrollArea):  # Qt has no other role for what only scrolls
            found.append(f"{where} has the role {node.role().name}")
        found += [f"{where}: {fault}" for fault in wrong_values(node, control)]
    return found


def wrong_values(node: QAccessibleInterface, control: object) -> Iterator[str]:
    """Yield how the value or state that is said differs from what is seen."""
    said = node.text(Text.Value)
    match control:
        case QLineEdit() if said != control.displayText():
            yield f"says {said!r} for {control.displayText()!r}"
        case QPlainTextEdit() if said != control.toPlainText():
            yield f"says {said!r} for {control.toPlainText()!r}"
        case QComboBox() if said != control.currentText():
            yield f"says {said!r} for {control.currentText()!r}"
        case QAbstractButton() if control.isCheckable():
            if not node.state().checkable:
                yield "does not say that it can be checked"
            if bool(node.state().checked) != control.isChecked():
                yield "does not say whether it is checked"


@pytest.fixture
def clinician(tmp_path, theme, qtbot, library, english) -> Iterator[Clinician]:
    with running(tmp_path, theme, qtbot) as application:
        yield Clinician(application.window, Mouse(), library, english, qtbot)


def shown() -> QWidget:
    window = QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()
    assert window is not None
    return window


def test_the_list_when_it_is_empty_and_when_it_is_not(clinician):
    assert faults(shown()) == []
    clinician.begins("Ruiz Peña", "Ana", Knee.RIGHT)
    clinician.waits_until_saved()
    clinician.leaves()
    clinician.sees_in_the_list("RUIZ PEÑA, Ana")
    assert faults(shown()) == []


def test_the_evidence_with_its_statements_and_with_what_is_overdue(clinician, library, english, theme, qtbot):
    clinician.opens_file(CASES / "reference.json")
    window = shown()
    window.go("evidence")
    evidence = window.evidence
    for record in ("COCH-02", "mautner-2023", "SC-005", "about", "overdue"):
        evidence.open(record)
        assert faults(window) == []
    late = Evidence(library, english, theme, date(2029, 1, 1), window)
    late.resize(1000, 700)
    late.show()
    assert late.notice.isVisible()
    assert faults(late) == []


@pytest.mark.parametrize("case", SAMPLES)
def test_every_step(case, clinician):
    clinician.opens_file(CASES / f"{case}.json")
    found = {}
    for step in STEPS:
        clinician.opens(step.title)
        if step.id == "candidacy":
            for treatment in Treatment:
                clinician.reads_verdict(treatment)
                found[treatment] = faults(shown())
        found[step.id] = faults(shown())
    assert not {name: each for name, each in found.items() if each}


def test_a_departure_from_a_verdict(clinician):
    clinician.opens_file(CASES / "reference.json")
    clinician.opens("Candidacy")
    clinician.decides_otherwise(Treatment.CORTICOSTEROID)
    assert faults(shown()) == []
    clinician.overrides(Treatment.PRP, "She wants to walk at her daughter's wedding.")
    assert faults(shown()) == []


def test_the_dialogs_of_the_list(clinician):
    for ask in (clinician.asks_for_a_new_consultation, clinician.opens_settings):
        ask()
        assert QApplication.activeModalWidget() is shown()
        assert faults(shown()) == []
        clinician.dismisses()


def test_the_dialogs_of_a_consultation(clinician):
    clinician.opens_file(CASES / "barely-recorded.json")
    clinician.opens("Evaluation")
    clinician.answers_the_rest_with_no()
    assert faults(shown()) == []
    clinician.dismisses()
    clinician.opens("Patient & goal")
    clinician.changes_side(Knee.LEFT)
    assert faults(shown()) == []
    clinician.dismisses()


def managing(parts):
    dialog = UsersDialog(ANA, parts.language, parts.theme)
    dialog.show_users([ANA, BEN], manages=True)
    return dialog


def adding_again(parts: SimpleNamespace) -> AddendumDialog:
    dialog = AddendumDialog(parts.final, parts.library, parts.language, parts.theme, lambda: NOW, {})
    dialog.show_earlier([added(parts.final)] * 5)
    return dialog


def read_history(parts: SimpleNamespace) -> HistoryDialog:
    """Return the history of a consultation that was begun just now."""
    dialog = HistoryDialog(parts.language, parts.theme)
    told = Told(1, NOW, ANA.name, "change", "", changes_between(None, parts.consultation), began=True)
    dialog.receive(Wish(), Place(), Portion(tuple(rows_of([told], None, parts.library, parts.language)), None))
    return dialog


def check_journal(parts: SimpleNamespace) -> JournalDialog:
    """Return the check of a journal with faults, held against two documents."""
    dialog = JournalDialog(None, parts.language, parts.theme)
    dialog.take([Path("consent.pdf"), Path("sheet.pdf")])
    dialog._show(Checked([Fault(number, Kind.CONTENT) for number in range(1, 9)], 41, 2))
    return dialog


def collide(parts: SimpleNamespace) -> CollisionDialog:
    """Return two states of a consultation that differ in nearly everything."""
    other = load(CASES / "meniscal-tear.json")
    rows = side_by_side(collisions(None, parts.consultation, other), parts.library, parts.language)
    return CollisionDialog(rows, "Ben Okafor", "18 November 2026, 14:02", parts.language)


ASKED = {
    "all talked through": lambda parts: AllTalkedDialog({"pain": "Pain afterwards"}, ["Infection"], parts.language),
    "signatures become void": lambda parts: VoidSignaturesDialog([SIGNED], parts.language),
    "finalise": lambda parts: FinaliseDialog(parts.consultation, NOW, parts.language, who="Dr. Ana Núñez"),
    "users": managing,
    "amend": lambda parts: AmendmentDialog(1, parts.language),
    "add": lambda parts: AddendumDialog(parts.final, parts.library, parts.language, parts.theme, lambda: NOW, {}),
    "add to what was added": adding_again,
    "earlier versions": lambda parts: EarlierVersionsDialog(
        [(Standing(1, NOW, "1" * 64), [Copy("1" * 64, "consent", "en", "a4")])], parts.language, parts.theme
    ),
    "read the history": read_history,
    "check the journal": check_journal,
    "take over": lambda parts: TakeOverDialog(
        Hold("k", "desk", "ROOM-2", "ben-1", "Ben Okafor", NOW, NOW), parts.language, silent=True
    ),
    "two states": collide,
    "give up an addendum": lambda parts: UnsignedDialog(parts.language),
    "check a document": lambda parts: VerifyDialog(parts.seals, parts.language, parts.theme),
}


@pytest.fixture
def parts(cases, library, english, theme, seals_in, tmp_path) -> SimpleNamespace:
    """Return what the dialogs are made of."""
    made = {"consultation": cases["reference"], "library": library, "language": english, "theme": theme}
    return SimpleNamespace(**made, final=finalise(cases["reference"], "2026.1", NOW), seals=seals_in(tmp_path))


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("name", ASKED)
def test_the_dialogs_that_ask_have_names_and_room(name, size, parts, text_size, qtbot):
    text_size(size)
    dialog = ASKED[name](parts)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    found = faults(dialog), settled(dialog), dialog.width() <= WINDOW
    dialog.close()
    assert found == ([], [], True)


def test_every_dialog_is_judged_here():
    folder, here = Path(dialogs.__file__).parent, Path(__file__).read_text("utf-8")
    frames, by_hand = {"__init__", "fitted", "question"}, {"all_asked", "new_consultation"}
    own_tests = {
        path.stem.removeprefix("test_")
        for path in (Path(__file__).parent / "dialogs").glob("*.py")
        if "test_accessibility import faults" in path.read_text("utf-8")
    }
    unjudged = {path.stem for path in folder.glob("*.py") if f"dialogs.{path.stem} " not in here}
    assert unjudged - frames - by_hand - own_tests == {"settings"}
    assert "opens_settings" in here


def test_what_is_found_by_a_few_letters(clinician, qtbot):
    clinician.opens_file(CASES / "reference.json")
    shown().palette_asked.emit()
    palette = shown()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is palette.windowHandle())
    assert faults(palette) == []
    clinician.dismisses()


def test_the_window_of_the_patient_at_every_step(clinician, qtbot):
    clinician.opens_file(CASES / "reference.json")
    window = shown()
    window.desk.banner.view.click()
    view = next(each for each in QApplication.topLevelWidgets() if isinstance(each, PatientView))
    qtbot.waitUntil(view.isVisible)
    found = {}
    for step in STEPS:
        window.go(step.id)
        found[step.id] = faults(view)
    view.close()
    assert not {name: each for name, each in found.items() if each}


def test_the_words_explained_of_a_statement(library, english, qtbot):
    window, glossary = QWidget(), Glossary(library, english)
    qtbot.addWidget(window)
    popup = GlossaryPopup(glossary.find("A placebo helps in arthritis of the joint."), english, window)
    popup.show()
    qtbot.waitUntil(popup.isVisible)
    found = faults(popup)
    popup.close()
    assert found == []


@pytest.mark.parametrize("name", ["history.previous_treatments[0].response", "imaging.date.calendar"])
def test_a_list_and_a_calendar_that_are_open(name, clinician):
    clinician.opens_file(CASES / "reference.json")
    clinician.opens("Evaluation")
    clinician.opens_choice(name)
    assert QApplication.activePopupWidget() is shown()
    assert faults(shown()) == []
    clinician.dismisses()


@pytest.fixture
def desk(qtbot, library, english, theme) -> Desk:
    maker = partial(page_maker, clock=lambda: NOW, languages={"en": english})
    made = Desk(PAGES, library, english, theme, maker)
    qtbot.addWidget(made)
    made.resize(1366, 2000)
    made.show()
    return made


def test_the_focus_arrives_on_each_step_and_tab_leads_into_it(desk, library, cases, qtbot):
    session = Session(library, KeeperStandIn())
    desk.take(session)
    session.open("k", cases["reference"])
    qtbot.waitUntil(desk.isActiveWindow)
    for step in (page.STEP for page in PAGES):
        desk.visit(step)
        arrived, page = QApplication.focusWidget(), desk.page(step)
        assert arrived is page or page.isAncestorOf(arrived), step
        assert QAccessible.queryAccessibleInterface(arrived).text(Text.Name).strip(), step
        qtbot.keyClick(arrived, Qt.Key.Key_Tab)
        following = QApplication.focusWidget()
        assert following is not arrived, step
        assert page.isAncestorOf(following), step
        desk.visit("patient")
        desk.visit(step)
        assert QApplication.focusWidget() is following, step


def toggles(page: QWidget) -> list[QAbstractButton]:
    """Return what a screen reader can switch on or off."""
    buttons = page.findChildren(QAbstractButton)
    return [each for each in buttons if each.isCheckable() and each.isVisible() and each.isEnabled()]


def toggle(control: QAbstractButton) -> None:
    """Switch a control as a screen reader does, which clicks nothing."""
    node = QAccessible.queryAccessibleInterface(control)
    node.actionInterface().doAction(QAccessibleActionInterface.toggleAction())


def seen(desk: Desk) -> object:
    """Return what a switch may change: what is recorded, what is looked at, or the words on why it cannot change."""
    options = desk.page("options")
    assert isinstance(options, OptionsPage)
    words = tuple(each.text() for kind in (QLineEdit, QLabel) for each in desk.page(desk.step).findChildren(kind))
    checked = tuple(each.objectName() for each in desk.page("candidacy").findChildren(CourseRow) if each.isChecked())
    return desk.session.consultation, options.grid.courses, options.grid.folded, words, checked


@pytest.mark.parametrize("step", [page.STEP for page in PAGES if page.STEP != "documents"])
def test_what_a_screen_reader_switches_is_taken(step, desk, library, cases, qtbot):
    shown, session = cases["reference"], Session(library, KeeperStandIn())
    patient = shown.patient.model_copy(update={"family_name": "Other"})
    preferences = shown.preferences.model_copy(update={"priorities": None})
    between = shown.model_copy(update={"patient": patient, "preferences": preferences})
    desk.take(session)
    session.open("k", shown)
    desk.visit(step)
    holding = [each for each in toggles(desk.page(step)) if each.isChecked() and each.objectName() in KEPT]
    controls = [each for each in toggles(desk.page(step)) if each not in holding and each.objectName() not in ASIDE]
    ignored = []
    for control in controls:
        name, before = control.objectName(), seen(desk)
        toggle(control)
        asked = desk.findChild(ChangeSideDialog)
        if asked is not None:
            asked.accept()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if seen(desk) == before:
            ignored.append(name)
        session.open("between", between)  # so that no sentence on the control before stands there any more
        session.open("k", shown)
    assert ignored == []
