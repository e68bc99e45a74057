"""A story set on its pages: a page that is only looked at is the page that will be in the file."""

import gc

import pytest

from kneedesk.assessment.readiness import Document
from kneedesk.documents.issue import issue, render_document, set_document
from kneedesk.documents.pdf import proof
from kneedesk.documents.setting import Setting, set_story
from kneedesk.documents.structure import Element
from kneedesk.presentation.content import Paragraph, say
from tests.documents.issuing import material_of
from tests.documents.reading import FRAME, opened, pages_of

SCALE = 0.9


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("document", Document)
def test_every_page_shows_before_there_is_a_file_what_it_shows_in_it(cases, library, document, large):
    material = material_of(cases["reference"], library)
    setting = set_document(document, material, "a4", large=large)
    proofs = [picture(proof(setting, number), 0) for number in range(1, len(setting.pages) + 1)]
    whole = render_document(document, setting, material, consultation_file=b"", to_be_sealed=False)
    assert len(pages_of(whole)) == len(proofs)
    assert [place for place, seen in enumerate(proofs) if seen != picture(whole, place)] == []
    assert whole == issue(document, material, "a4", large=large)


def test_a_page_that_is_only_looked_at_stands_alone_and_carries_nothing_for_readers_or_archives():
    story = tuple(Paragraph(say(f"Sentence {number}.")) for number in range(90))
    content = proof(set_story(story, FRAME, paper="a4", density="patient"), 2)
    (page,) = pages_of(content)
    assert "Page 2 of 3" in page
    assert not any(name in content for name in (b"StructTreeRoot", b"OutputIntents", b"Outlines"))


def test_who_does_not_wait_any_more_ends_the_work_in_its_midst():
    looked: list[int] = []

    def watch():
        looked.append(len(looked))
        if len(looked) == 3:
            raise InterruptedError

    story = tuple(Paragraph(say(f"Sentence {number}.")) for number in range(9))
    with pytest.raises(InterruptedError):
        set_story(story, FRAME, paper="a4", density="patient", watch=watch)
    assert looked == [0, 1, 2]


def test_nothing_of_a_document_waits_for_the_collector(cases, library):
    material = material_of(cases["reference"], library)
    before = kept()
    gc.disable()
    try:
        setting = set_document(Document.RECORD, material, "a4")
        assert kept() > before
        render_document(Document.RECORD, setting, material, consultation_file=b"", to_be_sealed=False)
        del setting
        assert kept() == before
    finally:
        gc.enable()


def kept() -> int:
    """Return how many settings and elements are in memory."""
    return sum(isinstance(each, Setting | Element) for each in gc.get_objects())


def picture(content: bytes, place: int) -> bytes:
    """Return a page as its pixels."""
    with opened(content) as document:
        page = document[place]
        bitmap = page.render(scale=SCALE)
        try:
            return bytes(bitmap.buffer)
        finally:
            bitmap.close()
            page.close()
