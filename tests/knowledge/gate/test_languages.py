"""A pack that names Spanish has every text in Spanish, with the figures of the English."""

import pytest

from kneedesk.knowledge.shelves import read_library
from tests.knowledge.small_pack import faults_of, files, refused, write


def spoken(value):
    """Return a part of the pack with a Spanish text beside every English one."""
    match value:
        case {"en": str(text)}:
            return {"es": text, **value}
        case dict():
            return {key: spoken(part) for key, part in value.items()}
        case list():
            return [spoken(part) for part in value]
    return value


@pytest.fixture
def entries():
    """A small pack in two languages."""
    pack = {name: spoken(entry) for name, entry in files().items()}
    pack["pack.yaml"]["languages"] = ["en", "es"]
    return pack


def test_a_pack_in_two_languages_is_read(tmp_path, entries):
    assert read_library(write(tmp_path, entries)).pack.languages == ("en", "es")


@pytest.mark.parametrize("file", ["facts/AAA-01.yaml", "risks/pain.yaml", "options/prp.yaml", "timelines/prp.yaml"])
def test_a_text_that_lacks_spanish_is_refused_in_its_line(tmp_path, entries, file):
    entries[file] = files()[file]
    faults = faults_of(write(tmp_path, entries))
    lines = (tmp_path / file).read_text("utf-8").splitlines()
    assert {(fault.file, fault.reason) for fault in faults} == {(file, "the text lacks Spanish")}
    assert all(lines[fault.line].strip().startswith("en:") for fault in faults)


def test_other_figures_in_spanish_are_refused(tmp_path):
    changes = {"passages": [{"text": {"en": "{AAA-01.pain}", "es": "nada"}, "facts": ["AAA-01"]}]}
    assert refused(tmp_path, "texts/placebo.yaml", changes, "different figures") == "es: nada"


def test_a_language_that_no_text_can_have_is_refused(tmp_path):
    line = refused(tmp_path, "pack.yaml", {"languages": ["en", "fr"]}, "texts are written in en, es, not in fr")
    assert line == "languages:"
