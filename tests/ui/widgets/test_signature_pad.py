"""Drawing a signature with mouse, pen and finger."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kneedesk.domain.signature import LEAST_INK, MOST_POINTS, ink
from kneedesk.ui.widgets.signature_pad import SignaturePad
from tests.ui.hosting import host

LEFT = Qt.MouseButton.LeftButton
WAY = [QPoint(48, 75), QPoint(240, 30), QPoint(432, 120)]
DRAWN = (((100, 156), (500, 63), (900, 250)),)


@pytest.fixture
def pad(qtbot, theme):
    pad = SignaturePad("Box to sign in")
    pad.lines = []
    pad.drawn.connect(lambda: pad.lines.append(pad.strokes()))
    host(qtbot, pad)
    pad.resize(480, 150)
    return pad


def draw(qtbot, pad, way) -> None:
    qtbot.mousePress(pad, LEFT, pos=way[0])
    for place in way[1:]:
        qtbot.mouseMove(pad, place)
    qtbot.mouseRelease(pad, LEFT, pos=way[-1])


def test_the_mouse_draws_in_thousandths_of_the_width(pad, qtbot):
    draw(qtbot, pad, WAY)
    assert pad.strokes() == DRAWN
    assert pad.lines == [DRAWN]
    assert ink(pad.strokes()) > LEAST_INK


def test_a_pen_draws(pad):
    device = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position,
        1,
        1,
    )
    kinds = [QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletMove, QEvent.Type.TabletRelease]
    for kind, place in zip(kinds, [*WAY, WAY[-1]], strict=True):
        where = QPointF(place)
        nothing = Qt.KeyboardModifier.NoModifier
        event = QTabletEvent(kind, device, where, where, 0.5, 0, 0, 0, 0, 0, nothing, LEFT, LEFT)
        QApplication.sendEvent(pad, event)
        assert event.isAccepted()
    assert pad.strokes() == DRAWN


def test_a_finger_draws_and_the_mouse_that_qt_makes_of_it_adds_nothing(pad):
    device = QTest.createTouchDevice()
    QTest.touchEvent(pad, device).press(0, WAY[0], pad).commit()
    for place in WAY[1:]:
        QTest.touchEvent(pad, device).move(0, place, pad).commit()
    QTest.touchEvent(pad, device).release(0, WAY[-1], pad).commit()
    assert pad.strokes() == DRAWN


def test_a_line_that_leaves_the_box_ends_at_its_edge(pad, qtbot):
    draw(qtbot, pad, [QPoint(240, 75), QPoint(900, 400)])
    assert pad.strokes() == (((500, 156), (1000, 312)),)


def test_a_dot_has_no_ink(pad, qtbot):
    draw(qtbot, pad, [QPoint(240, 75)])
    assert ink(pad.strokes()) < LEAST_INK


def test_nothing_is_drawn_without_a_button_and_with_another_one(pad, qtbot):
    qtbot.mouseMove(pad, WAY[0])
    qtbot.mousePress(pad, Qt.MouseButton.RightButton, pos=WAY[0])
    qtbot.mouseMove(pad, WAY[1])
    qtbot.mouseRelease(pad, Qt.MouseButton.RightButton, pos=WAY[1])  # Qt holds it down for every later test
    assert pad.strokes() == ()


def test_it_is_cleared(pad, qtbot):
    draw(qtbot, pad, WAY)
    empty = pad.grab().toImage()
    pad.clear()
    assert pad.strokes() == ()
    assert pad.grab().toImage() != empty


def test_it_never_holds_more_points_than_a_file_takes(pad, qtbot):
    qtbot.mousePress(pad, LEFT, pos=WAY[0])
    for _ in range(MOST_POINTS):
        for place in WAY:
            qtbot.mouseMove(pad, place)
        if sum(map(len, pad.strokes())) == MOST_POINTS:
            break
    qtbot.mouseRelease(pad, LEFT, pos=WAY[0])
    draw(qtbot, pad, WAY)
    assert sum(map(len, pad.strokes())) == MOST_POINTS


def test_it_takes_no_focus_and_has_a_name(pad):
    assert pad.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert pad.accessibleName() == "Box to sign in"
