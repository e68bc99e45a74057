"""Write everything that is kept as files that any program reads: nothing of it in their names, each with its digest."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, func, select

from kneedesk.store.changes import written_out
from kneedesk.store.database import reading
from kneedesk.store.faults import Unavailable
from kneedesk.store.files import settle
from kneedesk.store.progress import Progress
from kneedesk.store.tables import addenda, consultations, issued, versions

if TYPE_CHECKING:
    from kneedesk.domain.consultation import Consultation

_NAME = "kneedesk-export-%Y-%m-%dT%H%M%SZ"
_DRAFT = ".part"
MANIFEST = "manifest.json"
FORMAT = "kneedesk-export"

# Messages of the application.
EXPORT_NOT_WRITTEN = "The export cannot be written: its folder is read-only, full or not there."
EXPORT_UNSOUND = "The export that was just written does not read back as it should, and was removed."


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the folder, and how many consultations and files with them."""

    folder: Path
    consultations: int
    files: int
    unreadable: int = 0
    """Consultations that this KneeDesk cannot read; they were written as they are kept."""


def export_everything(
    engine: Engine,
    folder: Path,
    at: datetime,
    dumps: "Callable[[Consultation], bytes]",
    progress: Progress | None = None,
) -> Exported:
    """Write all consultations, their versions, addenda, sealed documents and history into a new folder below one.

    Each consultation has a folder by its number; a manifest names every file with its digest. All of it is of one
    moment, and was read back before the folder has its name. Private notes are no part of it.

    :raises Unavailable: where it cannot be written or read; there is no folder then.
    :raises CalledOff: where progress was called off; there is no folder then.
    """
    made = folder / at.astimezone(UTC).strftime(_NAME)
    draft = made.with_name(made.name + _DRAFT)
    with reading(engine) as connection, connection.begin():
        try:
            exported = _write(connection, draft, made, at, dumps, progress or Progress())
            draft.rename(made)
        except BaseException as error:
            shutil.rmtree(draft, ignore_errors=True)
            if isinstance(error, OSError):
                raise Unavailable(EXPORT_NOT_WRITTEN) from None
            raise
    settle(folder)
    return exported


def _write(
    connection: Connection,
    draft: Path,
    made: Path,
    at: datetime,
    dumps: "Callable[[Consultation], bytes]",
    progress: Progress,
) -> Exported:
    with suppress(FileNotFoundError):
        shutil.rmtree(draft)  # of a time when power went
    draft.mkdir(mode=0o700)
    in_order = select(consultations.c.key).order_by(consultations.c.started_at, consultations.c.key)
    keys = connection.scalars(in_order).all()
    steps, unreadable, files = 2 * len(keys), 0, list[dict[str, Any]]()
    for number, key in enumerate(keys, 1):
        progress.tell(number, steps)
        (draft / f"{number:06}").mkdir(mode=0o700)
        for name, content, readable in _files_of(connection, key, dumps):
            path = f"{number:06}/{name}"
            _put(draft / path, content)
            files.append({"path": path, "sha256": sha256(content).hexdigest(), "bytes": len(content)})
            unreadable += not readable
    told = {"format": FORMAT, "version": 1, "made_at": at.isoformat(), "consultations": len(keys), "files": files}
    _put(draft / MANIFEST, json.dumps(told, indent=1).encode() + b"\n")
    held = connection.scalar(select(func.count()).select_from(consultations))
    if check(draft, progress) != held:
        raise Unavailable(EXPORT_UNSOUND)
    return Exported(made, len(keys), len(files), unreadable)


def check(folder: Path, progress: Progress | None = None) -> int | None:
    """Return how many consultations an export holds, or nothing where a file of it is not what its manifest says.

    :raises OSError: where it cannot be read.
    """
    manifest = json.loads((folder / MANIFEST).read_bytes())
    whole: set[str] = set()
    number: int = manifest["consultations"]
    for place, each in enumerate(manifest["files"], 1):
        if progress is not None:
            progress.tell(number + number * place // len(manifest["files"]), 2 * number)
        content = (folder / each["path"]).read_bytes()
        if (len(content), sha256(content).hexdigest()) != (each["bytes"], each["sha256"]):
            return None
        whole.add(each["path"].partition("/")[0])
    return number if len(whole) == number else None


def _files_of(
    connection: Connection, key: str, dumps: "Callable[[Consultation], bytes]"
) -> Iterator[tuple[str, bytes, bool]]:
    """Yield the files of a consultation: name, content, and whether it could be read as one."""
    row = connection.scalar(select(consultations.c.content).where(consultations.c.key == key))
    yield _consultation("consultation.json", row or "", dumps)
    standing = select(versions.c.version, versions.c.digest, versions.c.content).where(versions.c.key == key)
    for version in connection.execute(standing.order_by(versions.c.version)).all():
        yield _consultation(f"version-{version.version}.json", version.content, dumps)
        for paper in connection.execute(select(issued).where(issued.c.digest == version.digest)).all():
            words = "-".join((paper.document, paper.language, paper.paper)).replace(" ", "-")
            yield f"version-{version.version}-{words}.pdf", paper.content, True
    added = select(addenda.c.content).where(addenda.c.key == key).order_by(addenda.c.number)
    for place, content in enumerate(connection.scalars(added), 1):
        yield f"addendum-{place}.json", content.encode(), True
    yield "history.json", written_out(connection, key), True


def _consultation(name: str, content: str, dumps: "Callable[[Consultation], bytes]") -> tuple[str, bytes, bool]:
    from pydantic import ValidationError  # noqa: PLC0415 - as in Consultations

    from kneedesk.domain.consultation import Consultation  # noqa: PLC0415

    try:
        return name, dumps(Consultation.model_validate_json(content)), True
    except ValidationError:
        return name, content.encode(), False


def _put(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
