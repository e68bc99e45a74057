"""The days leave the desk as a file whose name names nobody."""

import re
from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from kneedesk.exchange.calendar import Entry
from kneedesk.ui.calendar_saving import CalendarSaving
from tests.ui.hosting import host

DAYS = (Entry(date(2027, 3, 10), "After 3 months", "Look."), Entry(date(2027, 6, 10), "After 6 months"))


@pytest.fixture
def saving(qtbot, english):
    page = QWidget()
    host(qtbot, page)
    saving = CalendarSaving(english, lambda: datetime(2026, 11, 18, 14, 2, tzinfo=UTC), page)
    saving.heard, saving.count = [], []
    saving.told.connect(saving.heard.append)
    saving.saved.connect(lambda: saving.count.append(1))
    return saving


def choose(saving, path) -> None:
    saving.save(DAYS)
    dialog = next(each for each in saving.parent().findChildren(QFileDialog) if each.isVisible())
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert [name.rpartition("/")[2] for name in dialog.selectedFiles()] == ["follow-up.ics"]
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def test_the_days_are_written_and_it_is_said_where(saving, qtbot, tmp_path):
    choose(saving, tmp_path / "follow-up.ics")
    qtbot.waitUntil(lambda: bool(saving.heard))
    assert saving.heard == [f"Saved follow-up.ics in {tmp_path.name}."]
    assert saving.count == [1]
    assert (tmp_path / "follow-up.ics").read_bytes().count(b"BEGIN:VEVENT") == 2


def test_each_file_has_days_of_its_own(saving, qtbot, tmp_path):
    keys = set()
    for place in (1, 2):
        choose(saving, tmp_path / f"{place}.ics")
        qtbot.waitUntil(lambda place=place: len(saving.heard) == place)
        keys |= set(re.findall(r"UID:(\w+)-1@", (tmp_path / f"{place}.ics").read_text("utf-8")))
    assert len(keys) == 2


def test_what_cannot_be_written_is_said(saving, qtbot, tmp_path):
    choose(saving, tmp_path / "not there" / "follow-up.ics")
    qtbot.waitUntil(lambda: bool(saving.heard))
    assert saving.heard == ["Nothing could be written there: No such file or directory."]
    assert saving.count == []


def test_who_closes_the_dialog_saves_nothing(saving, tmp_path):
    saving.save(DAYS)
    next(each for each in saving.parent().findChildren(QFileDialog) if each.isVisible()).reject()
    assert saving.heard == []
    assert list(tmp_path.iterdir()) == []
