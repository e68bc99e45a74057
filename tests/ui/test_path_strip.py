"""The five-minute path above the pages: offered for a new consultation, put away for good, and never in the way."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from kneedesk.ui.path_strip import PathStrip
from tests.amending import begun
from tests.ui.hosting import host, unnamed


@pytest.fixture
def strip(qtbot, library, english, theme):
    strip = PathStrip(library, english, theme)
    strip.sought_places, strip.modes = [], []
    strip.sought.connect(lambda place: strip.sought_places.append(place.id))
    strip.changed.connect(strip.modes.append)
    host(qtbot, strip, height=120)
    return strip


@pytest.fixture
def new(cases):
    return begun(cases["reference"])


def press(strip, name: str) -> None:
    strip.findChild(QAbstractButton, name).click()


def shown(strip) -> dict[str, str]:
    return {
        each.objectName(): each.accessibleName() for each in strip.findChildren(QAbstractButton) if each.isVisible()
    }


def test_it_is_offered_for_a_new_consultation_and_for_no_other(strip, new, cases):
    strip.show_consultation(cases["reference"])
    assert not strip.isVisible()
    strip.show_consultation(new)
    assert [*shown(strip)] == ["path.begin", "path.away"]


def test_it_begins_with_the_first_stop_that_is_missing_and_says_how_far_each_is(strip, new):
    strip.show_consultation(new)
    press(strip, "path.begin")
    assert strip.sought_places == ["history.red_flags"]
    assert strip.modes == ["open"]
    strip.arrive("options")
    assert shown(strip)["path.options"] == "Options: Done"
    assert shown(strip)["path.outcome"] == "Decision: Missing"
    press(strip, "path.documents")
    assert strip.sought_places[-1] == "documents"
    assert unnamed(strip) == []


def test_it_says_what_it_leaves_out(strip, new):
    strip.show_consultation(new)
    strip.begin()
    said = "\n".join(label.text() for label in strip.findChildren(QLabel) if label.isVisible())
    assert "nothing can be signed" in said
    assert "consent" in said


def test_put_away_it_is_offered_no_more_and_a_command_brings_it_back(strip, new):
    strip.show_consultation(new)
    press(strip, "path.away")
    assert not strip.isVisible()
    strip.show_consultation(new)
    assert not strip.isVisible()
    strip.begin()
    assert strip.isVisible()
    assert strip.modes == ["away", "open"]


@pytest.mark.parametrize(("kept", "mode"), [("open", "open"), ("away", "away"), (None, "offered"), (7, "offered")])
def test_it_is_as_it_was_when_the_window_was_last_open(strip, kept, mode):
    strip.restore(kept)
    assert strip.mode == mode


def test_what_was_looked_at_is_forgotten_with_the_consultation(strip, new):
    strip.show_consultation(new)
    strip.begin()
    strip.arrive("options")
    strip.forget()
    assert not strip.isVisible()
    strip.show_consultation(new)
    assert shown(strip)["path.options"] == "Options: Missing"
