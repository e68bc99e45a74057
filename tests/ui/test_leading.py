"""From anywhere a few letters lead to a course, a risk, a setting or a command; only what can be done is offered."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from kneedesk.application import Application
from kneedesk.domain.consultation import Knee
from kneedesk.exchange.consultation_file import dumps
from kneedesk.ui.dialogs.new_consultation import NewConsultation
from kneedesk.ui.dialogs.verify import VerifyDialog
from kneedesk.ui.leading import Leading
from kneedesk.ui.palette import Palette
from tests.ui.clinician import Clinician
from tests.ui.hands import Keyboard
from tests.ui.running import running


@pytest.fixture
def application(qtbot, theme, tmp_path) -> Iterator[Application]:
    with running(tmp_path / "desk", theme, qtbot) as application:
        leading = application.window.findChild(Leading)
        qtbot.waitUntil(lambda: leading.prepared)
        yield application


@pytest.fixture
def clinician(application, library, english, qtbot) -> Clinician:
    return Clinician(application.window, Keyboard(), library, english, qtbot)


@pytest.fixture
def at_work(clinician, cases, tmp_path) -> Clinician:
    file = tmp_path / "reference.json"
    file.write_bytes(dumps(cases["reference"]))
    clinician.opens_file(file)
    return clinician


def offered(application: Application) -> dict[str, str]:
    """Return the kinds of the places that are offered now, by their names."""
    application.window.palette_asked.emit()
    dialog = application.window.findChild(Palette)
    known = {place.name: place.kind for place in dialog._known}
    dialog.close()
    return known


def test_without_a_consultation_no_step_is_offered_and_no_finding(application, english):
    known = offered(application)
    assert known["New consultation"] == "command"
    assert set(known.values()) == {"command", "record"}
    assert "Patient view" not in known


def test_with_one_everything_is(application, at_work):
    assert {"step", "finding", "control"} <= set(offered(application).values())


@pytest.mark.parametrize(
    ("words", "step", "focused"),
    [
        ("prp compare", "options", "options.compare=prp"),
        ("prp candidacy", "candidacy", "candidacy.prp"),
        ("prp proposed", "options", "proposal.treatment=prp"),
        ("fluid in the knee risk", "risks", "counselling.discussed=stem_cell-effusion"),
        ("kellgren", "evaluation", "imaging.kellgren_lawrence"),
    ],
)
def test_letters_lead_to_a_course_a_risk_and_a_finding(application, at_work, qtbot, words, step, focused):
    desk = application.window.desk
    at_work.seeks(words)
    qtbot.waitUntil(lambda: desk.step == step)
    assert desk.page(step).focusWidget().objectName().startswith(focused)


def test_a_command_is_done_at_once(application, at_work, qtbot):
    at_work.seeks("larger text")
    qtbot.waitUntil(lambda: application.adjusting.settings.text_size > 100)
    at_work.seeks("usual size")
    qtbot.waitUntil(lambda: application.adjusting.settings.text_size == 100)


def test_a_section_of_the_settings_opens_at_its_first_field(application, at_work, qtbot):
    at_work.seeks("settings physician", asked=True)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    qtbot.waitUntil(lambda: QApplication.focusWidget().objectName() == "clinician.name")
    at_work.dismisses()


def test_a_new_consultation_begins_after_the_open_one_is_left(application, at_work, qtbot):
    at_work.seeks("new consultation", asked=True)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), NewConsultation))
    assert application.window.list.isVisible()
    at_work.dismisses()
    at_work.begins("Ruiz", "Ana", Knee.LEFT)
    assert application.window.desk.session.consultation.knee is Knee.LEFT


def test_a_document_is_checked_from_anywhere(application):
    application.window.palette_asked.emit()
    palette = application.window.findChild(Palette)
    palette.search.setText("check a document")
    palette.search.returnPressed.emit()
    (dialog,) = application.window.findChildren(VerifyDialog)
    assert dialog.isVisible()
    dialog.accept()
