"""How long nobody has worked with the window: any key or movement begins anew, and sleep counts."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kneedesk.ui.lock.idle import Idle, instants


@pytest.fixture
def hands():
    """Return the hands of two clocks, in seconds: one that nobody sets, and one that goes on in sleep."""
    return [0.0, 1000.0]


@pytest.fixture
def line(qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    qtbot.waitExposed(line)
    line.activateWindow()
    return line


@pytest.fixture
def idle(line, hands, qtbot):
    idle = Idle(5, lambda: tuple(hands))
    idle.over = []
    idle.passed.connect(lambda: idle.over.append(1))
    idle.start()
    yield idle
    idle.stop()
    idle.deleteLater()


def pass_(hands, seconds):
    hands[:] = [hand + seconds for hand in hands]


def test_HIPAA_164_312_a2iii_automatic_logoff_after_the_minutes_that_are_set(idle, hands):
    pass_(hands, 299)
    idle._look()
    assert idle.over == []
    pass_(hands, 1)
    idle._look()
    assert idle.over == [1]


@pytest.mark.parametrize("work", ["key", "move", "press"])
def test_whoever_works_is_not_interrupted(idle, line, hands, work):
    pass_(hands, 299)
    window = line.windowHandle()
    if work == "key":
        QTest.keyClick(window, Qt.Key.Key_A)
    elif work == "move":
        QTest.mouseMove(window, QPoint(5, 5))
        QTest.mouseMove(window, QPoint(9, 9))
    else:
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    pass_(hands, 299)
    idle._look()
    assert idle.over == []


def test_the_first_key_after_a_sleep_locks_and_reaches_nobody(idle, line, hands):
    hands[1] += 3600  # the lid was closed: only one clock went on
    QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    assert idle.over == [1]
    assert line.text() == ""


def test_a_clock_that_is_set_back_lets_nobody_stay(idle, hands):
    hands[1] -= 3600
    hands[0] += 300
    idle._look()
    assert idle.over == [1]


def test_windows_that_come_later_are_listened_to(idle, line, hands, qtbot):
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    qtbot.waitExposed(other)
    idle._look()
    pass_(hands, 299)
    QTest.keyClick(other.windowHandle(), Qt.Key.Key_B)
    pass_(hands, 299)
    idle._look()
    assert idle.over == []


def test_another_time_is_taken_at_once_and_after_the_end_nothing_is_counted(idle, hands):
    idle.resize(1)
    pass_(hands, 60)
    idle._look()
    pass_(hands, 600)
    idle._look()
    assert idle.over == [1]


def test_two_clocks_are_read():
    steady, wall = instants()
    assert steady >= 0
    assert wall > 1e9
