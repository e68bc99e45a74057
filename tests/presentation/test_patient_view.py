"""What the patient sees holds no identifiers, no verdicts and no notes, whatever is recorded and looked at."""

import re

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.candidacy import Verdict
from kneedesk.presentation.comparison import compare, courses_at_first
from kneedesk.presentation.patient_view import Focus, Scene, scene_of, words_of
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
    ]
    return [scene_of(focus, consultation, library, language) for focus in focuses]


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


def _drawings(scene: Scene) -> list[Drawing]:
    return [part for panel in scene.panels for part in panel.parts if isinstance(part, Drawing)]
