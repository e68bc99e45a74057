"""A consultation file is read whole or refused, and what was read is written with the same bytes again."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kneedesk.domain.consultation import VERSION
from kneedesk.exchange.consultation_file import MAX_BYTES, dumps, load, loads
from kneedesk.exchange.faults import Refused
from tests.consultations import consultations
from tests.exchange.refusals import check, refusal
from tests.files import ABSENT, CASES, changed, reference
from tests.values import HOSTILE

REFERENCE = (CASES / "reference.json").read_bytes()
FILES = sorted(CASES.rglob("*.json"))
BOM = b"\xef\xbb\xbf"
BLOCKS = ("clinician", "practice", "history", "examination", "imaging", "preferences", "proposal", "counselling")
OPTIONAL = (
    *(*BLOCKS, "decision", "measures", "overrides", "not_assessed"),
    *("product", "stop_rule", "sure", "notice", "consent", "signatures"),
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_case_is_read_and_written_with_the_same_value_and_the_same_bytes(path):
    consultation = load(path)
    written = dumps(consultation)
    assert loads(written) == consultation
    assert dumps(loads(written)) == written


@given(consultations())
@settings(max_examples=70)
def test_any_consultation_is_read_as_it_was_written(consultation):
    written = dumps(consultation)
    assert loads(written) == consultation
    assert dumps(loads(written)) == written


@given(consultations())
@settings(max_examples=30)
def test_absent_and_null_are_the_same(consultation):
    with_nulls = json.dumps(consultation.model_dump(mode="json")).encode()
    assert loads(with_nulls) == consultation


@pytest.mark.parametrize("name", OPTIONAL)
def test_a_block_may_be_absent_or_null(name):
    assert loads(changed(reference(), {name: None})) == loads(changed(reference(), {name: ABSENT}))


def test_a_written_file_leaves_out_what_is_not_recorded_and_keeps_what_is_empty():
    changes = {name: ABSENT for name in OPTIONAL if name not in ("overrides", "not_assessed")}
    consultation = loads(changed(reference(), {**changes, "history.red_flags": [], "measures": []}))
    written = json.loads(dumps(consultation))
    assert {"clinician", "examination", "decision", "overrides", "not_assessed"}.isdisjoint(written)
    assert written["history"] == {"red_flags": []}
    assert written["measures"] == []


def test_a_written_file_is_utf8_and_ends_with_a_line_break():
    written = dumps(loads(REFERENCE))
    assert "Ruiz Peña".encode() in written
    assert written.endswith(b"}\n")


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_hostile_text_comes_back_as_it_was_typed(text):
    consultation = loads(changed(reference(), {"preferences.goals": [text]}))
    assert loads(dumps(consultation)).preferences.goals == (text,)


def test_a_byte_order_mark_is_read_over():
    assert loads(BOM + REFERENCE) == loads(REFERENCE)


def test_a_file_of_just_the_greatest_size_is_read_and_one_byte_more_is_refused_unparsed(tmp_path):
    greatest, greater = tmp_path / "greatest.json", tmp_path / "greater.json"
    greatest.write_bytes(REFERENCE + b" " * (MAX_BYTES - len(REFERENCE)))
    greater.write_bytes(b"\xff" * (MAX_BYTES + 1))
    assert load(greatest) == loads(REFERENCE)
    with pytest.raises(Refused) as caught:
        load(greater)
    assert check(caught.value) == ("the file has more than 1,048,576 bytes, the most that is read",)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("absent.json", "no such file"),
        ("reference.json/consultation.json", "no such file"),
        ("a\x00b.json", "no such file"),
        (".", "this is not a file"),
    ],
    ids=["missing", "path through a file", "no name of a file", "directory"],
)
def test_what_is_no_file_is_refused(tmp_path, name, reason):
    (tmp_path / "reference.json").write_bytes(REFERENCE)
    with pytest.raises(Refused) as caught:
        load(tmp_path / name)
    assert caught.value.sentences == (reason,)


def test_a_file_that_cannot_be_read_is_refused_with_the_reason_of_the_system(tmp_path, monkeypatch):
    def deny(path, *_):
        raise PermissionError(13, "Permission denied", str(path))

    path = tmp_path / "locked.json"
    path.write_bytes(REFERENCE)
    monkeypatch.setattr(Path, "open", deny)
    with pytest.raises(Refused) as caught:
        load(path)
    assert caught.value.sentences == ("the file cannot be read: Permission denied",)


@pytest.mark.parametrize(
    ("version", "found"),
    [(2, "2"), (7, "7"), (10**299, "1" + "0" * 58 + "…")],
    ids=["next", "later", "huge"],
)
def test_a_newer_version_is_refused_by_name_whatever_else_it_holds(version, found):
    sentences = refusal(changed(reference(), {"version": version, "signatures": [], "date": "tomorrow"}))
    assert sentences == (f"version: {found} is newer than this KneeDesk, which reads version {VERSION}",)


def test_a_refusal_carries_no_more_of_the_file_than_its_sentences():
    changes = {"patient.given_name": "Secret" * 1000, "patient.identifier": "Secret", "patient.sex": "Secret" * 50}
    sentences = refusal(changed(reference(), changes))
    assert len(sentences) == 2
    assert "\n".join(sentences).count("Secret") <= 20


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(HOSTILE),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(st.data())
@settings(max_examples=300)
def test_a_file_with_any_value_anywhere_is_read_or_refused(data):
    tree = reference()
    node = tree
    while node and (keys := list(node) if isinstance(node, dict) else list(range(len(node)))):
        key = data.draw(st.sampled_from(keys))
        if not isinstance(node[key], dict | list) or not node[key] or data.draw(st.integers(0, 3)) == 0:
            break
        node = node[key]
    if isinstance(node, dict) and data.draw(st.booleans()):
        key = data.draw(st.text(max_size=8) | st.sampled_from(HOSTILE))
    node[key] = data.draw(json_values)
    is_read_or_refused(json.dumps(tree, ensure_ascii=False).encode())


mutations = st.one_of(
    st.tuples(st.just("flip"), st.integers(0, 5000), st.integers(1, 255)),
    st.tuples(st.just("cut"), st.integers(0, 5000), st.just(0)),
    st.tuples(
        st.just("insert"),
        st.integers(0, 5000),
        st.binary(min_size=1, max_size=6) | st.sampled_from((b"{", b'"', b"[" * 20)),
    ),
)


@given(st.sampled_from(FILES), st.lists(mutations, min_size=1, max_size=3))
@example(FILES[0], [("cut", 0, 0)])
@settings(max_examples=500)
def test_a_damaged_file_is_read_or_refused(path, mutated):
    content = bytearray(path.read_bytes())
    for kind, at, what in mutated:
        place = min(at, len(content))
        if kind == "cut":
            del content[place:]
        elif kind == "insert":
            content[place:place] = what
        elif place < len(content):
            content[place] ^= what
    is_read_or_refused(bytes(content))


@given(st.binary(max_size=60))
def test_any_bytes_are_refused(content):
    refusal(content)


def is_read_or_refused(content: bytes) -> None:
    """Fail where anything but a consultation or a refusal comes of a file."""
    try:
        consultation = loads(content)
    except Refused as refused:
        check(refused)
    else:
        assert loads(dumps(consultation)) == consultation
