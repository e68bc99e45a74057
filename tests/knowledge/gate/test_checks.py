"""All checks together: our own pack passes, and one with faults of several kinds names each."""

from kneedesk.knowledge.gate.checks import CHECKS, faults_in
from tests.knowledge.small_pack import faults_of, files, passage, write


def test_our_pack_has_no_fault(library):
    assert list(faults_in(library)) == []


def test_every_check_is_of_a_module_of_its_own():
    assert len({check.__module__ for check in CHECKS}) == len(CHECKS) == 9


def test_faults_of_several_kinds_are_named_at_once(tmp_path):
    entries = files()
    entries["texts/placebo.yaml"]["passages"] = [passage("It is rare."), passage("It lasts 3 weeks.")]
    entries["claims/SC-001.yaml"]["facts"] = ["AAA-09"]
    reasons = " ".join(fault.reason for fault in faults_of(write(tmp_path, entries)))
    for reason in ("stands alone", "is written out", "there is no fact AAA-09"):
        assert reason in reasons
