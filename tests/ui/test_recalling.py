"""The history of the open consultation, as it is asked for at the desk and read from the store."""

from datetime import UTC, date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from kneedesk.domain.changes import Change
from kneedesk.store.chain import Deed, Entry
from kneedesk.ui.dialogs.history import HistoryDialog
from kneedesk.ui.recalling import PORTION, Place, Wish, recall
from tests.amending import amended
from tests.files import CASES
from tests.people import ANA, BEN, store_in
from tests.ui.running import NOW, running

_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def history(tmp_path, cases):
    """Return the history of a consultation with 250 changes and a print by another person."""
    with store_in(tmp_path) as store:
        for number in range(250):
            state = amended(cases["reference"], "examination", flexion_degrees=60 + number % 2)
            store.consultations.save("k", state, NOW + timedelta(hours=number))
        store.journal.add(Entry(NOW + timedelta(hours=250), BEN, Deed.PRINT, "k", what="consent en a4"))
        yield store.history


def read(history, library, language, wish=Wish()):  # noqa: B008 - frozen
    """Read portion after portion to the end."""
    place, portions = Place(), []
    while place is not None:
        portions.append(recall("k", wish, place, UTC, library, language, history))
        place = portions[-1].next
    return portions


def test_a_long_history_comes_in_portions_in_which_no_day_is_named_twice(history, library, english):
    portions = read(history, library, english)
    assert len(portions) == 3
    rows = [row for portion in portions for row in portion.rows]
    days = [row.words for row in rows if row.kind == "day"]
    assert len(days) == len(set(days)) == 12
    assert sum(row.kind == "deed" for row in rows) == 251
    assert rows[1].words == "Printed: Consent, English, A4"
    assert [row.words for row in rows if row.kind == "deed"][-1] == "Begun"


def test_one_person_and_one_kind_are_read_alone(history, library, english):
    (only,) = read(history, library, english, Wish(who=BEN.id))
    assert [row.kind for row in only.rows] == ["day", "deed"]
    assert (
        sum(row.kind == "deed" for part in read(history, library, english, Wish(kind="changes")) for row in part.rows)
        == 250
    )
    assert read(history, library, english, Wish(ANA.id, "leaving"))[0].rows == ()


def test_it_is_read_in_the_zone_of_who_reads(history, library, english):
    portion = recall("k", Wish(kind="leaving"), Place(), (NOW.astimezone()).tzinfo, library, english, history)
    at = (NOW + timedelta(hours=250)).astimezone()
    assert portion.rows[1].beside.startswith(f"{BEN.name}, {at:%H:%M}")
    assert recall("k", Wish(), Place(day=date(1999, 1, 1)), UTC, library, english, history).rows[0].kind == "day"
    assert PORTION < 250


def test_what_was_typed_is_in_the_history_that_is_asked_for_by_a_key(qtbot, theme, tmp_path):
    with running(tmp_path, theme, qtbot) as application:
        desk = application.window.desk
        application._opening.open_file(CASES / "reference.json")
        qtbot.waitUntil(lambda: desk.isVisible() and desk.session is not None)
        desk.session.amend("examination.flexion_degrees", 91)
        qtbot.keyClick(application.window, Qt.Key.Key_H, _CTRL_SHIFT)

        def dialog():
            return next((each for each in desk.findChildren(HistoryDialog) if each.isVisible()), None)

        qtbot.waitUntil(lambda: dialog() is not None and dialog().model.rowCount() > 2 and dialog().person.count() == 2)
        said = [row.spoken for row in dialog().model.rows[:3]]
        assert said[1].startswith(f"Recorded, {ANA.name}, 14:02")
        assert said[2].endswith("→ 91 degrees")
        qtbot.keyClick(dialog().list, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not [each for each in desk.findChildren(QDialog) if each.isVisible()])
        key = desk.session.key
    with store_in(tmp_path) as store:
        assert store.history.page(key, 1)[0].changes == (Change("examination.flexion_degrees", 118, 91),)
