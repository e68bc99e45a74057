"""The window and the documents in Spanish: every word that they say is in the catalogue, for every case."""

import gettext
from dataclasses import replace
from pathlib import Path

import pytest

import kneedesk.application
from kneedesk.assessment.assessment import assess
from kneedesk.assessment.readiness import Document
from kneedesk.bundle import resources
from kneedesk.documents.issue import issue
from kneedesk.documents.material import Material
from kneedesk.language import Language, language
from kneedesk.presentation.pack_page import pack_page
from kneedesk.presentation.record_page import record_page
from kneedesk.presentation.register import OVERDUE, register
from kneedesk.presentation.review import overdue_page
from kneedesk.ui.main_window import STEPS
from tests.ui.running import NOW, SETTINGS, running

CASES = sorted(path.stem for path in (Path(__file__).parents[1] / "cases").glob("*.json"))


class Refusing(gettext.NullTranslations):
    """What is asked for a message that the catalogue lacks."""

    def gettext(self, message: str) -> str:
        assert not message, f"no Spanish for {message!r}"
        return message


@pytest.fixture(scope="module")
def spanish() -> Language:
    """Return Spanish that fails where a message is missing, instead of falling back to English."""
    shipped = language("es", resources() / "translations")
    shipped.catalogue.add_fallback(Refusing())
    return shipped


@pytest.mark.parametrize("case", CASES)
def test_every_document_is_in_spanish(case, spanish, cases, library):
    consultation = cases[case]
    material = Material(consultation, assess(consultation, library), library, spanish, NOW)
    assert all(issue(document, material, "a4").startswith(b"%PDF") for document in Document)


@pytest.mark.parametrize("case", CASES)
def test_every_step_is_in_spanish(case, spanish, tmp_path, theme, qtbot, monkeypatch):
    monkeypatch.setattr(kneedesk.application, "language", lambda tag, _: spanish if tag == "es" else language("en", _))
    file = Path(__file__).parents[1] / "cases" / f"{case}.json"
    with running(tmp_path, theme, qtbot, replace(SETTINGS, language="es")) as application:
        window = application.window
        application._opening.open_file(file)
        qtbot.waitUntil(lambda: window.desk.isVisible() and window.desk.session is not None)
        for step in STEPS:
            window.go(step.id)
            assert window.desk.step == step.id
        assert window.rail.buttons["patient"].text().startswith("Paciente")


def test_every_record_of_the_evidence_is_in_spanish(spanish, library):
    for record in register(library, spanish):
        if record.id != OVERDUE:
            page = pack_page if record.shelf == "pack" else record_page
            assert page(record.id, library, spanish)[0].text
    assert overdue_page((library.pack,), library, spanish)[0].text
