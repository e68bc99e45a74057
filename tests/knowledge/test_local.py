"""The folder of a practice is read over the pack; what it has no say in is refused with file and line."""

from pathlib import Path
from typing import Any

import pytest

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.local import read_over
from kneedesk.knowledge.pack_files import Fault, InvalidPack
from tests.knowledge.practice_pack import COUNSEL, practice_files, words
from tests.knowledge.small_pack import entry, write


def faults(folder: Path, library: Library, changes: dict[str, dict[str, Any]]) -> tuple[Fault, ...]:
    with pytest.raises(InvalidPack) as invalid:
        read_over(library, write(folder, practice_files() | changes))
    return invalid.value.faults


def line_of(folder: Path, fault: Fault) -> str:
    return (folder / fault.file).read_text("utf-8").splitlines()[fault.line - 1].strip()


def test_the_price_stands_before_what_we_say_of_the_cost(riverside, library):
    cost = riverside.options[Treatment.PRP].rows.cost
    assert (cost[0].text.en, cost[0].local, cost[0].basis) == (
        "One injection costs 850 dollars here.",
        True,
        ("practice",),
    )
    assert cost[1:] == library.options[Treatment.PRP].rows.cost
    assert not any(passage.local for passage in cost[1:])


def test_everyday_life_here_replaces_what_it_answers_and_nothing_else(riverside, library):
    ours = library.options[Treatment.PRP].rows.what_it_is_like
    here = riverside.options[Treatment.PRP].rows.what_it_is_like
    kept = [passage for passage in ours if set(passage.about) != {"time"}]
    assert [passage for passage in here if not passage.local] == kept
    assert [passage.text.en for passage in here if passage.local] == ["You are with us for a morning. Bring a book."]
    assert riverside.options[Treatment.ARTHROSCOPY] == library.options[Treatment.ARTHROSCOPY]


def test_what_a_statement_answers_only_in_part_stays(library, tmp_path):
    """Ours on time and pain stays where the practice speaks of time alone."""
    both = [
        (treatment, passage)
        for treatment, option in library.options.items()
        for passage in option.rows.what_it_is_like
        if len(set(passage.about)) > 1
    ]
    for treatment, passage in both:
        line = {"text": words("Come in the morning.", "Venga en la mañana."), "about": [passage.about[0]]}
        changes = {f"everyday/{treatment}.yaml": entry(str(treatment), lines=[line])}
        here = read_over(library, write(tmp_path / treatment, practice_files() | changes))
        if passage.about[0] in ("time", "pain", "days_off", "driving", "sleep", "work", "help"):
            assert passage in here.options[treatment].rows.what_it_is_like


def test_the_words_of_counsel_fill_the_notice_and_our_sample_stays_a_sample(riverside, library):
    assert riverside.notices["us-fl"].text == COUNSEL
    assert riverside.notices["us-fl"].sample == library.notices["us-fl"].sample
    assert riverside.notices["us-wa"].text is None


def test_the_version_names_both_and_what_is_offered_is_known(riverside, library):
    assert library.version == library.pack.version
    assert riverside.version == f"{library.pack.version} + riverside-3"
    assert library.offers(Treatment.ARTHROSCOPY)
    assert not riverside.offers(Treatment.ARTHROSCOPY)
    assert riverside.offers(Treatment.PRP)


def test_every_statement_of_the_practice_leads_to_it(riverside):
    (source,) = riverside.sources_of("practice")
    assert source.csl.author[0].name == "Riverside Knee Clinic"
    assert riverside.practice in riverside.entries()


def test_a_practice_of_one_file_is_enough(library, tmp_path):
    only = {"practice.yaml": practice_files()["practice.yaml"]}
    here = read_over(library, write(tmp_path, only))
    assert here.options == library.options


STRANGE = ("facts/AAA-01.yaml", "rules/prp/x.yaml", "risks/pain.yaml", "options/prp.yaml", "pack.yaml", "texts/x.yaml")


