"""The history is read with the keyboard alone: who, of which kind, and each line in full."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from kneedesk.presentation.history import Row
from kneedesk.ui.dialogs.history import HistoryDialog
from kneedesk.ui.recalling import Place, Portion, Wish
from tests.people import ANA, BEN
from tests.ui.hosting import tab_order, unnamed

LONG = "to walk to the lake again " * 20
ROWS = (
    Row("day", "18 November 2026"),
    Row("deed", "Recorded", "Dr. Ana Núñez, 14:02 UTC"),
    Row("change", "Goals", LONG.strip()),
)
PEOPLE = [(user.id, user.name) for user in (ANA, BEN)]

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def dialog(qtbot, theme, english):
    made = HistoryDialog(english, theme)
    qtbot.addWidget(made)
    made.asked = []
    made.wanted.connect(lambda wish, place: made.asked.append((wish, place)))
    made.search()
    made.open()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def pick(picker, words, qtbot):
    """Choose in a list of the dialog as its user does."""
    picker.setFocus()
    place = picker.findText(words)
    picker.setCurrentIndex(place)
    picker.activated.emit(place)


def test_the_newest_is_asked_for_and_its_first_deed_chosen(dialog):
    assert dialog.asked == [(Wish(), Place())]
    dialog.receive(Wish(), Place(), Portion(ROWS, None))
    assert dialog.list.currentIndex().row() == 1
    assert dialog.list.hasFocus()
    assert dialog.full.toPlainText() == "Recorded, Dr. Ana Núñez, 14:02 UTC"


def test_an_arrow_shows_the_next_line_in_full(dialog, qtbot):
    dialog.receive(Wish(), Place(), Portion(ROWS, None))
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.full.toPlainText() == f"Goals: {LONG.strip()}"


def test_one_person_and_one_kind_are_looked_for_anew(dialog, qtbot):
    dialog.offer_people(PEOPLE)
    pick(dialog.person, BEN.name, qtbot)
    pick(dialog.kind, "Saved and printed", qtbot)
    assert dialog.asked[1:] == [(Wish(BEN.id), Place()), (Wish(BEN.id, "leaving"), Place())]
    pick(dialog.person, "Everybody", qtbot)
    assert dialog.asked[-1] == (Wish("", "leaving"), Place())


def test_what_answers_an_older_wish_is_left_out(dialog, qtbot):
    pick(dialog.kind, "Who looked", qtbot)
    dialog.receive(Wish(), Place(), Portion(ROWS, None))
    assert dialog.model.rowCount() == 0
    dialog.receive(Wish(kind="views"), Place(), Portion((), None))
    assert dialog.nothing.isVisible()
    assert not dialog.list.isVisible()


def test_who_was_chosen_stays_so_when_the_people_are_known(dialog, qtbot):
    dialog.offer_people(PEOPLE)
    pick(dialog.person, BEN.name, qtbot)
    dialog.offer_people([*PEOPLE, ("cleo-1", "Cleo")])
    assert dialog.person.value() == BEN.id


def test_the_next_portion_is_asked_for_from_where_the_last_ended(dialog):
    place = Place(7, date(2026, 11, 18))
    dialog.receive(Wish(), Place(), Portion(ROWS, place))
    dialog.model.fetchMore(dialog.list.rootIndex())
    assert dialog.asked[-1] == (Wish(), place)
    dialog.receive(Wish(), place, Portion(ROWS[1:], None))
    assert dialog.model.rowCount() == 5


def test_all_that_takes_the_focus_has_a_name_and_is_reached_by_tab(dialog):
    dialog.receive(Wish(), Place(), Portion(ROWS, None))
    assert unnamed(dialog) == []
    assert {widget.objectName() for widget in tab_order(dialog)} >= {
        "history.person",
        "history.kind",
        "history.list",
        "history.close",
    }


def test_why_it_cannot_be_read_is_said(dialog):
    dialog.refuse(("The disk reports an error.",))
    assert dialog.notice.isVisible()
    assert dialog.notice.title.text() == "The history cannot be read"
