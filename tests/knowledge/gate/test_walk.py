"""Every text is found wherever it stands, with its place, and every statement with what it rests on."""

from kneedesk.knowledge.entry import Passage, Words
from kneedesk.knowledge.gate.walk import passages_of, told_in, words_of


def test_statements_are_found_wherever_they_stand(library):
    option = next(iter(library.options.values()))
    found = dict(passages_of(option))
    assert found["stance",] is option.stance
    assert found["rows", "harms", 0] is option.rows.harms[0]
    assert all(isinstance(each, Passage) for each in found.values())


def test_texts_are_found_in_mappings_too(library):
    fact = next(fact for fact in library.facts.values() if any(figure.time for figure in fact.figures.values()))
    name = next(name for name, figure in fact.figures.items() if figure.time)
    assert dict(words_of(fact))["figures", name, "time"] is fact.figures[name].time


def test_every_text_of_the_pack_is_told_once_with_its_languages(library):
    told = told_in(library)
    assert len({(id(text.entry), text.location) for text in told}) == len(told)
    for text in told:
        assert isinstance(text.words, Words)
        assert (text.passage is None) or text.passage.text is text.words
        places = {language: (location, said) for location, language, said in text.spoken()}
        assert places["en"] == ((*text.location, "en"), text.words.en)
        assert ("es" in places) is (text.words.es is not None)
