"""The strip says which version is open, and offers what fits it."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from kneedesk.domain.addendum import AddendumKind
from kneedesk.domain.versions import amend, finalise
from kneedesk.ui.version_strip import VersionStrip
from tests.adding import added

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


def test_a_draft_that_amends_says_why_and_offers_only_what_stands(qtbot, strip, cases):
    strip.show_consultation(amend(finalise(cases["reference"], "2026.1", AT), "<b>Wrong</b> dose.", AT))
    assert strip.isVisible()
    assert "<b>Wrong</b> dose." in strip.accessibleDescription()
    assert offers(strip) == {"version.earlier"}
    with qtbot.waitSignal(strip.versions_asked):
        qtbot.mouseClick(strip.findChild(QPushButton, "version.earlier"), Qt.MouseButton.LeftButton)


def test_what_was_added_is_asked_for_and_told_only_of_what_stands(strip, cases, qtbot):
    first = finalise(cases["reference"], "2026.1", AT)
    with qtbot.assertNotEmitted(strip.additions_wanted):
        strip.show_consultation(cases["reference"])
    with qtbot.waitSignal(strip.additions_wanted):
        strip.show_consultation(first)
    strip.show_additions([added(first), added(first)])
    assert "2 addenda, the last of 3 December 2026." in strip.accessibleDescription()
    assert "taken back" not in strip.accessibleDescription()
    strip.show_consultation(first)
    assert "addend" not in strip.accessibleDescription()


def test_consent_that_was_taken_back_is_said_of_its_version_and_not_of_the_next(strip, cases):
    first = finalise(cases["reference"], "2026.1", AT)
    second = finalise(amend(first, "A new talk.", AT), "2026.1", AT)
    withdrawn = [added(first, AddendumKind.WITHDRAWAL)]
    words = "Consent under this version was taken back on 3 December 2026, 09:30 UTC."
    for version, said in ((first, True), (second, False)):
        strip.show_consultation(version)
        strip.show_additions(withdrawn)
        shown = [label.text() for label in strip.findChildren(QLabel) if label.isVisible()]
        assert (words in shown) is said
        assert strip.accessibleDescription().startswith(words) is said
