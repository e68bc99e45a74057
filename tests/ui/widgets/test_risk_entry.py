"""One risk on the page."""

from PySide6.QtWidgets import QLabel

from kneedesk.domain.treatment import CellSource, Treatment
from kneedesk.ui.widgets.risk_entry import RiskEntry
from tests.ui.hosting import host


def test_a_serious_risk_among_others_says_so(qtbot, library, english, theme):
    risk = library.risks_of(Treatment.STEM_CELL, CellSource.BONE_MARROW)[0]
    for marked in (True, False):
        entry = RiskEntry(risk, library, english, theme, marked=marked)
        host(qtbot, entry)
        title = next(label.text() for label in entry.findChildren(QLabel) if label.property("level") == "3")
        assert title == (f"{risk.name.en} · serious" if marked else risk.name.en)


def test_the_tick_is_not_preset(qtbot, library, english, theme):
    for risk in library.risks.values():
        entry = RiskEntry(risk, library, english, theme)
        qtbot.addWidget(entry)
        assert not entry.tick.isChecked()
        assert len(entry.statements) == (2 if risk.frequency else 1)
