"""The reference consultation through the window, from an empty new one to the PDFs: once by mouse, once by keyboard."""

from datetime import date

import pytest

from kneedesk.domain.consultation import Knee
from kneedesk.domain.decision import StopRule
from kneedesk.domain.examination import Examination
from kneedesk.domain.history import Diabetes
from kneedesk.domain.preferences import Answer, Asked
from kneedesk.domain.treatment import Treatment
from tests.ui.clinician import Clinician
from tests.ui.hands import Keyboard, Mouse
from tests.ui.running import NOW, kept, running
from tests.ui.scenario import at_a_desk, begins, evaluates, meets_the_patient, proposes, talks_it_through, weighs

by_mouse_and_by_keyboard = pytest.mark.parametrize("hand", [Mouse(), Keyboard()], ids=["by mouse", "by keyboard alone"])


@by_mouse_and_by_keyboard
def test_the_reference_consultation_from_an_empty_one_to_its_documents(
    hand, qtbot, theme, tmp_path, library, english, cases
):
    desk, out = tmp_path / "desk", tmp_path / "out"
    out.mkdir()
    with running(desk, theme, qtbot) as application:
        clinician = Clinician(application.window, hand, library, english, qtbot)
        begins(clinician)
        meets_the_patient(clinician)
        evaluates(clinician)
        weighs(clinician)
        proposes(clinician)
        talks_it_through(clinician)
        assert clinician.waits_until_saved() == "Saved 14:02"
        written = clinician.exports(out)
    assert {path.name for path in written} >= {"consent.pdf", "record.pdf", "sheet.pdf"}
    assert all(path.read_bytes().startswith(b"%PDF-") for path in written)
    with kept(desk) as consultations:
        found = consultations.read("key-0")
    assert found == at_a_desk(cases["reference"])


@by_mouse_and_by_keyboard
def test_tomorrow_it_is_all_found_again(hand, qtbot, theme, tmp_path, library, english):
    with running(tmp_path, theme, qtbot) as application:
        clinician = Clinician(application.window, hand, library, english, qtbot)
        clinician.begins("Marsh", "Ida", Knee.LEFT)
        clinician.leaves()
        clinician.begins("Ruiz Peña", "Ana", Knee.RIGHT)
        clinician.opens("Evaluation")
        clinician.records("history.diabetes", Diabetes.CONTROLLED)
        clinician.records("examination.flexion_degrees", 118.0)  # the window is closed while this is still typed
    with running(tmp_path, theme, qtbot) as application:
        clinician = Clinician(application.window, hand, library, english, qtbot)
        clinician.resumes("pena")
        clinician.opens("Evaluation")
        clinician.records("examination.extension_deficit_degrees", 4.0)
        clinician.opens("Candidacy")
        clinician.overrides(Treatment.CORTICOSTEROID, "Two weeks until her daughter's wedding.")
        clinician.waits_until_saved()
    with kept(tmp_path) as consultations:
        found = consultations.read("key-1")
    assert found.history.diabetes is Diabetes.CONTROLLED
    assert found.examination == Examination(flexion_degrees=118.0, extension_deficit_degrees=4.0)
    (override,) = found.overrides
    assert override.treatment is Treatment.CORTICOSTEROID
    assert override.reason == "Two weeks until her daughter's wedding."
    assert override.at == NOW


@by_mouse_and_by_keyboard
def test_what_was_not_asked_before_is_asked_on_expectations_and_the_stop_rule_agreed(
    hand, qtbot, theme, tmp_path, library, english
):
    with running(tmp_path, theme, qtbot) as application:
        clinician = Clinician(application.window, hand, library, english, qtbot)
        clinician.begins("Marsh", "Ida", Knee.LEFT)
        clinician.opens("Expectations")
        clinician.records("preferences.expected_pain", Answer.RATHER_NOT_SAY)
        clinician.records("stop_rule.amount", 2.5)
        clinician.records("stop_rule.date", date(2027, 3, 10))
        clinician.records("decision.review_date", date(2027, 2, 18))
        clinician.leaves()
    with kept(tmp_path) as consultations:
        found = consultations.read("key-0")
    assert found.preferences.expected_pain_asked == Asked(at=NOW, answer=Answer.RATHER_NOT_SAY)
    assert found.stop_rule == StopRule(amount=2.5, date=date(2027, 3, 10))
    assert found.decision.review_date == date(2027, 2, 18)
