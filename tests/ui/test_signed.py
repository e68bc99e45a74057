"""At the desk the consent form is signed, a change is asked about first, and tomorrow the signatures are there."""

from datetime import date
from pathlib import Path

import pytest

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.readiness import Document
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Counselling, Decision, Outcome
from kneedesk.domain.signature import Method, Role
from kneedesk.exchange.consultation_file import dumps
from tests.ui.clinician import Clinician
from tests.ui.hands import Keyboard, Mouse
from tests.ui.running import kept, running


@pytest.fixture
def ready(cases, library, tmp_path) -> Path:
    """Return a file with the reference consultation, talked through and decided."""
    reference = cases["reference"]
    risks = library.risks_of(reference.proposal.treatment, reference.proposal.cell_source)
    counselling = Counselling(discussed=tuple(risk.id for risk in risks), teach_back="It may help a little.")
    blocks = {"counselling": counselling, "decision": Decision(outcome=Outcome.PROCEED)}
    file = tmp_path / "ready.json"
    file.write_bytes(dumps(Consultation.model_validate({**dict(reference), **blocks})))
    return file


@pytest.mark.parametrize(
    ("hand", "way"), [(Mouse(), Method.DRAWN), (Keyboard(), Method.TYPED)], ids=["by mouse", "by keyboard alone"]
)
def test_the_form_is_signed_and_what_was_signed_is_kept(hand, way, ready, qtbot, theme, tmp_path, library, english):
    desk = tmp_path / "desk"
    with running(desk, theme, qtbot) as application:
        clinician = Clinician(application.window, hand, library, english, qtbot)
        clinician.opens_file(ready)
        clinician.opens("Decision & consent")
        clinician.signs(0, way, "Ana Ruiz")
        clinician.signs(1, Method.PAPER)
        clinician.records("consent.copy_given", True)
        clinician.changes_what_was_signed("decision.outcome", Outcome.DECLINE, confirms=False)
        clinician.waits_until_saved()
    with kept(desk) as consultations:
        found = consultations.read("key-0")
    assert [(each.role, each.method) for each in found.signatures] == [
        (Role.PATIENT, way),
        (Role.CLINICIAN, Method.PAPER),
    ]
    assert found.decision.outcome is Outcome.PROCEED
    assert found.consent.copy_given is True
    assert assess(found, library).missing[Document.CONSENT] == ()


@pytest.mark.parametrize("confirms", [True, False], ids=["change", "keep"])
@pytest.mark.parametrize("away", ["list", "close"])
def test_who_leaves_while_typing_what_voids_the_signatures_is_asked_before_it_is_lost(
    away, confirms, ready, qtbot, theme, tmp_path, library, english
):
    desk = tmp_path / "desk"
    with running(desk, theme, qtbot) as application:
        window = application.window
        clinician = Clinician(window, Keyboard(), library, english, qtbot)
        clinician.opens_file(ready)
        clinician.opens("Decision & consent")
        clinician.signs(0, Method.PAPER)
        clinician.begins_to_write("decision.review_date", "18 feb 2027")
        if away == "list":
            window.go("consultations")
        else:
            window.close()
        assert window.isVisible()
        clinician.answers_about_what_was_signed(confirms=confirms)
        qtbot.waitUntil(lambda: window.list.isVisible() if away == "list" else not window.isVisible())
    with kept(desk) as consultations:
        found = consultations.read("key-0")
    assert (found.decision.review_date, found.signatures is None) == (
        (date(2027, 2, 18), True) if confirms else (None, False)
    )
