"""A row is marked by sign and words: what stands, what is drafted after it, and who is invented."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtGui import QFont, QPainter, QPixmap

from kneedesk.store.summary import Summary
from kneedesk.ui.consultation_marks import marks_of, paint_marks, width_of

NOW = datetime(2026, 11, 21, 14, 2).astimezone()
ANA = Summary("k1", "Ruiz Peña", "Ana", "MRN-10293", date(1964, 5, 2), "right", date(2026, 11, 18), NOW, NOW, 3)


@pytest.mark.parametrize(
    ("standing", "final", "sample", "words"),
    [
        (None, None, False, []),
        (2, 2, False, ["Final, version 2"]),
        (2, None, False, ["Draft of version 3"]),
        (None, None, True, ["Sample, not a patient"]),
        (1, 1, True, ["Final, version 1", "Sample, not a patient"]),
    ],
)
def test_what_stands_what_is_drafted_and_who_is_invented_is_marked(english, standing, final, sample, words):
    marks = marks_of(replace(ANA, standing=standing, final=final), english, sample=sample)
    assert [mark.words for mark in marks] == words
    assert len({mark.icon for mark in marks}) == len(marks)


def test_marks_take_the_room_that_they_say(qtbot, theme, english):
    marks = marks_of(replace(ANA, standing=1, final=1), english, sample=True)
    font, left = QFont("Inter"), 20
    width = width_of(marks, font)
    picture = QPixmap(left + width + 100, 60)
    picture.fill("white")
    painter = QPainter(picture)
    paint_marks(painter, marks, left, 30, font, theme)
    painter.end()
    image = picture.toImage()
    inked = [x for x in range(image.width()) if image.pixelColor(x, 30).name() != "#ffffff"]
    assert left < min(inked) <= left + 10
    assert left + width - 3 <= max(inked) < left + width
