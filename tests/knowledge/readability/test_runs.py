"""Texts for patients are judged in runs of at least a hundred words, in the order in which they are read."""

import pytest

from kneedesk.knowledge.entry import PLACEHOLDER
from kneedesk.knowledge.gate.walk import passages_of
from kneedesk.knowledge.readability.runs import LEAST, runs_in
from kneedesk.knowledge.shelves import read_library
from tests.knowledge.small_pack import files, passage, write

TWELVE = "You can walk and stand on the knee as long as you like."


@pytest.fixture
def small(tmp_path):
    entries = files()
    entries["texts/placebo.yaml"]["passages"] = [passage(TWELVE)] * 25
    return read_library(write(tmp_path, entries))


def test_a_long_text_is_parted_and_its_rest_joins_the_last_run(small):
    runs = [run for run in runs_in(small, "en") if run.first.startswith("texts/")]
    lengths = [len(run.text.split()) for run in runs]
    assert sum(lengths) == 25 * 13
    assert min(lengths) >= LEAST
    assert max(lengths) < 2 * LEAST
    assert runs[0].place == "texts/placebo passages"


def test_a_text_without_spanish_is_no_spanish_run(small):
    assert list(runs_in(small, "es")) == []


def test_every_statement_for_patients_is_in_one_run(library):
    runs = list(runs_in(library, "en"))
    whole = " ".join(run.text for run in runs)
    assert not PLACEHOLDER.search(whole)
    entries = [*library.options.values(), *library.timelines.values(), *library.terms.values()]
    entries += [text for text in library.texts.values() if text.audience == "patient"]
    for entry in entries:
        for location, each in passages_of(entry):
            assert PLACEHOLDER.sub("5", each.text.en) in whole, (entry.id, location)
    short = [run.place for run in runs if len(run.text.split()) < LEAST]
    assert len(short) <= len({place.partition("/")[0] for place in short}), short
