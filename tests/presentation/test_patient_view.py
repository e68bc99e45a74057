"""What the patient sees holds no identifiers, no verdicts and no notes, whatever is recorded and looked at."""

import re
from datetime import date

import pytest

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.candidacy import Verdict
from kneedesk.domain.treatment import Treatment
from kneedesk.presentation.comparison import compare, courses_at_first
from kneedesk.presentation.effects import Bar
from kneedesk.presentation.outlook import outlook_of
from kneedesk.presentation.patient_view import Focus, calm_scene, scene_of
from kneedesk.presentation.scene import Scene, words_of
from kneedesk.presentation.shapes import Drawing
from kneedesk.presentation.verdicts import verdict_words
from tests.amending import amended

STEPS = ("patient", "evaluation", "candidacy", "decision", "documents")
PERIODS = ("", "day_0", "days_1_3", "weeks_2_6", "month_3", "months_6_12")


def scenes(consultation, library, language):
    """Return every scene that a consultation can lead to."""
    courses = courses_at_first(consultation, assess(consultation, library), library)
    rows = compare(courses, consultation, library, language)
    focuses = [
        *(Focus(step) for step in STEPS),
        *(Focus("options", row.name, courses) for row in rows),
        *(Focus("risks", name) for name in library.risks),
        *(Focus("expectations", period) for period in PERIODS),
        *(Focus("decision", name) for name in ("", "sure", "endings")),
    ]
    shown = [scene_of(focus, consultation, library, language) for focus in focuses]
    return [*shown, calm_scene(consultation, language)]


def holds(text, words):
    """Tell whether the words stand in a text on their own."""
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text))


def test_no_scene_of_any_case_names_the_patient_or_a_verdict(cases, library, english):
    secret = {"family_name": "Zebrahide", "given_name": "Quillon", "identifier": "XQ-77341-9"}
    verdicts = [verdict_words(verdict, english) for verdict in Verdict]
    for case in cases.values():
        consultation = amended(case, "patient", **secret)
        said = "\n".join(words for scene in scenes(consultation, library, english) for words in words_of(scene))
        found = [words for words in (*secret.values(), *verdicts) if holds(said, words)]
        assert found == []


def test_no_scene_holds_what_the_physician_typed_for_the_record(cases, library, english):
    note = "Quillon note for the record"
    told = amended(cases["reference"], "counselling", teach_back=note, complication_costs=note)
    said = "\n".join(words for scene in scenes(told, library, english) for words in words_of(scene))
    assert note not in said


def test_the_evidence_stays_covered_until_the_patient_was_asked(cases, library, english):
    asked = cases["reference"]
    unasked = amended(asked, "preferences", expected_pain=None, expected_pain_asked=None)
    assert _drawings(scene_of(Focus("expectations"), asked, library, english))
    covered = scene_of(Focus("expectations"), unasked, library, english)
    assert covered.title == "First we ask you"
    assert not _drawings(covered)


def test_a_risk_that_is_not_there_shows_the_goal(cases, library, english):
    assert scene_of(Focus("risks", ""), cases["reference"], library, english).title == "What you want to do"


def test_every_risk_is_drawn_with_its_count_in_words(cases, library, english):
    for name, risk in library.risks.items():
        scene = scene_of(Focus("risks", name), cases["reference"], library, english)
        assert scene.title == risk.name.spoken("en")
        assert len(_drawings(scene)) == 1


def test_a_question_has_one_panel_for_each_course(cases, library, english):
    reference = cases["reference"]
    courses = courses_at_first(reference, assess(reference, library), library)
    scene = scene_of(Focus("options", "harms", courses), reference, library, english)
    assert scene.title == "What can go wrong"
    assert [panel.name for panel in scene.panels] == [library.options[each].name.spoken("en") for each in courses]


def test_a_question_is_answered_in_the_few_words_that_the_pack_has_for_it(cases, library, english):
    courses = (Treatment.STEM_CELL, Treatment.PRP, Treatment.CONSERVATIVE)
    scene = scene_of(Focus("options", "what_it_may_do", courses, Treatment.PRP), cases["reference"], library, english)
    assert [len(panel.parts) for panel in scene.panels] == [1, 1, 1]
    assert scene.panels[scene.at].name == library.options[Treatment.PRP].name.en


def test_what_was_recorded_of_the_price_stays(cases, library, english):
    told = amended(cases["reference"], "proposal", treatment=Treatment.STEM_CELL, total_cost="5200 USD")
    courses = (Treatment.STEM_CELL, Treatment.PRP)
    scene = scene_of(Focus("options", "cost", courses), told, library, english)
    assert any("5200 USD" in words for words in words_of(scene))


def test_the_pain_row_has_bars_for_every_course_and_says_what_the_thin_line_is(cases, library, english):
    courses = (Treatment.STEM_CELL, Treatment.PRP, Treatment.CONSERVATIVE)
    scene = scene_of(Focus("options", "pain", courses), cases["reference"], library, english)
    for panel in scene.panels:
        assert any(isinstance(part, Bar) for part in panel.parts)
    assert "The thin line on a bar shows where the true value may lie." in scene.note
    # What the words leave to the line is said where the bar is described.
    bar = next(part for part in scene.panels[0].parts if isinstance(part, Bar) and part.interval)
    assert "the true one may lie from" in bar.words


