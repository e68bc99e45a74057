"""From whatever is read in the window one key opens the evidence on what it rests on, and Escape leads back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton

from kneedesk.ui.desk import Desk
from kneedesk.ui.main_window import MainWindow
from kneedesk.ui.widgets.passage_list import Statement
from kneedesk.ui.widgets.reason_row import ReasonRow
from tests.ui.running import running

CASE = Path(__file__).parents[1] / "cases" / "reference.json"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(tmp_path, theme, qtbot) -> Iterator[MainWindow]:
    with running(tmp_path, theme, qtbot) as application:
        application._opening.open_file(CASE)
        qtbot.waitUntil(lambda: desk_of(application.window).isVisible())
        yield application.window


def desk_of(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def strike(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), key, modifier)


def asks(window: MainWindow) -> str:
    """Strike the key, and return what the evidence shows then."""
    strike(window, Qt.Key.Key_E, CONTROL)
    assert window.evidence is not None
    assert window.evidence.isVisible()
    assert window.rail.buttons["evidence"].isChecked()
    return window.evidence.shown


def comes_back(window: MainWindow, step: str) -> None:
    strike(window, Qt.Key.Key_Escape)
    assert desk_of(window).isVisible()
    assert desk_of(window).step == step
    assert window.rail.buttons[step].isChecked()


@pytest.mark.parametrize("step", ["options", "risks", "expectations"])
def test_from_a_statement(step, window, qtbot):
    desk = desk_of(window)
    window.go(step)
    page = desk.page(step)
    qtbot.waitUntil(lambda: any(each.isVisible() and each.basis for each in page.findChildren(Statement)))
    statement = next(each for each in page.findChildren(Statement) if each.isVisible() and each.basis)
    statement.setFocus(Qt.FocusReason.TabFocusReason)
    first = next(name for name in statement.basis)
    assert asks(window) == first
    comes_back(window, step)
    assert QApplication.focusWidget() is statement


def test_from_a_reason(window):
    window.go("candidacy")
    row = next(each for each in desk_of(window).page("candidacy").findChildren(ReasonRow) if each.isVisible())
    row.setFocus(Qt.FocusReason.TabFocusReason)
    assert asks(window) == row._ground.reason.rule.basis[0]
    comes_back(window, "candidacy")
    assert QApplication.focusWidget() is row


def test_from_a_finding_that_is_being_typed_which_is_kept(window, library):
    window.go("evaluation")
    line = desk_of(window).page("evaluation").findChild(QLineEdit, "imaging.hip_knee_ankle_angle") or next(
        each
        for each in desk_of(window).page("evaluation").findChildren(QLineEdit)
        if each.isVisible() and library.findings.get(each.objectName()) and library.findings[each.objectName()].purpose
    )
    line.setFocus(Qt.FocusReason.TabFocusReason)
    line.selectAll()
    QTest.keyClicks(line, "4")
    finding = library.findings[line.objectName()]
    assert asks(window) == finding.purpose.basis[0]
    comes_back(window, "evaluation")
    assert QApplication.focusWidget() is line
    assert line.text().startswith("4")


def test_from_the_drawer_by_its_link_and_by_the_key(window, qtbot):
    desk = desk_of(window)
    window.go("candidacy")
    desk.show_basis(True)
    row = next(each for each in desk.page("candidacy").findChildren(ReasonRow) if each.isVisible())
    row.setFocus(Qt.FocusReason.TabFocusReason)
    links = [each for each in desk.drawer.findChildren(QPushButton) if each.text() == "Open in Evidence"]
    assert [each.objectName().rpartition(".")[2] for each in links] == list(row._ground.reason.rule.basis)
    assert "Ctrl+E" in links[0].toolTip()
    qtbot.mouseClick(links[-1], Qt.MouseButton.LeftButton)
    assert window.evidence.shown == row._ground.reason.rule.basis[-1]
    comes_back(window, "candidacy")
    links[0].setFocus()
    assert asks(window) == row._ground.reason.rule.basis[0]


def test_where_nothing_is_chosen_the_evidence_opens_as_it_was(window, library):
    window.go("patient")
    desk_of(window).drawer.explain(None)
    assert asks(window) == min(library.facts)


def test_the_rail_leads_there_and_back_to_the_step_and_keeps_what_was_typed(window, qtbot):
    window.go("decision")
    sheet = desk_of(window).page("decision").findChild(QPlainTextEdit, "counselling.teach_back")
    sheet.setFocus()
    sheet.selectAll()
    QTest.keyClicks(sheet, "It may not work.")
    asks(window)
    comes_back(window, "decision")
    assert QApplication.focusWidget() is sheet
    qtbot.mouseClick(window.rail.buttons["evidence"], Qt.MouseButton.LeftButton)
    assert window.evidence.isVisible()
    assert "Ctrl+E" in window.rail.buttons["evidence"].toolTip()
    qtbot.mouseClick(window.rail.buttons["decision"], Qt.MouseButton.LeftButton)
    assert sheet.toPlainText() == "It may not work."
    assert desk_of(window).session.consultation.counselling.teach_back == "It may not work."


def test_from_the_list_and_back_to_it(window):
    window.go("consultations")
    assert window.list.isVisible()
    asks(window)
    strike(window, Qt.Key.Key_Escape)
    assert window.list.isVisible()
    assert window.rail.buttons["consultations"].isChecked()
