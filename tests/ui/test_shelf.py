"""The consultations of a folder: one window has them at a time, and what goes wrong with them is said in the list."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from kneedesk.ui.consultation_list import ConsultationList
from kneedesk.ui.shelf import Shelf


@pytest.fixture
def shown(qtbot, theme, english):
    made = ConsultationList(theme, english)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def shelves(shown, english, tmp_path):
    """Return what makes a shelf on one folder; each is closed at the end."""
    made = []

    def make(folder=tmp_path / "data"):
        made.append(Shelf(folder, shown, english, lambda: datetime(2026, 11, 18, tzinfo=UTC)))
        return made[-1]

    yield make
    for each in made:
        each.close()
        each.deleteLater()


def lent(shelf):
    taken = []
    shelf.lend(lambda *store: taken.extend(store))
    return taken


def test_it_lends_what_it_has_opened_and_nothing_before_or_after(shelves, shown, qtbot):
    shelf = shelves()
    assert lent(shelf) == []
    shelf.open()
    qtbot.waitUntil(lambda: len(lent(shelf)) == 2)
    assert lent(shelf)[0].find() == []
    shelf.close()
    assert lent(shelf) == []


def test_a_second_window_is_told_and_tries_again_when_the_first_has_gone(shelves, shown, qtbot):
    first, second = shelves(), shelves()
    first.open()
    qtbot.waitUntil(lambda: lent(first) != [])
    second.open()
    assert "in another window" in shown.notice.text.text()
    first.close()
    qtbot.mouseClick(shown.notice.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: lent(second) != [])
    assert shown.notice.isHidden()


def test_a_folder_that_cannot_be_made_is_said(shelves, shown, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    shelves(tmp_path / "file" / "data").open()
    assert shown.notice.title.text() == "The consultations cannot be opened"
    assert "cannot be made" in shown.notice.text.text()


def test_what_is_closed_is_settled(shelves):
    answers = []
    shelf = shelves()
    assert shelf.settled
    shelf.settle(answers.append)
    assert answers == [True]
