"""The lines to say are shown or hidden on all pages at once, in the languages of the two who talk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.patient import LanguageTag
from kneedesk.ui.page import Page
from kneedesk.ui.saying import Saying
from kneedesk.ui.steps import PAGES
from kneedesk.ui.widgets.page_column import page_column
from tests.ui.hosting import host

CONTROL = Qt.KeyboardModifier.ControlModifier


class OptionsStandIn(Page):
    """A page with its title."""

    STEP = "options"


class NamelessStandIn(Page):
    """A page that the pack has no line for."""

    STEP = "nameless"


@pytest.fixture
def place(qtbot, library, english):
    place = QWidget()
    place.saying = Saying(library, english, place)
    place.pages = [OptionsStandIn(), OptionsStandIn(), NamelessStandIn()]
    column = QVBoxLayout(place)
    for page in place.pages:
        page_column(page, "Options", "What there is to choose.")
        column.addWidget(page)
        place.saying.hold(page)
    place.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    place.setAccessibleName("x")
    host(qtbot, place)
    place.setFocus()
    return place


def seen(place) -> list[bool]:
    return [line.isVisible() for page in place.pages for line in page.lines_to_say]


def said(place) -> list[str]:
    return [statement.text() for statement in place.pages[0].lines_to_say[0].statements]


def test_the_key_hides_and_shows_them_on_every_page(place, qtbot):
    assert seen(place) == [True, True, False]
    with qtbot.waitSignal(place.saying.toggled) as caught:
        qtbot.keyClick(place, Qt.Key.Key_L, CONTROL)
    assert caught.args == [False]
    assert not any(seen(place))
    qtbot.keyClick(place, Qt.Key.Key_L, CONTROL)
    assert seen(place) == [True, True, False]


def test_any_mark_does_the_same_and_says_so(place, qtbot):
    first, second, none = (page.lines_to_say[0].mark for page in place.pages)
    assert second.accessibleName() == "Hide the lines to say"
    assert "L" in second.toolTip()
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert not any(seen(place))
    assert first.accessibleName() == "Show the lines to say"
    assert not first.filled
    assert not none.isVisible()


def test_a_page_that_is_made_later_follows(place, qtbot):
    place.saying.show(False)
    later = OptionsStandIn(place)
    page_column(later, "Options", "Later.")
    place.saying.hold(later)
    later.show()
    assert not later.lines_to_say[0].isVisible()
    place.saying.show(True)
    assert later.lines_to_say[0].isVisible()


def test_the_patients_language_stands_below_that_of_the_window(place, library, cases):
    text = library.texts["say-options"].passages[0].text
    english, both = [f"“{text.en}”"], [f"“{text.en}”", f"“{text.es}”"]
    assert said(place) == english
    for tag, words in ((LanguageTag.SPANISH, both), (LanguageTag.ENGLISH, english), (None, english)):
        patient = {**dict(cases["reference"].patient), "language": tag}
        place.saying.show_consultation(Consultation.model_validate({**dict(cases["reference"]), "patient": patient}))
        assert said(place) == words


def test_in_large_text_one_language_stands_there_at_a_time_the_patients_first(place, qtbot, library, cases, text_size):
    text = library.texts["say-options"].passages[0].text
    place.saying.show_consultation(cases["reference"])
    assert len(said(place)) == 2
    text_size(150)
    place.saying.refresh()
    mark = place.pages[0].lines_to_say[0].mark
    assert (said(place), mark.accessibleName()) == ([f"“{text.es}”"], "Say it in the other language")
    qtbot.keyClick(place, Qt.Key.Key_L, CONTROL)
    assert (said(place), mark.accessibleName()) == ([f"“{text.en}”"], "Hide the lines to say")
    qtbot.keyClick(place, Qt.Key.Key_L, CONTROL)
    assert not any(seen(place))
    qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)
    assert said(place) == [f"“{text.es}”"]
    text_size(100)
    place.saying.refresh()
    assert len(said(place)) == 2


def test_every_step_has_a_line(library):
    assert {f"say-{page.STEP}" for page in PAGES} <= set(library.texts)
