"""A fault is one sentence: the field, the value found, cut to a length that can be read, and what is allowed."""

import re
from collections.abc import Iterator

import pytest

from kneedesk.bundle import resources
from kneedesk.exchange.consultation_file import loads
from kneedesk.exchange.faults import Fault, Refused, shorten, step
from kneedesk.language import language
from tests.exchange.fields import BASE, WOMAC, at, said
from tests.exchange.refusals import refusal
from tests.exchange.test_json_text import REFUSED as NO_JSON
from tests.files import changed

VISIBLE = "a text with at least one visible character"
TEXT, LIST, OBJECT, ONCE = "a text", "a list", "an object", "each entry once"
BOTH = "the digest of the text and the instant at which it was shown, both together"
LETTER = "a name with at least one letter"
INK = "a signature drawn with lines, which a dot is not"
PATH = "the path of a finding"
UNRECORDED = "a finding without a value, for this one has one"
NAMED, WRITTEN, ENTRIES = "at most 200 characters", "at most 5000 characters", "at most 200 entries"
PLACE = re.compile(r"\{\w+\}")

ONE_FAULT = {
    "format of something else": ("format", "knee", "'knee'", "'kneedesk-consultation'"),
    "format null": ("format", None, "nothing", "'kneedesk-consultation'"),
    "format a number": ("format", 1, "1", "'kneedesk-consultation'"),
    "version as a text": ("version", "1", "'1'", "1"),
    "version true": ("version", True, "true", "1"),
    "version false": ("version", False, "false", "1"),
    "version 1.0": ("version", 1.0, "1.0", "1"),
    "version 2.0": ("version", 2.0, "2.0", "1"),
    "version 0": ("version", 0, "0", "1"),
    "version far below": ("version", -(10**299), "-1" + "0" * 57 + "…", "1"),
    "version a list": ("version", [1], "a list of 1", "1"),
    "patient a list": ("patient", [], "a list of 0", OBJECT),
    "history a text": ("history", "none", "'none'", OBJECT),
    "practice false": ("practice", False, "false", OBJECT),
    "measures an object": ("measures", {}, "an object", LIST),
    "measure a number": ("measures[0]", 7, "7", OBJECT),
    "measure null": ("measures[0]", None, "nothing", OBJECT),
    "override a text": ("overrides[0]", "prp", "'prp'", OBJECT),
    "red flags a text": ("history.red_flags", "fracture", "'fracture'", LIST),
    "red flags an object": ("history.red_flags", {"fracture": True}, "an object", LIST),
    "red flags false": ("history.red_flags", False, "false", LIST),
    "goal a number": ("preferences.goals[0]", 1, "1", TEXT),
    "goal null": ("preferences.goals[0]", None, "nothing", TEXT),
    "name a number": ("patient.given_name", 5, "5", TEXT),
    "name a huge number": ("patient.given_name", 10**299, "1" + "0" * 58 + "…", TEXT),
    "name true": ("patient.given_name", True, "true", TEXT),
    "name a list": ("patient.family_name", ["Ruiz"], "a list of 1", TEXT),
    "no family name": ("patient.family_name", "", "''", VISIBLE),
    "blank family name": ("patient.family_name", " \t\u00a0\u3000", r"' \t\xa0\u3000'", VISIBLE),
    "zero-width family name": ("patient.family_name", "\u200b\u2060\ufeff", r"'\u200b\u2060\ufeff'", VISIBLE),
    "filler as family name": ("patient.family_name", "\u3164", "'\u3164'", VISIBLE),
    "control family name": ("patient.family_name", "\x00\x1b", r"'\x00\x1b'", VISIBLE),
    "null family name": ("patient.family_name", None, "nothing", TEXT),
    "blank reason": ("overrides[0].reason", "\n", r"'\n'", VISIBLE),
    "name too long": ("patient.family_name", "R" * 201, f"'{'R' * 59}…'", NAMED),
    "identifier too long": ("patient.identifier", "👣" * 201, f"'{'👣' * 59}…'", NAMED),
    "cost too long": ("proposal.total_cost", "9" * 201, f"'{'9' * 59}…'", NAMED),
    "label too long": ("measures[0].label", "a" * 201, f"'{'a' * 59}…'", NAMED),
    "medication too long": ("history.medications[0]", "a" * 201, f"'{'a' * 59}…'", NAMED),
    "goal too long": ("preferences.goals[0]", "\n" * 5001, "'" + r"\n" * 29 + "\\…'", WRITTEN),
    "interest too long": ("practice.financial_interest", "a" * 5001, f"'{'a' * 59}…'", WRITTEN),
    "too many goals": ("preferences.goals", [""] * 201, "a list of 201", ENTRIES),
    "too many measures": ("measures", [WOMAC] * 201, "a list of 201", ENTRIES),
    "too many overrides": ("overrides", BASE["overrides"] * 201, "a list of 201", ENTRIES),
    "too many red flags": ("history.red_flags", ["tumour"] * 201, "a list of 201", ENTRIES),
    "four priorities": (
        "preferences.priorities",
        ["cost", "low_risk", "pain_relief", "fewer_visits"],
        "a list of 4",
        "at most 3 entries",
    ),
    "priority twice": ("preferences.priorities", ["cost", "cost"], "a list of 2", ONCE),
    "red flag twice": ("history.red_flags", ["tumour", "tumour"], "a list of 2", ONCE),
    "hypersensitivity twice": ("history.hypersensitivity", ["cell_product"] * 2, "a list of 2", ONCE),
    "topic twice": ("counselling.discussed", ["a", "b", "a"], "a list of 3", ONCE),
    "path twice": ("not_assessed", ["patient.sex"] * 2, "a list of 2", ONCE),
    "no digest": ("notice.digest", "abc", "'abc'", "a SHA-256 digest: 64 characters of 0 to 9 and a to f"),
    "digest without its instant": ("notice.shown_at", None, "nothing", BOTH),
    "instant without its digest": ("notice.digest", None, "nothing", BOTH),
    "five witnesses": ("consent.witnesses", list("abcde"), "a list of 5", "at most 4 entries"),
    "blank witness": ("consent.witnesses[0]", " ", "' '", VISIBLE),
    "witness twice": ("consent.witnesses", ["Luz", "Luz"], "a list of 2", ONCE),
    "item twice": ("counselling.checked", ["trace", "trace"], "a list of 2", ONCE),
    "thirteen signatures": ("signatures", BASE["signatures"] * 13, "a list of 13", "at most 12 entries"),
    "nobody signs": ("signatures[0].name", "", "''", LETTER),
    "a space signs": ("signatures[0].name", " ", "' '", LETTER),
    "a dot signs": ("signatures[0].name", ".", "'.'", LETTER),
    "other method": ("signatures[0].method", "stamped", "'stamped'", "drawn, typed, paper"),
    "nothing is meant": ("signatures[0].meaning", "", "''", VISIBLE),
    "nothing is drawn": ("signatures[0].strokes", None, "nothing", INK),
    "no line is drawn": ("signatures[0].strokes", [], "a list of 0", INK),
    "a dot is drawn": ("signatures[0].strokes", [[[500, 500]]], "a list of 1", INK),
    "a short line is drawn": ("signatures[0].strokes", [[[0, 0], [99, 0]]], "a list of 1", INK),
    "line without points": ("signatures[0].strokes[0]", [], "a list of 0", "at least 1 entries"),
    "point with three numbers": ("signatures[0].strokes[0][0]", [5, 5, 5], "a list of 3", "at most 2 entries"),
    "half a point": ("signatures[0].strokes[0][0][0]", 0.5, "0.5", "a whole number"),
    "no path": ("not_assessed[0]", "knees", "'knees'", PATH),
    "path of a block": ("not_assessed[0]", "history", "'history'", PATH),
    "path too short": ("not_assessed[0]", "history.", "'history.'", PATH),
    "path too deep": ("not_assessed[0]", "history.onset.x", "'history.onset.x'", PATH),
    "path of no finding": ("not_assessed[0]", "practice.name", "'practice.name'", PATH),
    "path of a method": ("not_assessed[0]", "history.model_dump", "'history.model_dump'", PATH),
    "path with control characters": ("not_assessed[0]", "\x1b[2Jhistory", r"'\x1b[2Jhistory'", PATH),
    "path of what is recorded": ("not_assessed[0]", "imaging.date", "'imaging.date'", UNRECORDED),
    "path of what is recorded as no": (
        "not_assessed[0]",
        "history.active_infection",
        "'history.active_infection'",
        UNRECORDED,
    ),
}


