"""How long a seal takes, and to check one."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.readiness import Document
from kneedesk.commands.inputs import our_language
from kneedesk.documents.issue import issue
from kneedesk.documents.material import Material
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.digest import content_digest
from kneedesk.knowledge.library import Library
from tests.benchmarks.timing import alternating, judged, written

Row = tuple[str, str, str]


def seals(consultation: Consultation, library: Library, at: datetime) -> Iterator[Row]:
    """Time loading what seals, then a seal on the consent form and its check, in turns."""
    material = Material(consultation, assess(consultation, library), library, our_language("en"), at)
    pdf = issue(Document.CONSENT, material, "a4", to_be_sealed=True)
    start = perf_counter()
    from kneedesk.documents.sealing.seal import seal  # noqa: PLC0415
    from kneedesk.documents.sealing.verification import verify  # noqa: PLC0415
    from kneedesk.store.practice_keys import practice_key  # noqa: PLC0415

    yield "loading what makes and checks seals", written(perf_counter() - start), "once, away from the window"
    with TemporaryDirectory() as folder:
        key = practice_key(Path(folder), "Riverside Knee Clinic", at)
    content = content_digest(consultation)
    sealed = seal(pdf, key, at, meaning="Sealed", content=content)
    sealing, checking = alternating(
        (
            lambda: seal(pdf, key, at, meaning="Sealed", content=content),
            lambda: verify(sealed, {key.fingerprint}),
        ),
        rounds=21,
    )
    aim = judged("must stay under 100 ms", sealing < 0.1)
    yield "sealing the consent form", written(sealing), f"{aim}; {len(sealed) - len(pdf):,} bytes more"
    yield "checking it", written(checking), ""
