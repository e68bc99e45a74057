"""The dialog before the rest is answered with no."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from kneedesk.assessment.answers import answers_of_no
from kneedesk.ui.dialogs.all_asked import AllAskedDialog
from tests.ui.hosting import unnamed
from tests.ui.pages.desk import words


@pytest.fixture
def dialog(qtbot, cases, library, english, theme):
    answers = answers_of_no(cases["barely-recorded"], library)
    dialog = AllAskedDialog(answers, ("Red flags", "Active infection"), library, english)
    qtbot.addWidget(dialog)
    dialog.given = []
    dialog.confirmed.connect(dialog.given.append)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def test_every_question_stands_by_name_beside_its_answer(dialog, cases, library):
    said = words(dialog)
    for path in answers_of_no(cases["barely-recorded"], library):
        assert library.findings[path].name.en in said
    assert "None planned" in said
    assert "Asked: none" in said
    assert "Red flags and Active infection" in said


def test_nothing_is_ticked_or_chosen_beforehand(dialog):
    assert QApplication.focusWidget() in (None, dialog.findChild(QAbstractButton, "all_asked.cancel"))
    assert not [each for each in dialog.findChildren(QAbstractButton) if each.isCheckable()]


def test_only_the_other_button_answers(qtbot, dialog, cases, library):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.given == []
    dialog.open()
    qtbot.mouseClick(dialog.findChild(QAbstractButton, "all_asked.confirm"), Qt.MouseButton.LeftButton)
    assert dialog.given == [dict(answers_of_no(cases["barely-recorded"], library))]
    assert not dialog.isVisible()


def test_every_control_has_a_name(dialog):
    assert unnamed(dialog) == []
