"""Read every file of the pack into one library, or say which file is wrong, on which line, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import ValidationError

from kneedesk.domain.treatment import PROCEDURES, Treatment
from kneedesk.knowledge.claim import Claim
from kneedesk.knowledge.entry import Entry
from kneedesk.knowledge.fact import Fact
from kneedesk.knowledge.finding import Finding
from kneedesk.knowledge.gate.checks import faults_in
from kneedesk.knowledge.head_to_head import HeadToHead
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.notice import Notice
from kneedesk.knowledge.option import Option
from kneedesk.knowledge.pack import Pack
from kneedesk.knowledge.regulation import Regulation
from kneedesk.knowledge.risk import Risk
from kneedesk.knowledge.rule import Rule
from kneedesk.knowledge.scale import Scale
from kneedesk.knowledge.source import Source
from kneedesk.knowledge.term import Term
from kneedesk.knowledge.text import Text
from kneedesk.knowledge.timeline import Timeline
from kneedesk.knowledge.topic import Topic
from kneedesk.knowledge.yaml_file import Unreadable, line_of, read

Kind = TypeVar("Kind", bound=Entry)
# The folder of a rule says whom it concerns.
RULE_FOLDERS: Mapping[str, tuple[Treatment, ...]] = MappingProxyType(
    {"all": tuple(Treatment), "procedures": PROCEDURES} | {treatment.value: (treatment,) for treatment in Treatment}
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the pack: the file under its root, the line counted from one, the reason."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        """Return the fault as one line that an editor can jump to."""
        return f"{self.file}:{self.line}: {self.reason}"


class InvalidPack(ValueError):
    """The pack cannot be used; ``faults`` says why."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def read_library(root: Path) -> Library:
    """Read and check the pack under a folder.

    :raises InvalidPack: with every fault of the schema, or where there is none, of what the gate checks.
    """
    return _Shelves(root).library()


class _Shelves:
    """The files of a pack on their way into a library, with the faults met so far."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._faults: list[Fault] = []
        self._files: dict[int, Path] = {}

    def library(self) -> Library:
        packs = [pack for pack in (self._entry(self._root / "pack.yaml", Pack),) if pack is not None]
        shelves = (
            self._shelf("sources", Source),
            self._shelf("facts", Fact),
            self._shelf("claims", Claim),
            self._rules(),
            self._shelf("findings", Finding),
            MappingProxyType({option.treatment: option for option in self._shelf("options", Option).values()}),
            self._shelf("risks", Risk),
            self._shelf("texts", Text),
            self._shelf("notices", Notice),
            self._shelf("head_to_head", HeadToHead),
            MappingProxyType(
                {timeline.treatment: timeline for timeline in self._shelf("timelines", Timeline).values()}
            ),
            self._shelf("scales", Scale),
            self._shelf("regulations", Regulation),
            self._shelf("topics", Topic),
            self._shelf("terms", Term),
        )
        self._raise_faults()
        library = Library(packs[0], *shelves)
        for entry, location, reason in faults_in(library):
            self._report(self._files[id(entry)], location, reason)
        self._raise_faults()
        return library

    def _shelf(self, folder: str, kind: type[Kind]) -> Mapping[str, Kind]:
        return MappingProxyType({entry.id: entry for entry in self._entries(self._root / folder, kind)})

    def _rules(self) -> Mapping[Treatment, tuple[Rule, ...]]:
        rules: dict[Treatment, list[Rule]] = {treatment: [] for treatment in Treatment}
        for folder in sorted((self._root / "rules").glob("*")):
            if folder.name not in RULE_FOLDERS:
                self._faults.append(Fault(f"rules/{folder.name}", 1, f"allowed are {', '.join(RULE_FOLDERS)}"))
                continue
            for rule in self._entries(folder, Rule):
                for treatment in RULE_FOLDERS[folder.name]:
                    rules[treatment].append(rule)
        return MappingProxyType(
            {treatment: tuple(sorted(listed, key=lambda rule: rule.order)) for treatment, listed in rules.items()}
        )

    def _entries(self, folder: Path, kind: type[Kind]) -> Iterator[Kind]:
        for path in sorted(folder.glob("*.yaml")):
            entry = self._entry(path, kind)
            if entry is not None:
                yield entry

    def _entry(self, path: Path, kind: type[Kind]) -> Kind | None:
        try:
            entry = kind.model_validate_json(read(path))
        except OSError as error:
            self._faults.append(Fault(path.name, 1, f"cannot be read: {error.strerror}"))
        except Unreadable as error:
            self._faults.append(Fault(self._name(path), error.line, error.reason))
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                place = ".".join(str(part) for part in detail["loc"])
                self._report(path, detail["loc"], f"{place}: {detail['msg']}" if place else detail["msg"])
        else:
            self._files[id(entry)] = path
            if entry.id == path.stem:
                return entry
            self._report(path, ("id",), f"the id {entry.id} must equal the name of the file")
        return None

    def _report(self, path: Path, location: tuple[int | str, ...], reason: str) -> None:
        self._faults.append(Fault(self._name(path), line_of(path, location), reason))

    def _name(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()

    def _raise_faults(self) -> None:
        if self._faults:
            raise InvalidPack(tuple(self._faults))
