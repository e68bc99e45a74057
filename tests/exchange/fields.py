"""The reference consultation with one field changed, and what is said when its value is refused."""

import json

from kneedesk.exchange.consultation_file import dumps, loads
from tests.files import changed, reference

DIGEST = "0123456789abcdef" * 4
DRAWN = {
    "role": "patient",
    "name": "Ana Ruiz Peña",
    "at": "2026-11-18T14:20:00+01:00",
    "method": "drawn",
    "strokes": [[[40, 200], [160, 120], [280, 210]], [[300, 90]]],
    "meaning": "I agree to this procedure.",
}
WOMAC = {"instrument": "womac", "scale": "0-96", "score": 7}

# The reference with lists to which one entry is added, and a score that every instrument can have.
BASE = json.loads(
    changed(
        reference(),
        {
            "history.previous_treatments": [{"treatment": "prp"}],
            "measures": [WOMAC],
            "preferences.priorities": [],
            "preferences.expected_pain": [{"months": 3, "score": 3}],
            "preferences.expected_pain_asked": {"at": "2026-11-18T13:40:00+01:00", "answer": "answered"},
            "product": {"donor": "own", "laboratory": "Quay Laboratory"},
            "stop_rule": {"amount": 2, "date": "2027-02-18"},
            "sure": {"certain": True, "informed": False},
            "notice": {"digest": DIGEST, "shown_at": "2026-11-18T14:02:00+01:00"},
            "consent": {"capacity": True, "witnesses": ["Luz Ortiz"]},
            "signatures": [DRAWN],
            "overrides": [{"treatment": "prp", "reason": "Asked for it."}],
            "not_assessed": [],
        },
    )
)


def at(path, value):
    """Return a file with one value of its own."""
    return changed(BASE, {path: value})


def said(path, found, allowed):
    """Return the sentence for one fault."""
    return f"{path}: {found} is not allowed; allowed is {allowed}"


def recorded(content, path):
    """Return what is written for a field when a file is read and saved."""
    value = json.loads(dumps(loads(content)))
    for part in path.replace("[", ".").replace("]", "").split("."):
        value = value[int(part) if part.isdigit() else part]
    return value
