"""How long the documents take: against the same pages drawn directly, and against the same words set by others."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.readiness import Document
from kneedesk.commands.inputs import our_language
from kneedesk.documents.issue import issue
from kneedesk.documents.material import Material
from kneedesk.domain.consultation import Consultation
from kneedesk.knowledge.library import Library
from tests.benchmarks.drawing import recorded, replay
from tests.benchmarks.story import story_of
from tests.benchmarks.timing import alternating, judged, median_of, written
from tests.documents.reading import pages_of

Row = tuple[str, str, str]
# `.ci/bench` puts them there: they belong neither to the application nor to its tests.
OTHERS = Path(__file__).parents[2] / "build" / "bench"
GIVEN_AWAY = (Document.CONSENT, Document.SHEET)
ROUNDS = 15
ROUNDS_OF_OTHERS = 7


def exports(consultation: Consultation, library: Library, at: datetime) -> Iterator[Row]:
    """Time every document, then the consent form and the sheet in turns with the same drawn and set otherwise."""
    material = Material(consultation, assess(consultation, library), library, our_language("en"), at)
    for document in Document:
        taken = median_of(lambda document=document: issue(document, material, "a4"), rounds=ROUNDS)
        yield f"export of {document}.pdf", written(taken), ""
    yield from _drawn(material)
    yield from _set_by_others(material)


def _drawn(material: Material) -> Iterator[Row]:
    drawings = [recorded(lambda document=document: issue(document, material, "a4")) for document in GIVEN_AWAY]
    ours, direct, default = alternating(
        (
            lambda: [issue(document, material, "a4") for document in GIVEN_AWAY],
            lambda: [replay(*drawing, as_ours=True) for drawing in drawings],
            lambda: [replay(*drawing, as_ours=False) for drawing in drawings],
        ),
        rounds=ROUNDS,
    )
    calls = sum(len(calls) for _, calls in drawings)
    yield (
        "export of consent form and sheet",
        written(ours),
        _extent([issue(each, material, "a4") for each in GIVEN_AWAY]),
    )
    aim = judged(f"ours takes {ours / direct:.2f} times as long, at most 2.5", ours <= 2.5 * direct)
    note = f"{aim}; {calls} calls, compressed as ours"
    yield "the same pages drawn directly", written(direct), note
    yield "the same in ReportLab's compression", written(default), f"ours takes {ours / default:.2f} times as long"


def _set_by_others(material: Material) -> Iterator[Row]:
    sys.path.append(str(OTHERS))  # behind our own packages, and only in this process
    try:
        from tests.benchmarks.fpdf2_pages import fpdf2_page  # noqa: PLC0415
        from tests.benchmarks.weasyprint_pages import weasyprint_page  # noqa: PLC0415
    except (ImportError, OSError) as error:
        yield "the same words by fpdf2 and WeasyPrint", "–", f"not measured, `make bench` brings them: {error}"
        return
    stories = [story_of(document, material) for document in GIVEN_AWAY]
    ours, fpdf2, weasyprint = alternating(
        (
            lambda: [issue(document, material, "a4") for document in GIVEN_AWAY],
            lambda: [fpdf2_page(story) for story in stories],
            lambda: [weasyprint_page(story) for story in stories],
        ),
        rounds=ROUNDS_OF_OTHERS,
    )
    for name, taken, least, page in (("fpdf2", fpdf2, 4, fpdf2_page), ("WeasyPrint", weasyprint, 15, weasyprint_page)):
        aim = f"takes {taken / ours:.1f} times as long as ours ({written(ours)}), at least {least}"
        note = judged(aim, taken >= least * ours)
        yield f"the same words by {name}", written(taken), f"{note}; {_extent([page(story) for story in stories])}"


def _extent(pdfs: list[bytes]) -> str:
    pages = [page for pdf in pdfs for page in pages_of(pdf)]
    return f"{len(pages)} pages, {sum(len(page.split()) for page in pages):,} words"
