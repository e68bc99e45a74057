"""The strip says which version is open, and offers what fits it."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kneedesk.domain.versions import amend, finalise
from kneedesk.ui.version_strip import VersionStrip

AT = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


@pytest.fixture
def strip(qtbot, theme, english):
    made = VersionStrip(english, theme)
    qtbot.addWidget(made)
    return made


def offers(strip):
    return {button.objectName() for button in strip.findChildren(QPushButton) if button.isVisible()}


def test_of_a_first_draft_there_is_nothing_to_say(strip, cases):
    strip.show_consultation(cases["reference"])
    assert strip.isHidden()


def test_what_stands_can_be_amended_and_added_to(strip, cases, qtbot):
    strip.show_consultation(finalise(cases["reference"], "2026.1", AT))
    assert strip.accessibleName() == "Version 1, final since 18 November 2026, 14:02 UTC"
    assert offers(strip) == {"version.amend", "version.add"}
    for name, asked in (("version.amend", strip.amendment_asked), ("version.add", strip.addendum_asked)):
        with qtbot.waitSignal(asked):
            qtbot.mouseClick(strip.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_a_draft_that_amends_says_why_and_offers_neither(strip, cases):
    strip.show_consultation(amend(finalise(cases["reference"], "2026.1", AT), "<b>Wrong</b> dose.", AT))
    assert strip.isVisible()
    assert "<b>Wrong</b> dose." in strip.accessibleDescription()
    assert offers(strip) == set()
