"""Every kind of file has a schema, so that an editor completes it."""

from kneedesk.knowledge.schemas import schemas
from tests.knowledge.small_pack import files

FOLDERS = {
    "pack.yaml": "pack",
    "sources": "source",
    "facts": "fact",
    "claims": "claim",
    "rules": "rule",
    "findings": "finding",
    "options": "option",
    "risks": "risk",
    "texts": "text",
    "notices": "notice",
    "head_to_head": "head_to_head",
    "timelines": "timeline",
    "scales": "scale",
    "regulations": "regulation",
    "topics": "topic",
    "terms": "term",
}
OF_A_PRACTICE = {"practice", "local_cost", "local_everyday", "local_notice"}


def test_every_kind_of_file_has_a_schema_that_refuses_other_keys():
    assert set(schemas()) == {*FOLDERS.values(), *OF_A_PRACTICE}
    assert all(schema["additionalProperties"] is False for schema in schemas().values())


def test_a_schema_names_the_keys_as_the_files_write_them():
    made = schemas()
    for name, entry in files().items():
        schema = made[FOLDERS[name.partition("/")[0]]]
        assert set(entry) <= set(schema["properties"])
        assert set(schema["required"]) <= set(entry)


def test_a_schema_completes_lists_of_choices():
    assert schemas()["rule"]["properties"]["effect"]["enum"] == ["indication", "contraindication", "caution"]
