"""What the standard of JSON leaves open is refused, with the path of the fault or its line and column."""

import pytest

from kneedesk.exchange.consultation_file import loads
from kneedesk.exchange.faults import Refused
from kneedesk.exchange.json_text import MAX_DEPTH, parse
from tests.exchange.refusals import check, refusal
from tests.files import changed, reference

FINITE = "allowed is a finite number"
DEEP = "more than 16 levels of nesting; allowed are 16"
HALF = "the text holds half a character; allowed is whole Unicode text"
NOT_UTF8 = "is not UTF-8, the only encoding that is read"
QUOTED_KEY = "expecting property name enclosed in double quotes"

REFUSED = {
    "empty": (b"", "line 1, column 1: expecting value; allowed is valid JSON"),
    "only space": (b" \n", "line 2, column 1: expecting value; allowed is valid JSON"),
    "no JSON": (b"knee", "line 1, column 1: expecting value; allowed is valid JSON"),
    "cut after a key": (b'{"format"', "line 1, column 10: expecting ':' delimiter; allowed is valid JSON"),
    "cut in a text": (b'{"format":"knee', "line 1, column 11: unterminated string; allowed is valid JSON"),
    "cut after a value": (b'{"format":1', "line 1, column 12: expecting ',' delimiter; allowed is valid JSON"),
    "two values": (b"{} {}", "line 1, column 4: extra data; allowed is valid JSON"),
    "key without quotes": (b"{knee: 1}", f"line 1, column 2: {QUOTED_KEY}; allowed is valid JSON"),
    "comment": (b"{// left\n}", f"line 1, column 2: {QUOTED_KEY}; allowed is valid JSON"),
    "line break in a text": (b'{"a":"\n"}', "line 1, column 7: invalid control character; allowed is valid JSON"),
    "unknown escape": (b'{"a":"\\x"}', "line 1, column 7: invalid \\escape; allowed is valid JSON"),
    "wrong bracket": (b'{"a":[1}', "line 1, column 8: expecting ',' delimiter; allowed is valid JSON"),
    "leading zero": (b'{"a":01}', "line 1, column 7: expecting ',' delimiter; allowed is valid JSON"),
    "two byte order marks": (
        b"\xef\xbb\xbf\xef\xbb\xbf{}",
        "line 1, column 1: unexpected UTF-8 BOM (decode using utf-8-sig); allowed is valid JSON",
    ),
    "Latin-1": ('{"a":"Peña"}'.encode("latin-1"), f"byte 9 {NOT_UTF8}"),
    "UTF-16 with a mark": ("{}".encode("utf-16"), f"byte 1 {NOT_UTF8}"),
    "UTF-16 without a mark": (
        "{}".encode("utf-16-le"),
        f"line 1, column 2: {QUOTED_KEY}; allowed is valid JSON",
    ),
    "surrogate as bytes": (b'{"a":"\xed\xa0\x80"}', f"byte 7 {NOT_UTF8}"),
    "overlong slash": (b'{"a":"\xc0\xaf"}', f"byte 7 {NOT_UTF8}"),
    "top level list": (b"[{}]", "the file holds a list of 1; allowed is one JSON object"),
    "top level null": (b"null", "the file holds nothing; allowed is one JSON object"),
    "top level text": (b'"knee"', "the file holds 'knee'; allowed is one JSON object"),
    "top level number": (b"1", "the file holds 1; allowed is one JSON object"),
    "top level true": (b"true", "the file holds true; allowed is one JSON object"),
    "key twice": (b'{"a":1,"a":2}', "the file: the key 'a' stands there twice; allowed is once"),
    "key twice, once escaped": (
        b'{"knee":1,"\\u006bnee":2}',
        "the file: the key 'knee' stands there twice; allowed is once",
    ),
    "key twice in a block": (
        b'{"patient":{"sex":"male","sex":"female"}}',
        "patient: the key 'sex' stands there twice; allowed is once",
    ),
    "key twice in an entry": (
        b'{"measures":[{},{"score":1,"score":1}]}',
        "measures[1]: the key 'score' stands there twice; allowed is once",
    ),
    "key twice, deep": (
        b'{"a":{"b":[[{"c":{"d":1,"d":1}}]]}}',
        "a.b[0][0].c: the key 'd' stands there twice; allowed is once",
    ),
    "NaN": (b'{"patient":{"height_cm":NaN}}', f"patient.height_cm: NaN is not allowed; {FINITE}"),
    "Infinity": (b'{"measures":[{"score":Infinity}]}', f"measures[0].score: Infinity is not allowed; {FINITE}"),
    "-Infinity": (b'{"a":-Infinity}', f"a: -Infinity is not allowed; {FINITE}"),
    "top level NaN": (b"NaN", f"the file: NaN is not allowed; {FINITE}"),
    "1e999": (b'{"patient":{"weight_kg":1e999}}', f"patient.weight_kg: 1e999 is too large; {FINITE}"),
    "-1e999": (b'{"a":-1e999}', f"a: -1e999 is too large; {FINITE}"),
    "huge exponent": (b'{"a":1e' + b"9" * 5000 + b"}", f"a: 1e999999999999999999 is too large; {FINITE}"),
    "301 digits": (
        b'{"a":' + b"7" * 301 + b"}",
        "a: a number of 301 digits is too large; allowed are 300 digits",
    ),
    "a million digits": (
        b'{"a":' + b"9" * 1_000_000 + b"}",
        "a: a number of 1000000 digits is too large; allowed are 300 digits",
    ),
    "17 arrays": (b"[" * 17 + b"]" * 17, f"line 1: {DEEP}"),
    "17 objects": (b'{"a":' * 17 + b"1" + b"}" * 17, f"line 1: {DEEP}"),
    "100,000 arrays": (b"[" * 100_000, f"line 1: {DEEP}"),
    "100,000 objects": (b'{"a":' * 100_000, f"line 1: {DEEP}"),
    "deep on a later line": (b"\n\n" + b"[" * 17, f"line 3: {DEEP}"),
    "deep behind a text with brackets": (b'["]]]]\\"]",' + b"[" * 16, f"line 1: {DEEP}"),
    "lone surrogate": (b'{"patient":{"given_name":"a\\ud800"}}', f"patient.given_name: {HALF}"),
    "surrogates in the wrong order": (b'{"goals":["\\ude00\\ud83d"]}', f"goals[0]: {HALF}"),
    "lone surrogate in a key": (b'{"patient":{"\\udfff":1}}', f"patient, a key: {HALF}"),
    "lone surrogate in a top level key": (b'{"\\ud800":1}', f"a key: {HALF}"),
    "top level surrogate": (b'"\\ud800"', f"the file: {HALF}"),
    "path with control characters": (
        b'{"a\\n\\u001b[31m":{"\\u202e":NaN}}',
        rf"'a\n\x1b[31m'.'\u202e': NaN is not allowed; {FINITE}",
    ),
    "path with a long key": (b'{"' + b"k" * 9000 + b'":NaN}', f"'{'k' * 59}…': NaN is not allowed; {FINITE}"),
    "long key twice": (
        b'{"' + b"k" * 9000 + b'":1,"' + b"k" * 9000 + b'":2}',
        f"the file: the key '{'k' * 59}…' stands there twice; allowed is once",
    ),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_text_is_refused_in_one_sentence(content, sentence):
    assert refusal(content) == (sentence,)


def test_every_fault_has_its_sentence_in_the_order_of_the_file():
    assert refusal(b'{"a":NaN,"b":[1e999,"\\ud800"],"c":{"d":1,"d":1}}') == (
        f"a: NaN is not allowed; {FINITE}",
        f"b[0]: 1e999 is too large; {FINITE}",
        f"b[1]: {HALF}",
        "c: the key 'd' stands there twice; allowed is once",
    )


def test_the_faults_of_a_hostile_file_are_counted_past_the_fortieth():
    sentences = refusal(b"[" + b"NaN," * 100_000 + b"NaN]")
    assert len(sentences) == 41
    assert sentences[-1] == "further faults that are not listed: 99961"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a":[1,2.5,-0,1e2,true,null]}', {"a": [1, 2.5, 0, 100.0, True, None]}),
        ('{"a":1,"b":{"a":1}}', {"a": 1, "b": {"a": 1}}),
        ('"\\ud83d\\ude00"', "\U0001f600"),
        ('"[[[[[[[[[[[[[[[[[[[["', "[" * 20),
        ('["\\\\", "\\"[[[[[[[[[[[[[[[[[[["]', ["\\", '"' + "[" * 19]),
        ("9" * 300, int("9" * 300)),
        ("1e-999", 0.0),
    ],
    ids=["kinds", "key on two levels", "surrogate pair", "brackets", "escaped quote", "300 digits", "tiny"],
)
def test_what_the_standard_allows_is_read(text, value):
    assert parse(text) == value


@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ('{"a":', "}")], ids=["arrays", "objects"])
def test_as_many_levels_as_are_allowed_are_read(opened, closed):
    parse(opened * (MAX_DEPTH - 1) + "[]" + closed * (MAX_DEPTH - 1))
    with pytest.raises(Refused) as caught:
        parse(opened * MAX_DEPTH + "[]" + closed * MAX_DEPTH)
    assert check(caught.value) == (f"line 1: {DEEP}",)


@pytest.mark.parametrize(
    "text", ["[" * 4000, "}{" * 2000, '"' + "[{" * 1000, "\\" * 4000], ids=["open", "paired", "quoted", "escaped"]
)
def test_brackets_in_a_recorded_text_are_text(text):
    assert loads(changed(reference(), {"preferences.goals": [text]})).preferences.goals == (text,)


def test_a_hundred_thousand_brackets_in_a_text_count_as_no_level():
    content = changed(reference(), {"preferences.goals": ["[" * 100_000]})
    (sentence,) = refusal(content)
    assert sentence == f"preferences.goals[0]: '{'[' * 59}…' is not allowed; allowed is at most 5000 characters"
