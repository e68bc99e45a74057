"""What an entry names and is not there, or was only recalled, is refused with its file and line."""

import pytest

from kneedesk.knowledge.gate.references import figure_of
from kneedesk.knowledge.pack_files import InvalidPack
from kneedesk.knowledge.shelves import read_library
from tests.knowledge.small_pack import files, passage, refused, write

WORDS = {"en": "x"}
TEXT, RISK, OPTION, RULE = "texts/placebo.yaml", "risks/pain.yaml", "options/prp.yaml", "rules/prp/osteoarthritis.yaml"
PAIR, SCALE = "head_to_head/prp-arthroscopy.yaml", "scales/pain_nrs.yaml"


def frequency(figure="AAA-01.pain", **changes):
    return {"frequency": {"figure": figure, "population": WORDS, "time": WORDS, **changes}}


PLANTED = [
    ("facts/AAA-01.yaml", {"sources": ["nobody"]}, "there is no source nobody", "sources"),
    ("claims/SC-001.yaml", {"facts": ["AAA-77"]}, "there is no fact AAA-77", "facts"),
    ("claims/SC-001.yaml", {"article": "nobody"}, "there is no source nobody", "article"),
    (TEXT, {"passages": [passage("{AAA-02.pain}")]}, "AAA-02 is recalled", "text"),
    (TEXT, {"passages": [passage("{AAA-01.swelling}")]}, "names no figure", "text"),
    (TEXT, {"passages": [passage("{AAA-01.pain.colour}")]}, "allowed after the figure", "text"),
    (OPTION, {"stance": passage("{AAA-01.pain.participants}")}, "the figure has no participants", "text"),
    (OPTION, {"stance": passage(facts=["AAA-02"])}, "AAA-02 is recalled", "text"),
    (RISK, {"explanation": passage(facts=["AAA-09"])}, "there is no fact or source AAA-09", "text"),
    (RULE, {"facts": ["AAA-02"]}, "AAA-02 is recalled", "facts"),
    (RISK, frequency("AAA-02.pain"), "AAA-02 is recalled", "figure"),
    (RISK, frequency("AAA-01.swelling"), "names no figure", "figure"),
    (RISK, frequency("AAA-01.gain"), "is no share of people", "figure"),
    (RISK, frequency(time={"en": "{AAA-01.days} days"}), "{AAA-01.days} names no figure", "time"),
    (RISK, frequency(population={"en": "{AAA-02.pain}"}), "is of another fact", "population"),
    (OPTION, {"effects": [{"outcome": "pain", "figure": "AAA-01.nothing"}]}, "names no figure", "figure"),
    (OPTION, {"effects": [{"outcome": "pain", "figure": "AAA-02.pain"}]}, "is recalled", "figure"),
    (PAIR, {"compared": "directly", "trials": "AAA-01.trials"}, "AAA-01.trials names no figure", "trials"),
    (SCALE, {"important_difference": "AAA-02.pain"}, "is recalled", "important_difference"),
]


@pytest.mark.parametrize(
    ("file", "changes", "reason", "key"), PLANTED, ids=[f"{each[0]} {each[2]}" for each in PLANTED]
)
def test_a_planted_fault_is_refused_in_its_line(tmp_path, file, changes, reason, key):
    if file == PAIR:
        file = next(name for name in files() if name.startswith("head_to_head/"))
    assert refused(tmp_path, file, changes, reason).lstrip("- ").startswith(f"{key}:")


def test_a_share_of_people_is_a_percentage_or_events_of_a_denominator(tmp_path):
    entries = files()
    figures = entries["facts/AAA-01.yaml"]["figures"]
    figures["count"] = {"measure": "count", "unit": "people", "value": 3, "events": 3, "denominator": 40}
    figures["amount"] = {"measure": "amount", "unit": "usd", "value": 3}
    risk = entries["risks/pain.yaml"]
    risk["frequency"]["figure"] = "AAA-01.count"
    read_library(write(tmp_path, entries))
    risk["frequency"]["figure"] = "AAA-01.amount"
    with pytest.raises(InvalidPack, match=r"AAA-01\.amount is no share of people"):
        read_library(write(tmp_path, entries))


def test_a_figure_is_found_by_its_name(library):
    name, fact = next((name, fact) for name, fact in library.facts.items() if fact.figures)
    figure = next(iter(fact.figures))
    assert figure_of(f"{name}.{figure}", library) is fact.figures[figure]
    assert figure_of(f"{name}.nothing", library) is None
    assert figure_of("ZZZ-99.nothing", library) is None
