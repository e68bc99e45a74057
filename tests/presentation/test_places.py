"""Every step, every finding and every fact is found by its name."""

from kneedesk.presentation.places import find_places, places

STEPS = [("risks", "Risks"), ("decision", "Decision & consent")]


def test_every_place_is_found_by_its_own_name(library, english):
    known = places(STEPS, library, english)
    for place in known:
        assert place in find_places(known, place.name if place.kind != "record" else place.id), place.id


def test_steps_findings_and_facts_are_all_there(library, english):
    known = places(STEPS, library, english)
    ids = {place.id for place in known}
    assert {"risks", "decision"} | set(library.findings) | set(library.facts) | set(library.sources) <= ids


def test_every_typed_word_has_to_stand_there(library, english):
    known = places(STEPS, library, english)
    assert find_places(known, "kellgren")[0].id == "imaging.kellgren_lawrence"
    assert find_places(known, "kellgren qqqq") == ()
