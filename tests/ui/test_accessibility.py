"""What a screen reader finds: every control that takes the focus has a name, a role and, where it has one, a value."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from kneedesk.domain.consultation import Knee
from kneedesk.domain.treatment import Treatment
from kneedesk.ui.main_window import STEPS
from tests.ui.clinician import Clinician, Mouse
from tests.ui.hosting import nodes
from tests.ui.running import running

CASES = Path(__file__).parents[1] / "cases"
SAMPLES = ("reference", "barely-recorded", "red-flag", "hostile-text")
# What says nothing to a person who cannot see it.
MUTE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Whitespace)
Text = QAccessible.Text


def faults(root: QWidget) -> list[str]:
    """Return what a screen reader cannot say of the controls that can be seen and focused."""
    found = []
    for node in nodes(root):
        state = node.state()
        if not state.focusable or state.invisible:
            continue
        control = node.object()
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


@pytest.mark.parametrize("name", ["history.previous_treatments", "imaging.date.calendar"])
def test_a_list_and_a_calendar_that_are_open(name, clinician):
    clinician.opens_file(CASES / "reference.json")
    clinician.opens("Evaluation")
    clinician.opens_choice(name)
    assert QApplication.activePopupWidget() is shown()
    assert faults(shown()) == []
    clinician.dismisses()
