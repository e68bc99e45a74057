"""The files of a pack are read as entries, and what is wrong with one is said with its line."""

import pytest

from kneedesk.knowledge.pack_files import Fault, InvalidPack, PackFiles
from kneedesk.knowledge.term import Term
from tests.knowledge.small_pack import entry, passage, write

TERM = entry("cartilage", name={"en": "Cartilage"}, meaning=passage())


def faults(files: PackFiles) -> tuple[Fault, ...]:
    with pytest.raises(InvalidPack) as invalid:
        files.raise_faults()
    return invalid.value.faults


def test_a_shelf_holds_the_entries_of_a_folder_by_their_ids(tmp_path):
    files = PackFiles(write(tmp_path, {"terms/cartilage.yaml": TERM}))
    shelf = files.shelf("terms", Term)
    assert list(shelf) == ["cartilage"]
    assert files.holds(shelf["cartilage"])
    files.raise_faults()


def test_what_is_no_entry_is_a_fault_with_its_line(tmp_path):
    entries = {"terms/cartilage.yaml": {**TERM, "colour": "white"}, "terms/bone.yaml": TERM}
    files = PackFiles(write(tmp_path, entries))
    assert not files.shelf("terms", Term)
    said = [str(fault) for fault in faults(files)]
    assert said[0] == "terms/bone.yaml:1: the id cartilage must equal the name of the file"
    assert said[1].startswith("terms/cartilage.yaml:")
    assert "colour" in said[1]


def test_what_is_found_later_is_said_with_the_line_of_its_place(tmp_path):
    files = PackFiles(write(tmp_path, {"terms/cartilage.yaml": TERM}))
    files.report(files.shelf("terms", Term)["cartilage"], ("meaning", "text"), "is wrong")
    files.refuse("terms", "is too short")
    assert [(fault.file, fault.reason) for fault in faults(files)] == [
        ("terms/cartilage.yaml", "is wrong"),
        ("terms", "is too short"),
    ]
    line = faults(files)[0].line
    assert "text" in (tmp_path / "terms/cartilage.yaml").read_text("utf-8").splitlines()[line - 1]


def test_a_file_that_is_not_there_is_a_fault(tmp_path):
    files = PackFiles(tmp_path)
    assert files.entry(tmp_path / "pack.yaml", Term) is None
    assert faults(files)[0].file == "pack.yaml"
