"""IPDAS C1: what a course may do and its harms differ by at most a statement and by less than twice the words."""

import pytest

from kneedesk.domain.treatment import Treatment
from tests.knowledge.small_pack import option, passage, refused

LONG = "Ask your physician about this and about all that you want to know."


def planted(part, row, passages):
    changed = option(Treatment.PRP, 3)[part]
    return {part: {**changed, row: passages}}


def spoken(en, es):
    return {"text": {"en": en, "es": es}, "sources": ["convention"]}


PLANTED = [
    (planted("rows", "harms", [passage()] * 3), "C1: 1 statements on what it may do, 3 on harms"),
    (planted("rows", "what_it_may_do", [passage()] * 3), "C1: 3 statements on what it may do, 1 on harms"),
    (planted("rows", "harms", [passage(LONG)]), "C1: 3 words on what it may do, 13 on harms (en)"),
    (planted("short", "harms", passage(LONG)), "C1: 3 words on what it may do, 13 on harms (en)"),
    (
        {
            "rows": {
                **planted("rows", "harms", [spoken("Ask your physician.", LONG)])["rows"],
                "what_it_may_do": [spoken("Ask your physician.", "Pregunte a su médico.")],
            }
        },
        "C1: 4 words on what it may do, 13 on harms (es)",
    ),
]


@pytest.mark.parametrize(("changes", "reason"), PLANTED, ids=[each[1] for each in PLANTED])
def test_C1_a_course_out_of_balance_is_refused_in_its_line(tmp_path, changes, reason):
    assert refused(tmp_path, "options/prp.yaml", changes, reason).startswith("harms:")
