"""What two desks recorded is told side by side in words, whatever it is."""

from hypothesis import HealthCheck, given, settings

from kneedesk.domain.consultation import Knee
from kneedesk.domain.merging import By, collisions
from kneedesk.presentation.collisions import side_by_side
from tests.amending import amended, recorded
from tests.consultations import consultations


def test_a_finding_stands_with_its_name_and_both_values(library, english, cases):
    base = cases["reference"]
    ours = amended(base, "examination", flexion_degrees=95)
    theirs = amended(amended(base, "examination", flexion_degrees=None), "patient", given_name="Joan")
    rows = side_by_side(collisions(base, ours, theirs), library, english)
    told = {row.path: (row.name, row.ours, row.theirs, row.by) for row in rows}
    assert told["patient.given_name"][0] == "Given name"
    assert told["patient.given_name"][2:] == ("Joan", By.THEM)
    name, our, their, by = told["examination.flexion_degrees"]
    assert name == library.findings["examination.flexion_degrees"].name.spoken("en")
    assert our.startswith("95")
    assert (their, by) == ("Not recorded", By.BOTH)


def test_what_no_form_asks_for_has_words_too(library, english, cases):
    base = cases["reference"]
    ours = recorded(base, knee=Knee.LEFT)
    rows = side_by_side(collisions(None, ours, base), library, english)
    told = {row.path: (row.ours, row.theirs) for row in rows}
    assert told["knee"] == ("Left knee", "Right knee")


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(consultations(), consultations())
def test_any_two_states_have_words(library, english, ours, theirs):
    differing = collisions(None, ours, theirs)
    rows = side_by_side(differing, library, english)
    assert [row.path for row in rows] == [each.path for each in differing]
    assert all(row.name for row in rows)
