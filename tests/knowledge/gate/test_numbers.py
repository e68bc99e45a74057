"""A number that is written out instead of being named is refused; scales, dates and names are no numbers."""

import pytest

from kneedesk.knowledge.gate.numbers import numbers_in
from kneedesk.knowledge.shelves import read_library
from tests.knowledge.small_pack import files, passage, refused, write

TEXT, RULE, FACT = "texts/placebo.yaml", "rules/prp/osteoarthritis.yaml", "facts/AAA-01.yaml"
OUT, UNSAID = "is written out", "no figure of this fact says"
PLANTED = [
    (TEXT, {"passages": [passage("Pain fell in 40 people.")]}, f"40 {OUT}"),
    (TEXT, {"passages": [passage("Pain fell by 1.5 points on a scale from 0 to 10.")]}, f"1.5 {OUT}"),
    (TEXT, {"passages": [{"text": {"en": "x", "es": "De 24 personas."}, "facts": ["AAA-01"]}]}, f"24 {OUT}"),
    (TEXT, {"title": {"en": "The 12 weeks"}}, f"12 {OUT}"),
    (TEXT, {"passages": [passage("Between 30 to 100 people.")]}, f"30, 100 {OUT}"),
    (TEXT, {"passages": [passage("In 3 out of 1000 people.")]}, f"3, 1000 {OUT}"),
    ("options/prp.yaml", {"stance": passage("About 3 out of 100 people.")}, f"3 {OUT}"),
    ("risks/pain.yaml", {"explanation": passage("It lasts 5 days.")}, f"5 {OUT}"),
    ("terms/placebo.yaml", {"meaning": passage("Used in 7 trials.")}, f"7 {OUT}"),
    (RULE, {"plain": {"en": "Within 92 days."}}, f"92 {OUT}"),
    (RULE, {"statement": {"en": "Above 8.5 %."}}, f"8.5 {OUT}"),
    ("claims/SC-001.yaml", {"note": {"en": "In 14 trials."}}, f"14 {OUT}"),
    (FACT, {"statement": {"en": "Pain fell in 13.5 %."}}, f"{UNSAID} 13.5"),
    (FACT, {"statement": {"en": "Pain fell in 12.5 %.", "es": "En el 12.4 %."}}, f"{UNSAID} 12.4"),
]


@pytest.mark.parametrize(("file", "changes", "reason"), PLANTED, ids=[f"{each[0]} {each[2]}" for each in PLANTED])
def test_a_number_that_is_no_figure_is_refused_in_its_line(tmp_path, file, changes, reason):
    number = next(part.strip(",") for part in reason.split() if part[0].isdigit())
    line = refused(tmp_path, file, changes, reason)
    assert line.startswith(("en:", "es:"))
    assert number in line


ALLOWED = [
    (RULE, {"when": {"finding": "patient.birth_date", "age_at_least": 18}, "statement": {"en": "From 18 years."}}),
    (RULE, {"statement": {"en": "In 12.5 % of people, at 6 months."}}),
    (FACT, {"statement": {"en": "In 12.5 % (4 to 22), 3 % at 2 years, on a scale from 0 to 10."}}),
    ("claims/SC-001.yaml", {"paraphrase": {"en": "It works in 80 % of people"}}),
    (TEXT, {"passages": [passage("{AAA-01.pain.of100} out of 100, from 0 to 10 (NICE NG226, 2022).")]}),
]


@pytest.mark.parametrize(("file", "changes"), ALLOWED, ids=[each[0] for each in ALLOWED])
def test_a_number_that_a_fact_a_threshold_or_an_article_says_is_read(tmp_path, file, changes):
    entries = files()
    entries[file] = {**entries[file], **changes}
    if "when" in changes:
        entries["findings/patient.birth_date.yaml"] = {
            **entries["findings/history.condition.yaml"],
            "id": "patient.birth_date",
            "values": {},
        }
    assert read_library(write(tmp_path, entries))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("from 0 to 10", []),
        ("de 0 a 100", []),
        ("from 0 (worst) to 100 (best)", []),
        ("de 0 (lo peor) a 100 (lo mejor)", []),
        ("{A-1.b} out of 100 people", []),
        ("5 de cada 100 personas", ["5"]),
        ("{A-1.b} out of 10 people", ["10"]),
        ("12.1 of 100", ["12.1"]),
        ("grade 2 to 4, phase 3", []),
        ("grado 2 a 4", []),
        ("on 15 September 2023", []),
        ("el 3 de junio de 2021", []),
        ("COCH-02 and KOOS4 and NG226 and HbA1c", []),
        ("section 361 and RCW 18.130.420", []),
        ("2,385 people in 3 trials", ["2,385", "3"]),
        ("0 to 68", ["0", "68"]),
        ("40mg", ["40"]),
        ("no number", []),
    ],
)
def test_scales_dates_and_names_are_no_numbers(text, numbers):
    assert numbers_in(text) == numbers
