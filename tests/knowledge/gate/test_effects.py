"""An effect without comparator, time or certainty is refused, and so is a chance that cannot be compared in its row."""

import pytest

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.shelves import read_library
from tests.knowledge.small_pack import faults_of, files, option, passage, refused, write

GAIN = {"measure": "difference", "unit": "points-of-10", "value": 1.5, "time": {"en": "6 months"}}
RISE = {"measure": "share", "unit": "percent", "value": 3, "time": {"en": "2 years"}}


def faults(tmp_path, said="{AAA-01.gain} points less pain.", **fact):
    entries = files()
    entries["facts/AAA-01.yaml"] = {**entries["facts/AAA-01.yaml"], **fact}
    entries["texts/placebo.yaml"]["passages"] = [passage(said, facts=["AAA-01"])]
    return faults_of(write(tmp_path, entries))


PAIN = {"measure": "share", "unit": "percent", "value": 12.5}


@pytest.mark.parametrize(
    ("fact", "reason"),
    [
        ({"comparator": None}, "AAA-01.gain lacks a comparator"),
        ({"figures": {"pain": PAIN, "gain": {**GAIN, "time": None}}}, "AAA-01.gain lacks a time"),
        ({"certainty": "not-rated"}, "AAA-01.gain lacks a certainty, or a note why there is none"),
    ],
)
def test_an_effect_that_lacks_what_it_is_judged_by_is_refused_in_its_line(tmp_path, fact, reason):
    (fault,) = faults(tmp_path, **fact)
    lines = (tmp_path / fault.file).read_text("utf-8").splitlines()
    assert (fault.file, fault.reason) == ("texts/placebo.yaml", reason)
    assert lines[fault.line - 1].strip() == "- text:"


def test_an_effect_of_a_course_is_a_difference_between_groups(tmp_path):
    changes = {"effects": [{"outcome": "pain", "figure": "AAA-01.pain"}]}
    line = refused(tmp_path, "options/prp.yaml", changes, "AAA-01.pain is no difference between groups")
    assert line.endswith("figure: AAA-01.pain")


def test_a_course_whose_effect_does_not_say_to_the_patient_who_took_part_is_refused(tmp_path):
    entries = files()
    fact = entries["facts/AAA-01.yaml"]
    fact["figures"]["gain"] = GAIN
    entries["options/prp.yaml"]["effects"] = [{"outcome": "pain", "figure": "AAA-01.gain"}]
    (fault,) = faults_of(write(tmp_path / "lacking", entries))
    assert fault.reason == "AAA-01 does not say in the patient's words who took part"
    entries["facts/AAA-01.yaml"] = {**fact, "people": {"en": "people with a worn knee"}}
    assert read_library(write(tmp_path / "told", entries)).facts["AAA-01"].people.en == "people with a worn knee"


def row(*said):
    rows = {**option(Treatment.PRP, 3)["rows"], "later": [passage(each, facts=["AAA-01"]) for each in said]}
    return {"rows": rows}


HARM = "{AAA-01.pain.of100} out of 100 people had pain."
LATE = "{AAA-01.late.of100} out of 100 people within two years."


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ((LATE, "{AAA-01.pain.of100} in a thousand had pain over some days."), "this chance does not say so"),
        ((HARM, LATE), "this one does not say its time"),
    ],
)
def test_X6_X7_a_chance_over_another_time_or_denominator_is_refused(tmp_path, said, reason):
    assert "AAA-01.pain.of100" in refused(tmp_path, "options/prp.yaml", row(*said), reason)


def test_X6_a_chance_in_the_short_table_says_its_time_too(tmp_path):
    short = {**option(Treatment.PRP, 3)["short"], "harms": passage(HARM), "what_it_may_do": passage(HARM)}
    assert "pain.of100" in refused(tmp_path, "options/prp.yaml", {"short": short}, "this one does not say its time")


@pytest.mark.parametrize("said", [LATE, HARM.replace("people had", "operations led to"), HARM[:-1] + " after a week."])
def test_X6_a_chance_that_says_its_time_or_its_procedure_is_read(tmp_path, said):
    entries = files()
    entries["options/prp.yaml"].update(row(said, LATE))
    assert read_library(write(tmp_path, entries))