@pytest.mark.parametrize("file", STRANGE)
def test_effects_harms_and_rules_have_no_place_in_it(file, library, tmp_path):
    (fault,) = faults(tmp_path, library, {file: entry("x")})
    assert fault.file == file.partition("/")[0]
    assert "practice.yaml and YAML files in costs, everyday, notices only" in fault.reason


def test_what_is_no_yaml_in_its_folders_is_refused_and_hidden_files_are_left_alone(library, tmp_path):
    folder = write(tmp_path, practice_files())
    (folder / ".DS_Store").write_text("x")
    (folder / "costs" / "prices.xlsx").write_text("x")
    with pytest.raises(InvalidPack) as invalid:
        read_over(library, folder)
    assert [fault.file for fault in invalid.value.faults] == ["costs/prices.xlsx"]


def cost(english: str, spanish: str = "Pregunte en la clínica.") -> dict[str, Any]:
    return {"costs/prp.yaml": entry("prp", lines=[words(english, spanish)])}


def everyday(english: str, spanish: str = "Venga en la mañana.") -> dict[str, Any]:
    line = {"text": words(english, spanish), "about": ["time"]}
    return {"everyday/prp.yaml": entry("prp", lines=[line])}


PLANTED = [
    (cost("It is not common to ask.") | cost("Infection is rare with us."), "costs/prp.yaml", "the word 'rare'", "en:"),
    (cost("It costs 850 dollars, and 90 % get better."), "costs/prp.yaml", "what a treatment does", "en:"),
    (cost("Our injection heals the joint."), "costs/prp.yaml", "what a treatment does", "en:"),
    (cost("Ask us.", "La inyección alivia el dolor."), "costs/prp.yaml", "what a treatment does", "es:"),
    (cost("{EFF-27.any_event_prp} dollars."), "costs/prp.yaml", "our own row does not say", "en:"),
    (everyday("You are here for 30 minutes."), "everyday/prp.yaml", "30 is written out", "en:"),
    (everyday("It takes {COCH-02.pain} hours."), "everyday/prp.yaml", "our own row does not say", "en:"),
    (
        {"costs/surgery.yaml": entry("surgery", lines=[words("Ask.", "Pregunte.")])},
        "costs/surgery.yaml",
        "no course",
        "id:",
    ),
    ({"notices/us-xx.yaml": entry("us-xx", text="x")}, "notices/us-xx.yaml", "there is no notice us-xx", "id:"),
    (
        {"costs/prp.yaml": entry("prp", lines=[words("Ask.", "Pregunte.")], certainty="high")},
        "costs/prp.yaml",
        "certainty",
        "certainty:",
    ),
    (
        {"practice.yaml": {**practice_files()["practice.yaml"], "verdicts": {"candidate": "Perfect"}}},
        "practice.yaml",
        "verdicts",
        "verdicts:",
    ),
    (
        {"everyday/prp.yaml": entry("prp", lines=[{"text": words("x", "x"), "about": ["pain_relief"]}])},
        "everyday/prp.yaml",
        "about",
        "about:",
    ),
]


@pytest.mark.parametrize(("changes", "file", "reason", "line"), PLANTED, ids=[each[2] for each in PLANTED])
def test_what_a_practice_has_no_say_in_is_refused_in_its_line(changes, file, reason, line, library, tmp_path):
    found = faults(tmp_path, library, changes)
    assert {fault.file for fault in found} == {file}
    lines = [line_of(tmp_path, fault).lstrip("- ") for fault in found if reason in fault.reason]
    assert any(each.startswith(line) for each in lines), found


def test_no_file_can_say_of_itself_that_it_is_local(library, tmp_path):
    planted = {"lines": [{"text": words("x", "x"), "about": ["time"], "local": True}]}
    found = faults(tmp_path, library, {"everyday/prp.yaml": entry("prp", **planted)})
    assert "lines.0.local" in found[0].reason


def test_a_folder_without_the_practice_is_said_so(library, tmp_path):
    (tmp_path / "holiday.jpg").write_text("x")
    with pytest.raises(InvalidPack) as invalid:
        read_over(library, tmp_path)
    assert [(fault.file, fault.line) for fault in invalid.value.faults] == [("practice.yaml", 1)]
