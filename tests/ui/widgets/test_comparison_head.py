"""The names over the columns: each over its own, as tall as the longest needs."""

from kneedesk.ui.widgets.comparison_head import ComparisonHead
from kneedesk.ui.widgets.words import Words
from tests.ui.hosting import host

COLUMNS = [(0, 120), (130, 120)]


def test_each_name_stands_over_its_column(qtbot):
    head = ComparisonHead()
    host(qtbot, head)
    head.show_names(("PRP", "A name that is longer than the column is wide"))
    height = head.height_at(COLUMNS)
    head.place(260, height, COLUMNS)
    short, long = head.findChildren(Words)
    assert (short.x(), long.x()) == (10, 140)
    assert long.heightForWidth(long.width()) <= long.height()
    assert height > head.height_at([(0, 400), (410, 400)])


def test_names_that_are_gone_are_hidden(qtbot):
    head = ComparisonHead()
    host(qtbot, head)
    head.show_names(("one", "two", "three"))
    head.show_names(("two", "one"))
    assert [each.text() for each in head.findChildren(Words) if each.isVisible()] == ["two", "one"]
