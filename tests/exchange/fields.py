"""The reference consultation with one field changed, and what is said when its value is refused."""

import json

from kneedesk.exchange.consultation_file import dumps, loads
from tests.files import changed, reference

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
    for part in path.replace("[0]", ".0").split("."):
        value = value[int(part) if part.isdigit() else part]
    return value
