"""What is under way is said, with how far it is, and can be called off once."""

import pytest
from PySide6.QtCore import Qt

from kneedesk.ui.widgets.working import Working


@pytest.fixture
def working(qtbot, theme, english):
    made = Working("backups", english)
    qtbot.addWidget(made)
    return made


def test_it_is_seen_only_while_something_is_under_way(working):
    assert working.isHidden()
    working.begin("Backing up")
    assert not working.isHidden()
    assert working.words.text() == "Backing up\N{HORIZONTAL ELLIPSIS}"
    working.reach(45)
    assert (working.words.text(), working.bar.value()) == ("Backing up: 45 %", 45)
    working.reach(100)
    assert working.words.text().startswith("Reading it back")
    working.end()
    assert working.isHidden()


def test_it_is_called_off_once(working, qtbot):
    working.begin("Backing up")
    working.show()
    with qtbot.waitSignal(working.stopped):
        qtbot.mouseClick(working.stop, Qt.MouseButton.LeftButton)
    assert not working.stop.isEnabled()


def test_what_cannot_be_called_off_offers_no_way_to(working):
    working.begin("Restoring", may_stop=False)
    assert working.stop.isHidden()
    assert working.bar.isHidden()
    working.begin("Backing up")
    assert not working.stop.isHidden()
    assert not working.bar.isHidden()
