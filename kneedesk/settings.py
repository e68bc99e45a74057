"""What a practice sets once: letterhead, clinician, place, language and look, in one checked file; no patient data."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from platformdirs import PlatformDirs

LANGUAGES = ("en", "es")
THEMES = ("light", "dark", "system")
LOCK_MINUTES = (1, 2, 5, 10, 15)
TEXT_SIZES = (100, 125, 150, 175, 200)
RETENTION_YEARS = (0, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30)
JURISDICTIONS = ("us", "us-fl", "us-ut", "us-wa", "us-tx", "us-nv", "us-mt", "eu", "uk", "mx", "other")
FILE = "settings.json"
_LONG = ("practice.financial_interest", "practice_pack", "logo", "backup_folder")
_LONGEST_NAME = 200
_LONGEST_TEXT = 5000


@dataclass(frozen=True, slots=True)
class Folders:
    """Where this user's settings and consultations are kept."""

    config: Path
    data: Path


@dataclass(frozen=True, slots=True)
class PracticeSettings:
    """The clinic as its letterhead names it."""

    name: str = ""
    address: str = ""
    phone: str = ""
    emergency_phone: str = ""
    financial_interest: str = ""


@dataclass(frozen=True, slots=True)
class ClinicianSettings:
    """The physician who works at this desk."""

    name: str = ""
    registration: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """All that is set; a new consultation copies practice, clinician, jurisdiction and language from here."""

    practice: PracticeSettings = field(default_factory=PracticeSettings)
    clinician: ClinicianSettings = field(default_factory=ClinicianSettings)
    jurisdiction: str = "us"
    language: str = "en"
    theme: str = "system"
    text_size: int = 100
    """The size of text on the screens, in percent."""
    drawer_open: bool = True
    elapsed_time: bool = False
    show_lines_to_say: bool = True
    logo: str = ""
    """The picture of the letterhead, empty where there is none."""
    lock_minutes: int = 5
    """After so many minutes in which nobody worked with it the window locks."""
    practice_pack: str = ""
    """The folder of the practice's own pack, empty where it has none."""
    backup_folder: str = ""
    """The folder that backups are kept in, empty where they lie beside the consultations."""
    retention_years: int = 0
    """After how many years patients are listed to be deleted; 0: never."""
    store: str = ""
    """The address of the practice's server, empty where consultations are kept on this computer."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings that were read, and one sentence where the file could not be used."""

    settings: Settings
    fault: str = ""


_CHOICES: Mapping[str, tuple[str, ...] | tuple[int, ...]] = MappingProxyType(
    {
        "jurisdiction": JURISDICTIONS,
        "language": LANGUAGES,
        "theme": THEMES,
        "text_size": TEXT_SIZES,
        "lock_minutes": LOCK_MINUTES,
        "retention_years": RETENTION_YEARS,
    }
)
_KINDS: Mapping[type, str] = MappingProxyType({str: "text", bool: "true or false", int: "whole number"})


class _Unusable(ValueError):
    """Why a file is not taken, as the end of a sentence."""


def folders(environment: Mapping[str, str] = os.environ) -> Folders:
    """Return the folders of this user; ``KNEEDESK_HOME`` names one for both."""
    home = environment.get("KNEEDESK_HOME")
    if home:
        return Folders(Path(home), Path(home))
    places = PlatformDirs("KneeDesk", appauthor=False)
    return Folders(Path(places.user_config_dir), Path(places.user_data_dir))


def load(folder: Path) -> Loaded:
    """Read the settings under a folder; a file that cannot be used is kept aside and said so."""
    path = folder / FILE
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Loaded(Settings())
    except OSError as error:
        return Loaded(Settings(), f"The settings cannot be read ({error.strerror}); standard settings are used.")
    try:
        return Loaded(_settings(_parse(content)))
    except _Unusable as reason:
        return Loaded(Settings(), f"The settings cannot be used: {reason}. Standard settings are used{_aside(path)}.")


def save(settings: Settings, folder: Path) -> None:
    """Write the settings whole or not at all.

    :raises OSError: where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f"{FILE}.part"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(json.dumps(asdict(settings), ensure_ascii=False, indent=1).encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / FILE)


def changed(settings: Settings, path: str, value: Any) -> Settings:
    """Return the settings with one of them changed, by its path as ``practice.phone``.

    :raises ValueError: with the path and what is allowed, where the value is not.
    """
    block, _, name = path.partition(".")
    if not name:
        return replace(settings, **{block: _checked(path, value, getattr(Settings(), block))})
    inner = getattr(settings, block)
    return replace(settings, **{block: replace(inner, **{name: _checked(path, value, "")})})


def _parse(content: bytes) -> dict[str, Any]:
    try:
        tree = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        raise _Unusable("the file is no JSON") from None
    if not isinstance(tree, dict):
        raise _Unusable("the file holds no JSON object")
    return tree


def _settings(tree: dict[str, Any]) -> Settings:
    settings = Settings()
    for path, value in _leaves(tree):
        settings = changed(settings, path, value)
    return settings


def _leaves(tree: dict[str, Any]) -> list[tuple[str, Any]]:
    """Return every path with its value; a key that is not known is refused, one that is absent has its default."""
    blocks = {"practice": PracticeSettings, "clinician": ClinicianSettings}
    known = [each.name for each in fields(Settings)]
    leaves: list[tuple[str, Any]] = []
    for key, value in tree.items():
        if key not in known:
            raise _Unusable(f"{key[:60]!r} is not known")
        if key not in blocks:
            leaves.append((key, value))
            continue
        if not isinstance(value, dict):
            raise _Unusable(f"{key} holds no JSON object")
        names = [each.name for each in fields(blocks[key])]
        for name, inner in value.items():
            if name not in names:
                raise _Unusable(f"'{key}.{name[:60]}' is not known")
            leaves.append((f"{key}.{name}", inner))
    return leaves


def _checked(path: str, value: Any, example: Any) -> Any:
    if type(value) is not type(example):
        raise _Unusable(f"{path} is no {_KINDS[type(example)]}")
    allowed = _CHOICES.get(path)
    if allowed is not None and value not in allowed:
        raise _Unusable(f"{path} is none of {', '.join(map(str, allowed))}")
    longest = _LONGEST_TEXT if path in _LONG else _LONGEST_NAME
    if isinstance(value, str) and len(value) > longest:
        raise _Unusable(f"{path} has more than {longest} characters")
    return value


def _aside(path: Path) -> str:
    """Put a file that cannot be used beside the place of the next one, and say where."""
    kept = path.with_suffix(".unusable.json")
    try:
        path.replace(kept)
    except OSError:
        return ""
    return f"; the file is kept as {kept.name}"
