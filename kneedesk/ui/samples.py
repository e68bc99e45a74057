"""The sample consultations that a first run offers, by what their files say of the patient and the knee."""

import json
from datetime import date
from pathlib import Path

from kneedesk.bundle import resources
from kneedesk.language import Language
from kneedesk.ui.consultation_list import Identity, Sample

_FIRST = "reference"


def samples(language: Language) -> tuple[Sample, ...]:
    """Return the samples that ship with the application, the reference first."""
    sides = {"left": language.say("left knee"), "right": language.say("right knee")}
    found = []
    for path in sorted(_folder().glob("*.json"), key=lambda path: (path.stem != _FIRST, path.stem)):
        tree = json.loads(path.read_text("utf-8"))
        patient = tree["patient"]
        name = f"{patient.get('given_name', '')} {patient['family_name']}".strip()
        found.append(Sample(path.stem, f"{name} \N{MIDDLE DOT} {sides[tree['knee']]}", _identity(patient)))
    return tuple(found)


def sample_identities() -> frozenset[Identity]:
    """Return by what the invented patients are known."""
    return frozenset(_identity(json.loads(path.read_text("utf-8"))["patient"]) for path in _folder().glob("*.json"))


def _identity(patient: dict[str, str]) -> Identity:
    born = patient.get("birth_date")
    day = date.fromisoformat(born) if born else None
    return (patient["family_name"], patient.get("given_name"), patient.get("identifier"), day)


def sample_file(name: str) -> Path:
    """Return the file of a sample."""
    return _folder() / f"{name}.json"


def _folder() -> Path:
    return resources() / "samples"
