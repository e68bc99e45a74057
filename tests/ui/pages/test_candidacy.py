"""Candidacy: seven verdicts in words, what stands beside them, and the physician's own reason."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit

from kneedesk.assessment.assessment import assess
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Override
from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.content import basis_of
from kneedesk.presentation.verdicts import verdict_words
from kneedesk.ui.page import Progress
from kneedesk.ui.pages.candidacy import CandidacyPage, CourseRow
from kneedesk.ui.reading_order import in_reading_order
from kneedesk.ui.widgets.departure_form import DepartureNote
from kneedesk.ui.widgets.passage_list import Statement
from kneedesk.ui.widgets.reason_row import ReasonRow
from kneedesk.ui.widgets.red_flag_panel import RedFlagPanel
from kneedesk.ui.widgets.verdict_card import QuestionButton, VerdictCard
from kneedesk.ui.widgets.verdict_panel import VerdictPanel
from tests.ui.hosting import nodes, unnamed
from tests.ui.pages.desk import at_work, beyond, words

NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


@pytest.fixture
def open_case(qtbot, library, english, theme, cases):
    def begin(case: str | Consultation, width: int = 830):
        page = CandidacyPage(library, english, theme, clock=lambda: NOON)
        return at_work(qtbot, page, library, cases[case] if isinstance(case, str) else case, width)

    return begin


def choose(desk, treatment: Treatment) -> None:
    desk.page.findChild(CourseRow, f"candidacy.{treatment}").click()


def visible(desk, kind):
    return [each for each in desk.page.findChildren(kind) if each.isVisible()]


def button(desk, text: str) -> QAbstractButton:
    return next(each for each in visible(desk, QAbstractButton) if each.text() == text)


@pytest.mark.parametrize(
    "case", ["reference", "barely-recorded", "red-flag", "infection", "bone-on-bone", "meniscal-tear"]
)
def test_every_course_says_its_verdict_in_words(case, open_case, cases, library, english):
    desk = open_case(case)
    for treatment, candidacy in assess(cases[case], library).candidacies.items():
        row = desk.page.findChild(CourseRow, f"candidacy.{treatment}")
        assert verdict_words(candidacy.verdict, english) in words(row)
        assert row.accessibleName().endswith(verdict_words(candidacy.verdict, english))


def test_showing_announces_nothing(open_case, cases):
    desk = open_case("reference")
    for consultation in cases.values():
        desk.session.open("key", consultation)
    assert desk.changes == desk.explained == desk.sought == []


def test_verdict_profile_guidelines_and_product_stand_in_one_size(open_case):
    panel = open_case("reference").page.findChild(VerdictPanel)
    said = words(panel)
    for expected in ("Fits, with cautions", "Mautner 2023", "strongly not to use it", "Not approved"):
        assert expected in said
    sizes = {label.fontInfo().pixelSize() for label in panel.findChildren(type(panel._verdict)) if label.text()}
    assert sizes == {14}


def test_fits_is_never_green(open_case, theme):
    desk = open_case("reference")
    choose(desk, Treatment.PRP)
    done = {theme.colour(role).name() for role in ("done", "done_soft", "rail_mark")}
    picture = desk.page.findChild(VerdictPanel).grab().toImage()
    row = desk.page.findChild(CourseRow, "candidacy.prp").grab().toImage()
    colours = {
        image.pixelColor(x, y).name()
        for image in (picture, row)
        for x in range(image.width())
        for y in range(image.height())
    }
    assert not done & colours


def test_choosing_a_course_shows_it_in_detail(open_case, library):
    desk = open_case("reference")
    choose(desk, Treatment.ARTHROSCOPY)
    said = words(desk.page.findChild(VerdictCard))
    assert "Outside the described profile" in said
    assert "Indication not met" in said
    assert "Fits, with cautions" not in said
    assert desk.changes == []


def test_arrows_move_between_courses(qtbot, open_case):
    desk = open_case("reference")
    first = desk.page.findChild(CourseRow, "candidacy.stem_cell")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    second = desk.page.findChild(CourseRow, "candidacy.corticosteroid")
    assert QApplication.focusWidget() is second
    assert second.isChecked()
    assert "Steroid injection" in words(desk.page.findChild(VerdictCard))


def test_tab_goes_from_the_red_flag_to_the_chosen_course_to_its_details(open_case):
    desk = open_case("red-flag")
    choose(desk, Treatment.PRP)
    order = in_reading_order(desk.page)
    assert desk.page.findChild(RedFlagPanel).isAncestorOf(order[0])
    assert order[1] is desk.page.findChild(CourseRow, "candidacy.prp")
    assert not isinstance(order[2], CourseRow)
    desk.page.setFocus()
    assert QApplication.focusWidget() is order[1]


def test_what_to_ask_next_leads_to_the_field(qtbot, open_case):
    desk = open_case("barely-recorded")
    first, second, *_ = visible(desk, QuestionButton)
    assert first.text() == "Previous treatments of this knee"
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert desk.sought == ["history.previous_treatments", "history.active_infection"]


def test_a_settled_course_asks_nothing(open_case):
    assert visible(open_case("reference"), QuestionButton) == []


def test_a_reason_that_is_pressed_or_reached_is_explained(qtbot, open_case):
    desk = open_case("reference")
    reason = visible(desk, ReasonRow)[0]
    reason.setFocus()
    qtbot.mouseClick(reason, Qt.MouseButton.LeftButton)
    assert [each.rule.id for each in desk.explained] == ["unapproved-product"] * 2


def test_what_a_guideline_stance_rests_on_is_explained(qtbot, open_case, library):
    desk = open_case("reference")
    basis = next(each for each in visible(desk, QAbstractButton) if "guideline stance" in each.accessibleName())
    qtbot.mouseClick(basis, Qt.MouseButton.LeftButton)
    (line,) = desk.explained
    assert basis_of(line) == library.options[Treatment.STEM_CELL].stance.basis


def test_what_does_not_apply_is_folded_and_counted(qtbot, open_case):
    desk = open_case("reference")
    fold = next(each for each in visible(desk, QAbstractButton) if each.text().startswith("Checked, does not apply"))
    assert fold.text().endswith("(20)")
    before = len(visible(desk, ReasonRow))
    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert len(visible(desk, ReasonRow)) == before + 20


def test_would_change_is_worded_as_a_fact(open_case):
    said = words(open_case("reference").page.findChild(VerdictCard))
    assert "Would change if" in said
    assert "Fits the described profile" in said


def test_a_red_flag_stands_above_all_with_what_to_do_and_how_soon(qtbot, open_case):
    desk = open_case("red-flag")
    panel = desk.page.findChild(RedFlagPanel)
    assert panel.isVisible()
    assert "Hot, swollen joint" in words(panel)
    assert "Go today." in words(panel)
    assert panel.mapTo(desk.page, panel.rect().bottomLeft()).y() < min(
        row.mapTo(desk.page, row.rect().topLeft()).y() for row in visible(desk, CourseRow)
    )
    statement = visible(desk, Statement)[0]
    qtbot.mouseClick(statement, Qt.MouseButton.LeftButton)
    assert desk.explained[-1] == statement.line
    desk.session.amend("history.red_flags", ())
    assert not panel.isVisible()


def test_deciding_otherwise_needs_a_reason_and_changes_no_verdict(qtbot, open_case):
    desk = open_case("reference")
    choose(desk, Treatment.ARTHROSCOPY)
    qtbot.mouseClick(button(desk, "Decide otherwise, with a reason\N{HORIZONTAL ELLIPSIS}"), Qt.MouseButton.LeftButton)
    record = button(desk, "Record the reason")
    assert not record.isEnabled()
    text = desk.page.findChild(QPlainTextEdit, "overrides")
    assert QApplication.focusWidget() is text
    qtbot.keyClicks(text, "  ")
    assert not record.isEnabled()
    qtbot.keyClicks(text, "A loose body locks the knee.")
    qtbot.mouseClick(record, Qt.MouseButton.LeftButton)
    assert desk.changes == [
        {
            "overrides": (
                Override(
                    treatment=Treatment.ARTHROSCOPY,
                    rule="structural-injury",
                    reason="A loose body locks the knee.",
                    clinician="Dr Helen Marsh",
                    at=NOON,
                ),
            )
        }
    ]
    said = words(desk.page)
    assert "\N{LEFT DOUBLE QUOTATION MARK}A loose body locks the knee.\N{RIGHT DOUBLE QUOTATION MARK}" in said
    assert "Dr Helen Marsh \N{MIDDLE DOT} 18 November 2026, 12:00 UTC" in said
    assert "Outside the described profile" in words(desk.page.findChild(VerdictPanel))
    assert "Decided otherwise" in words(desk.page.findChild(CourseRow, "candidacy.arthroscopy"))


def test_a_reason_can_be_taken_back(qtbot, open_case, cases):
    override = Override(treatment=Treatment.STEM_CELL, reason="Within a trial.")
    kept = Override(treatment=Treatment.PRP, reason="Her own wish.")
    changed = Consultation.model_validate({**dict(cases["reference"]), "overrides": (override, kept)})
    desk = open_case(changed)
    (note,) = visible(desk, DepartureNote)
    assert "Physician and time not recorded" in words(note)
    qtbot.mouseClick(button(desk, "Remove"), Qt.MouseButton.LeftButton)
    assert desk.consultation.overrides == (kept,)
    assert visible(desk, DepartureNote) == []
    choose(desk, Treatment.PRP)
    qtbot.mouseClick(button(desk, "Remove"), Qt.MouseButton.LeftButton)
    assert desk.changes[-1] == {"overrides": None}


def test_the_form_is_used_by_keys_alone(qtbot, open_case):
    desk = open_case("reference")
    assert desk.page.go_to("overrides")
    text = desk.page.findChild(QPlainTextEdit, "overrides")
    assert QApplication.focusWidget() is text
    qtbot.keyClicks(text, "Her own wish.")
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.consultation.overrides[0].reason == "Her own wish."
    desk.page.go_to("overrides")
    qtbot.keyClicks(text, "Not this")
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert not text.isVisible()
    assert len(desk.consultation.overrides) == 1


def test_what_was_typed_stays_with_its_course(qtbot, open_case):
    desk = open_case("reference")
    desk.page.go_to("overrides")
    text = desk.page.findChild(QPlainTextEdit, "overrides")
    qtbot.keyClicks(text, "Half a rea")
    choose(desk, Treatment.PRP)
    assert not text.isVisible()
    choose(desk, Treatment.STEM_CELL)
    assert text.isVisible()
    assert text.toPlainText() == "Half a rea"


def test_other_findings_are_not_here(open_case):
    assert not open_case("reference").page.go_to("history.diabetes")


def test_progress_is_done_when_every_verdict_can_be_said(cases, library):
    for case, expected in (("reference", Progress.DONE), ("barely-recorded", Progress.MISSING)):
        assert CandidacyPage.progress(cases[case], assess(cases[case], library)) is expected


@pytest.mark.parametrize("case", ["reference", "barely-recorded", "red-flag"])
def test_every_control_has_a_name_and_a_role(case, open_case):
    desk = open_case(case)
    assert unnamed(desk.page) == []
    roles = {
        node.role() for node in nodes(desk.page) if isinstance(node.object(), CourseRow) and not node.state().invisible
    }
    assert roles == {QAccessible.Role.RadioButton}
    reason = QAccessible.queryAccessibleInterface(visible(desk, ReasonRow)[0])
    assert reason.role() == QAccessible.Role.Button


@pytest.mark.parametrize("case", ["reference", "barely-recorded", "red-flag", "hostile-text"])
@pytest.mark.parametrize("width", [700, 826, 1150])
def test_nothing_reaches_over_the_edge(case, width, open_case):
    desk = open_case(case, width)
    desk.session.amend(
        "overrides", (Override(treatment=Treatment.STEM_CELL, reason="W" * 4000, clinician="Dr " + "x" * 190, at=NOON),)
    )
    QApplication.processEvents()
    assert beyond(desk.page) == []


def test_nothing_is_said_of_reviews_while_none_is_overdue(open_case):
    assert open_case("reference").page.findChild(QAbstractButton, "candidacy.overdue") is None


def test_what_is_past_its_day_of_review_is_said_in_one_line_that_leads_to_it(qtbot, library, english, theme, cases):
    late = datetime(2029, 1, 1, tzinfo=UTC)
    desk = at_work(qtbot, CandidacyPage(library, english, theme, clock=lambda: late), library, cases["reference"])
    line = desk.page.findChild(QAbstractButton, "candidacy.overdue")
    count = len(library.overdue(late.date()))
    assert line.text() == f"{count} statements are past their day of review\N{HORIZONTAL ELLIPSIS}"
    assert unnamed(desk.page) == []
    with qtbot.waitSignal(desk.page.evidence_asked) as asked:
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert asked.args == ["overdue"]
