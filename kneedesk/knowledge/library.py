"""The whole pack as one frozen value: every entry by its id, the rules of a treatment in their order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.claim import Claim
from kneedesk.knowledge.entry import Entry
from kneedesk.knowledge.fact import Fact
from kneedesk.knowledge.finding import Finding
from kneedesk.knowledge.head_to_head import HeadToHead
from kneedesk.knowledge.notice import Notice
from kneedesk.knowledge.option import Option
from kneedesk.knowledge.pack import Pack
from kneedesk.knowledge.practice import Practice
from kneedesk.knowledge.regulation import Regulation
from kneedesk.knowledge.risk import Risk
from kneedesk.knowledge.rule import Rule
from kneedesk.knowledge.scale import Scale
from kneedesk.knowledge.source import Source
from kneedesk.knowledge.term import Term
from kneedesk.knowledge.text import Text
from kneedesk.knowledge.timeline import Timeline
from kneedesk.knowledge.topic import Topic


@dataclass(frozen=True, slots=True)
class Library:
    """What is known, checked: an id that an entry names is always there."""

    pack: Pack
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    claims: Mapping[str, Claim]
    rules: Mapping[Treatment, tuple[Rule, ...]]
    findings: Mapping[str, Finding]
    options: Mapping[Treatment, Option]
    risks: Mapping[str, Risk]
    texts: Mapping[str, Text]
    notices: Mapping[str, Notice]
    head_to_head: Mapping[str, HeadToHead]
    timelines: Mapping[Treatment, Timeline]
    scales: Mapping[str, Scale]
    regulations: Mapping[str, Regulation]
    topics: Mapping[str, Topic]
    terms: Mapping[str, Term]
    practice: Practice | None = None
    local: tuple[Entry, ...] = ()
    """What the practice wrote itself; its statements stand in their places above too."""

    @property
    def version(self) -> str:
        """Return the version of the pack, and of the practice's own where there is one."""
        return self.pack.version if self.practice is None else f"{self.pack.version} + {self.practice.version}"

    def offers(self, treatment: Treatment) -> bool:
        """Tell whether a course is given here, as far as the practice says."""
        return self.practice is None or self.practice.offers(treatment)

    def overdue(self, today: date) -> tuple[Entry, ...]:
        """Return the entries whose day of review is past, by their ids."""
        return tuple(sorted((each for each in self.entries() if each.review_due < today), key=lambda each: each.id))

    def sources_of(self, basis: str) -> tuple[Source, ...]:
        """Return the sources of a fact, or the source itself, by its id."""
        if basis in self.facts:
            return tuple(self.sources[source] for source in self.facts[basis].sources)
        return (self.sources[basis],)

    def risks_of(self, treatment: Treatment, cell_source: str | None = None) -> tuple[Risk, ...]:
        """Return the risks of a course in their order; a risk of other cell sources is left out."""
        risks = (
            risk
            for risk in self.risks.values()
            if treatment in risk.treatments
            and (not risk.cell_sources or cell_source is None or cell_source in risk.cell_sources)
        )
        return tuple(sorted(risks, key=lambda risk: (risk.part != "procedure", risk.severity, risk.order, risk.id)))

    def entries(self) -> tuple[Entry, ...]:
        """Return every entry of every kind."""
        rules = {id(rule): rule for rules in self.rules.values() for rule in rules}
        kinds = (
            self.sources,
            self.facts,
            self.claims,
            self.findings,
            self.options,
            self.risks,
            self.texts,
            self.notices,
            self.head_to_head,
            self.timelines,
            self.scales,
            self.regulations,
            self.topics,
            self.terms,
        )
        return (self.pack, *rules.values(), *(entry for kind in kinds for entry in kind.values()), *self.local)
