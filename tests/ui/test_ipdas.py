"""IPDAS, item by item, on the screens: what a physician and a patient can read at the desk, as a screen reader does."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

from kneedesk.assessment.assessment import assess
from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.risks import figure_of, risks_of
from kneedesk.presentation.wording import speak, speak_text
from kneedesk.ui.main_window import STEPS
from kneedesk.ui.pages.decision import DecisionPage
from kneedesk.ui.pages.expectations import ExpectationsPage
from kneedesk.ui.pages.options import OptionsPage
from kneedesk.ui.pages.risks import RisksPage
from kneedesk.ui.rail import Rail
from kneedesk.ui.steps import page_maker
from kneedesk.ui.widgets.passage_list import Statement
from tests.amending import proposing
from tests.ui.hosting import host, nodes
from tests.ui.running import NOW

ROWS = {"Q3": "what_it_is", "Q4": "what_it_may_do", "Q5": "harms", "Q6": "what_it_is_like"}


@pytest.fixture
def read(qtbot, library, english, theme):
    """Open a page with a consultation and return all that can be read on it, in one line."""

    def read(kind, consultation):
        page = page_maker(kind, lambda: NOW, {})(library, english, theme, None)
        host(qtbot, page, height=9000)
        page.show_consultation(consultation, assess(consultation, library))
        if kind is OptionsPage:
            qtbot.waitUntil(lambda: page.grid.is_filled)
        return page, words(page)

    return read


def words(page: QWidget) -> str:
    """Return what a screen reader says of all that is visible."""
    said = (node.text(QAccessible.Text.Name) for node in nodes(page) if not node.state().invisible)
    return " ".join(" ".join(said).split())


def said(line) -> str:
    return " ".join("".join(span.text for span in line).split())


@pytest.mark.parametrize("treatment", Treatment)
def test_Q3_Q4_Q5_Q6_the_comparison_has_every_row_of_the_proposed_course(read, cases, library, english, treatment):
    _, shown = read(OptionsPage, proposing(cases["reference"], treatment))
    for row in ROWS.values():
        for passage in getattr(library.options[treatment].rows, row):
            assert said(speak(passage, library, english)) in shown, row


def test_Q2_X2_two_courses_stand_beside_each_other_and_one_is_no_procedure(read, cases, library):
    page, _ = read(OptionsPage, cases["reference"])
    assert len(page.grid.courses) >= 2
    assert Treatment.CONSERVATIVE in page.grid.courses
    choices = page.findChildren(QAbstractButton)
    offered = {button.objectName().partition("=")[2] for button in choices if "options.compare=" in button.objectName()}
    assert offered == set(Treatment)


def test_C1_benefits_and_harms_look_alike_in_the_comparison(read, cases, library, english):
    page, _ = read(OptionsPage, cases["reference"])
    rows = library.options[page.grid.courses[0]].rows
    texts = {said(speak(passage, library, english)) for passage in (*rows.what_it_may_do, *rows.harms)}
    shown = [each for each in page.findChildren(Statement) if " ".join(each.text().split()) in texts]
    assert len(shown) >= len(texts)
    assert len({(each.font().key(), each.palette().windowText().color().name()) for each in shown}) == 1


def test_C2_every_answer_in_the_comparison_has_a_source(read, cases, library):
    page, _ = read(OptionsPage, cases["reference"])
    shown = [each for each in page.findChildren(Statement) if each.isVisible() and each.text().strip()]
    assert len(shown) > 40
    for each in shown:
        assert all(library.sources_of(basis) for basis in each.basis)
    assert sum(bool(each.basis) for each in shown) > 0.9 * len(shown)


def test_X1_what_happens_without_a_procedure_stands_on_the_page_of_expectations(read, cases, library, english):
    _, shown = read(ExpectationsPage, cases["reference"])
    assert all(said(line) in shown for line in speak_text("natural_course", library, english))


@pytest.mark.parametrize("treatment", Treatment)
def test_C5_X3_X4_X5_X6_X7_X8_a_risk_is_drawn_and_said_with_people_time_and_denominator(
    read, cases, library, treatment
):
    consultation = proposing(cases["reference"], treatment)
    _, shown = read(RisksPage, consultation)
    for risk in risks_of(consultation, treatment, library):
        assert risk.name.en in shown
        if figure_of(risk, library) is not None:
            assert risk.frequency.population.en.partition("{")[0].strip() in shown
            assert f"{risk.name.en}: " in shown
    assert ("out of 100" in shown) is any(
        figure_of(risk, library) for risk in risks_of(consultation, treatment, library)
    )
    assert "ertainty" in shown


def test_X9_X11_what_matters_and_the_questions_of_the_patient_have_a_place(read, cases):
    page, _ = read(DecisionPage, cases["reference"])
    names = {each.objectName() for each in page.findChildren(QWidget)}
    assert any(name.startswith("counselling.questions") for name in names)


def test_X10_the_steps_of_a_consultation_stand_in_their_order(qtbot, english, theme):
    rail = Rail(STEPS, theme, english)
    qtbot.addWidget(rail)
    rail.show()
    rail.show_steps(True)
    places = [rail.buttons[step.id].y() for step in STEPS]
    assert places == sorted(places)
    steps = [step.id for step in STEPS]
    assert steps.index("options") < steps.index("risks") < steps.index("expectations") < steps.index("decision")