@pytest.mark.parametrize(("path", "value", "found", "allowed"), ONE_FAULT.values(), ids=ONE_FAULT)
def test_a_fault_is_named_with_field_value_and_what_is_allowed(path, value, found, allowed):
    assert refusal(at(path, value)) == (said(path, found, allowed),)


@pytest.mark.parametrize("method", ["typed", "paper"])
def test_lines_belong_to_a_drawn_signature_alone(method):
    sentence = said("signatures[0].strokes", "a list of 2", "no lines, for only a drawn signature has them")
    assert refusal(at("signatures[0].method", method)) == (sentence,)


def test_every_fault_of_a_file_has_its_sentence():
    changes = {"knee": "middle", "patient.sex": 1, "measures[0].score": "7", "history.onset": None, "imaging.x": 0}
    assert [sentence.partition(":")[0] for sentence in refusal(changed(BASE, changes))] == [
        "knee",
        "patient.sex",
        "imaging.x",
        "measures[0].score",
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing"),
        (True, "true"),
        ({"a": 1}, "an object"),
        ([1, 2], "a list of 2"),
        ((), "a list of 0"),
        (1.5, "1.5"),
        (10**80, "1" + "0" * 58 + "…"),
        ("O'Neill", "'O'Neill'"),
        ("a" * 60, f"'{'a' * 60}'"),
        ("a" * 61, f"'{'a' * 59}…'"),
        ("é\n\x00\x7f\u202e\ud800\U000e0001", r"'é\n\x00\x7f\u202e\ud800\U000e0001'"),
        ("\U000e0001" * 60, "'" + r"\U000e0001" * 5 + r"\U000e000" + "…'"),
    ],
    ids=ascii,
)
def test_a_value_is_cut_and_shows_no_control_characters(value, words):
    assert str(shorten(value)) == words


