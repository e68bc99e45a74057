"""The pages of a document on the screen."""

from datetime import UTC, datetime

import pytest

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.readiness import Document
from kneedesk.documents.material import Material
from kneedesk.ui.background import Background
from kneedesk.ui.issuing import Issued, Request, finish, issue_request, set_request
from kneedesk.ui.widgets.preview import Preview
from kneedesk.ui.widgets.words import Words
from tests.ui.hosting import host

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


@pytest.fixture(scope="module")
def issued(cases, library, english) -> dict[Document, Issued]:
    def make(document: Document) -> Issued:
        consultation = cases["reference"]
        material = Material(consultation, assess(consultation, library), library, english, NOW)
        return issue_request(Request(document, material, "a4"))

    return {document: make(document) for document in (Document.SHEET, Document.RECORD)}


@pytest.fixture
def preview(qtbot, english):
    background = Background()
    preview = Preview(background, english)
    background.setParent(preview)
    preview.failures = []
    preview.failed.connect(preview.failures.append)
    host(qtbot, preview)
    return preview


def is_drawn(preview, place: int) -> bool:
    return not preview.pages[place].pixmap().isNull()


def test_a_page_has_its_size_before_its_picture_and_fills_the_width(preview, issued, qtbot):
    preview.show_issued(issued[Document.SHEET])
    first = preview.pages[0]
    assert first.pixmap().isNull()
    width, height = issued[Document.SHEET].pages[0]
    assert abs(first.height() / first.width() - height / width) < 0.01
    assert preview.viewport().width() - 40 < first.width() <= preview.viewport().width()
    size = first.size()
    qtbot.waitUntil(lambda: is_drawn(preview, 0))
    assert first.size() == size


def test_the_first_page_is_drawn_before_those_below_it(preview, issued, qtbot):
    preview.show_issued(issued[Document.SHEET])
    qtbot.waitUntil(lambda: is_drawn(preview, 0))
    assert not is_drawn(preview, len(preview.pages) - 1)


def test_of_a_proof_only_what_is_in_sight_is_drawn_and_stays_until_the_bytes_are(preview, issued, qtbot):
    proof = set_request(issued[Document.SHEET].request)
    preview.show_issued(proof)
    qtbot.waitUntil(lambda: is_drawn(preview, 0))
    seen = preview.pages[0].pixmap().toImage()
    done = []
    preview._background.run(lambda: None, done.append, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert not is_drawn(preview, 1)
    preview.show_issued(finish(proof))
    assert preview.pages[0].pixmap().toImage() == seen
    qtbot.waitUntil(lambda: is_drawn(preview, 1))
    assert preview.pages[0].pixmap().toImage() == seen


def test_a_page_of_another_size_shows_its_older_picture_whole_until_the_newer_one_comes(preview, issued, qtbot):
    preview.show_issued(issued[Document.SHEET])
    qtbot.waitUntil(lambda: is_drawn(preview, 0))
    page = preview.pages[0]
    page.setFixedSize(page.width() // 2, page.height() // 2)
    shown, picture = page.grab().toImage(), page.pixmap().toImage()
    spots = [(x, y) for x in range(3, shown.width() - 3, 5) for y in range(3, shown.height() - 3, 5)]
    near = sum(
        abs(shown.pixelColor(x, y).lightness() - picture.pixelColor(2 * x, 2 * y).lightness()) < 128 for x, y in spots
    )
    assert near > 0.98 * len(spots)


def test_a_page_is_shown_pixel_for_pixel(preview, issued, qtbot):
    preview.show_issued(issued[Document.SHEET])
    qtbot.waitUntil(lambda: is_drawn(preview, 0))
    page = preview.pages[0]
    assert page.pixmap().size() == page.size() * preview.devicePixelRatioF()


def test_pages_are_drawn_again_for_another_width(preview, issued, qtbot):
    preview.show_issued(issued[Document.SHEET])
    qtbot.waitUntil(lambda: is_drawn(preview, 0))
    before = preview.pages[0].pixmap().width()
    preview.resize(500, 600)
    qtbot.waitUntil(lambda: preview.pages[0].pixmap().width() < before)
    assert preview.horizontalScrollBar().maximum() == 0


def test_another_document_begins_at_its_first_page(preview, issued, qtbot):
    preview.show_issued(issued[Document.SHEET])
    preview.verticalScrollBar().setValue(2000)
    preview.show_issued(issued[Document.RECORD])
    assert preview.verticalScrollBar().value() == 0
    assert len(preview.pages) == len(issued[Document.RECORD].pages)
    qtbot.waitUntil(lambda: is_drawn(preview, 0))


def test_another_state_of_the_same_document_stays_where_the_reader_was(preview, issued, qtbot):
    sheet = issued[Document.SHEET]
    preview.show_issued(sheet)
    qtbot.waitUntil(lambda: is_drawn(preview, 0))
    preview.verticalScrollBar().setValue(1500)
    again = Issued(sheet.request, sheet.pages, sheet.codes, sheet.content)
    preview.show_issued(again)
    assert preview.verticalScrollBar().value() == 1500
    assert is_drawn(preview, 0), "the older picture stays until the newer one comes"


def test_something_can_be_said_in_the_place_of_the_pages(preview, issued, qtbot):
    preview.show_issued(issued[Document.SHEET])
    preview.tell("The document could not be made.")
    assert preview.pages == ()
    words = preview.findChild(Words)
    assert words.isVisible()
    assert words.text() == "The document could not be made."
    preview.show_issued(issued[Document.SHEET])
    assert not words.isVisible()
    qtbot.waitUntil(lambda: is_drawn(preview, 0))


def test_a_page_that_cannot_be_drawn_is_announced(preview, issued, qtbot):
    sheet = issued[Document.SHEET]
    preview.show_issued(Issued(sheet.request, sheet.pages, {}, b"no document"))
    qtbot.waitUntil(lambda: bool(preview.failures))
    assert isinstance(preview.failures[0], RuntimeError)
