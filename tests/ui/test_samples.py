"""The samples are named by their patients and knees, and each can be opened."""

from kneedesk.exchange.consultation_file import load
from kneedesk.ui.consultation_list import identity_of
from kneedesk.ui.samples import sample_file, sample_identities, samples
from tests.amending import amended


def test_the_reference_comes_first_and_every_sample_opens(english):
    found = samples(english)
    assert found[0].name == "reference"
    assert found[0].title == "Ana Ruiz Peña \N{MIDDLE DOT} right knee"
    for sample in found:
        assert load(sample_file(sample.name)).patient.family_name in sample.title


def test_an_invented_patient_is_known_again_by_all_that_tells_patients_apart(english):
    for sample in samples(english):
        consultation = load(sample_file(sample.name))
        assert sample.identity == identity_of(consultation.patient)
        assert sample.identity in sample_identities()
    namesake = amended(consultation, "patient", identifier="MRN-1")
    assert identity_of(namesake.patient) not in sample_identities()
