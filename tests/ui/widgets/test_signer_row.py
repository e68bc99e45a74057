"""One place to sign: each way to sign, what is no signature, and taking it back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from kneedesk.domain.signature import Method, Role, Signature
from kneedesk.presentation.signing import Signer
from kneedesk.ui.widgets.drawing_view import DrawingView
from kneedesk.ui.widgets.signature_pad import SignaturePad
from kneedesk.ui.widgets.signer_row import SignerRow
from tests.ui.hosting import host, unnamed
from tests.ui.pages.desk import words

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
ANA = Signer(Role.PATIENT, "Patient", "Ana Ruiz Peña", "I agree to this procedure.")
SOMEBODY = Signer(Role.WITNESS, "Witness", "", "I saw the patient sign.")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def row(qtbot, library, english, theme):
    row = SignerRow(0, library, english, theme, lambda: NOW)
    row.given, row.taken = [], []
    row.signed.connect(row.given.append)
    row.withdrawn.connect(row.taken.append)
    row.show_signer(ANA)
    window = host(qtbot, row)
    qtbot.waitUntil(window.isActiveWindow)
    return row


def press(row, qtbot, name: str) -> None:
    qtbot.mouseClick(row.findChild(QAbstractButton, f"signatures[0]{name}"), LEFT)


def line(row) -> QLineEdit:
    return row.findChild(QLineEdit, "signatures[0].name")


def draw(row, qtbot, *way: QPoint) -> None:
    pad = row.findChild(SignaturePad)
    qtbot.mousePress(pad, LEFT, pos=way[0])
    for place in way[1:]:
        qtbot.mouseMove(pad, place)
    qtbot.mouseRelease(pad, LEFT, pos=way[-1])


def test_nothing_is_chosen_or_open_before_a_way_is_taken(row):
    assert not any(each.isChecked() for each in row.findChildren(QAbstractButton) if each.isCheckable())
    assert not row.findChild(SignaturePad).isVisible()
    assert not line(row).isVisible()
    assert "Patient: Ana Ruiz Peña\nI agree to this procedure." in words(row)


def test_signed_on_paper_is_one_press(row, qtbot):
    press(row, qtbot, "=paper")
    assert row.given == [Signature(role=Role.PATIENT, name=ANA.name, at=NOW, method=Method.PAPER, meaning=ANA.meaning)]


def test_paper_is_one_press_also_after_another_way_was_begun(row, qtbot):
    press(row, qtbot, "=typed")
    qtbot.keyClicks(line(row), "An")
    press(row, qtbot, "=paper")
    assert [(each.name, each.method) for each in row.given] == [("Ana Ruiz Peña", Method.PAPER)]


def test_a_typed_name_is_a_signature_and_never_written_beforehand(row, qtbot):
    press(row, qtbot, "=typed")
    assert line(row).hasFocus()
    assert line(row).text() == ""
    qtbot.keyClicks(line(row), "Ana Ruiz")
    qtbot.keyClick(line(row), Qt.Key.Key_Return)
    (given,) = row.given
    assert (given.name, given.method) == ("Ana Ruiz", Method.TYPED)


@pytest.mark.parametrize("text", ["", "   ", ".", "- -", "123"])
def test_a_blank_a_dot_and_spaces_are_refused_in_one_sentence(row, qtbot, text):
    press(row, qtbot, "=typed")
    qtbot.keyClicks(line(row), text)
    qtbot.keyClick(line(row), Qt.Key.Key_Return)
    assert row.given == []
    assert words(row).count("This is no signature") == 1


def test_what_was_refused_is_forgotten_when_another_way_is_taken(row, qtbot):
    press(row, qtbot, "=typed")
    press(row, qtbot, ".sign")
    assert "This is no signature" in words(row)
    press(row, qtbot, "=drawn")
    assert "This is no signature" not in words(row)


def test_a_drawn_signature_has_its_lines(row, qtbot):
    press(row, qtbot, "=drawn")
    draw(row, qtbot, QPoint(48, 75), QPoint(432, 75))
    press(row, qtbot, ".sign")
    (given,) = row.given
    assert given.strokes == (((100, 156), (900, 156)),)
    assert (given.name, given.method) == ("Ana Ruiz Peña", Method.DRAWN)


def test_a_drawn_dot_and_an_empty_box_are_refused(row, qtbot):
    press(row, qtbot, "=drawn")
    press(row, qtbot, ".sign")
    assert "not a dot" in words(row)
    draw(row, qtbot, QPoint(200, 75))
    press(row, qtbot, ".sign")
    assert row.given == []


def test_a_drawing_is_cleared(row, qtbot):
    press(row, qtbot, "=drawn")
    draw(row, qtbot, QPoint(48, 75), QPoint(432, 75))
    press(row, qtbot, ".clear")
    press(row, qtbot, ".sign")
    assert row.given == []


@pytest.mark.parametrize("way", ["=paper", "=drawn"])
def test_who_is_not_known_gets_a_printed_name(row, qtbot, way):
    row.show_signer(SOMEBODY)
    press(row, qtbot, way)
    assert row.given == []
    if way == "=drawn":
        draw(row, qtbot, QPoint(48, 75), QPoint(432, 75))
    qtbot.keyClicks(line(row), "Juan Soto")
    qtbot.keyClick(line(row), Qt.Key.Key_Return)
    (given,) = row.given
    assert (given.role, given.name) == (Role.WITNESS, "Juan Soto")


def test_a_signature_shows_whose_it_is_and_is_taken_back(row, qtbot, english):
    strokes = (((100, 150), (900, 150)),)
    given = Signature(role=Role.PATIENT, name="Ana", at=NOW, method=Method.DRAWN, strokes=strokes, meaning="I agreed.")
    row.show_signer(replace(ANA, name="Ana", meaning="I agreed.", signature=given, place=3))
    assert "Patient: Ana" in words(row)
    assert "18 November 2026, 14:02 UTC · Drawn" in words(row)
    assert row.findChild(DrawingView).accessibleName() == "The signature of Ana, drawn by hand"
    assert not row.findChild(QAbstractButton, "signatures[0]=drawn").isVisible()
    press(row, qtbot, ".back")
    assert row.taken == [3]
    row.show_signer(ANA)
    assert not row.findChild(DrawingView).isVisible()
    assert row.findChild(QAbstractButton, "signatures[0]=drawn").isVisible()


def test_what_is_half_typed_stays_while_somebody_else_signs(row, qtbot):
    press(row, qtbot, "=typed")
    qtbot.keyClicks(line(row), "Ana")
    row.show_signer(ANA)
    assert line(row).text() == "Ana"


def test_by_keyboard_alone(row, qtbot):
    first = row.findChild(QAbstractButton, "signatures[0]=drawn")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    second = row.findChild(QAbstractButton, "signatures[0]=typed")
    assert second.hasFocus()
    assert row.given == []
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert line(row).hasFocus()


def test_everything_has_a_name(row, qtbot):
    for way in ("=drawn", "=typed"):
        press(row, qtbot, way)
        assert unnamed(row) == []
