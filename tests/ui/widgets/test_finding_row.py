"""One finding as a row."""

import pytest
from PySide6.QtWidgets import QApplication

from kneedesk.ui.forms import build_field
from kneedesk.ui.widgets.finding_row import FindingRow
from tests.ui.hosting import host, unnamed


@pytest.fixture
def build(qtbot, library, english, theme):
    def begin(path: str, width: int = 720) -> FindingRow:
        field = build_field(path, library, english, theme)
        row = FindingRow(library.findings[path], field, library, english, theme)
        host(qtbot, row, width, 400)
        return row

    return begin


def test_a_row_says_the_name_the_description_and_the_purpose_with_its_sources(build):
    row = build("history.diabetes")
    assert row.name.text() == "Diabetes"
    assert row.description.text() == "Whether diabetes is known, and whether it is controlled."
    assert row.purpose.text().startswith("Glucose rises after a corticosteroid injection")
    assert row.purpose.text().endswith("]")
    assert row.name.buddy() is row.field
    assert unnamed(row) == []


def test_the_name_is_said_once(build):
    row = build("history.diabetes")
    assert not row.field.label.isVisible()
    assert row.name.isVisible()


@pytest.mark.parametrize(("courses", "said"), [(0, ""), (1, "Needed for 1 verdict"), (7, "Needed for 7 verdicts")])
def test_a_row_says_for_how_many_verdicts_it_is_needed(courses, said, build):
    row = build("history.diabetes")
    row.show_needed(courses)
    assert row.needed == said


def test_a_row_keeps_its_height_when_it_is_no_longer_needed(build):
    row = build("history.diabetes")
    row.show_needed(3)
    QApplication.processEvents()
    needed = row.layout().totalHeightForWidth(720)
    row.show_needed(0)
    QApplication.processEvents()
    assert row.layout().totalHeightForWidth(720) == needed


def test_a_table_takes_the_whole_width_under_its_words(build):
    row = build("history.previous_treatments")
    QApplication.processEvents()
    assert row.field.width() == row.width()
    assert row.field.y() > row.description.y()
