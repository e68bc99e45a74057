"""The JSON schema of every kind of file, so that an editor completes and checks the YAML."""

import re
from typing import Any

from kneedesk.knowledge.claim import Claim
from kneedesk.knowledge.entry import Entry
from kneedesk.knowledge.fact import Fact
from kneedesk.knowledge.finding import Finding
from kneedesk.knowledge.head_to_head import HeadToHead
from kneedesk.knowledge.notice import Notice
from kneedesk.knowledge.option import Option
from kneedesk.knowledge.pack import Pack
from kneedesk.knowledge.practice import LocalCost, LocalEveryday, LocalNotice, Practice
from kneedesk.knowledge.regulation import Regulation
from kneedesk.knowledge.risk import Risk
from kneedesk.knowledge.rule import Rule
from kneedesk.knowledge.scale import Scale
from kneedesk.knowledge.source import Source
from kneedesk.knowledge.term import Term
from kneedesk.knowledge.text import Text
from kneedesk.knowledge.timeline import Timeline
from kneedesk.knowledge.topic import Topic

_KINDS: tuple[type[Entry], ...] = (
    *(Pack, Source, Fact, Claim, Rule, Finding, Option, Risk, Text, Notice),
    *(HeadToHead, Timeline, Scale, Regulation, Topic, Term),
    *(Practice, LocalCost, LocalEveryday, LocalNotice),
)


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of each kind by its name in small letters."""
    return {_file_name(kind): kind.model_json_schema(by_alias=True) for kind in _KINDS}


def _file_name(kind: type[Entry]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()
