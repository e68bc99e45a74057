"""The content of a consultation: the same text whether all of it is written anew, or only what changed."""

from hypothesis import given, settings

from kneedesk.store.content import content_of
from tests.amending import amended
from tests.consultations import consultations

FEWER = settings(max_examples=20)  # a consultation takes long to draw


@FEWER
@given(consultations(), consultations())
def test_it_is_that_of_the_file_whatever_was_kept_before(before, after):
    first = content_of(before)
    then = content_of(after, first)
    assert (first.text, then.text) == tuple(each.model_dump_json(exclude_none=True) for each in (before, after))
    assert content_of(before, then).text == first.text


def test_what_did_not_change_is_not_written_anew(cases):
    before = content_of(cases["reference"])
    after = content_of(amended(cases["reference"], "examination", flexion_degrees=95), before)
    assert after.parts["examination"] != before.parts["examination"]
    assert all(after.parts[name] is before.parts[name] for name in ("patient", "history", "imaging"))
