"""The samples that ship open as they are, and are the cases of the same name."""

from pathlib import Path

import pytest

from kneedesk.bundle import resources
from kneedesk.exchange.consultation_file import dumps, load, loads

SAMPLES = sorted((resources() / "samples").glob("*.json"))
CASES = Path(__file__).parents[1] / "cases"


def test_there_are_samples_and_among_them_the_reference():
    assert {"reference", "declined", "trial"} <= {path.stem for path in SAMPLES}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_loads_and_equals_its_case(path):
    consultation = load(path)
    assert path.read_bytes() == (CASES / path.name).read_bytes()
    assert loads(dumps(consultation)) == consultation
