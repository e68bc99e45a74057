"""A row says who, which knee and which day, to the eye and to a screen reader, and never what a name pretends to be."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kneedesk.store.summary import Summary
from kneedesk.ui.consultation_model import ConsultationModel
from kneedesk.ui.consultation_row import HEIGHT, ConsultationRow, details_of, name_of, side_of, spoken

NOW = datetime(2026, 11, 21, 14, 2).astimezone()  # the hour of this computer, wherever it stands
ANA = Summary("k1", "Ruiz Peña", "Ana", "MRN-10293", date(1964, 5, 2), "right", date(2026, 11, 18), NOW, NOW, 3)
NOBODY = Summary("k2", "Sukarno\n<b>", None, " ", None, "left", date(2026, 11, 18), NOW, NOW, 1)


def test_a_row_in_words(english):
    assert (
        spoken(ANA, english)
        == "RUIZ PEÑA, Ana, RIGHT KNEE, 18 November 2026, born 2 May 1964 \N{MIDDLE DOT} no. MRN-10293 "
        "\N{MIDDLE DOT} changed 21 November 2026, 14:02"
    )
    assert name_of(NOBODY) == "SUKARNO <B>"
    assert side_of(NOBODY, english) == "LEFT KNEE"
    assert details_of(NOBODY, english) == "birth date not recorded \N{MIDDLE DOT} changed 21 November 2026, 14:02"


def test_a_row_says_what_is_marked_after_the_name(english):
    marked = spoken(replace(ANA, standing=1, final=1), english, sample=True)
    assert marked.startswith("RUIZ PEÑA, Ana, Final, version 1, Sample, not a patient, RIGHT KNEE")


def test_a_sign_that_turns_the_reading_direction_is_shown_and_turns_nothing(english):
    turned = replace(ANA, given_name="A\N{RIGHT-TO-LEFT OVERRIDE}na", identifier="1\N{LEFT-TO-RIGHT ISOLATE}2")
    assert name_of(turned) == "RUIZ PEÑA, A[U+202E]na"
    assert "no. 1[U+2066]2" in details_of(turned, english)


@pytest.mark.parametrize("state", [QStyle.StateFlag.State_None, QStyle.StateFlag.State_Selected])
def test_a_row_is_painted_inside_its_height(qtbot, theme, english, state):
    model = ConsultationModel(lambda summary: spoken(summary, english))
    model.search("")
    model.receive("", 0, [ANA])
    row = ConsultationRow(theme, english)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 900, HEIGHT)
    option.state = state | QStyle.StateFlag.State_HasFocus
    picture = QPixmap(900, 2 * HEIGHT)
    picture.fill("white")
    painter = QPainter(picture)
    row.paint(painter, option, model.index(0))
    row.paint(painter, option, QModelIndex())
    painter.end()
    image = picture.toImage()
    below = {image.pixelColor(x, HEIGHT + 2).name() for x in range(0, 900, 7)}
    inside = {image.pixelColor(x, 22).name() for x in range(900)}
    assert below == {"#ffffff"}
    assert len(inside) > 2
    assert row.sizeHint(option, model.index(0)).height() == HEIGHT
