"""The JSON schema of every kind of file, so that an editor completes and checks the YAML."""

from typing import Any

from kneedesk.knowledge.claim import Claim
from kneedesk.knowledge.entry import Entry
from kneedesk.knowledge.fact import Fact
from kneedesk.knowledge.finding import Finding
from kneedesk.knowledge.notice import Notice
from kneedesk.knowledge.option import Option
from kneedesk.knowledge.pack import Pack
from kneedesk.knowledge.risk import Risk
from kneedesk.knowledge.rule import Rule
from kneedesk.knowledge.source import Source
from kneedesk.knowledge.text import Text

_KINDS: tuple[type[Entry], ...] = (Pack, Source, Fact, Claim, Rule, Finding, Option, Risk, Text, Notice)


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of each kind by its name in small letters."""
    return {kind.__name__.lower(): kind.model_json_schema(by_alias=True) for kind in _KINDS}
