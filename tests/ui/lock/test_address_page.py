"""The address of the server is changed before anybody unlocks: only one that answers is taken, and none by accident."""

import pytest
from PySide6.QtCore import Qt

from kneedesk.store.addresses import NO_ADDRESS
from kneedesk.store.server_faults import NOT_VERIFIED, UNREACHABLE
from kneedesk.ui.lock.address_page import AddressPage
from tests.ui.hosting import legible, tab_order, unnamed

OLD = "postgresql://desk@knee.example/practice"
NEW = "postgresql://desk@clinic.example/practice"


@pytest.fixture
def pages(qtbot, english, theme):
    """Return what shows the page, as the window does before anybody unlocks."""

    def make(before=OLD, **more):
        page = AddressPage(before, english, theme, **more)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.setFocus()
        qtbot.waitUntil(page.field.hasFocus)
        return page

    return make


def type_over(qtbot, page, words):
    page.field.selectAll()
    qtbot.keyClicks(page.field, words)


def test_it_says_why_the_address_does_not_work_and_another_that_is_saved(pages):
    page = pages(refusal=UNREACHABLE, saved=NEW)
    assert page.field.text() == OLD
    assert page.server.field.fault() == UNREACHABLE
    assert any(NEW in words for words in legible(page))
    assert not unnamed(page)


def test_an_address_is_taken_once_it_answers(pages, qtbot):
    page = pages()
    type_over(qtbot, page, NEW)
    with qtbot.waitSignal(page.server.asked) as asked, qtbot.assertNotEmitted(page.taken):
        qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert asked.args == [NEW]
    with qtbot.waitSignal(page.taken) as taken:
        page.server.show_answer(NEW, "", made=True)
    assert taken.args == [NEW]


def test_an_address_that_is_refused_is_not_taken_and_is_typed_again(pages, qtbot):
    page = pages()
    type_over(qtbot, page, NEW)
    page.use.click()
    with qtbot.assertNotEmitted(page.taken):
        page.server.show_answer(NEW, NOT_VERIFIED)
    assert page.server.field.fault() == NOT_VERIFIED
    assert page.field.hasFocus()
    type_over(qtbot, page, "clinic.example")
    with qtbot.assertNotEmitted(page.taken), qtbot.assertNotEmitted(page.server.asked):
        page.use.click()
    assert page.server.field.fault() == NO_ADDRESS


def test_an_answer_takes_nothing_where_it_was_only_tried_or_something_else_is_typed_by_now(pages, qtbot):
    page = pages()
    type_over(qtbot, page, NEW)
    with qtbot.assertNotEmitted(page.taken):
        page.server.attempt.click()
        page.server.show_answer(NEW, "", made=True)
        type_over(qtbot, page, f"{NEW}s")
        page.use.click()
        qtbot.keyClick(page.field, Qt.Key.Key_Backspace)
        page.server.show_answer(f"{NEW}s", "", made=True)


def test_working_on_this_computer_says_first_what_that_means(pages, qtbot):
    page = pages(refusal=UNREACHABLE)
    assert not page.own.isVisible()
    with qtbot.assertNotEmitted(page.taken):
        qtbot.mouseClick(page.without, Qt.MouseButton.LeftButton)
    assert "What is on the server stays there" in page.own.text()
    assert page.own.isVisible()
    assert not page.server.field.fault()
    assert page.use.hasFocus()
    with qtbot.waitSignal(page.taken) as taken:
        qtbot.keyClick(page.use, Qt.Key.Key_Space)
    assert taken.args == [""]


def test_who_joins_a_server_has_no_other_to_leave(pages, qtbot):
    page = pages("")
    assert not page.without.isVisible()
    assert not page.use.isEnabled()
    with qtbot.assertNotEmitted(page.taken):
        qtbot.keyClick(page.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.left):
        page.back.click()


def test_every_control_is_reached_by_tab(pages):
    page = pages()
    assert {page.field, page.server.attempt, page.back, page.without, page.use} <= set(tab_order(page))


def test_in_large_text_nothing_is_cut_and_what_has_the_focus_is_in_sight(pages, text_size, qtbot):
    text_size(200)
    page = pages(refusal=UNREACHABLE, saved=NEW)
    page.resize(900, 560)
    page.without.click()
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
    qtbot.waitUntil(lambda: page.viewport().rect().contains(page.use.mapTo(page.viewport(), page.use.rect().center())))
    assert page.use.hasFocus()
    for button in (page.back, page.use, page.server.attempt):
        assert button.width() >= button.sizeHint().width()
