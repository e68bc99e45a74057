"""An indication, a contraindication or a caution: when it holds, what it says and what it rests on."""

from functools import cached_property
from typing import Literal

from pydantic import model_validator

from kneedesk.knowledge.criterion import Criterion, findings_of
from kneedesk.knowledge.entry import Certainty, Entry, Id, Words

Effect = Literal["indication", "contraindication", "caution"]


class Rule(Entry):
    """One rule of a treatment; its folder names the treatment, ``procedures`` or ``all``.

    ``statement`` says the rule to a physician whatever its status, ``addition`` is added when it is met and
    may name ``{first_day}``, ``plain`` says to a patient why the rule speaks against the treatment (for an
    indication: what is not so, or not known). ``order`` is the place in the table of rules.
    """

    order: int
    effect: Effect
    temporary: bool = False
    required: bool = False
    when: Criterion
    statement: Words
    addition: Words | None = None
    plain: Words
    certainty: Certainty
    facts: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()

    @cached_property
    def basis(self) -> tuple[str, ...]:
        """Return the ids of the sources and facts that the rule rests on."""
        return (*self.sources, *self.facts)

    @cached_property
    def findings(self) -> tuple[str, ...]:
        """Return the finding paths that the rule looks at."""
        return findings_of(self.when)

    @model_validator(mode="after")
    def _check_effect(self) -> "Rule":
        if self.required is not (self.effect == "indication"):
            raise ValueError("an indication is required, and nothing else is")
        if self.temporary and self.effect != "contraindication":
            raise ValueError("only a contraindication can be temporary")
        if not self.basis:
            raise ValueError("a rule needs at least one fact or source")
        return self
