"""The options and expectations sheet informs: page one stands alone, every course is there, none is judged."""

from datetime import UTC, date, datetime

import pytest

from kneedesk.assessment.readiness import Document
from kneedesk.domain.decision import Outcome
from kneedesk.domain.preferences import Answer, Asked
from kneedesk.domain.treatment import PROCEDURES, Treatment
from kneedesk.presentation.content import (
    Bullets,
    Fields,
    Figure,
    Notice,
    PageBreak,
    Paragraph,
    Table,
    WritingLines,
    basis_of,
)
from kneedesk.presentation.effects import effects_on_pain
from kneedesk.presentation.risks import figure_of, is_drawn
from kneedesk.presentation.shapes import Label
from tests.amending import amended, proposing, recorded
from tests.documents.issuing import (
    blocks_of,
    columns_of,
    fields_of,
    headings_of,
    issued,
    of_kind,
    paragraphs_of,
    section,
    spans_in,
    words_in,
)
from tests.documents.reading import pages_of

QUESTIONS = {"What it may do", "What can go wrong", "Everyday life", "Cost"}


def sheet_of(consultation, library):
    return blocks_of(Document.SHEET, consultation, library)


def first_page(blocks):
    return blocks[: blocks.index(of_kind(blocks, PageBreak)[0])]


@pytest.fixture(scope="module")
def sheet(cases, library):
    return sheet_of(cases["reference"], library)


@pytest.fixture(scope="module", params=Treatment)
def any_sheet(request, cases, library):
    return request.param, sheet_of(proposing(cases["reference"], request.param), library)


def labels(drawing):
    return [shape.text for shape in drawing.shapes if isinstance(shape, Label)]


def test_the_expected_pain_is_drawn_over_what_studies_saw_and_said_in_words(cases, library):
    blocks = section(sheet_of(cases["reference"], library), "Expected, and found in studies")
    (figure,) = of_kind(blocks, Figure)
    (chart,) = figure.drawings
    assert "Pain from 0 (none) to 10 (worst) over 12 months" in chart.description
    assert [large.description for large in figure.large] == [chart.description], "heard alike in every size"
    words = words_in(of_kind(blocks, Bullets))
    assert "Your pain now: 7 of 10." in words
    assert "Nobody can say how it will be for you." in words
    assert "Your pain now: 7 of 10." in chart.description
    assert "patient" not in words + chart.description, "it speaks to the patient"
    assert labels(chart) == labels(figure.large[0]), "seen alike in every size"
    assert chart.width < figure.large[0].width
    assert any(span.basis for span in spans_in(of_kind(blocks, Bullets)))


def test_nothing_is_drawn_where_nothing_is_known_or_nothing_goes_on(cases, library):
    reference = cases["reference"]
    unknown = amended(recorded(reference, measures=None), "preferences", expected_pain=None, expected_pain_asked=None)
    declined = amended(reference, "decision", outcome=Outcome.DECLINE)
    for consultation in (unknown, declined, proposing(reference, None)):
        assert "Expected, and found in studies" not in headings_of(sheet_of(consultation, library))


def test_Q1_the_condition_of_this_knee_and_its_course_are_described(sheet, library):
    knee = section(sheet, "Your knee")
    assert library.texts["condition-osteoarthritis"].title.en in headings_of(knee)
    assert "right knee" in paragraphs_of(first_page(sheet), "lead")[0]


def test_Q2_the_decision_is_stated_and_names_more_than_one_option(any_sheet, library):
    treatment, sheet = any_sheet
    lead = words_in(of_kind(sheet, Paragraph)[0])
    name = library.options[treatment].name.en
    assert "The decision: " in lead
    assert name[1:] in lead
    assert "another choice" in lead
    assert "no procedure for now" in lead or treatment is Treatment.CONSERVATIVE


def test_Q2_without_a_proposal_the_decision_is_still_stated(cases, library):
    sheet = sheet_of(proposing(cases["reference"], None), library)
    assert "which of these choices, if any" in paragraphs_of(sheet, "lead")[0]


def test_Q3_Q4_Q5_Q6_every_course_has_its_cells_and_none_is_empty(any_sheet, library):
    glance, *others = of_kind(any_sheet[1], Table)
    assert {row[0] for row in columns_of(glance)} == QUESTIONS
    for table in (glance, *others):
        assert all(cell for row in columns_of(table) for cell in row)
    named = {*(name.partition(" (not")[0] for name in glance.header[1:]), *(row[0] for row in columns_of(others[0]))}
    assert named == {option.name.en for option in library.options.values()}


def test_Q6_what_it_is_like_is_told_of_the_course_in_detail(any_sheet):
    detail = of_kind(any_sheet[1], Table)[2]
    questions = [row[0] for row in columns_of(detail)]
    assert questions[:3] == ["What it is", "What it is like", "What it may do"]
    assert {"What can go wrong", "What is not known", "Cost and cover", "What guidelines say"} <= set(questions)


