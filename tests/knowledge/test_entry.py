"""What every entry shares: its days of review, its words in two languages, what a statement rests on."""

import pytest
from pydantic import ValidationError

from kneedesk.knowledge.entry import PLACEHOLDER, Entry, Passage, Words


def a_passage(text: str, **basis: object) -> Passage:
    return Passage.model_validate({"text": {"en": text}, **basis})


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("{COCH-02.pain}", ("COCH-02", "pain", None)),
        ("{COCH-02.pain.low}", ("COCH-02", "pain", "low")),
        ("{SAFE-02.knee_pain.of100}", ("SAFE-02", "knee_pain", "of100")),
        ("{first_day}", None),
        ("{{7*7}} {0} {COCH-02}", None),
    ],
)
def test_a_placeholder_names_a_figure_of_a_fact_and_perhaps_a_part_of_it(text, named):
    match = PLACEHOLDER.search(text)
    assert (match and match.groups()) == named


def test_a_statement_rests_on_the_facts_it_names_then_on_those_listed_each_once():
    passage = a_passage("{B-02.x} and {A-01.y} and {B-02.z}", facts=("A-01", "C-03"), sources=("S1",))
    assert passage.basis == ("B-02", "A-01", "C-03", "S1")


def test_a_statement_without_a_basis_is_refused():
    with pytest.raises(ValidationError, match="at least one fact or source"):
        a_passage("Trust us.")


def test_words_missing_in_spanish_are_spoken_in_english():
    assert Words(en="knee", es="rodilla").spoken("es") == "rodilla"
    assert Words(en="knee").spoken("es") == "knee"
    assert Words(en="knee", es="rodilla").spoken("en") == "knee"


@pytest.mark.parametrize("blank", ["", "   ", "\n"])
def test_blank_words_are_refused(blank):
    with pytest.raises(ValidationError):
        Words(en=blank)


@pytest.mark.parametrize(("due", "valid"), [("2026-11-21", True), ("2026-11-20", False), ("2026-11-19", False)])
def test_the_next_review_is_due_after_the_last(due, valid):
    written = f'{{"id": "a", "reviewed": "2026-11-20", "review_due": "{due}"}}'
    if valid:
        assert Entry.model_validate_json(written).review_due.isoformat() == due
    else:
        with pytest.raises(ValidationError, match="review_due must be later"):
            Entry.model_validate_json(written)


@pytest.mark.parametrize("name", ["", "1st", "a b", "../a", "a/b", "a" * 81])
def test_an_id_that_is_no_file_name_is_refused(name):
    with pytest.raises(ValidationError):
        Entry.model_validate({"id": name, "reviewed": "2026-11-20", "review_due": "2027-11-20"}, strict=False)


def test_entries_cannot_be_changed():
    words = Words(en="knee")
    with pytest.raises(ValidationError):
        words.en = "hip"
