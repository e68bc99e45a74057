"""The private note follows the consultation on the desk, is kept as it is typed, and is seen nowhere else."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from kneedesk.presentation.patient_view import Focus, scene_of
from kneedesk.presentation.scene import words_of
from kneedesk.ui.consultation_list import ConsultationList
from kneedesk.ui.desk import Desk
from kneedesk.ui.noting import Noting
from kneedesk.ui.session import Session
from kneedesk.ui.shelf import Shelf
from tests.ui.stand_in import PAGES, KeeperStandIn
from tests.ui.storing import UNLOCKED

WORDS = "afraid of needles"


@pytest.fixture
def shelf(qtbot, theme, english, tmp_path):
    shown = ConsultationList(theme, english)
    qtbot.addWidget(shown)
    made = Shelf(tmp_path, shown, english, lambda: datetime(2026, 11, 18, tzinfo=UTC))
    made.open(UNLOCKED)
    qtbot.waitUntil(lambda: notes(made) is not None)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def desk(qtbot, library, english, theme):
    made = Desk(PAGES, library, english, theme)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(made.isVisible)
    yield made
    made.let_go()


@pytest.fixture
def noting(desk, shelf, english, theme, qtbot):
    return Noting(desk, shelf, english, theme)


def notes(shelf):
    taken = []
    shelf.lend(lambda consultations, _keeping: taken.append(consultations.notes))
    return taken[0] if taken else None


def lay(desk, key, cases, library):
    session = Session(library, KeeperStandIn())
    desk.take(session)
    session.open(key, cases["reference"])
    desk.visit("patient")


def test_a_note_comes_back_with_its_consultation_and_with_no_other(desk, noting, shelf, cases, library, qtbot):
    lay(desk, "one", cases, library)
    qtbot.waitUntil(noting.pane.edit.isEnabled)
    noting.toggle()
    qtbot.keyClicks(noting.pane.edit, WORDS)
    qtbot.waitUntil(lambda: noting.pane.state.text() == "Saved")
    assert notes(shelf).read("one") == WORDS
    lay(desk, "two", cases, library)
    assert not noting.pane.isVisible()
    qtbot.waitUntil(noting.pane.edit.isEnabled)
    assert noting.pane.edit.toPlainText() == ""
    lay(desk, "one", cases, library)
    qtbot.waitUntil(lambda: noting.pane.edit.toPlainText() == WORDS)


def test_what_was_typed_last_is_kept_when_the_consultation_is_left(desk, noting, shelf, cases, library, qtbot):
    lay(desk, "one", cases, library)
    qtbot.waitUntil(noting.pane.edit.isEnabled)
    noting.toggle()
    qtbot.keyClicks(noting.pane.edit, WORDS)
    assert not shelf.settled
    desk.let_go()
    qtbot.waitUntil(lambda: shelf.settled)
    assert notes(shelf).read("one") == WORDS
    assert noting.pane.edit.toPlainText() == ""


def test_what_another_desk_wrote_meanwhile_is_shown_and_said(desk, noting, shelf, cases, library, qtbot):
    lay(desk, "one", cases, library)
    qtbot.waitUntil(noting.pane.edit.isEnabled)
    noting.toggle()
    notes(shelf).keep("one", "He rang.", datetime(2026, 11, 18, tzinfo=UTC))
    qtbot.keyClicks(noting.pane.edit, WORDS)
    qtbot.waitUntil(lambda: "He rang." in noting.pane.edit.toPlainText())
    qtbot.waitUntil(lambda: shelf.settled)
    assert noting.pane.edit.toPlainText() == notes(shelf).read("one")
    assert WORDS in notes(shelf).read("one")
    assert "both are kept" in noting.pane.state.text()
    assert noting.pane.edit.hasFocus()


def test_a_key_opens_it_with_the_focus_in_it_and_closes_it(desk, noting, cases, library, qtbot):
    noting.toggle()
    assert not noting.pane.isVisible()  # without a consultation there is nothing to note
    lay(desk, "one", cases, library)
    qtbot.waitUntil(noting.pane.edit.isEnabled)
    qtbot.keyClick(desk, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert noting.pane.edit.hasFocus()
    qtbot.keyClick(noting.pane.edit, Qt.Key.Key_Escape)
    assert not noting.pane.isVisible()


def test_typing_in_it_changes_neither_the_consultation_nor_its_undo(desk, noting, cases, library, english, qtbot):
    lay(desk, "one", cases, library)
    qtbot.waitUntil(noting.pane.edit.isEnabled)
    noting.toggle()
    qtbot.keyClicks(noting.pane.edit, WORDS)
    assert desk.session.consultation == cases["reference"]
    assert not desk.session.can_undo
    assert WORDS not in desk.session.consultation.model_dump_json()
    scene = scene_of(Focus("patient"), desk.session.consultation, library, english)
    assert WORDS not in " ".join(words_of(scene))


def test_a_note_that_is_not_saved_says_so_and_is_tried_again(desk, noting, shelf, cases, library, qtbot, monkeypatch):
    lay(desk, "one", cases, library)
    qtbot.waitUntil(noting.pane.edit.isEnabled)
    noting.toggle()
    with monkeypatch.context() as broken:
        broken.setattr(notes(shelf), "keep", refuse)
        qtbot.keyClicks(noting.pane.edit, WORDS)
        qtbot.waitUntil(lambda: noting.pane.state.text().startswith("Not saved"))
    qtbot.keyClicks(noting.pane.edit, "!")
    desk.let_go()
    qtbot.waitUntil(lambda: shelf.settled)
    assert notes(shelf).read("one") == f"{WORDS}!"


def refuse(*_):
    raise OSError("full")
