"""At the desk: the pointer on a word tells it, a letter opens the words of what has the focus, Escape leads back."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolTip, QVBoxLayout, QWidget

from kneedesk.presentation.content import say
from kneedesk.presentation.glossary import Glossary
from kneedesk.ui.desk import Desk
from kneedesk.ui.glossing import Glossing
from kneedesk.ui.session import Session
from kneedesk.ui.widgets.glossary_popup import GlossaryPopup
from kneedesk.ui.widgets.glossed import GlossedWords
from kneedesk.ui.widgets.passage_list import PassageList
from tests.ui.hosting import host
from tests.ui.stand_in import PAGES, KeeperStandIn

LINES = (say("A placebo helps.", "EFF-06"), say("Nobody knows.", "EFF-06"))


@pytest.fixture
def desk(qtbot, library, english):
    desk = QWidget()
    desk.glossary = Glossary(library, english)
    desk.glossing = Glossing(english, desk)
    desk.list, desk.line = PassageList(LINES), QLineEdit()
    desk.line.setAccessibleName("x")
    column = QVBoxLayout(desk)
    for each in (desk.line, desk.list):
        column.addWidget(each)
    column.addStretch(1)
    host(qtbot, desk)
    return desk


def pointed(desk, label, place: QPoint) -> None:
    """Let the pointer rest on a place of a label."""
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, place, label.mapToGlobal(place)))


def test_the_letter_opens_the_words_of_the_statement_in_focus(desk, qtbot):
    statement = desk.list.statements[0]
    statement.setFocus()
    with qtbot.waitSignal(desk.glossing.explained) as caught:
        qtbot.keyClick(statement, Qt.Key.Key_G)
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, GlossaryPopup)
        qtbot.keyClick(popup.meanings[0], Qt.Key.Key_Space)
    assert caught.args == [popup.meanings[0].line]
    assert QApplication.activePopupWidget() is None
    assert QApplication.focusWidget() is statement


def test_escape_leads_back_to_the_statement(desk, qtbot):
    statement = desk.list.statements[0]
    statement.setFocus()
    qtbot.keyClick(statement, Qt.Key.Key_G)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert QApplication.focusWidget() is statement


def test_nothing_opens_where_nothing_is_explained(desk, qtbot):
    for label in (desk.list.statements[1], desk.line):
        label.setFocus()
        qtbot.keyClick(label, Qt.Key.Key_G)
        assert QApplication.activePopupWidget() is None
    assert desk.line.text() == "g"
    desk.list.statements[0].setFocus()
    qtbot.keyClick(desk.list.statements[0], Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.activePopupWidget() is None


def test_the_pointer_on_a_word_is_told_its_meaning(desk):
    statement = desk.list.statements[0]
    ((_, places),) = statement.glossed._placed()
    pointed(desk, statement, places[0].center().toPoint())
    assert "<b>Placebo</b>" in QToolTip.text()
    QToolTip.hideText()
    pointed(desk, desk.list.statements[1], QPoint(20, 8))
    assert desk.list.statements[1].glossed.words == ()


def test_at_the_desk_the_drawer_marks_the_words_and_names_the_key(qtbot, library, english, theme, cases):
    desk = Desk(PAGES, library, english, theme)
    qtbot.addWidget(desk)
    desk.resize(1150, 768)
    desk.show()
    session = Session(library, KeeperStandIn())
    desk.take(session)
    session.open("k", cases["reference"])
    desk.visit("patient")
    desk.show_basis(True)
    for line, expected in ((LINES[0], ["placebo"]), (LINES[1], [])):
        desk.drawer.explain(line)
        labels = desk.drawer.findChildren(GlossedWords)
        said = next(label for label in labels if label.text() == line[0].text)
        assert [word.term for word in said.glossed.words] == expected
        hints = [each for each in desk.drawer.findChildren(QLabel) if each.text().startswith("G lists")]
        assert bool(hints) is bool(expected)
