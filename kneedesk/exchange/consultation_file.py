"""Read and write the consultation file: strict on the way in, the same bytes for the same value on the way out."""

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kneedesk.domain.consultation import FORMAT, VERSION, Consultation
from kneedesk.domain.digest import canonical_bytes
from kneedesk.exchange.faults import Fault, Refused, explain, refused_value, shorten
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
        sentence = "the file has more than {most} bytes, the most that is read"
        raise Refused(Fault(sentence, {"most": f"{MAX_BYTES:,}"}))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        sentence = "byte {place} is not UTF-8, the only encoding that is read"
        raise Refused(Fault(sentence, {"place": str(error.start + 1)})) from None
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
            raise Refused(Fault("no such file") if not path.exists() else Fault("this is not a file"))
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        why = error.strerror or Fault("unknown reason")
        raise Refused(Fault("the file cannot be read: {why}", {"why": why})) from None


def _check_format(tree: Any) -> dict[str, Any]:
    if not isinstance(tree, dict):
        raise Refused(Fault("the file holds {found}; allowed is one JSON object", {"found": shorten(tree)}))
    if tree.get("format") != FORMAT:
        raise Refused(refused_value("format", tree.get("format"), f"{FORMAT!r}"))
    version = tree.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        sentence = "version: {found} is newer than this KneeDesk, which reads version {read}"
        raise Refused(Fault(sentence, {"found": shorten(version), "read": str(VERSION)}))
    return tree
