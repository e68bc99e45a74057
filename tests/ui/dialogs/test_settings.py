"""Settings are changed all at once with *Save*, and not at all with *Cancel*."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLineEdit, QPlainTextEdit

from kneedesk.settings import PracticeSettings, Settings
from kneedesk.store.addresses import TELLS_TOO_MUCH
from kneedesk.store.server_faults import UNREACHABLE
from kneedesk.ui.dialogs.settings import SettingsDialog

BEFORE = Settings(PracticeSettings("Riverside", "12 Quay Street", "1", "2", "Paid."), theme="light")


@pytest.fixture
def dialog(qtbot, english, theme):
    made = SettingsDialog(BEFORE, english, theme)
    qtbot.addWidget(made)
    made.open()
    return made


def test_it_shows_what_is_set(dialog, qtbot):
    assert dialog.field("practice.name").edit.text() == "Riverside"
    assert dialog.field("theme").row.value() == "light"
    with qtbot.waitSignal(dialog.saved) as caught:
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert caught.args == [BEFORE]


def test_what_is_changed_is_saved_together(dialog, qtbot):
    line = dialog.field("practice.name").edit
    line.selectAll()
    qtbot.keyClicks(line, "Harbour Knee Clinic")
    dialog.field("practice.phone").edit.clear()
    dialog.field("practice.phone").commit()
    dialog.field("theme").row.segments[1].click()
    dialog.field("jurisdiction").picker.setCurrentIndex(2)
    dialog.field("jurisdiction").picker.activated.emit(2)
    dialog.field("elapsed_time").row.segments[0].click()
    with qtbot.waitSignal(dialog.saved) as caught:
        dialog.save.click()
    saved = caught.args[0]
    assert saved.practice == PracticeSettings("Harbour Knee Clinic", "12 Quay Street", "", "2", "Paid.")
    assert (saved.theme, saved.jurisdiction, saved.elapsed_time) == ("dark", "us-ut", True)


def test_cancel_changes_nothing(dialog, qtbot):
    dialog.field("theme").row.segments[1].click()
    with qtbot.assertNotEmitted(dialog.saved):
        qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert dialog.isHidden()


def test_escape_changes_nothing(dialog, qtbot):
    dialog.field("theme").row.segments[1].click()
    with qtbot.assertNotEmitted(dialog.saved):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_enter_in_a_line_saves(dialog, qtbot):
    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(dialog.field("practice.name").edit, Qt.Key.Key_Return)


def test_tab_walks_from_the_first_line_to_save(dialog, qtbot):
    qtbot.waitUntil(dialog.field("practice.name").edit.hasFocus)
    seen = []
    while QApplication.focusWidget() not in seen:
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert seen[0] is dialog.field("practice.name").edit
    assert seen[-2:] == [dialog.cancel, dialog.save]
    places = [each.mapTo(dialog, each.rect().topLeft()).y() for each in seen[:4]]
    assert places == sorted(places)


def test_a_value_that_cannot_be_taken_is_gone_to(dialog, qtbot):
    words = dialog.field("practice.financial_interest")
    words.edit.setPlainText("x" * 6000)
    dialog.field("elapsed_time").row.segments[0].setFocus()
    dialog._area.verticalScrollBar().setValue(dialog._area.verticalScrollBar().maximum())
    with qtbot.assertNotEmitted(dialog.saved):
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert words.edit.hasFocus()
    assert not words.visibleRegion().isEmpty()
    assert words.fault()


def test_every_control_has_a_name(dialog):
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
    unnamed = [
        control.objectName()
        for kind in kinds
        for control in dialog.findChildren(kind)
        if control.isVisibleTo(dialog) and not QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
    ]
    assert unnamed == []


def test_the_logo_is_chosen_where_it_stands(dialog, qtbot, tmp_path):
    field = dialog.field("logo")
    field.choose.click()
    chooser = dialog.findChild(QFileDialog)
    assert chooser.nameFilters() == ["Pictures (*.png *.jpg *.jpeg)"]
    chooser.fileSelected.emit(str(tmp_path / "logo.png"))
    chooser.close()
    with qtbot.waitSignal(dialog.saved) as caught:
        dialog.save.click()
    assert caught.args[0].logo == str(tmp_path / "logo.png")


def test_the_folder_of_the_practice_is_chosen_where_it_stands(dialog, qtbot, tmp_path):
    field = dialog.field("practice_pack")
    field.choose.click()
    chooser = dialog.findChild(QFileDialog)
    chooser.fileSelected.emit(str(tmp_path))
    chooser.close()
    assert field.edit.text() == str(tmp_path)
    with qtbot.waitSignal(dialog.saved) as caught:
        dialog.save.click()
    assert caught.args[0].practice_pack == str(tmp_path)


SERVER = "postgresql://desk@knee.example/practice"


def test_an_address_that_is_none_is_not_saved(dialog, qtbot):
    field = dialog.field("store")
    qtbot.keyClicks(field.edit, "postgresql://desk:secret@knee.example/practice")
    with qtbot.assertNotEmitted(dialog.saved), qtbot.assertNotEmitted(dialog.server_asked):
        dialog.save.click()
    assert field.fault() == TELLS_TOO_MUCH


def test_a_server_is_tried_before_it_is_saved(dialog, qtbot):
    field = dialog.field("store")
    qtbot.keyClicks(field.edit, SERVER)
    with qtbot.waitSignal(dialog.server_asked) as asked, qtbot.assertNotEmitted(dialog.saved):
        dialog.save.click()
    assert asked.args == [SERVER]
    with qtbot.assertNotEmitted(dialog.saved):
        dialog.server.show_answer(SERVER, UNREACHABLE)
    assert field.fault() == UNREACHABLE
    assert dialog.focusWidget() is field.edit
    dialog.server.ask()
    dialog.server.show_answer(SERVER, "")
    with qtbot.waitSignal(dialog.saved) as caught:
        dialog.save.click()
    assert caught.args[0].store == SERVER


def test_saving_goes_on_by_itself_once_the_server_answers_unless_something_else_is_typed(dialog, qtbot):
    field = dialog.field("store")
    qtbot.keyClicks(field.edit, SERVER)
    dialog.save.click()
    qtbot.keyClicks(field.edit, "s")
    with qtbot.assertNotEmitted(dialog.saved):
        dialog.server.show_answer(SERVER, "")
        dialog.server.ask()
        dialog.server.show_answer(f"{SERVER}s", "")
    dialog.field("practice.name").edit.setFocus()
    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(dialog.saved) as caught:
        dialog.save.click()
        dialog.server.show_answer(SERVER, "")
    assert caught.args[0].store == SERVER


def test_a_server_that_is_worked_with_is_not_tried_again(qtbot, english, theme):
    dialog = SettingsDialog(replace(BEFORE, store=SERVER), english, theme)
    qtbot.addWidget(dialog)
    dialog.open()
    with qtbot.waitSignal(dialog.saved), qtbot.assertNotEmitted(dialog.server_asked):
        dialog.save.click()
