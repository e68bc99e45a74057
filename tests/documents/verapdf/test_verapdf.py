"""All documents of all cases in all their editions, before two validators and a reader of PDF: minutes of work."""

import subprocess
from pathlib import Path

import pytest

from kneedesk.documents.sealing.seal import seal
from kneedesk.store.practice_keys import practice_key
from tests.documents.editions import editions
from tests.documents.reading import MADE_AT
from tests.documents.validating import faults_of

pytestmark = pytest.mark.soak
ROOT = Path(__file__).parents[3]
CLASSPATH = ROOT / "build" / "verapdf" / "classpath"
PROFILES = ("PDFUA-1", "PDFA-3A")


@pytest.fixture(scope="module")
def files(cases, library, tmp_path_factory) -> list[Path]:
    """Return every document of every case in every edition, each in a file; those of one case also sealed."""
    folder = tmp_path_factory.mktemp("editions")
    key = practice_key(tmp_path_factory.mktemp("key"), "Riverside Knee Clinic", MADE_AT)
    written = []
    for case, consultation in cases.items():
        for name, content in editions(consultation, library):
            written.append(folder / f"{case}-{name}.pdf")
            written[-1].write_bytes(content)
            if case == "reference" and not name.startswith("blank"):
                written.append(folder / f"{case}-{name}-sealed.pdf")
                written[-1].write_bytes(seal(content, key, MADE_AT, meaning="Sealed as given", content="5e" * 32))
    return written


def verdicts(files: list[Path]) -> dict[tuple[str, str], str]:
    """Return what veraPDF finds wrong with each file by each profile, in one JVM; empty where nothing is."""
    assert CLASSPATH.is_file(), "veraPDF is not there: run `make soak`, or .ci/verapdf once"
    run = subprocess.run(
        ["java", "-cp", CLASSPATH.read_text("utf-8"), "Validate"],  # noqa: S607
        input="".join(f"{path}\n" for path in files),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    lines = [line.split("\t") for line in run.stdout.splitlines()]
    return {(Path(path).name, profile): faults for path, profile, faults in lines}


def test_verapdf_finds_every_edition_accessible_and_archival(files):
    found = verdicts(files)
    assert set(found) == {(path.name, profile) for path in files for profile in PROFILES}
    assert not {key: faults for key, faults in found.items() if faults}


def test_verapdf_finds_what_is_wrong(files, tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(files[0].read_bytes().replace(b"/Marked true", b"/Marked none"))
    assert all("MarkInfo" in faults for faults in verdicts([broken]).values())


def test_the_other_validator_agrees(files):
    found = {path.name: faults_of(path.read_bytes()) for path in files}
    assert not {name: faults for name, faults in found.items() if faults}


def test_a_reader_of_pdf_finds_no_fault_in_the_files_themselves(files):
    for path in files:
        run = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)  # noqa: S607
        assert run.returncode == 0, f"{path.name}: {run.stdout}{run.stderr}"
