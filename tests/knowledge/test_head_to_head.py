"""A pair joins two courses by its name; what was not compared has no number of trials."""

from tests.knowledge.small_pack import faults_of, files, refused, write

PAIR = "head_to_head/stem_cell-prp.yaml"


def test_the_name_of_a_pair_joins_its_courses(tmp_path):
    assert refused(tmp_path, PAIR, {"courses": ["prp", "stem_cell"]}, "must join the two courses with a hyphen")


def test_what_was_not_compared_has_no_trials(tmp_path):
    assert refused(tmp_path, PAIR, {"trials": "AAA-01.pain"}, "what was not compared has no trials")


def test_a_pair_is_of_two_courses(tmp_path):
    entries = files()
    entries[PAIR]["courses"] = ["prp"]
    assert [fault.file for fault in faults_of(write(tmp_path, entries))] == [PAIR]
