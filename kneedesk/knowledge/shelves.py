"""Read every file of the pack into one library, or say which file is wrong, on which line, and why."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from kneedesk.domain.treatment import PROCEDURES, Treatment
from kneedesk.knowledge.claim import Claim
from kneedesk.knowledge.fact import Fact
from kneedesk.knowledge.finding import Finding
from kneedesk.knowledge.gate.checks import faults_in
from kneedesk.knowledge.head_to_head import HeadToHead
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.notice import Notice
from kneedesk.knowledge.option import Option
from kneedesk.knowledge.pack import Pack
from kneedesk.knowledge.pack_files import PackFiles
from kneedesk.knowledge.regulation import Regulation
from kneedesk.knowledge.risk import Risk
from kneedesk.knowledge.rule import Rule
from kneedesk.knowledge.scale import Scale
from kneedesk.knowledge.source import Source
from kneedesk.knowledge.term import Term
from kneedesk.knowledge.text import Text
from kneedesk.knowledge.timeline import Timeline
from kneedesk.knowledge.topic import Topic

# The folder of a rule says whom it concerns.
RULE_FOLDERS: Mapping[str, tuple[Treatment, ...]] = MappingProxyType(
    {"all": tuple(Treatment), "procedures": PROCEDURES} | {treatment.value: (treatment,) for treatment in Treatment}
)


def read_library(root: Path) -> Library:
    """Read and check the pack under a folder.

    :raises InvalidPack: with every fault of the schema, or where there is none, of what the gate checks.
    """
    files = PackFiles(root)
    pack = files.entry(root / "pack.yaml", Pack)
    shelves = (
        files.shelf("sources", Source),
        files.shelf("facts", Fact),
        files.shelf("claims", Claim),
        _rules(files),
        files.shelf("findings", Finding),
        MappingProxyType({option.treatment: option for option in files.shelf("options", Option).values()}),
        files.shelf("risks", Risk),
        files.shelf("texts", Text),
        files.shelf("notices", Notice),
        files.shelf("head_to_head", HeadToHead),
        MappingProxyType({timeline.treatment: timeline for timeline in files.shelf("timelines", Timeline).values()}),
        files.shelf("scales", Scale),
        files.shelf("regulations", Regulation),
        files.shelf("topics", Topic),
        files.shelf("terms", Term),
    )
    files.raise_faults()
    assert pack is not None  # noqa: S101 - what cannot be read is a fault
    library = Library(pack, *shelves)
    for entry, location, reason in faults_in(library):
        files.report(entry, location, reason)
    files.raise_faults()
    return library


def _rules(files: PackFiles) -> Mapping[Treatment, tuple[Rule, ...]]:
    rules: dict[Treatment, list[Rule]] = {treatment: [] for treatment in Treatment}
    for folder in sorted((files.root / "rules").glob("*")):
        if folder.name not in RULE_FOLDERS:
            files.refuse(f"rules/{folder.name}", f"allowed are {', '.join(RULE_FOLDERS)}")
            continue
        for rule in files.entries(folder, Rule):
            for treatment in RULE_FOLDERS[folder.name]:
                rules[treatment].append(rule)
    return MappingProxyType(
        {treatment: tuple(sorted(listed, key=lambda rule: rule.order)) for treatment, listed in rules.items()}
    )
