"""A source as the list prints it: who, what, where, when, of which kind and with which interest."""

from datetime import date

import pytest

from kneedesk.bundle import resources
from kneedesk.knowledge.source import Source
from kneedesk.language import language
from kneedesk.presentation.citations import certainty_words, citation, kind_words

CHECKED = date(2026, 11, 20)
FULL = {
    "author": [{"family": "Skou", "given": "ST"}, {"family": "Roos", "given": "EM"}],
    "title": "A trial of total knee replacement.",
    "container-title": "N Engl J Med",
    "issued": {"date-parts": [[2015, 10, 22]]},
    "volume": "373",
    "issue": "17",
    "page": "1597-1606",
    "DOI": "10.1056/NEJMoa1505467",
    "PMID": "26488691",
    "URL": "https://example.org/",
}


def a_source(
    kind: str = "randomised-trial",
    interest: str | None = None,
    reviewed: str = "2026-11-20",
    description: str | None = None,
    **csl,
) -> Source:
    fields = {
        "id": "a",
        "reviewed": reviewed,
        "review_due": "2027-11-20",
        "type": kind,
        "csl": csl,
        "description": description and {"en": description, "es": f"es: {description}"},
        "interest": interest and {"en": interest},
    }
    return Source.model_validate(fields, strict=False)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (
            a_source(**FULL),
            "Skou ST, Roos EM. A trial of total knee replacement. N Engl J Med 2015;373(17):1597-1606. "
            "doi:10.1056/NEJMoa1505467. Randomised trial.",
        ),
        (
            a_source("cohort", title="A cohort", author=[{"family": name} for name in "ABCD"], page="e12", PMID="7"),
            "A, B, C, et al. A cohort. e12. PMID 7. Study without random groups.",
        ),
        (
            a_source("law", title="A law", author=[{"literal": "Gov."}], PMCID="PMC1", PMID="7"),
            "Gov. A law. PMC1. Law.",
        ),
        (
            a_source(
                "clinic-page", "It sells the treatment.", title="A page", publisher="A clinic", URL="https://x.org"
            ),
            "A page. A clinic. https://x.org. It sells the treatment. Clinic page.",
        ),
        (a_source("convention", description="clinical convention"), "Clinical convention."),
        (a_source("own", description="Our search"), "Our search. Own work for this pack."),
        (a_source("trial-registry", description="Registry record"), "[Registry record]. Trial registry."),
        (a_source(title="Does it help?", author=[{"family": "Skou"}]), "Skou. Does it help? Randomised trial."),
        (
            a_source("guideline", reviewed="2026-10-01", title="A guideline"),
            "A guideline. Guideline, checked 1 October 2026.",
        ),
    ],
)
def test_C2_a_source_is_cited(source, words, english):
    assert citation(source, CHECKED, english) == words


@pytest.mark.parametrize("tag", ["en", "es"])
def test_every_source_of_the_pack_is_cited_in_one_line_with_its_kind(tag, library):
    spoken = language(tag, resources() / "translations")
    for source in library.sources.values():
        words = citation(source, library.pack.reviewed, spoken)
        assert source.named(tag).rstrip(".")[1:] in words
        assert kind_words(source, spoken).casefold() in words.casefold() or source.type == "convention"
        assert ".." not in words.replace("...", "")
        assert "?." not in words
        assert words.endswith(".")
        assert "\n" not in words


def test_what_is_ours_is_told_in_the_language_of_the_document_and_titles_stay_as_published(library):
    spanish = language("es", resources() / "translations")
    for source in library.sources.values():
        words = citation(source, library.pack.reviewed, spanish)
        if source.description is None:
            assert source.csl.title.rstrip(".")[1:] in words
        else:
            assert source.description.es is not None, source.id
            assert source.description.en not in words or source.description.en == source.description.es


def test_an_address_of_the_web_ends_in_a_stop(english):
    words = citation(a_source("news", title="News", URL="https://x.org/a"), CHECKED, english)
    assert words == "News. https://x.org/a. News or press release."


def test_X19_every_certainty_has_words(library, english):
    said = {fact.certainty: certainty_words(fact, english) for fact in library.facts.values()}
    assert said["low"] == "Low certainty"
    assert said["not-rated"] == "Certainty not rated"