def test_who_was_studied_is_said_and_not_held_against_the_patient(cases, library, english):
    courses = (Treatment.PRP, Treatment.KNEE_REPLACEMENT)
    scene = scene_of(Focus("options", "studied", courses), cases["reference"], library, english)
    said = "\n".join(words_of(scene))
    assert scene.title == "Who was studied"
    assert "In one study: 288 people of 50 years or over, with mild or moderate wear of the knee on the X-ray." in said
    assert "this patient" not in said
    assert all(panel.parts for panel in scene.panels)


def test_no_question_is_answered_to_the_patient_with_a_grade_or_by_an_author(cases, library, english):
    authors = {each.family for source in library.sources.values() for each in source.csl.author if each.family}
    courses = tuple(Treatment)
    rows = compare(courses, cases["reference"], library, english)
    shown = [scene_of(Focus("options", row.name, courses), cases["reference"], library, english) for row in rows]
    said = "\n".join(words for scene in shown for words in words_of(scene))
    assert [name for name in ("Kellgren", *authors) if len(name) > 3 and holds(said, name)] == []


def test_every_pair_that_was_compared_is_a_panel_of_its_own(cases, library, english):
    courses = (Treatment.STEM_CELL, Treatment.CORTICOSTEROID, Treatment.CONSERVATIVE)
    scene = scene_of(Focus("options", "compared", courses), cases["reference"], library, english)
    assert len(scene.panels) == 3
    assert all(panel.name and panel.parts for panel in scene.panels)


def test_nothing_speaks_of_the_patient_as_of_somebody_else(cases, library, english):
    for scene in scenes(cases["reference"], library, english):
        said = "\n".join(words_of(scene))
        assert "the patient" not in said.lower()
        assert "this patient" not in said.lower()


def test_the_same_risk_of_two_courses_stands_side_by_side(cases, library, english):
    name, ours, other = next(
        (risk.id, risk.treatments[0], each)
        for risk in library.risks.values()
        for each in Treatment
        if each not in risk.treatments and any(other.name.en == risk.name.en for other in library.risks_of(each))
    )
    scene = scene_of(Focus("risks", name, (ours, other)), cases["reference"], library, english)
    assert [panel.name for panel in scene.panels] == [library.options[each].name.en for each in (ours, other)]
    assert len(_drawings(scene)) == 2


def test_averages_are_spoken_of_where_bands_are_drawn(cases, library, english):
    drawn = set()
    for treatment in Treatment:
        told = amended(cases["reference"], "proposal", treatment=treatment)
        bands = bool(outlook_of(told, library, english).bands)
        assert bool(scene_of(Focus("expectations"), told, library, english).note) is bands
        drawn.add(bands)
    assert drawn == {True, False}


@pytest.mark.parametrize(("name", "counted"), [("stem_cell-bleeding", True), ("stem_cell-allergy", False)])
def test_numbers_side_by_side_are_not_to_be_compared_where_there_are_numbers(name, counted, cases, library, english):
    courses = (Treatment.STEM_CELL, Treatment.CORTICOSTEROID)
    scene = scene_of(Focus("risks", name, courses), cases["reference"], library, english)
    assert len(scene.panels) == 2
    assert ("A smaller one does not mean a safer course." in scene.note) is counted


def test_a_risk_that_the_other_course_does_not_have_stands_alone(cases, library, english):
    name, ours, other = next(
        (risk.id, risk.treatments[0], each)
        for risk in library.risks.values()
        for each in Treatment
        if not any(other.name.en == risk.name.en for other in library.risks_of(each))
    )
    scene = scene_of(Focus("risks", name, (ours, other)), cases["reference"], library, english)
    assert len(_drawings(scene)) == 1


def test_a_period_is_shown_among_the_others(cases, library, english):
    scene = scene_of(Focus("expectations", "month_3"), cases["reference"], library, english)
    assert scene.stages[scene.stage] == "Month 3"
    assert len(scene.stages) == 5


def test_a_stop_rule_that_is_open_is_said_to_be_open(cases, library, english):
    treated = amended(cases["reference"], "proposal", treatment=Treatment.PRP)
    for amount, words in ((None, "We have not agreed on it yet."), (2, "If your pain has not fallen by 2 points")):
        told = amended(treated, "stop_rule", amount=amount, date=date(2027, 3, 10))
        for step in ("expectations", "decision"):
            said = "\n".join(words_of(scene_of(Focus(step), told, library, english)))
            assert words in said


def test_the_four_endings_are_alike_whatever_was_decided(cases, library, english):
    shown = [scene_of(Focus("decision", "endings"), case, library, english) for case in cases.values()]
    assert len(set(shown)) == 1
    assert len(shown[0].panels) == 4


def test_the_calm_screen_names_the_practice_and_nothing_else(cases, english):
    scene = calm_scene(cases["reference"], english)
    assert words_of(scene) == (cases["reference"].practice.name,)
    assert words_of(calm_scene(None, english)) == ("Welcome",)


def _drawings(scene: Scene) -> list[Drawing]:
    return [part for panel in scene.panels for part in panel.parts if isinstance(part, Drawing)]
