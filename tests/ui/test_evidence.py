"""The evidence is searched, opened and gone back in through its real controls."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from kneedesk.ui.evidence import Evidence
from kneedesk.ui.widgets.passage_list import Statement

TODAY = date(2026, 11, 21)


@pytest.fixture
def evidence(library, english, theme, qtbot):
    made = Evidence(library, english, theme, TODAY)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def said(evidence):
    return [each.text() for each in evidence.page.widget().findChildren(Statement)]


def test_it_opens_on_the_first_fact_and_lists_all(evidence, library):
    assert evidence.model.rowCount() == len(library.facts)
    assert evidence.shown == min(library.facts)


def test_typing_narrows_the_list_and_the_arrow_leads_into_it(evidence, qtbot):
    qtbot.keyClicks(evidence.search, "coch-02")
    assert evidence.model.rowCount() == 1
    assert evidence.shown == "COCH-02"
    qtbot.keyClick(evidence.search, Qt.Key.Key_Down)
    assert evidence.list.hasFocus()
    qtbot.keyClicks(evidence.search, " no such words")
    assert evidence.model.rowCount() == 0
    assert evidence.nothing.isVisible()
    assert evidence.nothing.text() == "Nothing here holds these words."


def test_where_a_shelf_holds_nothing_the_others_that_do_are_named(evidence, library):
    evidence.search.setText(min(library.sources))
    assert evidence.model.rowCount() == 0
    assert "Elsewhere: Sources (" in evidence.nothing.text()


def test_a_record_opens_from_anywhere_whatever_was_searched_for(evidence, qtbot):
    qtbot.keyClicks(evidence.search, "zzz")
    evidence.open("mautner-2023")
    assert evidence.shown == "mautner-2023"
    assert evidence.search.text() == ""
    assert evidence.model.record(evidence.list.currentIndex()).id == "mautner-2023"
    evidence.open("no such id")
    assert evidence.shown == "mautner-2023"


def test_a_statement_leads_to_what_it_rests_on_when_pressed_and_back_returns(evidence, qtbot):
    evidence.open("SC-005")
    statements = evidence.page.widget().findChildren(Statement)
    statement = next(each for each in statements if each.text().startswith("COCH-02"))
    statement.setFocus(Qt.FocusReason.TabFocusReason)
    assert evidence.shown == "SC-005"
    qtbot.mouseClick(statement, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: evidence.shown == "COCH-02")
    qtbot.mouseClick(evidence.back, Qt.MouseButton.LeftButton)
    assert evidence.shown == "SC-005"


def test_the_address_of_a_publication_is_copied_where_there_is_one(evidence, qtbot):
    evidence.open("mautner-2023")
    qtbot.mouseClick(evidence.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "https://doi.org/10.1038/s41591-023-02632-w"
    evidence.open("convention")
    assert not evidence.copy.isEnabled()
    assert not evidence.address.isEnabled()


def test_a_fact_is_said_with_the_screens_that_say_it(evidence):
    evidence.open("COCH-02")
    assert any("1.2 points" in text for text in said(evidence))


def test_in_a_small_window_nothing_lies_over_anything(evidence, qtbot):
    evidence.resize(684, 520)
    QApplication.processEvents()
    assert evidence.search.geometry().right() < evidence.back.mapTo(evidence, evidence.back.rect().topLeft()).x()
    for button in (evidence.back, evidence.copy, evidence.address):
        assert button.width() >= button.sizeHint().width()


def test_the_key_opens_what_the_statement_in_focus_rests_on(evidence, qtbot):
    evidence.open("SC-005")
    statements = evidence.page.widget().findChildren(Statement)
    next(each for each in statements if each.text().startswith("COCH-02")).setFocus()
    evidence.open_focused()
    assert evidence.shown == "COCH-02"
    evidence.search.setFocus()
    evidence.open_focused()
    assert evidence.shown == "COCH-02"


def test_escape_asks_for_the_way_back(evidence, qtbot):
    evidence.activateWindow()
    evidence.search.setFocus()
    with qtbot.waitSignal(evidence.left):
        qtbot.keyClick(evidence.search, Qt.Key.Key_Escape)


def test_nothing_is_said_of_reviews_while_none_is_overdue(evidence):
    assert evidence.notice.isHidden()
    evidence.open("overdue")
    assert [label.text() for label in evidence.page.widget().findChildren(QLabel)][-1] == (
        "No statement is past its day of review."
    )


def test_what_is_past_its_day_of_review_is_counted_and_can_be_reached(library, english, theme, qtbot):
    late = Evidence(library, english, theme, date(2029, 1, 1))
    qtbot.addWidget(late)
    late.resize(1100, 700)
    late.show()
    count = len(library.overdue(date(2029, 1, 1)))
    assert count == len(library.entries())
    assert late.notice.title.text() == f"{count} statements are past their day of review"
    qtbot.mouseClick(late.notice.action, Qt.MouseButton.LeftButton)
    assert late.shown == "overdue"
    fact = next(each for each in late.page.widget().findChildren(Statement) if each.text().startswith("COCH-02. "))
    qtbot.keyClick(fact, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: late.shown == "COCH-02")