def test_C1_what_it_may_do_and_what_can_go_wrong_look_alike(any_sheet):
    glance = of_kind(any_sheet[1], Table)[0]
    may_do, go_wrong = (row[1:] for row in glance.rows[:2])
    for cell in (*may_do, *go_wrong):
        assert not any(span.strong for line in cell for span in line)


def test_C3_C4_C6_version_next_review_authors_and_funding_are_printed(sheet, library, english):
    printed = words_in(section(sheet, "Where this comes from"))
    assert f"Content {library.pack.version}, written by KneeDesk contributors" in printed
    assert f"next review due {english.day(library.pack.review_due)}" in printed
    assert library.pack.funding.en in printed


def test_X1_what_happens_if_nothing_is_done_is_told(any_sheet, library):
    assert words_in(section(any_sheet[1], library.texts["natural_course"].title.en))


def test_X2_going_on_without_a_procedure_always_stands_beside_the_course(any_sheet, library):
    without = library.options[Treatment.CONSERVATIVE].name.en
    assert without in of_kind(any_sheet[1], Table)[0].header


def test_X9_what_matters_to_the_patient_is_printed_and_leads_the_comparison(sheet):
    wishes = fields_of(first_page(sheet))
    assert wishes["What you want to do"] == "walk my dog round the lake"
    assert wishes["What matters most to you"] == "Pain relief; Low risk; Cost"
    assert [row[0] for row in columns_of(of_kind(sheet, Table)[0])] == [
        "What it may do",
        "What can go wrong",
        "Cost",
        "Everyday life",
    ]


def test_the_pain_expected_is_set_against_the_pain_measured(sheet):
    said = words_in(first_page(sheet))
    assert "Your pain (0 to 10) was 7 . You expected 3 (3 months); 2 (6 months); 1 (12 months) ." in said


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer.NOT_ASKED, "Nobody asked you which pain you expect."),
        (Answer.RATHER_NOT_SAY, "You would rather not say which pain you expect."),
    ],
)
def test_why_no_pain_was_expected_is_said(cases, library, answer, words):
    asked = Asked(at=datetime(2026, 11, 18, 14, 2, tzinfo=UTC), answer=answer)
    silent = amended(cases["reference"], "preferences", expected_pain=None, expected_pain_asked=asked)
    said = words_in(first_page(sheet_of(silent, library)))
    assert words in said
    assert "You expected" not in said


def test_the_cost_here_is_said_before_what_others_ask(sheet):
    costs = next(row for row in columns_of(of_kind(sheet, Table)[0]) if row[0] == "Cost")
    assert costs[1].startswith("Here: 5200 USD .")
    assert not costs[2].startswith("Here")


def test_X11_questions_of_the_patient_are_printed_with_room_for_more(sheet):
    questions = section(sheet, "Your questions")
    assert "How long will I be off work?" in words_in(questions)
    assert [each.label for each in of_kind(questions, WritingLines)] == ["More questions and answers"]


def test_X18_X19_how_evidence_was_chosen_and_graded_is_told(sheet, library):
    evidence = headings_of(section(sheet, "Where this comes from"))
    assert evidence == [library.texts["certainty_words"].title.en, library.texts["evidence_method"].title.en]


@pytest.mark.parametrize("treatment", PROCEDURES)
def test_X5_X8_every_counted_risk_is_drawn_or_too_seldom_for_that_and_every_other_is_named(treatment, cases, library):
    consultation = proposing(cases["reference"], treatment)
    sheet = sheet_of(consultation, library)
    risks = library.risks_of(treatment, consultation.proposal.cell_source)
    counted = [risk for risk in risks if figure_of(risk, library) is not None]
    part = section(sheet, f"{library.options[treatment].name.en}: how often things go wrong")
    drawings = [drawing.description for figure in of_kind(part, Figure) for drawing in figure.drawings]
    drawn = [risk for risk in counted if is_drawn(risk, library)]
    assert len(drawings) == len(drawn)
    assert all(any(words.startswith(f"{risk.name.en}: ") for words in drawings) for risk in drawn)
    seldom = [risk for risk in counted if risk not in drawn]
    listed("Fewer than 1 out of 100", seldom, sheet)
    listed("Nobody has a trustworthy number for these", [risk for risk in risks if risk not in counted], sheet)


@pytest.mark.parametrize("treatment", Treatment)
def test_C5_X8_the_change_of_pain_is_drawn_for_the_course_and_for_care_without_a_procedure(treatment, cases, library):
    sheet = sheet_of(proposing(cases["reference"], treatment), library)
    (figure,) = of_kind(section(sheet, "How pain changed in studies"), Figure)
    courses = dict.fromkeys((treatment, Treatment.CONSERVATIVE))
    names = [library.options[course].name.en for course in courses for _ in effects_on_pain(course, library)]
    assert [drawing.description.partition(":")[0] for drawing in figure.drawings] == names
    assert all("Difference" in drawing.description for drawing in figure.drawings)
    assert basis_of(figure.caption)


