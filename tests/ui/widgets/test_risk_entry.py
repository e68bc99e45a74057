"""One risk on the page."""

from PySide6.QtWidgets import QLabel

from kneedesk.domain.treatment import CellSource, Treatment
from kneedesk.ui.widgets.risk_entry import RiskEntry
from tests.ui.hosting import host


def test_a_serious_risk_says_so_where_its_heading_does_not(qtbot, library, english, theme):
    for risk in library.risks_of(Treatment.STEM_CELL, CellSource.BONE_MARROW):
        entry = RiskEntry(risk, library, english, theme)
        host(qtbot, entry)
        title = next(label.text() for label in entry.findChildren(QLabel) if label.property("level") == "3")
        marked = risk.severity == "serious" and risk.part != "procedure"
        assert title == (f"{risk.name.en} · serious" if marked else risk.name.en)


def test_the_tick_is_not_preset(qtbot, library, english, theme):
    for risk in library.risks.values():
        entry = RiskEntry(risk, library, english, theme)
        qtbot.addWidget(entry)
        assert not entry.tick.isChecked()
        assert len(entry.statements) == (2 if risk.frequency else 1)
