"""The banner names patient, side and allergies on every page, and gives way to nothing but the width."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible

from kneedesk.domain.consultation import Knee
from kneedesk.ui.banner import Banner
from kneedesk.ui.consultation_list import identity_of
from kneedesk.ui.settling import settle
from tests.ui.hearing import hearing


@pytest.fixture
def banner(qtbot, library, english, theme):
    made = Banner(library, english, theme)
    qtbot.addWidget(made)
    made.resize(1150, 70)
    made.show()
    return made


def amended(consultation, **blocks):
    made = dict(consultation)
    for name, changes in blocks.items():
        block = made[name]
        made[name] = type(block).model_validate({**dict(block), **changes}) if isinstance(changes, dict) else changes
    return type(consultation).model_validate(made)


def test_who_and_which_knee(banner, cases):
    banner.show_consultation(cases["reference"])
    assert banner.name.whole == "RUIZ PEÑA, Ana"
    assert banner.side.text() == "RIGHT KNEE"
    assert "born 2 May 1964 (62 years)" in banner.details.whole
    assert "MRN-10293" in banner.details.whole
    assert "Female" in banner.details.whole
    assert banner.allergies.whole == "Allergies: penicillin"


def test_the_other_side(banner, cases):
    banner.show_consultation(amended(cases["reference"], knee=Knee.LEFT))
    assert banner.side.text() == "LEFT KNEE"


def test_what_is_not_recorded_is_said(banner, cases):
    nobody = {"given_name": None, "identifier": None, "birth_date": None, "sex": None}
    banner.show_consultation(amended(cases["reference"], patient=nobody, history={"allergies": None}))
    assert banner.name.whole == "RUIZ PEÑA"
    for words in ("birth date not recorded", "sex not recorded", "no identifier recorded"):
        assert words in banner.details.whole
    assert banner.allergies.whole == "Allergies not recorded"


def test_asked_and_none_is_not_the_same_as_not_recorded(banner, cases):
    banner.show_consultation(amended(cases["reference"], history={"allergies": ()}))
    assert banner.allergies.whole == "No allergies: asked"


def test_long_names_give_way_but_never_the_side(banner, cases):
    long = {"family_name": "Vandenberghe " * 12, "given_name": "Maximiliana " * 6}
    banner.show_consultation(amended(cases["reference"], patient=long, history={"allergies": ("latex " * 20,)}))
    assert banner.minimumSizeHint().width() < 700
    banner.resize(700, 70)
    assert banner.side.width() >= banner.side.sizeHint().width()
    assert banner.name.text().endswith("\N{HORIZONTAL ELLIPSIS}")
    assert banner.name.accessibleName() == banner.name.whole == banner.name.toolTip()


def test_allergies_can_be_read_beside_a_long_identifier(banner, cases):
    banner.show_consultation(amended(cases["reference"], patient={"identifier": "MRN-10293-" * 4}))
    banner.resize(banner.minimumSizeHint().width(), 70)
    banner.layout().activate()
    assert banner.allergies.text() == "Allergies: penicillin"
    assert banner.details.text().startswith("born 2 May 1964 (62 years)")


def test_what_was_typed_is_never_markup(banner, cases):
    banner.show_consultation(amended(cases["reference"], patient={"family_name": "<b>bold</b>"}))
    banner.layout().activate()
    assert banner.name.text().startswith("<B>BOLD</B>")
    assert banner.name.textFormat() is Qt.TextFormat.PlainText


def test_undo_redo_and_basis_by_mouse_and_by_key(banner, qtbot):
    banner.show_history(True, True)
    for button, signal, keys in (
        (banner.undo, banner.undone, (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)),
        (
            banner.redo,
            banner.redone,
            (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
        ),
        (banner.basis, banner.basis_asked, (Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(signal):
            qtbot.keyClick(banner, *keys)
        assert button.accessibleName()


def test_a_screen_reader_toggles_the_basis_without_a_click(banner, qtbot):
    action = QAccessible.queryAccessibleInterface(banner.basis).actionInterface()
    with qtbot.waitSignal(banner.basis_asked):
        action.doAction(action.toggleAction())
    assert banner.basis.isChecked()
    with qtbot.assertNotEmitted(banner.basis_asked):
        banner.show_basis(False)
    assert not banner.basis.isChecked()


def test_an_ampersand_in_a_name_is_shown(banner, cases):
    banner.show_consultation(amended(cases["reference"], patient={"family_name": "A & B", "given_name": "C&D"}))
    banner.layout().activate()
    assert banner.name.whole == "A & B, C&D"
    assert banner.name.text() == "A & B, C&D"
    assert banner.name.textFormat() is Qt.TextFormat.PlainText


def test_nothing_to_take_back_cannot_be_pressed(banner, qtbot):
    banner.show_history(False, False)
    with qtbot.assertNotEmitted(banner.undone):
        qtbot.mouseClick(banner.undo, Qt.MouseButton.LeftButton)
        qtbot.keyClick(banner, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_the_button_of_the_patient_view_says_what_it_shows(banner):
    banner.show_view(True, False, 2, 3)
    assert banner.view.text().strip() == "2 / 3"
    banner.show_view(True, True, 1, 1)
    assert banner.view.accessibleDescription() == "covered"
    for opened, pages in ((True, 1), (False, 3)):
        banner.show_view(opened, False, 1, pages)
        assert banner.view.text() == ""


def test_the_note_is_asked_for_by_mouse_and_by_key(banner, qtbot):
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(banner.note_asked):
        qtbot.mouseClick(banner.note, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(banner.note_asked):
        qtbot.keyClick(banner, Qt.Key.Key_N, keys)


def test_an_invented_patient_is_said_to_be_one_and_a_namesake_is_not(banner, cases):
    reference = cases["reference"]
    banner.know_samples(frozenset({identity_of(reference.patient)}))
    banner.show_consultation(reference)
    assert banner.sample.isVisible()
    assert banner.sample.text() == "Sample, not a patient"
    banner.show_consultation(amended(reference, patient={"identifier": "MRN-1"}))
    assert not banner.sample.isVisible()


def test_another_finding_lays_out_nothing_of_the_banner(banner, cases, qtbot):
    reference = cases["reference"]
    banner.show_consultation(reference)
    qtbot.waitExposed(banner)
    settle()
    with hearing(QEvent.Type.LayoutRequest) as told:
        banner.show_consultation(amended(reference, history={"diabetes": None}))
        settle()
        assert not told.heard
        banner.show_consultation(amended(reference, history={"allergies": ("latex",)}))
        settle()
        assert told.of(QEvent.Type.LayoutRequest, banner)
    assert "latex" in banner.allergies.whole