def listed(heading, risks, sheet):
    """Check that these risks, and a heading for them where there are any, stand on the sheet."""
    assert (heading in headings_of(sheet)) is bool(risks)
    if risks:
        (bullets,) = of_kind(section(sheet, heading), Bullets)
        said = words_in(bullets)
        assert all(risk.name.en[1:] in said for risk in risks)


@pytest.mark.parametrize("outcome", [None, *Outcome])
def test_a_stop_rule_stands_on_page_one_as_long_as_a_course_may_go_on(outcome, cases, library):
    decided = amended(cases["reference"], "decision", outcome=outcome, review_date=date(2027, 2, 18))
    said = words_in(first_page(sheet_of(decided, library)))
    goes_on = outcome in (None, Outcome.PROCEED)
    assert ("If your pain has not fallen by ____ points (of 10) by 18 February 2027" in said) is goes_on


def test_E12_when_to_call_and_both_numbers_stand_on_page_one(sheet):
    (notice,) = of_kind(first_page(sheet), Notice)
    assert "+1 555 0199" in words_in(notice)
    assert "+1 555 0100" in words_in(notice)


@pytest.mark.parametrize("case", ["reference", "declined", "trial", "bone-on-bone", "red-flag", "barely-recorded"])
@pytest.mark.parametrize("treatment", Treatment)
def test_page_one_is_one_page(case, treatment, cases, library):
    first, second = pages_of(issued(Document.SHEET, proposing(cases[case], treatment), library))[:2]
    assert "+1 555 0199" in first
    assert "Everyday life" in " ".join(first.split())
    assert "Your other choices" in second


@pytest.mark.parametrize("case", ["infection", "steroid-before-replacement"])
def test_where_a_procedure_has_to_wait_page_one_says_whom_to_call_and_when_to_stop(case, cases, library):
    first, *_ = pages_of(issued(Document.SHEET, cases[case], library))
    first = " ".join(first.split())
    assert "+1 555 0199" in first
    assert "we stop and talk again." in first
    assert "Everyday life" in first


OUTCOMES = {
    Outcome.PROCEED: "to go ahead",
    Outcome.NOT_TODAY: "not today",
    Outcome.REFER: "to see another specialist",
    Outcome.DECLINE: "not to have it",
}


@pytest.mark.parametrize("outcome", Outcome)
def test_T5_each_of_the_four_endings_prints_with_its_reason_and_the_day_to_look_again(outcome, cases, library):
    decided = amended(
        cases["reference"], "decision", outcome=outcome, reason="My reason", review_date=date(2027, 2, 18)
    )
    sheet = sheet_of(decided, library)
    said = words_in(first_page(sheet))
    assert f"What you decided: {OUTCOMES[outcome]}." in said
    assert ("Your reason: My reason" in said) is (outcome is not Outcome.PROCEED)
    assert "My reason" in words_in(sheet)
    assert "18 February 2027" in said


@pytest.mark.parametrize("treatment", [each for each in PROCEDURES if each is not Treatment.CORTICOSTEROID])
def test_what_to_do_afterwards_is_told_with_what_holds_for_this_patient(treatment, cases, library):
    taking = amended(proposing(cases["reference"], treatment), "history", anticoagulant=True)
    surgery = treatment in (Treatment.ARTHROSCOPY, Treatment.KNEE_REPLACEMENT)
    headings = headings_of(section(sheet_of(taking, library), "What to do, and what not"))
    assert headings == [
        library.texts["aftercare-surgery" if surgery else "aftercare-injection"].title.en,
        library.texts["blood_thinners"].title.en,
    ]


def test_a_steroid_with_diabetes_says_what_to_watch(cases, library):
    sheet = sheet_of(proposing(cases["reference"], Treatment.CORTICOSTEROID), library)
    assert library.texts["diabetes-steroid"].title.en in headings_of(sheet)


def test_what_is_not_recorded_leaves_no_empty_field(cases, library):
    page = first_page(sheet_of(cases["barely-recorded"], library))
    assert all(words_in(cell) for fields in of_kind(page, Fields) for _, cell in fields.pairs)


def test_what_the_practice_adds_is_labelled_and_the_version_names_both(cases, riverside):
    there = amended(cases["reference"], "proposal", treatment=Treatment.PRP)
    printed = words_in(sheet_of(there, riverside))
    assert "One injection costs 850 dollars here. (from the practice)" in printed
    assert "The nurse: 555 0142, until 18:00. (from the practice)" in printed
    assert f"Content {riverside.pack.version} + riverside-3, written by" in printed