@pytest.mark.parametrize(
    ("path", "part", "deeper"),
    [
        ("", "knee", "knee"),
        ("patient", "sex", "patient.sex"),
        ("measures", 0, "measures[0]"),
        ("", "", "''"),
        ("a", "b c", "a.'b c'"),
    ],
)
def test_a_path_goes_one_level_deeper(path, part, deeper):
    assert step(path, part) == deeper


def test_a_refusal_lists_forty_faults_and_counts_the_others():
    assert Refused(*[Fault("a")] * 40).sentences == ("a",) * 40
    assert Refused(*[Fault("a")] * 42).sentences == (*("a",) * 40, "further faults that are not listed: 2")


@pytest.fixture(scope="module")
def spanish():
    return language("es", resources() / "translations")


def messages(fault: Fault) -> Iterator[str]:
    """Yield what of a fault is said, and not quoted from a file."""
    yield fault.message
    for part in fault.parts.values():
        if isinstance(part, Fault):
            yield from messages(part)


@pytest.mark.parametrize(
    "content",
    [*(at(path, value) for path, value, *_ in ONE_FAULT.values()), *(content for content, _ in NO_JSON.values())],
    ids=[*ONE_FAULT, *NO_JSON],
)
def test_every_refusal_is_said_in_the_language_of_the_window(content, spanish):
    with pytest.raises(Refused) as caught:
        loads(content)
    for fault in caught.value.faults:
        said = fault.said(spanish)
        assert "allowed" not in said
        assert [each for each in messages(fault) if spanish.say(each) == each and PLACE.sub("", each).strip(": ")] == []


def test_a_refusal_in_spanish_keeps_path_value_and_what_is_allowed(spanish):
    with pytest.raises(Refused) as caught:
        loads(at("imaging.kellgren_lawrence", 7))
    assert caught.value.said(spanish) == ("imaging.kellgren_lawrence: 7 no se admite; se admite de 0 a 4",)
