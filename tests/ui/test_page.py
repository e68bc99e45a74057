"""What every page has: it announces one change by its path, and leads to the control of a finding."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from kneedesk.domain.finding import finding_types
from kneedesk.ui.page import Page, Progress, step_of
from kneedesk.ui.steps import PAGES


class OnePage(Page):
    """A page with one line to type in."""

    STEP = "one"

    def __init__(self):
        super().__init__()
        line = QLineEdit()
        line.setObjectName("patient.family_name")
        line.setAccessibleName("Family name")
        QVBoxLayout(self).addWidget(line)
        line.editingFinished.connect(lambda: self._announce("patient.family_name", line.text()))


@pytest.fixture
def page(qtbot):
    page = OnePage()
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def test_a_change_is_announced_with_its_path(qtbot, page):
    line = page.findChild(QLineEdit)
    qtbot.keyClicks(line, "Ruiz")
    with qtbot.waitSignal(page.amended) as amended:
        qtbot.keyClick(line, "\r")
    assert amended.args == [{"patient.family_name": "Ruiz"}]


def test_a_page_leads_to_the_control_of_a_finding_that_it_has(qtbot, page):
    assert page.go_to("patient.family_name")
    qtbot.waitUntil(page.findChild(QLineEdit).hasFocus)
    assert not page.go_to("history.diabetes")


def test_a_page_does_not_lead_to_a_control_that_it_hides(page):
    page.findChild(QLineEdit).hide()
    assert not page.go_to("patient.family_name")


def test_every_finding_is_recorded_at_one_step_or_comes_from_the_settings():
    elsewhere = {path for path in finding_types() if not step_of(path, PAGES)}
    blocks = {path.partition(".")[0] for path in elsewhere}
    assert blocks - {"format", "version", "not_assessed", "knowledge", "amends", "finalised"} == {
        "practice",
        "clinician",
    }
    assert step_of("counselling.discussed", PAGES) == "risks"
    assert step_of("counselling.teach_back", PAGES) == "decision"


def test_a_page_must_say_how_it_shows_and_how_far_it_is(page, cases):
    with pytest.raises(NotImplementedError):
        page.show_consultation(cases["reference"], None)
    with pytest.raises(NotImplementedError):
        OnePage.progress(cases["reference"], None)
    assert {each.value for each in Progress} == {"done", "missing", "not_applicable"}
