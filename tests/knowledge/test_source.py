"""A source names its authors, and its interest where it sells what it writes about."""

import pytest
from pydantic import ValidationError

from kneedesk.knowledge.source import Author, Source

REVIEW = {"reviewed": "2026-11-20", "review_due": "2027-11-20"}


def a_source(**fields: object) -> Source:
    return Source.model_validate({"id": "a", **REVIEW, "csl": {"title": "A title"}, **fields}, strict=False)


@pytest.mark.parametrize(
    ("author", "name"),
    [
        (Author(family="Skou", given="ST"), "Skou ST"),
        (Author(family="Skou"), "Skou"),
        (Author(literal="Food and Drug Administration"), "Food and Drug Administration"),
    ],
)
def test_an_author_is_a_person_or_a_body(author, name):
    assert author.name == name


def test_a_clinic_page_states_its_interest():
    with pytest.raises(ValidationError, match="must state its interest"):
        a_source(type="clinic-page")
    assert a_source(type="clinic-page", interest={"en": "It sells."}).interest.en == "It sells."


def test_a_kind_of_source_that_is_not_listed_is_refused():
    with pytest.raises(ValidationError):
        a_source(type="hearsay")


def test_fields_are_written_as_in_csl_json():
    source = a_source(
        type="randomised-trial",
        csl={
            "title": "A trial",
            "container-title": "A journal",
            "issued": {"date-parts": [[2020, 5]]},
            "DOI": "10.1/x",
        },
    )
    assert source.csl.container_title == "A journal"
    assert source.csl.issued.date_parts == ((2020, 5),)
    assert source.csl.doi == "10.1/x"


def test_a_source_has_either_a_title_or_our_description_of_it():
    described = a_source(type="other", csl={}, description={"en": "A page", "es": "Una página"})
    assert (described.named("en"), described.named("es")) == ("A page", "Una página")
    assert a_source(type="other").named("es") == "A title"
    for fields in ({"csl": {}}, {"description": {"en": "A page"}}):
        with pytest.raises(ValidationError, match="either the title of the work or a description"):
            a_source(type="other", **fields)
