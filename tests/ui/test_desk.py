"""The desk shows one consultation: page, banner, drawer, footer, and every change goes through its session."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kneedesk.domain.history import Diabetes
from kneedesk.presentation.content import say
from kneedesk.ui.desk import Desk
from kneedesk.ui.drawer import WIDTH
from kneedesk.ui.middle import LEAST_PAGE
from kneedesk.ui.session import Session
from kneedesk.ui.widgets.passage_list import Statement
from tests.ui.stand_in import PAGES, KeeperStandIn


@pytest.fixture
def keeper():
    return KeeperStandIn()


@pytest.fixture
def desk(qtbot, library, english, theme):
    made = Desk(PAGES, library, english, theme)
    qtbot.addWidget(made)
    made.resize(1150, 768)
    made.show()
    return made


@pytest.fixture
def opened(desk, keeper, library, cases):
    session = Session(library, keeper)
    desk.take(session)
    session.open("k", cases["reference"])
    desk.visit("patient")
    return desk


def test_a_change_goes_from_the_control_to_banner_rail_and_footer(opened, keeper, qtbot):
    opened.visit("evaluation")
    none = opened.page("evaluation").field.row.segments[0]
    with qtbot.waitSignal(opened.progressed):
        qtbot.mouseClick(none, Qt.MouseButton.LeftButton)
    assert opened.session.consultation.history.diabetes is Diabetes.NONE
    assert opened.footer.state.whole == "Saving"
    assert opened.banner.undo.isEnabled()
    keeper.commit()
    assert opened.footer.state.whole == "Saved 14:02"


def test_why_something_is_not_saved_is_said(opened, keeper):
    opened.session.amend("history.diabetes", Diabetes.NONE)
    keeper.fail("The disk is full.")
    assert opened.footer.state.whole == "Not saved: The disk is full."


def test_undo_and_redo_by_key(opened, qtbot):
    opened.session.amend("history.diabetes", Diabetes.NONE)
    qtbot.keyClick(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.session.consultation.history.diabetes is Diabetes.CONTROLLED
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(opened, Qt.Key.Key_Z, both)
    assert opened.session.consultation.history.diabetes is Diabetes.NONE


def test_a_refused_value_is_said_at_its_field(opened):
    opened.page("patient").field.recorded.emit("x" * 201)
    assert "200" in opened.page("patient").field.fault()


def test_progress_names_every_step(opened, qtbot):
    with qtbot.waitSignal(opened.progressed) as caught:
        opened.session.amend("history.diabetes", None)
    assert caught.args[0] == {"patient": "done", "evaluation": "missing", "documents": "not_applicable"}
    assert opened.first_open_step() == "evaluation"


def test_back_and_next_walk_through_the_steps(opened, qtbot):
    qtbot.mouseClick(opened.footer.next, Qt.MouseButton.LeftButton)
    assert opened.step == "evaluation"
    qtbot.mouseClick(opened.footer.next, Qt.MouseButton.LeftButton)
    assert opened.step == "documents"
    assert not opened.footer.next.isEnabled()
    qtbot.mouseClick(opened.footer.back, Qt.MouseButton.LeftButton)
    assert opened.step == "evaluation"


def test_a_finding_is_found_on_a_page_that_was_never_visited(opened):
    assert opened.go_to("history.diabetes")
    assert opened.step == "evaluation"
    assert opened.page("evaluation").field.isAncestorOf(opened.window().focusWidget())


def test_what_no_step_asks_for_is_asked_elsewhere(opened, qtbot):
    with qtbot.waitSignal(opened.unplaced, check_params_cb=lambda path: path == "practice.name"):
        assert not opened.go_to("practice.name")
    assert opened.step == "patient"


def test_what_is_asked_for_opens_the_drawer_and_what_is_focused_does_not(opened):
    page = opened.page("patient")
    page.explained.emit("history.diabetes")
    assert not opened.middle.drawer_shown
    page.explained.emit(say("Pain returned in a year.", "CS-07"))
    assert opened.middle.drawer_shown
    assert opened.banner.basis.isChecked()


def test_what_tab_comes_to_is_explained_only_where_the_drawer_is_open(opened, qtbot):
    statement = Statement(say("Pain returned in a year.", "CS-07"))
    statement.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page = opened.page("patient")
    page.layout().addWidget(statement)
    statement.explained.connect(page.explained)
    statement.show()
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    statement.setFocus(Qt.FocusReason.TabFocusReason)
    assert opened.drawer.subject == statement.line
    assert not opened.middle.drawer_shown
    qtbot.keyClick(statement, Qt.Key.Key_Space)
    assert opened.middle.drawer_shown


def test_the_basis_has_a_key_and_is_remembered(opened, qtbot):
    with qtbot.waitSignal(opened.drawer_toggled, check_params_cb=lambda shown: shown):
        qtbot.keyClick(opened, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert opened.drawer.isVisible()
    with qtbot.waitSignal(opened.drawer_toggled, check_params_cb=lambda shown: not shown):
        qtbot.keyClick(opened.drawer, Qt.Key.Key_Escape)
    assert not opened.drawer.isVisible()


def test_the_drawer_lies_beside_the_page_where_there_is_room_else_over_it_when_asked_for(opened):
    opened.show_basis(True)
    assert opened.stack.width() == 1150 - WIDTH
    opened.resize(LEAST_PAGE + WIDTH - 1, 600)
    assert not opened.banner.basis.isChecked()
    assert not opened.middle.drawer_shown
    opened.show_basis(True)
    assert opened.stack.width() == LEAST_PAGE + WIDTH - 1
    opened._seek("history.diabetes")
    assert not opened.middle.drawer_shown


def test_a_drawer_over_the_page_gives_way_to_what_the_focus_comes_to(opened, qtbot):
    opened.resize(LEAST_PAGE + WIDTH - 1, 600)
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    below = QPushButton("Below")
    opened.page("patient").layout().addWidget(below, 0, Qt.AlignmentFlag.AlignRight)
    qtbot.waitUntil(lambda: below.x() > 0)
    opened.show_basis(True)
    opened.page("patient").field.edit.setFocus()
    assert opened.middle.drawer_shown
    below.setFocus(Qt.FocusReason.TabFocusReason)
    assert not opened.middle.drawer_shown
    assert not opened.banner.basis.isChecked()


def test_another_consultation_takes_the_place_of_the_first(opened, keeper, library, cases):
    first = opened.session
    second = Session(library, keeper)
    opened.take(second)
    second.open("other", cases["declined"])
    assert opened.banner.name.whole != "RUIZ PEÑA, Ana"
    assert not opened.banner.undo.isEnabled()
    assert first.consultation is cases["reference"]


def test_letting_go_takes_what_is_still_being_typed(opened, keeper, qtbot):
    edit = opened.page("patient").field.edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "MRN-2")
    opened.let_go()
    assert keeper.kept[-1][1].patient.identifier == "MRN-2"
    assert opened.session is None


def test_undo_does_not_cross_an_export(opened):
    opened.session.amend("history.diabetes", Diabetes.NONE)
    opened.page("patient").exported.emit("consent")
    assert not opened.session.can_undo
    assert not opened.banner.undo.isEnabled()


def test_a_page_keeps_its_focus_and_a_new_one_begins_at_its_top(opened):
    opened.page("patient").field.edit.setFocus()
    opened.visit("evaluation")
    assert opened.window().focusWidget() is opened.page("evaluation")
    opened.visit("patient")
    assert opened.window().focusWidget() is opened.page("patient").field.edit


def test_a_step_waits_until_what_was_taken_over_is_confirmed(opened, cases, qtbot):
    opened.session.open("k", cases["reference"], {"history.diabetes": date(2026, 1, 5)})
    assert opened.first_open_step() == "evaluation"
    with qtbot.waitSignal(opened.progressed) as caught:
        opened.page("evaluation").confirmed.emit("history.diabetes")
    assert caught.args[0]["evaluation"] == "done"
