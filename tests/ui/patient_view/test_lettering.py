"""Lines break where words end, are as wide as they are painted, and break the same at every size."""

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from kneedesk.ui.patient_view.lettering import Lettering

TEXT = "A needle brings the cells into your knee, and nobody knows how long they stay there."


@pytest.fixture
def lettering(theme, qapp):
    return Lettering(qapp.font().family())


def said(rows):
    return ["".join(words for _, words, _ in row.runs).strip() for row in rows]


def test_every_word_is_there_once_and_in_order(lettering):
    rows = lettering.rows(((TEXT, False),), 300, 24)
    assert " ".join(said(rows)) == TEXT
    assert len(rows) == lettering.count(((TEXT, False),), 300, 24) > 2


def test_no_line_is_wider_than_the_room(lettering, qapp):
    font = QFont(qapp.font().family())
    font.setPixelSize(24)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    widths = [QFontMetricsF(font).horizontalAdvance(line) for line in said(lettering.rows(((TEXT, False),), 300, 24))]
    assert max(widths) <= 301


def test_lines_break_alike_at_every_size(lettering):
    small, large = (said(lettering.rows(((TEXT, False),), 12 * size, size)) for size in (24, 48))
    assert small == large


def test_runs_of_two_voices_share_a_line(lettering):
    (row,) = lettering.rows((("Here: ", False), ("5200 USD", True)), 900, 24)
    assert [strong for _, _, strong in row.runs] == [False, True]
    assert row.runs[1][0] > row.runs[0][0]


def test_a_typed_new_line_begins_a_line(lettering):
    assert said(lettering.rows((("one\ntwo", False),), 900, 24)) == ["one", "two"]
    assert lettering.count((("one\ntwo", False),), 900, 24) == 2


def test_the_widest_word_says_how_narrow_a_column_may_be(lettering):
    assert lettering.widest("a viscosupplementation b") > lettering.widest("a b")
    assert lettering.widest("") == 0
