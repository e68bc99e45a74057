"""Risks under one heading: all of them at once only where they were in sight, and only when it is confirmed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from kneedesk.domain.treatment import CellSource, Treatment
from kneedesk.ui.dialogs.all_talked import AllTalkedDialog
from kneedesk.ui.widgets.risk_card import RiskCard
from kneedesk.ui.widgets.risk_entry import RiskEntry
from kneedesk.ui.widgets.scrolling import ScrollColumn
from tests.ui.hosting import host
from tests.ui.pages.desk import words


@pytest.fixture
def entries(library, english, theme):
    risks = library.risks_of(Treatment.STEM_CELL, CellSource.BONE_MARROW)
    return [RiskEntry(risk, library, english, theme) for risk in risks if risk.severity == "serious"]


@pytest.fixture
def card(qtbot, entries, english, theme):
    card = RiskCard("Serious", entries, english, theme)
    card.given = []
    card.talked.connect(card.given.append)
    area = ScrollColumn(card, "Risks")
    host(qtbot, area, height=500)
    card.show_discussed(())
    qtbot.waitUntil(lambda: entries[0].seen)
    return card


def ask(card, qtbot) -> AllTalkedDialog | None:
    qtbot.mouseClick(card.all, Qt.MouseButton.LeftButton)
    return next((each for each in card.findChildren(AllTalkedDialog) if each.isVisible()), None)


def confirm(dialog, qtbot) -> None:
    qtbot.mouseClick(dialog.findChild(QAbstractButton, "all_talked.confirm"), Qt.MouseButton.LeftButton)


def test_what_was_never_in_sight_is_named_and_not_ticked(card, entries, qtbot):
    seen = [entry for entry in entries if entry.seen]
    assert 0 < len(seen) < len(entries)
    dialog = ask(card, qtbot)
    assert all(entry.name in words(dialog) for entry in entries)
    confirm(dialog, qtbot)
    assert card.given == [tuple(entry.risk for entry in seen)]


def test_what_was_scrolled_through_is_ticked_all_at_once(card, entries, qtbot):
    bar = card.parentWidget().parentWidget().verticalScrollBar()
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + bar.pageStep() // 2)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: all(entry.seen for entry in entries))
    confirm(ask(card, qtbot), qtbot)
    assert card.given == [tuple(entry.risk for entry in entries)]


def test_whoever_saw_nothing_is_led_to_the_first(card, entries, qtbot):
    for entry in entries:
        entry.forget_sight()
    assert ask(card, qtbot) is None
    assert entries[0].tick.hasFocus()
    assert card.given == []


def test_nothing_is_offered_where_nothing_is_left(card, entries):
    assert card.all.isVisible()
    card.show_discussed([entry.risk for entry in entries])
    assert not card.all.isVisible()
    assert all(entry.tick.isChecked() for entry in entries)
