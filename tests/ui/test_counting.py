"""How many keys and clicks a consultation takes beyond what is typed, by the quickest path that records the same."""

from kneedesk.domain.decision import Outcome
from kneedesk.domain.history import Condition
from tests.amending import amended
from tests.ui.clinician import Clinician
from tests.ui.counting import counted
from tests.ui.hands import Deft
from tests.ui.running import kept, running
from tests.ui.scenario import (
    at_a_desk,
    begins,
    evaluates_quickly,
    meets_the_patient,
    proposes,
    talks_it_through_quickly,
)

# A choice costs one, a line one unless figures go into it by themselves, a step one.
REFERENCE = 60
FIVE_MINUTES = 25


def test_the_reference_consultation(qtbot, theme, tmp_path, library, english, cases):
    desk, out = tmp_path / "desk", tmp_path / "out"
    out.mkdir()
    with running(desk, theme, qtbot) as application, counted() as count:
        clinician = Clinician(application.window, Deft(), library, english, qtbot)
        begins(clinician)
        meets_the_patient(clinician)
        evaluates_quickly(clinician)
        proposes(clinician)
        talks_it_through_quickly(clinician)
        clinician.waits_until_saved()
        clinician.exports(out)
    with kept(desk) as consultations:
        found = consultations.read("key-0")
    assert found == amended(at_a_desk(cases["reference"]), "counselling", discussed=None)
    assert count.made <= REFERENCE, count.places


def test_the_five_minute_path(qtbot, theme, tmp_path, library, english):
    """Who it is, what decides, the rest asked and answered with no, what was decided, and the papers."""
    out = tmp_path / "out"
    out.mkdir()
    with running(tmp_path / "desk", theme, qtbot) as application, counted() as count:
        clinician = Clinician(application.window, Deft(), library, english, qtbot)
        begins(clinician)
        clinician.opens("Evaluation")
        clinician.records("history.condition", Condition.OSTEOARTHRITIS)
        clinician.records("imaging.kellgren_lawrence", 3)
        clinician.answers_the_rest_with_no()
        clinician.confirms_that_all_was_asked()
        clinician.opens("Options")
        clinician.opens("Decision & consent")
        clinician.records("decision.outcome", Outcome.NOT_TODAY)
        clinician.waits_until_saved()
        written = clinician.exports(out)
    assert "sheet.pdf" in [path.name for path in written]
    assert count.made <= FIVE_MINUTES, count.places
