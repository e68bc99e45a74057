"""Each clinical case through the window: opened from its file, its verdicts read in words, its documents exported."""

from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader

from kneedesk.assessment.readiness import Document
from kneedesk.domain.treatment import Treatment
from tests.ui.clinician import Clinician
from tests.ui.hands import Mouse
from tests.ui.running import kept, running

CASES = Path(__file__).parents[1] / "cases"
EXPECTED = yaml.safe_load((CASES / "expected.yaml").read_text("utf-8"))
WORDS = {
    "candidate": "Fits the described profile",
    "caution": "Fits, with cautions",
    "not_indicated": "Outside the described profile",
    "undetermined": "Cannot say yet",
    "deferred": "Not now",
    "contraindicated": "Not suitable",
}


@pytest.mark.parametrize("case", EXPECTED)
def test_a_case_opens_shows_its_verdicts_and_exports(case, qtbot, theme, tmp_path, library, english, cases):
    desk, out = tmp_path / "desk", tmp_path / "out"
    out.mkdir()
    with running(desk, theme, qtbot) as application:
        clinician = Clinician(application.window, Mouse(), library, english, qtbot)
        clinician.opens_file(CASES / f"{case}.json")
        clinician.opens("Candidacy")
        read = {treatment.value: clinician.reads_verdict(treatment) for treatment in Treatment}
        assert read == {treatment: WORDS[verdict] for treatment, verdict in EXPECTED[case].items()}
        written = clinician.exports(out)
    assert [path.name for path in written] == sorted(f"{document}.pdf" for document in Document)
    assert all(len(PdfReader(path).pages) >= 1 for path in written)
    with kept(desk) as consultations:
        assert consultations.read("key-0") == cases[case]
