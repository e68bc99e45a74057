"""What is known is read with what the practice adds; a pack that cannot be used is said."""

from kneedesk.ui.knowing import read_knowledge
from tests.knowledge.practice_pack import practice_files
from tests.knowledge.small_pack import write


def test_what_the_practice_adds_is_read_over_the_pack(tmp_path, library):
    read, faults = read_knowledge(str(write(tmp_path / "practice", practice_files())))
    assert faults == ()
    assert read.version == f"{library.version} + riverside-3"


def test_without_the_practice_s_folder_it_is_ours_alone(library):
    read, faults = read_knowledge("")
    assert (read.version, faults) == (library.version, ())


def test_a_folder_that_cannot_be_used_is_said_and_the_pack_stands(tmp_path, library):
    read, faults = read_knowledge(str(tmp_path / "nowhere"))
    assert read.version == library.version
    assert all(fault.startswith("practice.yaml") for fault in faults)
    assert faults
