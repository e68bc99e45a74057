"""The private note at two desks of one practice: what is typed at one stands at the other as soon as it is kept."""

from contextlib import ExitStack
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from tests.ui.running import SETTINGS, running

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def notes(theme, qtbot, line, ben, cases, tmp_path):
    """Return where the note of the same consultation is typed at two desks, each a whole window of its own."""
    ben.keeps("k", cases["reference"])
    with ExitStack() as open_windows:
        edits = []
        for place in ("one", "two"):
            settings = replace(SETTINGS, store=line.place())
            application = open_windows.enter_context(running(tmp_path / place, theme, qtbot, settings))
            application._opening.resume("k")
            desk = application.window.desk
            qtbot.waitUntil(lambda desk=desk: desk.session is not None and desk.isVisible())
            edits.append(desk.findChild(QPlainTextEdit, "note.edit"))
            qtbot.waitUntil(edits[-1].isEnabled)
            desk.banner.note_asked.emit()
        yield edits


def test_what_is_typed_at_one_desk_is_read_at_the_other_and_back(notes, qtbot):
    one, two = notes
    qtbot.keyClicks(one, "He rang.")
    qtbot.waitUntil(lambda: two.toPlainText() == "He rang.")
    two.selectAll()
    qtbot.keyClicks(two, "Afraid of needles.")
    qtbot.waitUntil(lambda: one.toPlainText() == "Afraid of needles.")


def test_a_note_that_was_written_while_the_line_was_lost_is_read_when_it_is_back(notes, line, ben, qtbot):
    line.cut()
    ben.kept.notes.keep("k", "He rang.", ben.now())
    line.mend()
    for note in notes:
        qtbot.waitUntil(lambda note=note: note.toPlainText() == "He rang.")
