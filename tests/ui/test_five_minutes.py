"""A visit of five minutes by its path: each stop in turn, in few keys and clicks, and the papers at its end."""

from kneedesk.domain.consultation import Knee
from kneedesk.domain.decision import Outcome
from kneedesk.domain.history import Condition
from tests.ui.clinician import Clinician
from tests.ui.counting import counted
from tests.ui.hands import Deft
from tests.ui.running import kept, running

FIVE_MINUTES = 25


def test_the_path_leads_from_stop_to_stop(qtbot, theme, tmp_path, library, english):
    desk, out = tmp_path / "desk", tmp_path / "out"
    out.mkdir()
    with running(desk, theme, qtbot) as application, counted() as count:
        clinician = Clinician(application.window, Deft(), library, english, qtbot)
        clinician.begins("Ruiz Peña", "Ana", Knee.RIGHT)
        clinician.begins_the_five_minute_path()
        clinician.asked_none("history.red_flags")
        for question in ("active_infection", "cancer_affected_knee", "active_cancer", "pregnancy"):
            clinician.records(f"history.{question}", False)
        clinician.goes_to_the_stop("condition")
        clinician.records("history.condition", Condition.OSTEOARTHRITIS)
        clinician.records("imaging.kellgren_lawrence", 3)
        clinician.answers_the_rest_with_no()
        clinician.confirms_that_all_was_asked()
        clinician.goes_to_the_stop("options")
        clinician.goes_to_the_stop("outcome")
        clinician.records("decision.outcome", Outcome.NOT_TODAY)
        clinician.waits_until_saved()
        assert clinician.sees_of_the_path() == {"Documents: Missing"}
        written = clinician.exports(out)
        assert clinician.sees_of_the_path() == set()
    assert "sheet.pdf" in [path.name for path in written]
    assert count.made <= FIVE_MINUTES
    with kept(desk) as consultations:
        found = consultations.read("key-0")
    assert found.signatures is None
    assert found.counselling.discussed is None
    assert found.decision.outcome is Outcome.NOT_TODAY


def test_put_away_it_stays_away_in_the_next_window(qtbot, theme, tmp_path, library, english):
    for offered in (True, False):
        with running(tmp_path / "desk", theme, qtbot) as application:
            clinician = Clinician(application.window, Deft(), library, english, qtbot)
            clinician.begins("Ruiz Peña", "Ana", Knee.RIGHT)
            assert application.window.desk.path.isVisible() is offered
            if offered:
                clinician.puts_the_path_away()
