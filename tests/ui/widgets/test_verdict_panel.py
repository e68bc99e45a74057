"""The verdict with what stands beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kneedesk.assessment.candidacy import Verdict
from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.content import text_of
from kneedesk.ui.widgets.verdict_panel import ROLES, VERDICT_ICONS, VerdictPanel
from tests.ui.hosting import host
from tests.ui.pages.desk import words


@pytest.fixture
def panel(qtbot, english, theme):
    panel = VerdictPanel(english, theme)
    host(qtbot, panel, 520, 300)
    return panel


@pytest.fixture
def show(panel, course_in):
    def begin(case: str, treatment: Treatment) -> str:
        panel.show_course(course_in(case, treatment))
        return words(panel)

    return begin


def test_every_verdict_has_a_sign_of_its_own_and_fits_the_ink_of_text():
    assert set(VERDICT_ICONS) == set(Verdict)
    assert len(set(VERDICT_ICONS.values())) == len(Verdict)
    assert ROLES["plain"] == "ink"
    assert "done" not in ROLES.values()


def test_a_product_is_named_only_where_there_is_one(show):
    assert "Not approved" in show("reference", Treatment.STEM_CELL)
    assert "Product" not in show("reference", Treatment.PRP)


def test_what_the_authorities_of_the_place_say_of_the_product_is_one_press_away(qtbot, panel, show):
    show("reference", Treatment.STEM_CELL)
    said = panel.findChild(QAbstractButton, "verdict.authorities")
    assert said.accessibleName() == "What the authorities say: United States (federal)"
    with qtbot.waitSignal(panel.explained) as explained:
        qtbot.mouseClick(said, Qt.MouseButton.LeftButton)
    assert "no regenerative-medicine therapy is approved" in text_of(*explained.args)
    show("reference", Treatment.PRP)
    assert not said.isVisible()


def test_an_unknown_product_leads_to_where_it_is_recorded(qtbot, panel, show):
    assert "Not recorded" in show("barely-recorded", Treatment.STEM_CELL)
    record = next(each for each in panel.findChildren(QAbstractButton) if each.text() == "Record it")
    with qtbot.waitSignal(panel.sought) as sought:
        qtbot.mouseClick(record, Qt.MouseButton.LeftButton)
    assert sought.args == ["proposal.product_status"]
    show("reference", Treatment.STEM_CELL)
    assert not record.isVisible()
