"""The files under one folder of a pack, read as entries, with every fault that was met and its line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import ValidationError

from kneedesk.knowledge.entry import Entry
from kneedesk.knowledge.gate.walk import Location
from kneedesk.knowledge.yaml_file import Unreadable, line_of, read

Kind = TypeVar("Kind", bound=Entry)


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


class PackFiles:
    """The files of a pack on their way into a library, with the faults met so far."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._faults: list[Fault] = []
        self._files: dict[int, Path] = {}

    def shelf(self, folder: str, kind: type[Kind]) -> Mapping[str, Kind]:
        """Read all entries of a folder, by their ids."""
        return MappingProxyType({entry.id: entry for entry in self.entries(self.root / folder, kind)})

    def entries(self, folder: Path, kind: type[Kind]) -> Iterator[Kind]:
        """Read the entries of a folder one after the other."""
        for path in sorted(folder.glob("*.yaml")):
            entry = self.entry(path, kind)
            if entry is not None:
                yield entry

    def entry(self, path: Path, kind: type[Kind]) -> Kind | None:
        """Read one entry, or nothing where its file has faults."""
        try:
            entry = kind.model_validate_json(read(path))
        except OSError as error:
            self.refuse(path.name, f"cannot be read: {error.strerror}")
        except Unreadable as error:
            self._faults.append(Fault(self._name(path), error.line, error.reason))
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                place = ".".join(str(part) for part in detail["loc"])
                self._place(path, detail["loc"], f"{place}: {detail['msg']}" if place else detail["msg"])
        else:
            self._files[id(entry)] = path
            if entry.id == path.stem:
                return entry
            self._place(path, ("id",), f"the id {entry.id} must equal the name of the file")
        return None

    def holds(self, entry: Entry) -> bool:
        """Tell whether an entry was read here."""
        return id(entry) in self._files

    def report(self, entry: Entry, location: Location, reason: str) -> None:
        """Add what is wrong with an entry that was read here."""
        self._place(self._files[id(entry)], location, reason)

    def refuse(self, file: str, reason: str) -> None:
        """Add what is wrong with a file or folder as a whole."""
        self._faults.append(Fault(file, 1, reason))

    def raise_faults(self) -> None:
        """Raise what was met so far, where there is anything.

        :raises InvalidPack: with every fault.
        """
        if self._faults:
            raise InvalidPack(tuple(self._faults))

    def _place(self, path: Path, location: Location, reason: str) -> None:
        self._faults.append(Fault(self._name(path), line_of(path, location), reason))

    def _name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()
