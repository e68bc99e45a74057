"""A publication, law, page or convention that a fact or statement rests on."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from kneedesk.knowledge.entry import Entry, Said, Value, Words

SourceType = Literal[
    "systematic-review",
    "randomised-trial",
    "trial-registry",
    "trial-protocol",
    "cohort",
    "overview",
    "technology-assessment",
    "guideline",
    "regulator",
    "law",
    "convention",
    "own",
    "clinic-page",
    "company",
    "digest",
    "news",
    "measure",
    "method",
    "other",
]


class Author(Value):
    """A person by family and given name, or a body by its ``literal`` name."""

    family: Said | None = None
    given: Said | None = None
    literal: Said | None = None

    @property
    def name(self) -> str:
        """Return the name as a reference list gives it."""
        return self.literal or " ".join(part for part in (self.family, self.given) if part)


class Issued(Value):
    """The day, month or year of publication, as CSL-JSON writes it: ``[[2015, 10, 22]]``."""

    date_parts: Annotated[tuple[tuple[int, ...], ...], Field(alias="date-parts")]


class Publication(Value):
    """The fields of CSL-JSON that a reference list needs; ``title`` is as published, in ``language``."""

    author: tuple[Author, ...] = ()
    title: Said | None = None
    language: Said = "en"
    container_title: Annotated[Said | None, Field(alias="container-title")] = None
    publisher: Said | None = None
    issued: Issued | None = None
    volume: Said | None = None
    issue: Said | None = None
    page: Said | None = None
    number: Said | None = None
    doi: Annotated[Said | None, Field(alias="DOI")] = None
    pmid: Annotated[Said | None, Field(alias="PMID")] = None
    pmcid: Annotated[Said | None, Field(alias="PMCID")] = None
    url: Annotated[Said | None, Field(alias="URL")] = None


class Source(Entry):
    """A source with its type, its interest in the matter where it has one, and how to find it.

    A work whose title was not read, or that is our own, has a ``description`` in our words instead of a title.
    A ``digest`` is the summary of another source, an ``overview`` an article that did not search systematically, a
    ``measure`` what is said of a scale or its licence; *other* is what neither its title nor its publisher tells.
    """

    type: SourceType
    description: Words | None = None
    csl: Publication = Publication()
    interest: Words | None = None

    def named(self, language: str) -> str:
        """Return the title as published, or our description in a language."""
        return self.description.spoken(language) if self.description is not None else str(self.csl.title)

    @model_validator(mode="after")
    def _check_title(self) -> "Source":
        if (self.description is None) is (self.csl.title is None):
            raise ValueError("a source has either the title of the work or a description of it")
        return self

    @model_validator(mode="after")
    def _check_interest(self) -> "Source":
        if self.type == "clinic-page" and self.interest is None:
            raise ValueError("a clinic page must state its interest")
        return self
