"""The samples are named by their patients and knees, and each can be opened."""

from kneedesk.exchange.consultation_file import load
from kneedesk.ui.samples import sample_file, samples


def test_the_reference_comes_first_and_every_sample_opens(english):
    found = samples(english)
    assert found[0].name == "reference"
    assert found[0].title == "Ana Ruiz Peña \N{MIDDLE DOT} right knee"
    for sample in found:
        assert load(sample_file(sample.name)).patient.family_name in sample.title
