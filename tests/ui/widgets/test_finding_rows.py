"""Findings as rows of cards."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.history import Diabetes
from kneedesk.domain.treatment import Treatment
from kneedesk.ui.widgets.finding_rows import FindingRows, RowsCard
from tests.ui.hosting import host
from tests.ui.widgets.hands import click


@pytest.fixture
def rows(qtbot, library, english, theme):
    card = RowsCard("History")
    rows = FindingRows(library, english, theme, card)
    for path in ("history.diabetes", "history.onset"):
        rows.add(path, card)
    rows.changes, rows.card = [], card
    rows.amended.connect(rows.changes.append)
    qtbot.waitUntil(host(qtbot, card).isActiveWindow)
    return rows


def test_showing_announces_nothing(rows, cases):
    for consultation in cases.values():
        rows.show_consultation(consultation, {"history.onset": (Treatment.ARTHROSCOPY,)})
    assert rows.changes == []
    assert rows.by_path["history.onset"].needed == "Needed for 1 verdict"


def test_an_answer_goes_out_with_its_path(qtbot, rows, cases):
    rows.show_consultation(cases["barely-recorded"], {})
    click(qtbot, rows.card.findChild(QAbstractButton, "history.diabetes=none"))
    assert rows.changes == [{"history.diabetes": Diabetes.NONE}]


def test_a_finding_is_left_beside_the_others_that_were(rows, cases):
    left = Consultation.model_validate({**dict(cases["barely-recorded"]), "not_assessed": ("history.allergies",)})
    rows.show_consultation(left, {})
    rows.by_path["history.diabetes"].field.toggle_assessed()
    assert rows.changes == [{"history.diabetes": None, "not_assessed": ("history.allergies", "history.diabetes")}]


def test_a_finding_that_was_left_is_taken_back(rows, cases):
    left = Consultation.model_validate({**dict(cases["barely-recorded"]), "not_assessed": ("history.diabetes",)})
    rows.show_consultation(left, {})
    rows.by_path["history.diabetes"].field.toggle_assessed()
    assert rows.changes == [{"history.diabetes": None, "not_assessed": None}]


def test_the_focus_goes_to_a_row_that_can_be_seen(rows):
    assert rows.focus("history.onset") is rows.by_path["history.onset"]
    assert rows.by_path["history.onset"].isAncestorOf(QApplication.focusWidget())
    rows.by_path["history.onset"].hide()
    assert rows.focus("history.onset") is None
    assert rows.focus("history.pregnancy") is None
