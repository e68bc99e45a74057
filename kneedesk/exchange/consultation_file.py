"""Read and write the consultation file: strict on the way in, the same bytes for the same value on the way out."""

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kneedesk.domain.consultation import FORMAT, VERSION, Consultation
from kneedesk.domain.digest import canonical_bytes
from kneedesk.exchange.faults import Refused, explain, shorten
from kneedesk.exchange.json_text import parse

MAX_BYTES = 1024 * 1024


def load(path: Path) -> Consultation:
    """Read a consultation file; ``Refused`` says in one sentence a fault what is wrong with it."""
    return loads(_read(path))


def loads(content: bytes) -> Consultation:
    """Read the bytes of a consultation file; nothing is half-read.

    :raises Refused: with one sentence for every fault, each naming the field, the value and what is allowed.
    """
    if len(content) > MAX_BYTES:
        raise Refused(f"the file has more than {MAX_BYTES:,} bytes, the most that is read")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"byte {error.start + 1} is not UTF-8, the only encoding that is read") from None
    tree = _check_format(parse(text))
    # An absent block and a null one mean the same: none of its findings is recorded.
    recorded = {
        name: value for name, value in tree.items() if value is not None or name not in Consultation.model_fields
    }
    try:
        return Consultation.model_validate_json(json.dumps(recorded))
    except ValidationError as error:
        raise Refused(*explain(error)) from None


def dumps(consultation: Consultation) -> bytes:
    """Return the bytes of a consultation file, without what is not recorded."""
    return canonical_bytes(consultation)


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Refused("no such file" if not path.exists() else "this is not a file")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Refused(f"the file cannot be read: {error.strerror or 'unknown reason'}") from None


def _check_format(tree: Any) -> dict[str, Any]:
    if not isinstance(tree, dict):
        raise Refused(f"the file holds {shorten(tree)}; allowed is one JSON object")
    if tree.get("format") != FORMAT:
        raise Refused(f"format: {shorten(tree.get('format'))} is not allowed; allowed is {FORMAT!r}")
    version = tree.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise Refused(f"version: {shorten(version)} is newer than this KneeDesk, which reads version {VERSION}")
    return tree
