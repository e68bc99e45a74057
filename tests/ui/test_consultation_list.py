"""The start screen finds, opens and begins consultations by mouse and by key, and explains itself when it is empty."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from kneedesk.store.summary import Summary
from kneedesk.ui.consultation_list import ConsultationList, Sample, identity_of

NOW = datetime(2026, 11, 21, tzinfo=UTC)
ROWS = [
    Summary(f"k{number}", f"Name {number}", "Ana", f"MRN-{number}", None, "left", date(2026, 11, 21), NOW, NOW, 1)
    for number in range(1000)
]


@pytest.fixture
def shown(qtbot, theme, english):
    made = ConsultationList(theme, english)
    qtbot.addWidget(made)
    made.resize(1150, 768)
    made.show()
    return made


@pytest.fixture
def full(shown):
    def answer(text, limit, offset, _near):
        found = [row for row in ROWS if text.lower() in row.family_name.lower()]
        shown.receive(text, offset, found[offset : offset + limit])

    def count(text):
        shown.receive_count(text, sum(text.lower() in row.family_name.lower() for row in ROWS))

    shown.wanted.connect(answer)
    shown.uncounted.connect(count)
    shown.refresh()
    return shown


def empty(shown):
    shown.wanted.connect(lambda text, _limit, offset, _near: shown.receive(text, offset, []))
    shown.refresh()


def test_of_a_thousand_rows_the_last_is_a_key_away_and_can_be_opened(full, qtbot):
    full.list.setFocus()
    qtbot.keyClick(full.list, Qt.Key.Key_End)
    assert full.list.currentIndex().row() == 999
    qtbot.waitUntil(lambda: full.results.key() == "k999")
    assert full.resume.isEnabled()
    with qtbot.waitSignal(full.opened, check_params_cb=lambda key: key == "k999"):
        qtbot.keyClick(full.list, Qt.Key.Key_Return)
    qtbot.keyClick(full.list, Qt.Key.Key_Home)
    assert full.results.key() == "k0"


def test_the_chosen_row_stays_chosen_however_far_the_list_is_scrolled(full, qtbot):
    full.list.setCurrentIndex(full.model.index(3))
    for row in range(0, 1000, 50):
        full.list.scrollTo(full.model.index(row))
        qtbot.waitUntil(lambda row=row: full.model.summary(full.model.index(row)) is not None)
    assert full.model.summary(full.model.index(3)) is None
    with qtbot.waitSignal(full.opened, check_params_cb=lambda key: key == "k3"):
        qtbot.mouseClick(full.resume, Qt.MouseButton.LeftButton)


def test_typing_searches_and_enter_opens_the_first_row(full, qtbot):
    full.search.setFocus()
    qtbot.keyClicks(full.search, "name 77")
    assert full.model.rowCount() == 11
    with qtbot.waitSignal(full.opened, check_params_cb=lambda key: key == "k77"):
        qtbot.keyClick(full.search, Qt.Key.Key_Return)


def test_the_arrow_leads_into_the_list_and_enter_opens(full, qtbot):
    full.search.setFocus()
    qtbot.keyClick(full.search, Qt.Key.Key_Down)
    assert full.list.hasFocus()
    qtbot.keyClick(full.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(full.opened, check_params_cb=lambda key: key == "k1"):
        qtbot.keyClick(full.list, Qt.Key.Key_Return)


def test_a_double_click_opens(full, qtbot):
    place = full.list.visualRect(full.model.index(2)).center()
    qtbot.mouseClick(full.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(full.opened, check_params_cb=lambda key: key == "k2"):
        qtbot.mouseDClick(full.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_newest_row_is_chosen_and_the_focus_stays_in_the_search(full, qtbot):
    full.search.setFocus()
    full.refresh()
    assert full.search.hasFocus()
    assert full.list.currentIndex().row() == 0
    assert full.resume.isEnabled()
    with qtbot.waitSignal(full.opened, check_params_cb=lambda key: key == "k0"):
        qtbot.keyClick(full.search, Qt.Key.Key_Return)


def test_another_search_chooses_its_newest_row(full):
    full.list.setCurrentIndex(full.model.index(5))
    full.search.setText("name 5")
    assert full.results.key() == "k5"
    full.search.setText("")
    assert full.results.key() == "k0"


def test_enter_opens_no_row_of_an_earlier_search(full, qtbot):
    full.wanted.disconnect()
    with qtbot.assertNotEmitted(full.opened):
        qtbot.keyClicks(full.search, "name 7")
        qtbot.keyClick(full.search, Qt.Key.Key_Return)


def test_resume_and_other_knee_need_a_chosen_row(full, qtbot):
    full.search.setText("nobody")
    assert not full.resume.isEnabled()
    assert not full.other.isEnabled()
    full.search.setText("")
    full.list.setCurrentIndex(full.model.index(3))
    with qtbot.waitSignal(full.other_knee, check_params_cb=lambda key: key == "k3"):
        qtbot.mouseClick(full.other, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(full.opened, check_params_cb=lambda key: key == "k3"):
        qtbot.mouseClick(full.resume, Qt.MouseButton.LeftButton)


def test_new_file_and_search_have_keys(full, qtbot):
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(full.begun):
        qtbot.keyClick(full, Qt.Key.Key_N, control)
    with qtbot.waitSignal(full.file_asked):
        qtbot.keyClick(full, Qt.Key.Key_O, control)
    full.list.setFocus()
    qtbot.keyClick(full.list, Qt.Key.Key_F, control)
    assert full.search.hasFocus()


def test_refreshing_keeps_the_chosen_row(full):
    full.list.setCurrentIndex(full.model.index(5))
    full.refresh()
    assert full.list.currentIndex().row() == 5


def test_the_consultation_that_was_left_is_chosen(full):
    full.list.setCurrentIndex(full.model.index(5))
    full.refresh("k7")
    assert full.results.key() == "k7"
    full.refresh()
    assert full.results.key() == "k7"


def test_nothing_found_says_what_was_looked_for(full):
    full.search.setText("<b>nobody</b>")
    assert "<b>nobody</b>" in full.results.nothing.text()
    assert full.results.nothing.isVisible()
    full.search.setText("")
    assert full.list.isVisible()


def test_the_first_run_explains_itself_and_offers_samples(shown, qtbot):
    empty(shown)
    shown.offer_samples([Sample("reference", "Ana Ruiz Peña"), Sample("declined", "Somebody else")])
    assert not shown.list.isVisible()
    sample = shown.findChild(QPushButton, "sample.declined")
    qtbot.waitUntil(sample.isVisible)
    with qtbot.waitSignal(shown.sample_asked, check_params_cb=lambda name: name == "declined"):
        qtbot.mouseClick(sample, Qt.MouseButton.LeftButton)


def test_while_something_opens_nothing_else_can_be_asked_for(full, qtbot):
    full.list.setCurrentIndex(full.model.index(1))
    full.show_busy("Opening")
    assert not full.new.isEnabled()
    with qtbot.assertNotEmitted(full.opened):
        qtbot.keyClick(full.list, Qt.Key.Key_Return)
    full.show_busy("")
    assert full.new.isEnabled()
    assert full.resume.isEnabled()


def test_nothing_is_said_to_be_kept_while_the_first_one_opens(shown):
    shown.show_busy("Opening")
    empty(shown)
    shown.offer_samples([Sample("reference", "Ana & Bo")])
    sample = shown.findChild(QPushButton, "sample.reference")
    assert not sample.isVisible()
    shown.show_busy("")
    assert sample.isVisible()
    assert sample.text() == "Ana && Bo"


def test_a_sample_is_not_asked_for_twice(shown, qtbot):
    empty(shown)
    shown.offer_samples([Sample("reference", "Ana")])
    shown.show_busy("Opening")
    with qtbot.assertNotEmitted(shown.sample_asked):
        qtbot.mouseClick(shown.findChild(QPushButton, "sample.reference"), Qt.MouseButton.LeftButton)


def test_every_control_has_a_name(full):
    for kind in (QPushButton, QLineEdit):
        for control in full.findChildren(kind):
            if not control.isVisibleTo(full):
                continue
            read = QAccessible.queryAccessibleInterface(control)
            assert read.text(QAccessible.Text.Name), control.objectName()
    assert full.list.accessibleName()
    read = QAccessible.queryAccessibleInterface(full.list)
    row = next(child for child in map(read.child, range(4)) if child.role() == QAccessible.Role.Cell)
    assert "NAME 0, Ana" in row.text(QAccessible.Text.Name)


def test_it_fits_a_small_screen(full):
    assert full.minimumSizeHint().width() <= 1024 - 216


def test_only_a_sample_can_be_removed(full, qtbot):
    third = ROWS[3]
    full.offer_samples([Sample("reference", "Ana", identity_of(third))])
    full.results.choose("k2")
    assert not full.remove.isVisible()
    full.results.choose("k3")
    assert full.remove.isVisible()
    with qtbot.waitSignal(full.removed, check_params_cb=lambda key: key == "k3"):
        qtbot.mouseClick(full.remove, Qt.MouseButton.LeftButton)


def test_what_another_desk_changed_is_shown_and_what_is_in_sight_stays_in_its_place(full):
    full.results.choose("k7")
    bar = full.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    full.renew()
    assert bar.value() == place > 0
    assert full.results.key() == "k7"


def test_who_has_scrolled_far_is_left_alone(full):
    asked = []
    full.list.scrollToBottom()
    QApplication.processEvents()
    assert full.model.rowCount() > 100
    full.wanted.connect(lambda *wish: asked.append(wish))
    full.renew()
    full.hide()
    full.renew()
    assert asked == []
