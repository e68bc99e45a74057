"""A YAML file becomes JSON for a strict schema, and a fault in it has a line."""

import json

import pytest

from kneedesk.knowledge.yaml_file import Unreadable, line_of, read

FILE = """\
id: AAA-01
reviewed: 2026-11-20
figures:
  pain:
    unit: percent
    value: 12.5
sources:
  - trial
  - review
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "AAA-01.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_a_file_is_read_as_json_with_its_days_as_text(file):
    assert json.loads(read(file)) == {
        "id": "AAA-01",
        "reviewed": "2026-11-20",
        "figures": {"pain": {"unit": "percent", "value": 12.5}},
        "sources": ["trial", "review"],
    }


@pytest.mark.parametrize(
    ("location", "line"),
    [
        (("id",), 1),
        (("figures", "pain", "value"), 6),
        (("figures", "pain", "low"), 4),
        (("sources", 1), 9),
        (("sources", 7), 7),
        (("colour",), 1),
        ((), 1),
    ],
)
def test_a_location_leads_to_the_line_of_its_deepest_part_that_is_there(file, location, line):
    assert line_of(file, location) == line


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (b"a: 1\nb:\n  c: 1\n  c: 2\n", 4, "the key c stands there twice"),
        (b"a: 1\n\tb: 2\n", 2, "."),
        (b"a: \xff\n", 1, "is no YAML"),
        (b"a: &x [*x]\n", 1, "Circular reference"),
        (b"a: !!binary aGk=\n", 1, "is no text, number, day"),
        (b"a: .nan\n", 1, "is no text, number, day"),
        (b"? 2026-11-20\n: 1\n", 1, "is no text, number, day"),
        (b"just words\n", 1, "keys with values"),
    ],
)
def test_what_is_no_mapping_is_unreadable_with_its_line(tmp_path, content, line, reason):
    path = tmp_path / "file.yaml"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=reason) as unreadable:
        read(path)
    assert unreadable.value.line == line


def test_a_tag_that_would_run_code_is_unreadable(tmp_path):
    path = tmp_path / "file.yaml"
    path.write_text("a: !!python/object/apply:os.getcwd []\n")
    with pytest.raises(Unreadable):
        read(path)
